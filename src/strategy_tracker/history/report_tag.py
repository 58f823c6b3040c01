"""What was reported: the text of an annotated tag that says which standing it was, and for whom."""

import re
from datetime import date

from strategy_tracker.model.commit import FrozenReport

PREFIX = "reported/"
"""Before the names of these tags."""


def is_name(name: str) -> bool:
    r"""Whether git takes a name for a tag: no spaces, no `~^:?*[\\`, no dot at the wrong place, no leading dash."""
    if not re.fullmatch(r"[^\x00-\x20\x7f~^:?*\[\\]{1,100}", name) or not name.isprintable():
        return False
    parts = name.split("/")
    wrong = name.startswith("-") or name.endswith(".") or ".." in name or "@{" in name or name == "@"
    return not wrong and not any(part.startswith(".") or part.endswith(".lock") or not part for part in parts)


def write_report(report: FrozenReport) -> str:
    """The text of the tag: one line for each fact, then the message."""
    facts = {
        "As at": report.as_at.isoformat(),
        "Reported to": report.body,
        "Standing": f"sha256:{report.digest}",
        "Program": f"strategy-tracker {report.program}",
        "Folder": report.folder,
    }
    lines = "\n".join(f"{key}: {value}" for key, value in facts.items() if value)
    return f"Reported: {report.name}\n\n{lines}\n" + (f"\n{report.message}\n" if report.message else "")


_FACT = re.compile(r"^(As at|Reported to|Standing|Program|Folder): (.+)$", re.MULTILINE)
_TAGGER = re.compile(r"^tagger (.*?) <[^\n]*> (\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


def read_report(name: str, tag: bytes) -> FrozenReport | None:
    """The report that a tag object records; None for a tag that is none of ours."""
    head, _, text = tag.decode("utf-8", "replace").partition("\n\n")
    _, _, rest = text.partition("\n\n")
    lines, _, message = rest.partition("\n\n")
    facts = dict(_FACT.findall(lines))
    sha = re.search(r"^object ([0-9a-f]{40,64})$", head, re.MULTILINE)
    digest = re.fullmatch(r"sha256:([0-9a-f]{64})", facts.get("Standing", ""))
    try:
        day = date.fromisoformat(facts.get("As at", ""))
    except ValueError:
        return None
    if sha is None or digest is None:
        return None
    by, made = _tagger(head)
    program = facts.get("Program", "").removeprefix("strategy-tracker ")
    body, folder = facts.get("Reported to", ""), facts.get("Folder", "")
    return FrozenReport(name, sha[1], day, digest[1], program, body, folder, message.strip(), by, made)


def _tagger(head: str) -> tuple[str, date | None]:
    from datetime import UTC, datetime, timedelta

    found = _TAGGER.search(head)
    if found is None:
        return "", None
    east = timedelta(hours=int(found[4]), minutes=int(found[5])) * (1 if found[3] == "+" else -1)
    return found[1], (datetime.fromtimestamp(int(found[2]), UTC) + east).date()
