"""Figures to which their source gives no date: they are shown, and nothing is worked out from when they were."""

from collections.abc import Sequence

from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import Label, phrase

NO_ARROW = Arrow("none", phrase("undated-no-arrow"))


def dated(readings: Sequence[KnownReading]) -> Sequence[KnownReading]:
    """Give the readings that have a date: the only ones that can stand before or after another."""
    found = [each for each in readings if not each.reading.undated]
    return readings if len(found) == len(readings) else found


def rate_undated(measure: Measure) -> Rating:
    """Say why an undated figure has no colour: nobody knows which target or figure of others it belongs beside."""
    if measure.compared_with is not None or measure.rank_within:
        return grey("undated", phrase("undated-beside-others"))
    if measure.targets:
        return grey("undated", phrase("undated-against-target"))
    return grey("no-target", phrase("no-target-declared"))


def at(figure: str, known: KnownReading) -> Label:
    """Say of when a figure is, or what else is told of it: `8 in 2022-08`, `8 on 2022-06-30`, `8, undated`."""
    if known.reading.undated:
        return phrase("two-words", first=figure, second=phrase("undated"))
    return phrase("on-day" if known.period.kind == "day" else "in-period", figure=figure, period=known.period.text)
