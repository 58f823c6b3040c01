"""Who reviews each strategy: meetings held, due and missed."""

from strategy_tracker.app.looking.status import FilteredStanding, Filters, mistyped
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.standing import stand
from strategy_tracker.judging.filters import narrow


def reviews(moment: Moment, filters: Filters) -> FilteredStanding:
    """The strategies that the filters keep, with the bodies that review them; measures are read where a round is."""
    portfolio, today = moment
    standing, wrong = stand(portfolio, today, portfolio.of_kind("strategies"), whole=False)
    if any(body.round for one in standing.strategies for body in one.bodies):
        standing, wrong = stand(portfolio, today, whole=False)
    kept = FilteredStanding(narrow(standing, filters), filters, tuple(wrong))
    if not kept.is_empty:
        return kept
    every, _ = stand(portfolio, today, whole=False)  # who owns only measures is an owner too
    return kept._replace(mistyped=mistyped(filters, every))
