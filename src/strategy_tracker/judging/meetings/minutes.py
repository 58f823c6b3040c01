"""Says of each approval which minute it stands in: of the resolution it points to, or that none is on record."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from strategy_tracker.judging.standing.of_actions import ActionStanding, Halt, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import (
    MeasureStanding,
    RuleStepStanding,
    SuspensionStanding,
    WithdrawalStanding,
)
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.plain.when import read_when

NO_MINUTE = phrase("agreed-no-minute")
"""What is said of an approval by a body that keeps minutes, where it points to none of them."""

Approval = TypeVar(
    "Approval", MoveStanding, UpdateStanding, Halt, RuleStepStanding, WithdrawalStanding, SuspensionStanding
)


class Minutes(NamedTuple):
    """What bodies resolved, by `id` and by `strategy/id`, each with its body, and since when each of them keeps it.

    The names of `kept` are as they are compared; each has the day of its first meeting with a record of its own.
    """

    resolved: Mapping[str, tuple[str, ResolutionStanding]]
    kept: Mapping[str, str]


def minutes_of(bodies: Iterable[tuple[str, BodyStanding]]) -> Minutes:
    """Collect what bodies resolved; each comes with the id of its strategy."""
    resolved, kept = dict[str, tuple[str, ResolutionStanding]](), dict[str, str]()
    for strategy, body in bodies:
        for one in body.resolutions:
            resolved[f"{strategy}/{one.id}"] = body.body, one
            resolved.setdefault(one.id, (body.body, one))
            name = name_form(body.body)
            kept[name] = min(kept.get(name, one.first), one.first)
    return Minutes(resolved, kept)


def with_minutes(strategy: StrategyStanding) -> StrategyStanding:
    """A strategy whose moves, updates and halts say which minute they were agreed to in."""
    minutes = minutes_of((strategy.id, body) for body in strategy.bodies)
    if not minutes.kept:
        return strategy
    priorities = (
        one._replace(actions=tuple(_action(action, minutes) for action in one.actions)) for one in strategy.priorities
    )
    return strategy._replace(priorities=tuple(priorities))


def _action(action: ActionStanding, minutes: Minutes) -> ActionStanding:
    return action._replace(
        moves=tuple(_minuted(one, minutes) for one in action.moves),
        updates=tuple(_minuted(one, minutes) for one in action.updates),
        halt=_minuted(action.halt, minutes) if action.halt else None,
        milestones=tuple(
            step._replace(moves=tuple(_minuted(one, minutes) for one in step.moves)) for step in action.milestones
        ),
    )


def measure_with_minutes(measure: MeasureStanding, minutes: Minutes) -> MeasureStanding:
    """A measure whose changes, suspension and withdrawal say which minute they were agreed to in."""
    return measure._replace(
        changed=tuple(_minuted(one, minutes) for one in measure.changed),
        suspended=_minuted(measure.suspended, minutes) if measure.suspended else None,
        withdrawn=_minuted(measure.withdrawn, minutes) if measure.withdrawn else None,
    )


def _minuted(one: Approval, minutes: Minutes) -> Approval:
    if one.resolution:
        if one.resolution not in minutes.resolved:
            return one  # `validate` says so, and of what is published the reader has no right to know
        body, resolution = minutes.resolved[one.resolution]
        if resolution.resolved != "agreed":
            return one._replace(minute=phrase("and-what", what=body, of=resolution.decision))
        where = resolution.decision
        if resolution.minute:
            where = phrase("minute-of", minute=resolution.minute, meeting=resolution.meeting)
        return one._replace(approved_by=one.approved_by or body, minute=where)
    since = minutes.kept.get(name_form(one.approved_by)) if one.approved_by else None
    if since is None or not one.on or read_when(one.on).last < read_when(since).first:
        return one
    return one._replace(minute=NO_MINUTE)
