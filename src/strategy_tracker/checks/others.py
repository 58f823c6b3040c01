"""Asks that the places of measures among others are possible, and that their limits lie the right way round."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.measure_rules import each
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.rank import RankLimits
from strategy_tracker.model.settings import Settings


def ranks_are_possible(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A place is one of those there are, of a period that is over; and amber reaches further than green."""
    for measure, route in each(file):
        if measure.rank_within and _is_no_amber(measure.rank_within):
            limits = measure.rank_within
            message = f"amber to the {limits.amber}, but green to the {limits.green}"
            yield Diagnostic("floor-beyond-target", message, (*route, "rank_within", "amber"))
        for period, rank in measure.ranks.items():
            place = (*route, "ranks", period.text)
            if rank.place > rank.of:
                yield Diagnostic(
                    "out-of-range", f"place {rank.place} of {rank.of}", (*place, "place"), "correct one of them"
                )
            yield from _too_early(measure, period, place, today)


def _is_no_amber(limits: RankLimits) -> bool:
    """Whether no place can be amber; a quarter and a place cannot be compared without knowing how many there are."""
    green, amber = limits.green, limits.amber
    if amber is None or (amber.quartile is None) != (green.quartile is None):
        return False
    return (amber.quartile or amber.place or 0) <= (green.quartile or green.place or 0)


def _too_early(measure: Measure, period: Period, route: Route, by: date) -> Iterator[Diagnostic]:
    if period.start > by:
        what = f"a place of '{measure.id}' for {period}, which has not begun"
        yield Diagnostic("dated-in-future", what, route, at_key=True)
    elif period.end > by:
        what = f"a place of '{measure.id}' for {period}, which is not over until {period.end}"
        yield Diagnostic("period-not-over", what, route, at_key=True)
