"""Gives the posts and bodies of a standing one spelling each, so that they are grouped, counted and asked as one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.of_rounds import RoundStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import Owned, owners_of
from strategy_tracker.model.names.one_name import other_spellings


def written_names(strategies: Iterable[StrategyStanding], measures: Iterable[MeasureStanding]) -> Counter[str]:
    """How often each owner, body and author of papers is written in the files; what is inherited is not written."""
    names: list[str | None] = [name for measure in measures for name in owners_of(measure)]
    for strategy in strategies:
        names += owners_of(strategy)
        names += [name for body in strategy.bodies for name in (body.body, body.paper_by)]
        names += [each.by for body in strategy.bodies for each in body.resolutions]
        names += [name for one in strategy.priorities if one.owner_from is None for name in owners_of(one)]
        names += [name for one in strategy.actions if one.owner_from is None for name in owners_of(one)]
    return Counter(name for name in names if name)


def in_one_spelling(standing: Standing) -> Standing:
    """The standing in which each post and each body is spelled as most of the files have it."""
    return respelt(standing, other_spellings(written_names(standing.strategies, standing.measures.values())))


def respelt(standing: Standing, spellings: Mapping[str, str]) -> Standing:
    """The standing with some names in another spelling."""
    if not spellings:
        return standing
    strategies = tuple(respelt_strategy(one, spellings) for one in standing.strategies)
    measures = {name: one._replace(**_owners(one, spellings)) for name, one in standing.measures.items()}
    return standing._replace(strategies=strategies, measures=measures)


def respelt_strategy(strategy: StrategyStanding, spellings: Mapping[str, str]) -> StrategyStanding:
    """A strategy with some names in another spelling."""

    def action(one: ActionStanding) -> ActionStanding:
        return one._replace(**_owners(one, spellings))

    bodies = (
        one._replace(
            body=spellings.get(one.body, one.body),
            paper_by=_of(one.paper_by, spellings),
            round=_respelt_round(one.round, spellings),
            resolutions=tuple(_respelt_resolution(each, spellings) for each in one.resolutions),
        )
        for one in strategy.bodies
    )
    priorities = (
        one._replace(**_owners(one, spellings), actions=tuple(map(action, one.actions))) for one in strategy.priorities
    )
    return strategy._replace(**_owners(strategy, spellings), bodies=tuple(bodies), priorities=tuple(priorities))


def _owners(one: Owned, spellings: Mapping[str, str]) -> dict[str, Any]:
    named = (spellings.get(name, name) for name in one.owners)
    return {"owner": _of(one.owner, spellings), "owners": tuple(dict.fromkeys(named))}


def _respelt_round(found: RoundStanding | None, spellings: Mapping[str, str]) -> RoundStanding | None:
    if found is None:
        return None
    asked = (one._replace(owners=tuple(spellings.get(name, name) for name in one.owners)) for one in found.asked)
    return found._replace(asked=tuple(asked))


def _respelt_resolution(found: ResolutionStanding, spellings: Mapping[str, str]) -> ResolutionStanding:
    owners = tuple(spellings.get(name, name) for name in found.owners)
    return found._replace(by=_of(found.by, spellings), owners=owners)


def _of(name: str | None, spellings: Mapping[str, str]) -> str | None:
    return spellings.get(name, name) if name else name
