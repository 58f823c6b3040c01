"""Rates the figures of a year a second time, in fractions and from the rules as they are written, sharing no code."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

QUARTERS = 4
NEVER_LESS = ("count", "days", "pounds", "rate-per-1000")
"""Units of which a sum over a year can only grow."""


class Year(NamedTuple):
    """Cumulative figures of the quarters of a year so far, the target of the year, and the values on the way to it.

    `rule` is the name of a family with its distance, or a floor.
    """

    better: str
    unit: str
    figures: Sequence[Fraction]
    target: Fraction
    way: Sequence[Fraction] | None
    rule: tuple[str, Fraction] | None


def colour_of(year: Year) -> str:
    """The colour of the last figure; grey where the rules give none."""
    now, over = year.figures[-1], len(year.figures) == QUARTERS
    if over:
        return _against(year, now, year.target, whole=True)
    if _can_only_grow(year):
        final = _against(year, now, year.target, whole=True)
        if year.better == "higher" and final == "green":  # whatever comes is at least as good
            return "green"
        if year.better == "lower" and final != "green" and now > year.target and final == "red":
            return "red"
        if year.better == "lower" and final == "grey":  # a ceiling is broken, and nothing says where red begins
            return "grey"
    if year.way is None:
        return "grey"
    return _against(year, now, year.way[len(year.figures) - 1], whole=False)


def _can_only_grow(year: Year) -> bool:
    fell = any(later < before for before, later in zip(year.figures, year.figures[1:], strict=False))
    return year.unit in NEVER_LESS and not fell and year.figures[-1] >= 0


def _against(year: Year, figure: Fraction, goal: Fraction, *, whole: bool) -> str:
    """The colour of a figure held against a goal: the target of the `whole` year, or a value on the way."""
    lead = figure - goal if year.better == "higher" else goal - figure
    name, distance = year.rule or ("", Fraction(0))
    if name == "band":
        return "green" if lead > distance else "amber" if lead >= -distance else "red"
    if lead >= 0:
        return "green"
    if name == "tolerance":
        return "amber" if lead >= -distance else "red"
    if name == "floor" and (whole or goal == year.target):
        above = figure - distance if year.better == "higher" else distance - figure
        return "amber" if above >= 0 else "red"
    return "grey"
