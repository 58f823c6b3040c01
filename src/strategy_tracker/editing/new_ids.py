"""Ids for what is new: telling words of its title, or the next in a row; never one that was used before."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, count

from strategy_tracker.model.strategy import Priority
from strategy_tracker.problem import Problem

Known = Callable[[str], set[str]]
"""Every id with this text in it that is in use, or ever was."""

LONGEST = 24
"""Characters of an id made of words: it stands in a table of 80 columns beside what it means."""

_MOST = {"strategy": LONGEST, "priority": LONGEST - len("-01"), "measure": LONGEST}
"""Those of a priority are shorter: the ids of its actions begin with it."""

_DULL = (
    "a all an and are as at be by can each every for from has have in into is it its of on or our that the their "
    "them they this to us we who will with you your number percentage proportion"
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
    made = candidates(words, thing)
    if not made:
        raise Problem(f"no id can be made of '{words}'", "give it one: --id NAME")
    numbered = (f"{made[0][: _MOST[thing] - len(str(n)) - 1].rstrip('-')}-{n}" for n in count(2))
    return _unused(chain(made, numbered), known)


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


def _unused(offered: Iterable[str], known: Known) -> str:
    return next(own for own in offered if own not in known(own))


def candidates(words: str, thing: str) -> list[str]:
    """Ids of at most `LONGEST` characters for a title, the most telling one first; none where it has no letter of ours.

    `Young Carers Strategy 2025–2028` gives `young-carers-2025`: the year tells one strategy from the next. Of a longer
    title the first and the last words stay, and where that is taken, the last ones alone, then the first ones.
    """
    spaced = re.sub(r"\W+", " ", re.sub(r"['’]", "", words)).replace("_", " ")
    ascii_only = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", " ", ascii_only).split()  # a sign such as ⑴ comes apart into (1)
    telling, year = [word for word in plain if word not in _DULL.split()] or plain, ""
    if thing == "strategy":
        year = next((word for word in telling if re.fullmatch(r"\d{4}", word)), "")
        named = [word for word in telling if word != "strategy" and not re.fullmatch(r"\d{4}", word)]
        telling, year = (named, year) if named else (telling, "")
    most = _MOST[thing] - (len(year) + 1 if year else 0)
    size = len(telling)
    inwards = [n for pair in zip(range(size), reversed(range(size)), strict=True) for n in pair]
    orders = (inwards, list(reversed(range(size))), list(range(size)))
    made = [_joined(telling, order, most) for order in orders] if telling else []
    return list(dict.fromkeys(f"{one}-{year}" if year else one for one in made))


def _joined(words: Sequence[str], order: Iterable[int], most: int) -> str:
    """As many of the words as fit, taken in this order until one does not, in the order of the title."""
    kept: set[int] = set()
    for n in order:
        if kept and len("-".join(words[one] for one in sorted({*kept, n}))) > most:
            break
        kept.add(n)
    return "-".join(words[one] for one in sorted(kept))[:most].rstrip("-")
