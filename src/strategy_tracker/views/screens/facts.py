"""Names with their values, for a screen that shows one thing whole: they stand in two columns."""

from collections.abc import Callable, Iterable

from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.views.sheet import MARKS, Cell, Line

Fact = tuple[str, str]
"""A name, and what stands behind it; each line of that is one entry of a list."""


def as_facts(lines: Iterable[str]) -> list[Fact]:
    """Parts lines such as `owner: Head of Service` into names and values; entries of a list follow their name."""
    found: list[Fact] = []
    for line in lines:
        if line.startswith("  - ") and found:
            name, entries = found[-1]
            found[-1] = (name, f"{entries}\n{line[4:]}".lstrip("\n"))
            continue
        name, _, value = line.partition(":")
        found.append((f"{name[:1].upper()}{name[1:]}", value.strip()))
    return found


def rating_line(rating: Rating, said: Callable[[str], str] = str) -> Line:
    """Writes `▼ red: its date decides …`, the mark and the word in the colour; `said` puts its reason in words."""
    return (Cell(f"{MARKS[rating.colour]} {rating.word}", rating.colour), Cell(f": {said(rating.reason)}"))
