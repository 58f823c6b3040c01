"""Writes and reads the tags of reports: annotated tags below `reported/` that say which standing it was, for whom."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from strategy_tracker.history.repository.git import IDENTITY, NoGit, git, objects
from strategy_tracker.history.repository.objects import REPORT_TAGS
from strategy_tracker.history.repository.past_portfolio import Whereabouts
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.names.portable_names import same_name


def is_name(name: str) -> bool:
    r"""Say whether git takes a name for a tag: no spaces, no `~^:?*[\\`, no dot at the wrong place, no leading dash."""
    if not re.fullmatch(r"[^\x00-\x20\x7f~^:?*\[\\]{1,100}", name) or not name.isprintable():
        return False
    parts = name.split("/")
    wrong = name.startswith("-") or name.endswith(".") or ".." in name or "@{" in name or name == "@"
    return not wrong and not any(part.startswith(".") or part.endswith(".lock") or not part for part in parts)


def write_report(report: FrozenReport) -> str:
    """Write the text of the tag: one line for each fact, then the message."""
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
_SIGNATURE = re.compile(r"^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----$", re.MULTILINE)
"""How what git appends to a signed tag begins, by its own list (gpg-interface.c)."""
_TAGGER = re.compile(r"^tagger (.*?) <[^\n]*> (\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


def read_report(name: str, tag: bytes) -> FrozenReport | None:
    """Read the report that a tag object records; None for a tag that is none of ours."""
    head, _, signed = tag.decode("utf-8", "replace").partition("\n\n")
    text = _SIGNATURE.split(signed)[0]
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
    found = _TAGGER.search(head)
    if found is None:
        return "", None
    east = timedelta(hours=int(found[4]), minutes=int(found[5])) * (1 if found[3] == "+" else -1)
    return found[1], (datetime.fromtimestamp(int(found[2]), UTC) + east).date()


# in git


def exists(root: Path, name: str) -> str:
    """Find the branch or tag that has a name already; empty where there is none.

    A report of a name that differs in capital letters only has it too: git keeps tags as files, which are then one.
    """
    if name == "HEAD":
        return "HEAD"
    names = [f"refs/tags/{REPORT_TAGS}{name}", f"refs/heads/{name}", f"refs/tags/{name}", f"refs/remotes/{name}"]
    found = git(root, "for-each-ref", "--format=%(refname)", *names).decode().split("\n")
    reports = git(root, "for-each-ref", "--format=%(refname)", f"refs/tags/{REPORT_TAGS}").decode().split("\n")
    alike = (ref for ref in reports if same_name(ref) == same_name(names[0]))
    return next((ref for ref in found if ref in names), next(alike, ""))


def freeze(root: Path, name: str, text: str, commit: Commit) -> bool:
    """Make the annotated tag of a report, signed where git signs the user's tags; give whether it is.

    Raises `NoGit` where git does not know who the user is, or cannot sign.
    """
    try:
        git(root, "var", "GIT_COMMITTER_IDENT", keep=IDENTITY)
    except NoGit:
        raise NoGit(
            "git does not know who you are, and a report has an author",
            "git config --global user.name 'Your Name' and git config --global user.email you@example.gov.uk",
        ) from None
    tag = f"{REPORT_TAGS}{name}"
    options = ("--annotate", "--cleanup=verbatim", "--file=-", "--end-of-options")
    try:
        git(root, "tag", *options, tag, commit.sha, given=text.encode(), keep=IDENTITY)
    except NoGit as error:
        if not _signs(root):
            raise
        raise _unsigned(f": {error.message}") from None
    made = git(root, "cat-file", "tag", f"refs/tags/{tag}").decode("utf-8", "replace")
    if _SIGNATURE.search(made):
        return True
    if _signs(root):  # git 2.39 says that an ssh key is missing, and makes the tag without it
        git(root, "update-ref", "-d", f"refs/tags/{tag}")
        raise _unsigned()
    return False


def _signs(root: Path) -> bool:
    return git(root, "config", "--type=bool", "tag.gpgSign", allow=(0, 1)).strip() == b"true"


def _unsigned(why: str = "") -> NoGit:
    next_step = "mend the key ('git config --get-regexp sign' names it), or set tag.gpgSign to false"
    return NoGit(f"git signs your tags, and could not sign this one{why}; nothing was tagged", next_step)


def reports(root: Path) -> list[FrozenReport]:
    """List every report of this portfolio that was frozen, by date; other tags are left out."""
    where = Whereabouts(root)
    return [one for one in _of_repository(root) if where.has(one)]


def report_of(root: Path, name: str) -> FrozenReport | None:
    """Find the report frozen under a name; None where there is none.

    Raises `NoGit` where it is of another portfolio of the repository.
    """
    found = next((one for one in _of_repository(root, name) if one.name == name), None) if is_name(name) else None
    if found is None or (where := Whereabouts(root)).has(found):
        return found
    if found.folder == where.now.rstrip("/"):
        raise NoGit(f"'{name}' is of another portfolio, which was in this folder before", "go to its folder")
    raise NoGit(f"'{name}' is of the portfolio in '{found.folder or '.'}', not of this one", "go to that folder")


def last_shown(root: Path, body: str, before: date, since: date | None) -> FrozenReport | None:
    """Find the newest report frozen for a body and judged before a day, and after `since` where that is given."""
    name = name_form(body)
    found = [one for one in reports(root) if name_form(one.body) == name]
    return next((one for one in reversed(found) if one.as_at < before and (since is None or since < one.as_at)), None)


def _of_repository(root: Path, name: str = "") -> list[FrozenReport]:
    form = "--format=%(objectname) %(objecttype) %(refname)"
    listed = git(root, "for-each-ref", form, f"refs/tags/{REPORT_TAGS}{name}").decode("utf-8", "replace")
    tags = dict(line.split(" ", 2)[::2] for line in listed.splitlines() if line.split(" ", 2)[1] == "tag")
    held = {name: (kind, data) for name, kind, data in objects(root, tags)}
    found = (read_report(ref.removeprefix(f"refs/tags/{REPORT_TAGS}"), held[sha][1]) for sha, ref in tags.items())
    return sorted((one for one in found if one), key=lambda one: (one.as_at, one.name))
