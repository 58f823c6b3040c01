"""Works out where a measure ends if it goes on as it did, and what each month must still bring to meet its target.

The pace is the slope of a least-squares line through the numbers and the days their periods end on; it goes on from the
latest number, so that it reaches the target exactly where what came is what is needed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import mul

from strategy_tracker.judging.measures.counting_up import counting_year
from strategy_tracker.judging.measures.direction import numbers_of_its_kind
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ROOMY, ZERO, from_fraction, show_beside, show_gap, signed
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted, all_wanted
from strategy_tracker.judging.standing.of_outlook import PaceStanding
from strategy_tracker.model.dates.period import PeriodKind, YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import ShownUnit
from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.values import end_of_month

ENOUGH_FOR_A_PACE = 4
_STEPS: dict[PeriodKind, tuple[str, int]] = {
    "quarter": ("quarter", 3),
    "half": (phrase("half-year"), 6),
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
        name: Word = "pace-needs-one" if len(line) == 1 else "pace-needs"
        few = phrase(name, needed=f"{ENOUGH_FOR_A_PACE}", number=f"{len(line)}")
        return PaceStanding(phrase("not-enough-data", why=few))
    return _carried_on(measure, line, last, *coming)


def _coming(measure: Measure, last: KnownReading) -> tuple[date, Wanted] | None:
    """The day of the first target that is due after a reading, and what is wanted by then."""
    later = [(key.end, key.start, wanted) for key, wanted in all_wanted(measure) if key.end > last.period.end]
    found = min(later, key=lambda each: each[:2], default=None)
    return (found[0], found[2]) if found else None


def _carried_on(
    measure: Measure, line: Sequence[KnownReading], last: KnownReading, by: date, wanted: Wanted
) -> PaceStanding:
    amount = last.amount
    assert amount is not None
    step, months = _STEPS.get(last.period.kind, ("month", 1))
    goal = wanted.nearest(amount) if measure.better == "on-target" else wanted.value
    slope = _slope(line)
    left = Fraction(_parts(by) - _parts(last.period.end), _PARTS)
    ends, came = from_fraction(Fraction(amount) + slope * left, goal), from_fraction(slope * months, ZERO)
    unit, possible = measure.shown_in, measure.nearest_possible(ends)
    aim = show_beside(goal, unit, ends, goal) if wanted.is_plain else wanted.words(unit)
    figure = show_beside(possible, unit, goal, goal)
    at = phrase("pace-by" if possible == ends else "pace-before", figure=figure, day=f"{by}")
    needed = None
    if _is_met(measure, amount, wanted):
        words = phrase("pace-met", pace=at, target=aim, came=_signed(came, unit), step=step)
    else:
        needed = from_fraction((Fraction(goal) - Fraction(amount)) * months / left, came)
        told = _signed(needed, unit, came)
        is_one = told.lstrip("-").split(" ")[0] == "1"
        told = phrase("above-figure", figure=told) if wanted.strict else told
        name = "pace-needed-one" if is_one else "pace-needed"
        words = phrase(name, pace=at, target=aim, needed=told, step=step, came=_signed(came, unit, needed))
    basis = phrase("straight-line", number=f"{len(line)}", first=line[0].period.text, last=line[-1].period.text)
    return PaceStanding(words, basis, last.period.end, amount, by, possible, step, needed, came, goal)


def _is_met(measure: Measure, amount: Decimal, wanted: Wanted) -> bool:
    if measure.better == "on-target":
        return wanted.low <= amount <= wanted.high
    ahead = amount - wanted.value if measure.better == "higher" else wanted.value - amount
    return ahead > 0 or (ahead == 0 and not wanted.strict)


_PARTS = 28 * 29 * 15 * 31
"""Parts of a month, of which each day of any month is a whole number: so a line is worked out in whole numbers."""


def _slope(line: Sequence[KnownReading]) -> Fraction:
    """The rise for each month of the line that is nearest to some numbers, of which two at least are days apart."""
    places = max(0, *(-int((each.amount or ZERO).as_tuple().exponent) for each in line))
    first, count = _parts(line[0].period.end), len(line)
    days = [_parts(each.period.end) - first for each in line]
    heights = [int((each.amount or ZERO).scaleb(places, ROOMY)) for each in line]
    rise = count * sum(map(mul, days, heights)) - sum(days) * sum(heights)
    run = count * sum(map(mul, days, days)) - sum(days) ** 2
    return Fraction(rise * _PARTS, run * 10**places)


def _parts(day: date) -> int:
    """A day as parts of months since the year 0: months are all as long as each other, so that even steps stay even."""
    return (day.year * 12 + day.month - 1) * _PARTS + day.day * _PARTS // end_of_month(day.year, day.month).day


def _signed(change: Decimal, unit: ShownUnit, *others: Decimal) -> str:
    """A change with its sign where it is a fall: `6 points`, `-2`; never printed as another that differs from it."""
    text = show_gap(abs(change), unit, ZERO, *(abs(other) for other in others))
    return signed(text, "-") if change < 0 else text
