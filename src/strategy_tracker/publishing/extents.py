"""Says which days a figure counts: a day, a stretch of days, a running total, a rolling year."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from strategy_tracker.judging.measures.counting_up import counting_year, running_total
from strategy_tracker.model.dates.period import Period, PeriodKind, YearEnd
from strategy_tracker.model.measures.measure import Measure, Publish, Span
from strategy_tracker.model.measures.unit import PER, is_sum
from strategy_tracker.model.values import months_after

ExtentKind = Literal["point", "stretch", "running", "rolling"]
DAY = timedelta(days=1)


class Extent(NamedTuple):
    """The days a figure counts. A `point` has nothing to do with another one; stretches add up to longer ones."""

    kind: ExtentKind
    start: date
    end: date


def extent_of(
    measure: Measure, span: Span | None, period: Period, measures: Mapping[str, Measure], year_end: YearEnd
) -> Extent:
    """What a reading of `period` counts, where those of its measure have this span."""
    if span == "snapshot":
        return Extent("point", period.end, period.end)
    if not adds_up(measure) or (span is None and period.kind == "day"):
        return Extent("point", period.start, period.end)
    if span == "cumulative":
        return Extent("running", counting_year(_with_years(measure, measures), period.end, year_end).start, period.end)
    if span == "rolling-12-months":
        return Extent("rolling", months_after(period.end, -12) + DAY, period.end)
    return Extent("stretch", period.start, period.end)


def adds_up(measure: Measure) -> bool:
    """Whether the figures of a measure, or the counts behind them, add up."""
    return is_sum(measure.unit) or measure.unit in PER


def ends_with_year(measure: Measure, day: date, measures: Mapping[str, Measure], year_end: YearEnd) -> bool:
    """Whether the year in which a measure counts ends on a day."""
    return _year_of(_with_years(measure, measures), day, year_end).end == day


def _year_of(measure: Measure, day: date, year_end: YearEnd) -> Period:
    """The year in which a measure counts at a day; one that counts over several has years that begin as it began."""
    year = counting_year(measure, day, year_end)
    if running_total(measure, day) is None:
        return year
    years = day.year - year.start.year - ((day.month, day.day) < (year.start.month, year.start.day))
    first = months_after(year.start, 12 * years)
    return Period(f"the year from {first}", "year", first, months_after(first, 12) - DAY)


_YEARS: tuple[PeriodKind, ...] = ("year", "calendar-year", "academic-year")
_LONG_ENOUGH: dict[Publish, tuple[PeriodKind, ...]] = {"year": _YEARS, "quarter": ("quarter", "half", *_YEARS)}
_MONTHS: dict[Publish, int] = {"year": 12, "quarter": 3}


def is_left_out(measure: Measure, period: Period, measures: Mapping[str, Measure], year_end: YearEnd) -> bool:
    """Whether a period is shorter than a measure is ever published for, as `publish` says.

    Of what is no sum of its shorter periods, such as a snapshot, the last one of a year stays, by whatever name.
    """
    if measure.publish is None or period.kind in _LONG_ENOUGH[measure.publish]:
        return False
    if period.kind == "range" and months_after(period.start, _MONTHS[measure.publish]) <= period.end + DAY:
        return False
    if span_of(measure, measures) in (None, "period"):
        return True
    year = _year_of(_with_years(measure, measures), period.end, year_end)
    return all(months_after(year.end, -back) != period.end for back in range(0, 12, _MONTHS[measure.publish]))


def span_of(measure: Measure, measures: Mapping[str, Measure]) -> Span | None:
    """What the readings of a measure cover: as it says, else as a total above it says, else as one of its parts."""
    for one in _above(measure, measures):
        if one.span is not None:
            return one.span
    parts = (one for one in measures.values() if measure.id in (one.part_of, one.of))
    return next((one.span for one in parts if one.span is not None), None)


def _with_years(measure: Measure, measures: Mapping[str, Measure]) -> Measure:
    """The measure whose targets say how years are counted: itself, or the next total above that has any."""
    return next((one for one in _above(measure, measures) if one.targets), measure)


def _above(measure: Measure, measures: Mapping[str, Measure]) -> Iterator[Measure]:
    """A measure and the totals above it, each once."""
    seen: set[str] = set()
    one: Measure | None = measure
    while one is not None and one.id not in seen:
        seen.add(one.id)
        yield one
        one = measures.get(one.part_of or one.of or "")
