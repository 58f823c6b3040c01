"""Asks that a reading is one thing, possible for its unit, and in agreement with its parts."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.measures.show_figures import ROOMY
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.possible import impossible
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import PER, OwnUnit, in_words
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import When

ASKED_ABOUT = frozenset({"count-with-a-part", "period-not-over"})
"""What may be meant: whoever writes such a figure is asked about it, and not refused."""
PlacedReading = tuple[Measure, Period, Reading, Route]
"""A reading, whose it is, for when, and where it stands."""


def readings_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Every reading gives a good answer to each of `QUESTIONS`.

    There are more readings than of anything else, so they are listed once for all questions.
    """
    readings = list(all_readings(file))
    for question in QUESTIONS:
        yield from question(readings, today)


def all_readings(file: Measures) -> Iterator[PlacedReading]:
    """Give every reading of each measure and of its benchmarks."""
    for measure, route in each(file):
        for period, reading in measure.readings.items():
            place = (*route, "readings", period.text)
            yield measure, period, reading, place
            for by, groups in reading.by.items():
                yield from (
                    (measure, period, one.as_reading(), (*place, "by", by, name)) for name, one in groups.items()
                )
        for name, values in measure.benchmarks.items():
            for period, reading in values.items():
                yield measure, period, reading, (*route, "benchmarks", name, period.text)


def no_period_stands_twice(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No period has two readings under two names: 2021/22 and 2021/2022 are the same days."""
    for measure, route in each(file):
        yield from twice(measure.readings, (*route, "readings"))
        yield from twice(measure.ranks, (*route, "ranks"))
        for name, values in measure.benchmarks.items():
            yield from twice(values, (*route, "benchmarks", name))


def twice(readings: Collection[Period], route: Route) -> Iterator[Diagnostic]:
    """Find periods that are the same days as one before them in a map."""
    if len({period[1:] for period in readings}) == len(readings):
        return
    seen: dict[tuple[object, ...], Period] = {}
    for period in readings:
        first = seen.setdefault(period[1:], period)
        if first is not period:
            message = f"'{period}' and '{first}' are the same days"
            yield Diagnostic("same-period-twice", message, (*route, period.text), at_key=True)


def hold_one_thing(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """A reading is a number, a symbol or words."""
    for measure, period, reading, route in readings:
        number = reading.value is not None or reading.numerator is not None or reading.denominator is not None
        kinds = number + (reading.symbol is not None) + (reading.in_words is not None)
        if kinds == 0:
            yield Diagnostic("empty-reading", f"'{measure.id}' for {period} holds nothing", route)
        elif kinds > 1 and not (reading.symbol == "u" and reading.in_words is None):
            yield Diagnostic("mixed-reading", f"'{measure.id}' for {period} is two things at once", route)
        elif reading.denominator is not None and reading.value is None and measure.unit not in (*PER, "narrative"):
            what = (
                f"'{measure.id}' for {period} is a part of a whole, and its unit '{in_words(measure.unit)}' is not one"
            )
            yield Diagnostic("empty-reading", what, route, "write the number as 'value', or correct the unit")


def targets_are_possible(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No target and no baseline is below 0 where its unit has nothing below."""
    for measure, route in each(file):
        start = measure.baseline.value if measure.baseline else None
        if start is not None and (words := impossible(start, measure)):
            message = f"a baseline of {start} for '{measure.id}': {words}"
            yield Diagnostic("out-of-range", message, (*route, "baseline", "value"))
        for period, target in measure.targets.items():
            if target.ends and (words := impossible(target.ends[0], measure)):
                message = f"a target of {target.written} for '{measure.id}': {words}"
                yield Diagnostic("out-of-range", message, (*route, "targets", period.text))


def are_possible(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """No percentage is over 100 where nothing says that it may be, and no count is below 0."""
    for measure, period, reading, route in readings:
        if reading.value is not None and (words := impossible(reading.value, measure)):
            what = f"{reading.value} for '{measure.id}' in {period}: {words}"
            over = measure.unit == "percent" and reading.value > 0
            yield Diagnostic("out-of-range", what, route, _OVER if over else "")
        if reading.denominator is not None and (reading.denominator < 0 or _some_of_none(reading)):
            yield Diagnostic("out-of-range", f"a denominator of {reading.denominator}", (*route, "denominator"))
        if reading.numerator is not None and reading.numerator < 0:
            yield Diagnostic("out-of-range", f"a numerator of {reading.numerator}", (*route, "numerator"))


_OVER = "correct it, or write 'may_exceed: true' where more than all is possible"


def _some_of_none(reading: Reading) -> bool:
    """0 of 0 is an honest figure, of a cohort in which there was nobody; anything else of 0 is not."""
    return reading.denominator == 0 and reading.numerator != 0


def counts_are_whole(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """A count with a part is asked about: it is counted in thousands or millions, or is an average.

    So is a figure with more places after the point than its unit says.
    """
    for measure, period, reading, route in readings:
        places = _places(measure)
        if places is None or reading.value is None:
            continue
        scaled = reading.value.scaleb(places, ROOMY)
        if scaled == scaled.to_integral_value():
            continue
        what = "is not a whole number" if not places else f"has more than {places} places after the point"
        own = "correct the number, or the 'decimals' of its unit" if isinstance(measure.unit, OwnUnit) else ""
        yield Diagnostic("count-with-a-part", f"{reading.value} for '{measure.id}' in {period} {what}", route, own)


def _places(measure: Measure) -> int | None:
    """How many places a figure has after the point; None where it may have any."""
    if isinstance(measure.unit, OwnUnit):
        return measure.unit.printed.decimals
    return 0 if measure.unit in ("count", "rank") else None


def agree_with_their_parts(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """A typed percentage is what its numerator and denominator give, to the precision it is typed in."""
    for measure, period, reading, route in readings:
        top, whole = reading.numerator, reading.denominator
        if (top is None) != (whole is None):
            yield Diagnostic("half-a-fraction", f"'{measure.id}' for {period} has only one half of a fraction", route)
        if top == whole == 0 and reading.value is not None and measure.unit in PER:
            message = f"{reading.value} is typed, but 0 of 0 gives no share of anything"
            yield Diagnostic("percentage-disagrees", message, (*route, "value"))
        if (
            top is None or whole is None or top < 0 or whole <= 0
        ):  # impossible, and said so above; or nothing of nothing
            continue
        if measure.unit in PER and top > whole and not (measure.unit == "percent" and measure.goes_over):
            yield Diagnostic("part-over-whole", f"{top} of {whole}", (*route, "numerator"))
        elif reading.value is not None and measure.unit in PER:
            exact = top * PER[measure.unit] / whole
            step = Decimal(1).scaleb(int(reading.value.as_tuple().exponent))
            if abs(exact - reading.value) * 2 > step:
                message = f"{reading.value} is typed, but {top} of {whole} gives {exact.quantize(step / 10)}"
                yield Diagnostic("percentage-disagrees", message, (*route, "value"))


def were_known_in_order(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """No figure is known before its period has begun, and former values stand in the order in which they ended.

    Before the period has *ended* one may be: of a running year, or as a forecast.
    """
    for _, period, reading, route in readings:
        if not (reading.recorded or reading.was) or period.start > today:  # said below
            continue
        if reading.recorded and reading.recorded.last < period.start:
            message = f"recorded {reading.recorded}, before {period} began"
            yield Diagnostic("dates-out-of-order", message, (*route, "recorded"), _KNOWN)
        yield from _former_in_order(period, reading, route)


_KNOWN = "correct the day or the period: a figure becomes known once its period has begun"


def _former_in_order(period: Period, reading: Reading, route: Route) -> Iterator[Diagnostic]:
    before: When | None = None
    for n, former in enumerate(reading.was):
        until, place = former.until, (*route, "was", n, "until")
        if until is None:
            continue
        if until.last < period.start:
            yield Diagnostic("dates-out-of-order", f"until {until}, before {period} began", place, _KNOWN)
        elif before and until.last < before.first:
            message = f"until {until}, but the value before it was there until {before}"
            yield Diagnostic("dates-out-of-order", message, place, "correct one of them; the oldest value comes first")
        before = until


def were_not_read_tomorrow(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """A reading cannot be of a period that has not begun, nor known from a day that has not come."""
    for measure, period, reading, route in readings:
        if period.start > today:
            yield Diagnostic(
                "dated-in-future", f"a reading of '{measure.id}' for {period}, which has not begun", route, at_key=True
            )
        if reading.recorded:
            yield from not_come(reading.recorded, today, (*route, "recorded"))


def are_of_a_period_that_is_over(readings: Iterable[PlacedReading], today: date) -> Iterator[Diagnostic]:
    """A figure for a period that still runs is asked about, unless it is marked as provisional or has a note.

    What is meant is mostly a part of it: the year to June, typed as the year.
    """
    for measure, period, reading, route in readings:
        figure = reading.value is not None or reading.numerator is not None
        if period.start <= today < period.end and figure and not _is_explained(reading):
            what = f"a reading of '{measure.id}' for {period}, which is not over until {period.end}"
            yield Diagnostic("period-not-over", what, route, at_key=True)


def _is_explained(reading: Reading) -> bool:
    return reading.state == "provisional" or reading.note is not None


ReadingQuestion = Callable[[Iterable[PlacedReading], date], Iterator[Diagnostic]]
QUESTIONS: tuple[ReadingQuestion, ...] = (
    hold_one_thing,
    are_possible,
    counts_are_whole,
    agree_with_their_parts,
    were_known_in_order,
    were_not_read_tomorrow,
    are_of_a_period_that_is_over,
)
"""What is asked of readings, in this order."""
