"""Cuts a standing down to one owner, priority, colour, state, stage or need: filters that mean the same everywhere."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.judging.actions.need import is_or_worse
from strategy_tracker.judging.measures_in_use import wanted_while_running
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import AskedThing, BodyRound
from strategy_tracker.judging.standing.of_strategies import BodyStanding, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import Owned, owners_of
from strategy_tracker.model.names.one_name import name_form


class Filters(NamedTuple):
    """What to keep; an empty text keeps everything."""

    owner: str = ""
    priority: str = ""
    strategy: str = ""
    rag: str = ""
    state: str = ""
    need: str = ""
    level: str = ""
    stage: str = ""

    def words(self) -> str:
        """The filters in force, for the head of an output; empty where there are none."""
        return ", ".join(f"{key} '{value}'" for key, value in self._asdict().items() if value)


def is_owner(name: str | None, wanted: str) -> bool:
    """Whether an owner is the one asked for; a part of the name, in any spelling, is enough."""
    form = name_form(wanted)
    return not wanted or (name is not None and form != "" and form in name_form(name))


def _is_owned_by(one: Owned, wanted: str) -> bool:
    """Whether one of the owners of a thing is the one asked for."""
    return not wanted or any(is_owner(name, wanted) for name in owners_of(one))


def _is_of_level(level: str | None, wanted: str) -> bool:
    return not wanted or (level is not None and name_form(level) == name_form(wanted))


class UnknownName(NamedTuple):
    """A filter with a name that nothing in a portfolio has, and the names there are."""

    key: str
    name: str
    names: tuple[str, ...]


def unknown_name(standing: Standing, filters: Filters) -> UnknownName | None:
    """Find the first filter whose name nothing in the standing has; None where each is the name of something."""
    strategies = {one.id for one in standing.strategies}
    if filters.strategy and filters.strategy not in strategies:
        return UnknownName("strategy", filters.strategy, tuple(sorted(strategies)))
    priorities = {priority.id for one in standing.strategies for priority in one.priorities}
    if filters.priority and filters.priority not in priorities:
        return UnknownName("priority", filters.priority, tuple(sorted(priorities)))
    levels = {one.level for one in standing.measures.values()}
    levels |= {priority.level for one in standing.strategies for priority in one.priorities}
    named = sorted(level for level in levels if level)
    if filters.level and not any(_is_of_level(level, filters.level) for level in named):
        return UnknownName("level", filters.level, tuple(named))
    owners = tuple(sorted(_owners(standing)))
    if not any(is_owner(owner, filters.owner) for owner in owners):
        return UnknownName("owner", filters.owner, owners) if filters.owner else None
    return None


def _owners(standing: Standing) -> set[str]:
    """Everybody who answers for anything, and who writes the papers."""
    named: set[str | None] = {name for measure in standing.measures.values() for name in owners_of(measure)}
    for strategy in standing.strategies:
        named |= {*owners_of(strategy), *(body.paper_by for body in strategy.bodies)}
        named |= {name for body in strategy.bodies for one in body.resolutions for name in one.owners}
        named |= {name for priority in strategy.priorities for name in owners_of(priority)}
        named |= {name for action in strategy.actions for name in owners_of(action)}
    return {name for name in named if name}


def narrow(standing: Standing, filters: Filters) -> Standing:
    """Keep of a standing only what the filters ask for, so that counts made of it are counts of what is kept.

    A measure that no strategy names stays, but for a filter that asks for what is in a strategy or a priority.
    """
    if not any(filters):
        return standing
    of_level = {name for one in standing.strategies for name in _named_at(one, filters.level)}
    measures = {
        name: measure
        for name, measure in standing.measures.items()
        if _keeps_measure(measure, filters) and (_is_of_level(measure.level, filters.level) or name in of_level)
    }
    kept = (
        _strategy(strategy, filters, measures)
        for strategy in standing.strategies
        if filters.strategy in ("", strategy.id)
    )
    strategies = tuple(strategy for strategy in kept if _anything(strategy, measures, filters))
    named = {name for strategy in strategies for name in strategy.measures}
    if not (filters.strategy or filters.priority):  # of a level, those that are kept at all
        named |= measures.keys() - {name for strategy in standing.strategies for name in strategy.measures}
    kept_measures = {name: measure for name, measure in measures.items() if name in named}
    rounds = tuple(one for each in standing.rounds if (one := _round(each, filters)).round.asked)
    return wanted_while_running(standing._replace(strategies=strategies, measures=kept_measures, rounds=rounds))


def _round(one: BodyRound, filters: Filters) -> BodyRound:
    """A round with only what is asked of an owner, and in a strategy or priority; of a colour or state nothing is."""
    of_actions = filters.rag or filters.state or filters.need or filters.level or filters.stage
    asked = (
        thing._replace(owners=tuple(name for name in thing.owners if is_owner(name, filters.owner)))
        for thing in one.round.asked
        if not of_actions and _is_asked(thing, filters)
    )
    return one._replace(round=one.round._replace(asked=tuple(asked)))


def _is_asked(thing: AskedThing, filters: Filters) -> bool:
    places = (place.split("/") for place in thing.priorities)
    inside = any(filters.strategy in ("", place[0]) and filters.priority in ("", place[1]) for place in places)
    return inside and (not filters.owner or any(is_owner(name, filters.owner) for name in thing.owners))


def _named_at(strategy: StrategyStanding, level: str) -> set[str]:
    """The measures that priorities of a level name."""
    return {
        name for one in strategy.priorities if level and _is_of_level(one.level, level) for name in one.every_measure
    }


def _strategy(strategy: StrategyStanding, filters: Filters, measures: dict[str, MeasureStanding]) -> StrategyStanding:
    meant = [one for one in strategy.priorities if one.id == filters.priority]
    inside = strategy.with_those_under(meant[0]) if meant else () if filters.priority else strategy.priorities
    kept = [_priority(p, filters, measures) for p in inside]
    of_actions = filters.priority or filters.rag or filters.state or filters.need or filters.level or filters.stage
    bodies = () if of_actions else tuple(one for body in strategy.bodies for one in _body(body, filters.owner))
    gaps = () if of_actions or filters.owner else strategy.gaps  # they speak of all actions, and not of those kept
    return strategy._replace(priorities=tuple(kept), bodies=bodies, gaps=gaps)


def _body(body: BodyStanding, owner: str) -> Iterator[BodyStanding]:
    """A body whose paper an owner writes, or that asked them for something; the clock of another's paper stands."""
    if not owner:
        yield body
        return
    asked = tuple(one for one in body.resolutions if any(is_owner(name, owner) for name in one.owners))
    if is_owner(body.paper_by, owner):
        yield body._replace(resolutions=asked)
    elif asked:
        yield body._replace(resolutions=asked, clock=body.clock._replace(kind="none"))


def _priority(priority: PriorityStanding, filters: Filters, measures: dict[str, MeasureStanding]) -> PriorityStanding:
    """A priority with what is kept of it; one of another level than the one asked for has only measures of that."""
    if not _is_of_level(priority.level, filters.level):
        found = (measures[name] for name in priority.every_measure if name in measures)
        of_level = tuple(one.id for one in found if _is_of_level(one.level, filters.level))
        return priority._replace(actions=(), measures=of_level)
    actions = tuple(action for action in priority.actions if _keeps_action(action, filters))
    return priority._replace(actions=actions, measures=priority.every_measure)


def _anything(strategy: StrategyStanding, measures: dict[str, MeasureStanding], filters: Filters) -> bool:
    if filters.strategy and not any(filters._replace(strategy="")):
        return True
    kept = any(p.actions or any(name in measures for name in p.measures) for p in strategy.priorities)
    return kept or bool(filters.owner and strategy.bodies)


def _keeps_action(action: ActionStanding, filters: Filters) -> bool:
    return (
        _is_owned_by(action, filters.owner)
        and filters.rag in ("", action.rating.colour)
        and filters.state in ("", action.state)
        and filters.stage in ("", action.stage)
        and (not filters.need or _needs(action, filters.need))
    )


def _needs(action: ActionStanding, wanted: str) -> bool:
    return action.need is not None and is_or_worse(action.need.word, action.need.silence, wanted)


def _keeps_measure(measure: MeasureStanding, filters: Filters) -> bool:
    return (
        not (filters.state or filters.need or filters.stage)
        and _is_owned_by(measure, filters.owner)
        and filters.rag in ("", measure.rating.colour)
    )
