"""Tells usual variation from a signal, by the limits and rules of NHS England's Making Data Count (XmR charts).

The limits are the mean and 2.66 times the mean difference between neighbours on either side of it, as Wheeler and the
programme's own spreadsheet have them: no difference is left out for being large. Four rules make a signal: a number
outside the limits; seven in a row that rise, or fall; two of three in the outer third, all on one side of the mean;
seven in a row on one side of the mean. Where several fit, the first of these names it, as in its R package
NHSRplotthedots 0.2.2, with whose published figures tests/judging/measures/outlook/test_variation.py compares.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from strategy_tracker.judging.measures.direction import numbers_of_its_kind
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.rating import show_reading
from strategy_tracker.judging.measures.show_figures import ZERO, from_fraction, show_beside
from strategy_tracker.judging.measures.way_to_target.targets import goal_for, target_for
from strategy_tracker.judging.standing.of_outlook import AssuranceKind, VariationKind, VariationStanding
from strategy_tracker.model.dates.period import latest
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Label, Word, phrase

ENOUGH_FOR_LIMITS = 12
_FACTOR = Fraction(266, 100)
_RUN = 7


class ProcessLimits(NamedTuple):
    """The mean of some numbers, and how far from it usual variation reaches on either side."""

    mean: Fraction
    reach: Fraction

    @property
    def lower(self) -> Fraction:
        """The lower process limit."""
        return self.mean - self.reach

    @property
    def upper(self) -> Fraction:
        """The upper process limit."""
        return self.mean + self.reach


class SpecialCause(NamedTuple):
    """A rule that a number is part of: `side` is 1 above or rising, -1 below or falling."""

    rule: str
    side: int


def limits_of(numbers: Sequence[Fraction]) -> ProcessLimits:
    """Work out the limits of two numbers or more, in their order."""
    moves = [abs(after - before) for before, after in pairwise(numbers)]
    return ProcessLimits(sum(numbers, Fraction(0)) / len(numbers), _FACTOR * sum(moves, Fraction(0)) / len(moves))


def signals(numbers: Sequence[Fraction], limits: ProcessLimits) -> list[SpecialCause | None]:
    """Give for each number the signal that it is part of, by what is known with the last of them; None for most."""
    sides = [_sign(number - limits.mean) for number in numbers]
    outside = [limits.reach < abs(number - limits.mean) for number in numbers]
    near = [
        not out and 3 * abs(number - limits.mean) > 2 * limits.reach
        for number, out in zip(numbers, outside, strict=True)
    ]
    found: list[SpecialCause | None] = [None] * len(numbers)
    for start, side in _windows(sides, _RUN):
        found[start : start + _RUN] = [SpecialCause("run", side)] * _RUN
    for start, side in _windows(sides, 3):
        if sum(near[start : start + 3]) >= 2:
            for n in range(start, start + 3):
                found[n] = SpecialCause("near", side) if near[n] else found[n]
    steps = [_sign(after - before) for before, after in pairwise(numbers)]
    for start, side in _windows(steps, _RUN - 1):
        found[start : start + _RUN] = [SpecialCause("trend", side)] * _RUN
    return [SpecialCause("outside", side) if out else one for out, side, one in zip(outside, sides, found, strict=True)]


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _windows(sides: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Where so many in a row are on one side, and on which; what is exactly between is on neither."""
    return [
        (n, sides[n])
        for n in range(len(sides) - length + 1)
        if sides[n] and all(side == sides[n] for side in sides[n : n + length])
    ]


def stand_variation(measure: Measure, readings: Sequence[KnownReading]) -> VariationStanding | None:
    """Say how a measure that declares limits varies, by its numbers of the kind of the latest; None for any other."""
    if measure.variation is None:
        return None
    line = _followed(measure, readings)
    over = measure.limits_over
    base = [each for each in line if not (over and over.to) or each.period.end <= over.to.last]
    if len(base) < ENOUGH_FOR_LIMITS:
        name: Word = "limits-need-one" if len(base) == 1 else "limits-need"
        few = phrase(name, needed=f"{ENOUGH_FOR_LIMITS}", number=f"{len(base)}")
        return VariationStanding("unknown", phrase("not-enough-data", why=few), "unknown", phrase("no-limits"))
    limits = limits_of([Fraction(each.amount or 0) for each in base])
    return _standing(measure, line, limits)


def _followed(measure: Measure, readings: Sequence[KnownReading]) -> list[KnownReading]:
    """The numbers that are held against limits: of the kind of the latest, and since the first day declared."""
    numbers = [each for each in readings if each.amount is not None]
    last = latest([each.period for each in numbers])
    line = numbers_of_its_kind(measure, readings, last) if last else []
    over = measure.limits_over
    return [each for each in line if not (over and over.since) or each.period.end >= over.since.first]


def _standing(measure: Measure, line: Sequence[KnownReading], limits: ProcessLimits) -> VariationStanding:
    numbers = [Fraction(each.amount or 0) for each in line]
    flags, last = signals(numbers, limits), line[-1]
    amount = last.amount or ZERO
    mean, lower, upper = (from_fraction(one, amount) for one in (limits.mean, limits.lower, limits.upper))
    kind: VariationKind = "none"
    assurance, promise = _assurance(measure, last, limits)
    low, high = (_shown(measure, one, amount) for one in (lower, upper))
    words: str = phrase("no-special-cause", low=low, high=high)
    if (signal := flags[-1]) is None:
        stood = VariationStanding(kind, words, assurance, promise)
    else:
        kind = _kind(measure, signal.side)
        first, made = _began(numbers, flags, limits)
        since, day = line[first].period.end, line[made].period.end
        limit = high if signal.side > 0 else low
        told = _told(measure, last, signal, limit, _shown(measure, mean, amount))
        began = phrase("began-on", day=f"{since}")
        if day != since:
            began = phrase("began-and-signalled", day=f"{since}", signal=f"{day}")
        words = semicolons([phrase(_CAUSES[kind], told=told), began])
        side: Literal["high", "low"] = "high" if signal.side > 0 else "low"
        stood = VariationStanding(kind, words, assurance, promise, side, since, day)
    return stood._replace(mean=mean, lower=lower, upper=upper, start=line[0].period.end, end=last.period.end)


def _began(numbers: Sequence[Fraction], flags: Sequence[SpecialCause | None], limits: ProcessLimits) -> tuple[int, int]:
    """Find the first number of the signal that the last one is part of, and the number that made it a signal."""
    last = flags[-1]
    assert last is not None
    first = len(flags) - 1
    while first and (before := flags[first - 1]) and before.side == last.side:
        first -= 1
    for made in range(first, len(numbers)):
        now = signals(numbers[: made + 1], limits)[made]
        if now and now.side == last.side:
            break
    return first, made


def _kind(measure: Measure, side: int) -> VariationKind:
    if measure.better not in ("higher", "lower"):
        return "high" if side > 0 else "low"
    return "improving" if (side > 0) == (measure.better == "higher") else "concerning"


_CAUSES: dict[VariationKind, Word] = {
    "improving": "cause-improving",
    "concerning": "cause-concerning",
    "high": "cause-high",
    "low": "cause-low",
}


def _told(measure: Measure, last: KnownReading, signal: SpecialCause, limit: str, mean: str) -> Label:
    """Say which rule makes the signal."""
    up = signal.side > 0
    if signal.rule == "outside":
        shown = show_reading(measure, last.period, last.amount or ZERO)
        figure = phrase("in-period", figure=shown, period=last.period.text)
        return phrase("above-upper-limit" if up else "below-lower-limit", figure=figure, limit=limit)
    if signal.rule == "trend":
        return phrase("row-rises" if up else "row-falls", number=f"{_RUN}")
    if signal.rule == "near":
        return phrase("near-upper-limit" if up else "near-lower-limit", limit=limit)
    return phrase("row-above-mean" if up else "row-below-mean", number=f"{_RUN}", mean=mean)


def _shown(measure: Measure, amount: Decimal, beside: Decimal) -> str:
    """A limit as it is printed beside a figure; one that no figure can have is the last that one can."""
    return show_beside(measure.nearest_possible(amount), measure.shown_in, beside, beside)


def _assurance(measure: Measure, last: KnownReading, limits: ProcessLimits) -> tuple[AssuranceKind, str]:
    """Say whether all, none or some of the usual numbers meet what is wanted at the latest; on a limit some do."""
    found, goal = target_for(measure, last.period), goal_for(measure, last.period)
    if goal is None and found and found[0].holds(last.period):
        goal = found[1].value  # it is due at the end, and usual numbers meet it by then or do not
    if goal is None or measure.compared_with or measure.better not in ("higher", "lower"):
        return "unknown", phrase("no-one-sided-target")
    wanted = Fraction(goal)
    lower, upper = (from_fraction(one, goal) for one in (limits.lower, limits.upper))
    low, high, aim = (_shown(measure, one, goal) for one in (lower, upper, goal))
    if found and not found[1].is_plain and found[1].value == goal:
        aim = found[1].words(measure.shown_in)
    best, worst = (high, low) if measure.better == "higher" else (low, high)
    if limits.lower <= wanted <= limits.upper:
        return "hit-and-miss", phrase("hit-and-miss", low=low, high=high, target=aim)
    if (wanted < limits.lower) == (measure.better == "higher"):
        return "meets", phrase("consistently-meets", target=aim, figure=worst)
    return "misses", phrase("consistently-misses", target=aim, figure=best)
