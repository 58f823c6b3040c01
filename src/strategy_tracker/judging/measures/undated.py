"""Figures to which their source gives no date: they are shown, and nothing is worked out from when they were."""

from collections.abc import Sequence

from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.measures.measure import Measure

NO_ARROW = Arrow("none", "no arrow: the figure is undated")


def dated(readings: Sequence[KnownReading]) -> Sequence[KnownReading]:
    """Give the readings that have a date: the only ones that can stand before or after another."""
    found = [each for each in readings if not each.reading.undated]
    return readings if len(found) == len(readings) else found


def rate_undated(measure: Measure) -> Rating:
    """Say why an undated figure has no colour: nobody knows which target or figure of others it belongs beside."""
    if measure.compared_with is not None or measure.rank_within:
        return grey("undated", "the figure is undated, so it is not known which figures of others it stands beside")
    if measure.targets:
        return grey("undated", "the figure is undated, so it is not known which target counts for it")
    return grey("no-target", "no target is declared")


def at(known: KnownReading) -> str:
    """Say of when a figure is, to stand behind it: ` in 2022-08`, ` on 2022-06-30`, or `, undated`."""
    if known.reading.undated:
        return ", undated"
    return f" {'on' if known.period.kind == 'day' else 'in'} {known.period}"
