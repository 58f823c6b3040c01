"""Asks that measures which are parts of another add up to it, period by period."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import is_sum
from strategy_tracker.model.settings import Settings


def parts_add_up(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Where a total and all its parts in the file have a number, they agree, unless a note on one of them says why not.

    Some of them alone are never more than the total.
    """
    places = {measure.id: route for measure, route in each(file)}
    parts: dict[str, list[Measure]] = {}
    for measure in file.measures:
        if measure.part_of in places and is_sum(measure.unit):
            parts.setdefault(measure.part_of or "", []).append(measure)
    for total in file.measures:
        for period, reading in total.readings.items() if total.id in parts and is_sum(total.unit) else ():
            if what := _differs(total, period, reading, parts[total.id]):
                route = (*places[total.id], "readings", period.text)
                yield Diagnostic("parts-do-not-add-up", what, route, at_key=True)


def _differs(total: Measure, period: Period, reading: Reading, parts: Sequence[Measure]) -> str:
    """Say by how much the parts differ from the total; empty where they agree, or cannot be told to differ."""
    beside = [one for part in parts for when, one in part.readings.items() if when[1:] == period[1:]]
    values = [one.value for one in beside if one.symbol is None and one.value is not None]
    whole = reading.value if reading.symbol is None else None
    if whole is None or any(one.note or one.doubt for one in (reading, *beside)):
        return ""
    added = sum(values, Decimal(0))
    if added == whole or (len(values) < len(parts) and added < whole):
        return ""
    return f"the parts of '{total.id}' for {period} add up to {added}, and the total is {whole}"
