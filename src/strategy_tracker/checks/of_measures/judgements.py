"""Asks of what somebody judged of a measure that its day has come, and that a red says what will be done."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import Settings


def judgements_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A judgement of a measure was made on a day that has come; a red one has a note."""
    for measure, route in each(file):
        for n, one in enumerate(measure.judgements):
            place = (*route, "judgements", n)
            yield from not_come(one.on, today, (*place, "on"))
            if one.rag == "red" and not one.note:
                what = f"'{measure.id}' was judged red and nothing says why"
                yield Diagnostic("red-without-note", what, (*place, "rag"))
