"""Works out where a measure ends if it goes on as it did, and what each month must still bring to meet its target.

The pace is the slope of a least-squares line through the numbers and the days their periods end on; it goes on from the
latest number, so that it reaches the target exactly where what came is what is needed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strategy_tracker.judging.measures.counting_up import counting_year
from strategy_tracker.judging.measures.direction import numbers_of_its_kind
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO, from_fraction, show_beside, show_gap
from strategy_tracker.judging.measures.wanted import all_wanted
from strategy_tracker.judging.standing.of_outlook import PaceStanding
from strategy_tracker.model.dates.period import PeriodKind, YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import ShownUnit
from strategy_tracker.model.values import end_of_month

ENOUGH_FOR_A_PACE = 4
_STEPS: dict[PeriodKind, tuple[str, int]] = {
    "quarter": ("quarter", 3),
    "half": ("half-year", 6),
    **dict.fromkeys(("year", "calendar-year", "academic-year"), ("year", 12)),
}
"""What the pace is told by, and its months: by the periods of the readings, or by the month."""


def pace(measure: Measure, readings: Sequence[KnownReading], year_end: YearEnd) -> PaceStanding | None:
    """Say where a measure with a target to come will be; None where there is no number or no such target.

    Readings without a number are passed over. What counts up over a year is followed in the year of its latest number.
    """
    numbers = [each for each in readings if each.amount is not None]
    undirected = measure.better in (None, "none") or measure.unit == "yes-no"
    if undirected or measure.compared_with or not measure.targets or not numbers:
        return None
    last = max(numbers, key=lambda each: (each.period.end, -each.period.start.toordinal()))
    coming = _coming(measure, last)
    line = [each for each in numbers_of_its_kind(measure, readings, last.period) if each.period.end <= last.period.end]
    if measure.span == "cumulative":
        year = counting_year(measure, last.period.end, year_end)
        line = [each for each in line if year.holds(each.period)]
        coming = coming if coming and coming[0] <= year.end else None
    if coming is None:
        return None
    if len({each.period.end for each in line}) < ENOUGH_FOR_A_PACE:
        few = f"a pace needs {ENOUGH_FOR_A_PACE} numbers and there {'is' if len(line) == 1 else 'are'} {len(line)}"
        return PaceStanding(f"not enough data: {few}")
    return _carried_on(measure, line, last, *coming)


def _coming(measure: Measure, last: KnownReading) -> tuple[date, Decimal] | None:
    """The day and the value of the first target that is due after a reading."""
    later = [(key.end, key.start, target.value) for key, target in all_wanted(measure) if key.end > last.period.end]
    return (min(later)[0], min(later)[2]) if later else None


def _carried_on(
    measure: Measure, line: Sequence[KnownReading], last: KnownReading, by: date, goal: Decimal
) -> PaceStanding:
    amount = last.amount
    assert amount is not None
    step, months = _STEPS.get(last.period.kind, ("month", 1))
    slope = _slope([(_months(each.period.end), Fraction(each.amount or 0)) for each in line])
    left = _months(by) - _months(last.period.end)
    ends, came = from_fraction(Fraction(amount) + slope * left, goal), from_fraction(slope * months, ZERO)
    unit, possible = measure.shown_in, measure.nearest_possible(ends)
    at, ends = f"at this pace {{}} {'by' if possible == ends else 'before'} {by}", possible
    at = at.format(show_beside(ends, unit, goal, goal)) + f", where {show_beside(goal, unit, ends, goal)} is wanted"
    met = amount == goal if measure.better == "on-target" else (amount - goal) * _SIDES[measure.better or ""] >= 0
    needed = None if met else from_fraction((Fraction(goal) - Fraction(amount)) * months / left, came)
    if needed is None:
        words = f"{at}; it is met already, and {_signed(came, unit)} a {step} came"
    else:
        words = f"{at}; {_signed(needed, unit, came)} a {step} are needed, {_signed(came, unit, needed)} came"
    basis = f"a straight line through {len(line)} numbers, {line[0].period} to {line[-1].period}"
    return PaceStanding(words, basis, last.period.end, amount, by, ends, step, needed, came, goal)


_SIDES = {"higher": 1, "lower": -1}


def _slope(points: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The rise for each month of the line that is nearest to some points, of which two at least are apart."""
    count = len(points)
    middle, height = sum(x for x, _ in points) / Fraction(count), sum(y for _, y in points) / Fraction(count)
    apart = [(x - middle, y - height) for x, y in points]
    return sum((x * y for x, y in apart), Fraction(0)) / sum((x * x for x, _ in apart), Fraction(0))


def _months(day: date) -> Fraction:
    """A day as months and parts of one since the year 0: months are all as long, so that even steps stay even."""
    return day.year * 12 + day.month - 1 + Fraction(day.day, end_of_month(day.year, day.month).day)


def _signed(change: Decimal, unit: ShownUnit, *others: Decimal) -> str:
    """A change with its sign where it is a fall: `6 points`, `-2`; never printed as another that differs from it."""
    text = show_gap(abs(change), unit, ZERO, *(abs(other) for other in others))
    return f"-{text}" if change < 0 else text
