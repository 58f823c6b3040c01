"""Measures for tests, from plain keywords: numbers become exact decimals and lists tuples, as when a file is read."""

from decimal import Decimal
from typing import Any

from strategy_tracker.judging.measures.known_readings import KnownReading, amount_of
from strategy_tracker.model.dates.period import MARCH, Period, parse_period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading


def as_read(value: Any) -> Any:
    """A tree as the reader of files would give it."""
    if isinstance(value, dict):
        return {str(key): as_read(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(as_read(item) for item in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(str(value))
    return value


def measure(**given: Any) -> Measure:
    """A percentage where higher is better, unless the keywords say otherwise; `better=None` leaves it out."""
    tree = {"id": "m", "title": "M", "unit": "percent", "better": "higher", **given}
    tree = {key: value for key, value in tree.items() if value is not None}
    return Measure.model_validate(as_read(tree), context={"year_end": MARCH})


def known(period: str, reading: Any, unit: Any = "percent") -> KnownReading:
    """One reading as the rules get it."""
    read = Reading.model_validate(as_read(reading))
    return KnownReading(parse_period(period), read, amount_of(read, unit))


def series(readings: dict[str, Any]) -> list[KnownReading]:
    """Readings as the rules get them, in the order in which their periods end."""
    return sorted((known(period, reading) for period, reading in readings.items()), key=lambda each: each.period.end)


YEAR: Period = parse_period("2022/23")
