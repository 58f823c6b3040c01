"""What needs somebody today, in a few counts: for whoever types the name of the program and nothing else."""

from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.standing import stand
from strategy_tracker.judging.attention import AttentionItem, list_asked
from strategy_tracker.judging.meetings.reviews import meets_next
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding


class Today(NamedTuple):
    """The standing of everything, what needs somebody in it, and the body that meets next.

    `uncommitted` is how many data files have changes that git does not hold; None where there is no repository.
    """

    standing: Standing
    found: tuple[AttentionItem, ...]
    meets_next: BodyStanding | None
    uncommitted: int | None


def what_needs_somebody(moment: Moment) -> Today:
    """What the files of a portfolio say of this day."""
    from strategy_tracker.history.repository.git import uncommitted

    standing, _ = stand(moment.portfolio, moment.today, whole=False)
    return Today(
        standing,
        list_asked(standing),
        meets_next(standing.strategies, standing.as_at),
        uncommitted(moment.portfolio.root),
    )
