"""Ids for what is new: a few words of its title, or the next in a row; never one that was used before."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import count

from strategy_tracker.model.strategy import Priority
from strategy_tracker.problem import Problem

Known = Callable[[str], set[str]]
"""Every id with this text in it that is in use, or ever was."""

LONGEST = 40
"""Characters of an id made of words."""

_WORDS = {"strategy": 5, "priority": 3, "measure": 5}
"""Words an id is made of at most; those of actions begin with the id of their priority."""

_DULL = (
    "a all an and are as at be by can each every for from has have in into is it its of on or our that the their "
    "them they this to us we who will with you your"
)
"""Words that say nothing in an id."""


def ids_in(lines: bytes, *, top: bool) -> set[str]:
    """Every id that stands in these lines of a file, or of its history; with `top`, only those of whole files."""
    pattern = (rb"^[+-]?" if top else rb"\b") + rb"[\"']?id[\"']?:[ \t]*[\"']?([a-z0-9-]+)"
    return {found.decode() for found in re.findall(pattern, lines, re.MULTILINE)}


def new_id(words: str, thing: str, known: Known) -> str:
    """An id made of the words of a strategy, priority or measure, with a number where it was used before.

    Raises `Problem` where none can be made.
    """
    base = short(words, thing)
    if not base:
        raise Problem(f"no id can be made of '{words}'", "give it one: --id NAME")
    return _unused((base if number == 1 else f"{base}-{number}" for number in count(1)), known)


def given_id(own: str, known: Known) -> str:
    """The id a person gave. Raises `Problem` where it was used before."""
    if own in known(own):
        raise Problem(f"the id '{own}' is in use, or was before", "an id is never given twice: leave --id out")
    return own


def next_id(priority: Priority, known: Known) -> str:
    """The next id in the row that most actions of a priority follow; otherwise one that begins with its own id."""
    prefix, width = _row(priority)
    numbers = [
        int(own.removeprefix(prefix))
        for own in known(prefix or "id")
        if re.fullmatch(re.escape(prefix) + r"\d+", own, re.ASCII)
    ]
    return _unused((f"{prefix}{number:0{width}d}" for number in count(max(numbers, default=0) + 1)), known)


def _row(priority: Priority) -> tuple[str, int]:
    """What stands before the number in most ids of a priority's actions, and the digits of the number."""
    numbered = [found for action in priority.actions if (found := re.fullmatch(r"(.*?)(\d+)", action.id))]
    prefix, followed = Counter(found[1] for found in numbered).most_common(1)[0] if numbered else ("", 0)
    if followed * 2 <= len(priority.actions):
        return f"{priority.id}-", 2
    return prefix, min(len(found[2]) for found in numbered if found[1] == prefix)


def _unused(candidates: Iterable[str], known: Known) -> str:
    return next(own for own in candidates if own not in known(own))


def short(words: str, thing: str) -> str:
    """A few plain words of a title, for an id: `Young Carers Strategy 2025–2028` gives `young-carers`."""
    spaced = re.sub(r"\W+", " ", re.sub(r"['’]", "", words)).replace("_", " ")
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower().split()
    telling = [word for word in plain if word not in _DULL.split()] or plain
    if thing == "strategy":
        telling = [word for word in telling if word != "strategy" and not re.fullmatch(r"\d{4}", word)] or telling
    kept = telling[: _WORDS[thing]]
    while len("-".join(kept)) > LONGEST and len(kept) > 1:
        kept.pop()
    return "-".join(kept)[:LONGEST]
