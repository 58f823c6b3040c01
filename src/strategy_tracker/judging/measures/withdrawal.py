"""Says of a measure that was withdrawn since when and why: it keeps its figures, and is neither rated nor late."""

from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding, WithdrawalStanding
from strategy_tracker.judging.standing.rating import Clock, grey
from strategy_tracker.model.measures.measure import Withdrawal

_NO_ARROW = Arrow("none", "withdrawn")


def as_withdrawn(standing: MeasureStanding, withdrawn: Withdrawal) -> MeasureStanding:
    """Give the standing of a measure from the day on which it was withdrawn; figures and targets stay."""
    on, why, agreed = withdrawn.on, withdrawn.why, withdrawn.approved_by
    words = f"withdrawn {dated(on)}: {why or 'no reason on record'}" + (f"; approved by {agreed}" if agreed else "")
    return standing._replace(
        withdrawn=WithdrawalStanding(on.text, why, agreed, withdrawn.resolution),
        rating=grey("withdrawn", words, "withdrawn"),
        gap=None,
        boundary=None,
        short=_NO_ARROW,
        long=_NO_ARROW,
        trend=_NO_ARROW,
        next_target=None,
        pace=None,
        disagreement="",
        variation=None,
        way=None,
        late=Clock("closed", None, 0, f"none is expected: withdrawn {dated(on)}"),
    )
