"""Says of a measure that was withdrawn since when and why: it keeps its figures, and is neither rated nor late."""

from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding, WithdrawalStanding
from strategy_tracker.judging.standing.rating import Clock, grey
from strategy_tracker.model.measures.measure import Withdrawal
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase

_NO_ARROW = Arrow("none", phrase("withdrawn"))


def as_withdrawn(standing: MeasureStanding, withdrawn: Withdrawal) -> MeasureStanding:
    """Give the standing of a measure from the day on which it was withdrawn; figures and targets stay."""
    on, why, agreed = withdrawn.on, withdrawn.why, withdrawn.approved_by
    since = phrase("withdrawn-when", when=dated(on))
    told = phrase("and-what", what=since, of=why or phrase("no-reason"))
    words = semicolons([told, *([phrase("approved-by-whom", who=agreed)] if agreed else [])])
    return standing._replace(
        withdrawn=WithdrawalStanding(on.text, why, agreed, withdrawn.resolution),
        rating=grey("withdrawn", words, phrase("withdrawn")),
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
        late=Clock("closed", None, 0, phrase("none-is-expected", why=since)),
    )
