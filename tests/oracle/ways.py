"""Reads a second time where a figure stands on the way to its targets: in fractions and days, sharing no code."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Days(NamedTuple):
    """A stretch of days with the name it has in a file."""

    name: str
    first: date
    last: date


class Plan(NamedTuple):
    """A figure, the targets it is held against, and where the way to them begins; the year ends on 31 March.

    `better` is 1 where higher is, -1 where lower is. With a `line` what is expected lies on it; `near` is the distance
    that is still amber.
    """

    better: int
    figure: Fraction
    of: Days
    targets: Sequence[tuple[Days, Fraction]]
    began: date
    began_at: Fraction
    line: bool
    near: Fraction
    snapshot: bool


def year(first: int) -> Days:
    """The financial year that begins in April."""
    return Days(f"{first}/{(first + 1) % 100:02d}", date(first, 4, 1), date(first + 1, 3, 31))


def quarter(first: int, number: int) -> Days:
    """A quarter of the financial year that begins in April."""
    begins, ends = {1: ((4, 1), (6, 30)), 2: ((7, 1), (9, 30)), 3: ((10, 1), (12, 31)), 4: ((1, 1), (3, 31))}[number]
    later = first + (number == 4)
    return Days(f"{year(first).name} Q{number}", date(later, *begins), date(later, *ends))


def day(on: date) -> Days:
    """One day."""
    return Days(on.isoformat(), on, on)


def aimed_at(plan: Plan) -> tuple[Days, Fraction] | None:
    """The target a figure is judged by or on the way to: the shortest it lies in, else the first that ends later."""
    around = [one for one in plan.targets if one[0].first <= plan.of.first and plan.of.last <= one[0].last]
    if around:
        return min(around, key=lambda one: one[0].last - one[0].first)
    later = [one for one in plan.targets if one[0].last > plan.of.last]
    return min(later, key=lambda one: one[0].last) if later else None


def expected(plan: Plan) -> Fraction | None:
    """What the figure should be by its last day; None where nothing says it."""
    aim = aimed_at(plan)
    if aim is None:
        return None
    days, value = aim
    if plan.of.last == days.last:
        return value
    if plan.line:
        if plan.began >= plan.of.last:
            return None
        gone, whole = (plan.of.last - plan.began).days, (days.last - plan.began).days
        return plan.began_at + (value - plan.began_at) * Fraction(gone, whole)
    inside = days.first <= plan.of.first
    return value if inside and not plan.snapshot else None


def word(plan: Plan) -> str:
    """The word of the figure: a colour, `reached`, `on the way` or `not rated`."""
    aim, goal = aimed_at(plan), expected(plan)
    if aim is None:
        return "not rated"
    if goal is not None:
        ahead = (plan.figure - goal) * plan.better
        return "green" if ahead >= 0 else "amber" if ahead >= -plan.near else "red"
    if plan.line and plan.of.first >= aim[0].first and not plan.snapshot:
        return "not rated"
    return "reached" if (plan.figure - aim[1]) * plan.better >= 0 else "on the way"


def share(plan: Plan) -> tuple[Fraction, Fraction] | None:
    """How much of the way is done and how much of its time, of 1; None where no way leads forward, or not yet."""
    aim = aimed_at(plan)
    if aim is None or plan.began >= plan.of.last or (aim[1] - plan.began_at) * plan.better <= 0:
        return None
    done = (plan.figure - plan.began_at) / (aim[1] - plan.began_at)
    return done, Fraction((plan.of.last - plan.began).days, (aim[0].last - plan.began).days)
