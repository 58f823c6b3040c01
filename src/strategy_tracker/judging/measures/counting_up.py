"""What is peculiar to measures that count up: the year they count in, and whether their figures can only grow."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.model.dates.period import YEARS, Period, YearEnd, financial_year, year_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.model.names.labels import phrase

_LONGEST_YEAR = 366
_FALLING: frozenset[Unit] = frozenset({"percent", "percent-change", "score", "rank", "yes-no", "ratio", "narrative"})
"""Units of which a figure that counts from the start of a year may fall in it: shares and averages."""


def reach(measure: Measure, key: Period) -> Period:
    """Give the days whose figures count towards a target: its own, or of a running total all since it began."""
    if measure.counts_from is None or measure.span != "cumulative":
        return key
    return key._replace(start=min(key.start, measure.counts_from.start))


def running_total(measure: Measure, day: date) -> Period | None:
    """Find the days over which a cumulative measure counts without beginning anew each year; None where it does.

    It says so with `counts_from`, or with a target for several years and none for a single one.
    """
    if measure.span != "cumulative":
        return None
    if measure.counts_from is not None:
        return Period(phrase("since-when", when=measure.counts_from.text), "range", measure.counts_from.start, date.max)
    if any(key.kind in YEARS for key in measure.targets):
        return None
    several = (key for key in measure.targets if key.kind == "range" and key.start <= day <= key.end)
    return next((key for key in several if (key.end - key.start).days > _LONGEST_YEAR), None)


def counting_year(measure: Measure, day: date, year_end: YearEnd) -> Period:
    """Find the year in which a cumulative measure counts at `day`: the kind of its targets, else the financial year.

    Whoever has targets for 2025 and 2026 begins to count anew in January, whatever the settings say. Of a running total
    it is all the time over which it counts.
    """
    if total := running_total(measure, day):
        return total
    financial = financial_year(day, year_end)
    kinds = {key.kind for key in measure.targets if key.kind in YEARS}
    return financial if financial.kind in kinds or len(kinds) != 1 else year_of(kinds.pop(), day, year_end)


def only_grows(measure: Measure, readings: Sequence[KnownReading], shown: KnownReading) -> bool:
    """Tell whether the count behind `shown` can only grow until its year is over, as far as the record shows.

    Shares and averages may fall, and so may what ever fell in the same year or is below 0, such as money paid back.
    """
    if measure.span != "cumulative" or measure.unit in _FALLING or shown.amount is None or shown.amount < 0:
        return False
    years = [days for key in measure.targets if (days := reach(measure, key)).holds(shown.period)]
    amounts = [
        each.amount
        for each in readings
        if each.amount is not None and each.period.end <= shown.period.end and any(y.holds(each.period) for y in years)
    ]
    return all(before <= after for before, after in pairwise(amounts))
