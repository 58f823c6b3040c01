"""A round as data: with its counts, and what is asked of each owner and in each priority."""

from typing import Any

from strategy_tracker.judging.meetings.count_answers import asked_in, asked_owners, count_round
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import RoundStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding

ROUND_COLUMNS = (
    "asks", "round_meeting", "round_opens", "round_closes", "owners_asked", "owners_answered", "owners_late",
)  # fmt: skip
"""The columns of a round in the flat row of a body."""


def body_data(body: BodyStanding) -> dict[str, Any]:
    """A body with the counts of its round, whole and by owner and priority."""
    return {**body._asdict(), "round": round_data(body.round) if body.round else None}


def round_data(one: RoundStanding) -> dict[str, Any]:
    """A round with its counts, and what is asked of each owner and in each priority."""
    return {
        **one._asdict(),
        "counts": count_round(one.asked),
        "owners": [{**each._asdict(), "has_answered": each.has_answered} for each in asked_owners(one.asked)],
        "priorities": {name: count_round(asked_in(one.asked, name)) for name in priorities_of(one)},
    }


def rounds_data(standing: Standing) -> dict[str, Any]:
    """Every round of a portfolio with its counts, each body's meeting once; nothing where no body asks."""
    rounds = [{"body": one.body, "strategies": one.strategies, **round_data(one.round)} for one in standing.rounds]
    return {"rounds": rounds} if rounds else {}


def round_cells(body: BodyStanding) -> dict[str, Any]:
    """The cells of `ROUND_COLUMNS`; all but the first are empty where no round of the body has opened."""
    one = body.round
    if one is None:
        return dict.fromkeys(ROUND_COLUMNS) | {"asks": body.asks}
    counts = count_round(one.asked)
    numbers = (counts.owners, counts.answered, counts.late)
    return dict(zip(ROUND_COLUMNS, (body.asks, one.meeting, one.opens, one.closes, *numbers), strict=True))


def priorities_of(one: RoundStanding) -> list[str]:
    """The priorities in which a round asks for something, as `strategy/priority`, in printed order."""
    return list(dict.fromkeys(name for each in one.asked for name in each.priorities))
