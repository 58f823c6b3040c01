"""A reader of files and git's log who works out what may be said of an action. No code of the product here.

It knows the rules as the documents write them (docs/clocks.md, docs/ratings.md), for whole days only, and what every
version of a file held. `of_data` and `of_text` give every statement in an output that the record does not imply.
"""

import re
import subprocess
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

MONTHS = {"month": 1, "quarter": 3, "year": 12}
CLOSED = ("complete", "stopped")
_NAMES = ["January", "February", "March", "April", "May", "June", "July"]
_NAMES += ["August", "September", "October", "November", "December"]
_DATE = re.compile(rf"\b(?:(\d{{4}})-(\d\d)-(\d\d)|(\d{{1,2}}) ({'|'.join(_NAMES)}) (\d{{4}}))\b")


class Step(NamedTuple):
    """A step of a date that somebody put on record, and who agreed to it."""

    on: date
    former: date
    to: date
    why: str
    agreed: str | None


class Known(NamedTuple):
    """All that is on record of an action on a day, and what follows from it by a written rule.

    `typed` has the day of each commit that gave it another due date, with that date.
    """

    address: str
    day: date
    owner: str | None
    state: str | None
    said: date | None
    due: date | None
    steps: tuple[Step, ...]
    typed: frozenset[tuple[date, date]]
    passed: date | None
    wanted: date | None
    word: str | None
    colour: str
    names: frozenset[str]
    notes: frozenset[str]
    dates: frozenset[date]


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month stays the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends else min(day.day, last))


def read(folder: Path, day: date) -> dict[str, Known]:
    """Read every strategy of a portfolio, and all its former versions, for what is known on a day."""
    found = {}
    for path in sorted((folder / "strategies").glob("*.yaml")):
        past = [(on, _load(text)) for on, text in _versions(folder, path.relative_to(folder).as_posix())]
        strategy = _load(path.read_text(encoding="utf-8"))
        for priority in strategy["priorities"]:
            for action in priority["actions"]:
                one = _known(strategy, priority, action, [(on, _same(each, action["id"])) for on, each in past], day)
                found[one.address] = one
    return found


def _load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def _versions(folder: Path, name: str) -> Iterator[tuple[date, str]]:
    """Each version of a file, newest first, with the day of its commit."""
    listed = subprocess.run(
        ["git", "log", "--format=%H %cs", "--", name], cwd=folder, capture_output=True, check=True, text=True
    )
    for commit, on in (line.split() for line in listed.stdout.splitlines()):
        shown = subprocess.run(["git", "show", f"{commit}:{name}"], cwd=folder, capture_output=True, check=False)
        if shown.returncode == 0:
            yield date.fromisoformat(on), shown.stdout.decode()


def _same(strategy: Mapping[str, Any], own: str) -> Mapping[str, Any]:
    actions = (action for priority in strategy["priorities"] for action in priority["actions"])
    return next((action for action in actions if action["id"] == own), {})


def _known(strategy: Any, priority: Any, action: Any, past: list[tuple[date, Any]], day: date) -> Known:
    updates = sorted((one for one in action.get("updates", []) if one["on"] <= day), key=lambda one: one["on"])
    latest = updates[-1] if updates else {}
    state, said, due = latest.get("state"), latest.get("on"), action.get("due")
    done = [one for one in action.get("done", []) if one <= day]
    again = months_after(max(done), MONTHS[action["every"]]) if done and "every" in action else None
    closed = state in CLOSED
    gone = [one for one in (due, again) if one and one < day and not closed]
    passed = min(gone, default=None)
    cadence = MONTHS[strategy["review_every"]]
    wanted = None if closed else months_after(said or strategy["starts"], cadence)
    silent = bool(wanted and wanted < day)
    word = ("late" if said and said > passed else "waiting") if passed else "silent" if silent else None
    steps = tuple(
        Step(one["on"], one["from"], one["to"], one["why"], one.get("approved_by")) for one in action.get("moved", [])
    )
    versions = [action, *(one for _, one in past)]
    typed = {
        (on, now["due"])
        for (on, now), (_, before) in pairwise(past)
        if "due" in now and now["due"] != before.get("due", now["due"])
    }
    dates = {each["due"] for each in versions if "due" in each}
    dates |= {
        each for one in versions for step in one.get("moved", []) for each in (step["on"], step["from"], step["to"])
    }
    dates |= {one["on"] for one in updates} | set(done) | {one for one in (again, wanted, day) if one}
    dates |= {strategy["starts"], strategy["ends"]} | {on for on, _ in typed}
    owner = action.get("owner") or priority.get("owner") or strategy.get("owner")
    names = {one["by"] for one in updates if "by" in one} | ({owner} if owner else set())
    return Known(
        address=f"{strategy['id']}/{action['id']}",
        day=day,
        owner=owner,
        state=state,
        said=said,
        due=due,
        steps=steps,
        typed=frozenset(typed),
        passed=passed,
        wanted=wanted,
        word=word,
        colour=_colour(latest, passed, ahead=bool(state == "in-progress" and (due or again)), day=day, cadence=cadence),
        names=frozenset(names | {step.agreed for step in steps if step.agreed}),
        notes=frozenset({one["note"] for one in updates if "note" in one} | {step.why for step in steps}),
        dates=frozenset(dates),
    )


def _colour(latest: Mapping[str, Any], passed: date | None, *, ahead: bool, day: date, cadence: int) -> str:
    """Complete is blue, stopped grey; of the date and the owner's word the worse decides, and grey is neither.

    A date that passed is amber for a month, then red; one that lies ahead is green once the work is under way. Green
    needs a word of the last so many months, the review cadence.
    """
    if latest.get("state") in CLOSED:
        return "blue" if latest["state"] == "complete" else "grey"
    by_date = "green" if ahead else None
    if passed:
        by_date = "amber" if day <= months_after(passed, 1) else "red"
    worst = [colour for colour in ("red", "amber", "green") if colour in (by_date, latest.get("rag"))]
    heard = bool(latest) and day <= months_after(latest["on"], cadence)
    return "grey" if not worst or (worst[0] == "green" and not heard) else worst[0]


# what an output says


def of_data(action: Mapping[str, Any], known: Known) -> Iterator[str]:
    """The statements of an action's data that are not as the record has them."""
    wanted = {
        "owner": (action["owner"], known.owner),
        "state": (action["state"], known.state),
        "due": (action["due"]["due"], known.due and known.due.isoformat()),
        "word": (plain_word((action["need"] or {}).get("word")), known.word),
        "colour": (action["rating"]["colour"], known.colour),
        "last said": (
            max((one["on"] for one in action["updates"]), default=None),
            known.said and known.said.isoformat(),
        ),
    }
    for key, (told, right) in wanted.items():
        if told != right:
            yield f"{known.address}: {key} is {told}, on record is {right}"
    for step in action["moves"]:
        same = [
            one for one in known.steps if (one.former.isoformat(), one.to.isoformat()) == (step["former"], step["to"])
        ]
        if step["approved_by"] and not any(one.agreed == step["approved_by"] for one in same):
            yield f"{known.address}: {step['approved_by']} agreed to {step['former']} → {step['to']}, not on record"
        if step["on"] and not any(one.on.isoformat() == step["on"] for one in same):
            yield f"{known.address}: moved on {step['on']}, not on record"
        if step.get("since") and not any(f"{on} {to}" == f"{step['since']} {step['to']}" for on, to in known.typed):
            yield f"{known.address}: {step['to']} in the file since {step['since']}, git has no such commit"


def plain_word(word: str | None) -> str | None:
    """The word of a need; how long somebody has been silent is no other word."""
    return word.removeprefix("very-") if word else None


def of_text(text: str, known: Known) -> Iterator[str]:
    """The statements in a text about one action that the record does not imply: dates, days, names and words."""
    told = " ".join(text.split())
    for found in _DATE.finditer(told):
        if _day(found) not in known.dates:
            yield f"{known.address}: the date {found[0]}"
    for pattern, right in _RULES:
        for found in re.finditer(pattern.replace("DATE", _DATE.pattern), told):
            if not right(found, known):
                yield f"{known.address}: '{found[0]}'"
    yield from _strange(told, known)
    for step in re.finditer(rf"{_DATE.pattern}\W+{_DATE.pattern}[^|]*\|[^|]*\|\s*(Approver [\w-]+)", told):
        if not any((one.former, one.to, one.agreed) == (_day(step), _day(step, 7), step[13]) for one in known.steps):
            yield f"{known.address}: '{step[0]}'"


def _strange(told: str, known: Known) -> Iterator[str]:
    """The posts, approvers, notes and reasons in a text that are another action's."""
    for kind, right in (("Post|Approver", known.names), ("Note|Reason", known.notes)):
        for name in re.findall(rf"\b(?:{kind}) [\w-]+", told):
            if name not in right:
                yield f"{known.address}: {name} is not on its record"


def _day(found: re.Match[str], shift: int = 1) -> date:
    year, month, day, other, name, of = found.groups()[shift - 1 : shift + 5]
    return date(int(year), int(month), int(day)) if year else date(int(of), _NAMES.index(name) + 1, int(other))


def _days(number: str) -> int:
    return int(number.replace(",", ""))


def _is_late(found: re.Match[str], known: Known) -> bool:
    return known.passed is not None and _days(found[1]) == (known.day - known.passed).days


_RULES = (
    (r"overdue by ([\d,]+) days?", _is_late),
    (r"missed by (?:at least )?([\d,]+) days?", _is_late),
    (r"due in ([\d,]+) days?", lambda f, known: known.due and _days(f[1]) == (known.due - known.day).days),
    (
        r"silent for (?:at least )?([\d,]+) days?",
        lambda f, known: known.said and _days(f[1]) == (known.day - known.said).days,
    ),
    (r"nothing said since DATE", lambda f, known: _day(f) == known.said and known.word != "late"),
    (r"last word DATE", lambda f, known: _day(f) == known.said and known.word == "late"),
    (r"last update DATE", lambda f, known: _day(f) == known.said),
    (r"said to be complete on DATE", lambda f, known: _day(f) == known.said and known.state == "complete"),
    (r"never updated|no update has ever been recorded", lambda _, known: known.said is None),
    (r"(red|amber), (late|waiting|silent|very silent)", lambda f, k: (k.colour, k.word) == (f[1], f[2].split()[-1])),
    (r"\bin-progress\b", lambda _, known: known.state == "in-progress"),
)
"""Sentences about an action, and what must be on record for each to be true."""


def rows_about(report: str, address: str) -> str:
    """The rows of a report's tables that name an action by its id, as one text."""
    own = address.partition("/")[2]
    return "\n".join(
        line for line in report.splitlines() if line.startswith("|") and re.search(rf"\((?:{address}|{own})\)", line)
    )
