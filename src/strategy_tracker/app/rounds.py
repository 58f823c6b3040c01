"""Adds to the rounds of a standing the readings that they ask for: measures stand in files of their own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.meetings.count_answers import rounds_of_bodies
from strategy_tracker.judging.meetings.rounds import asked_of_measure
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import AskedThing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import When

if TYPE_CHECKING:  # git is asked only where a figure does not say its day
    from strategy_tracker.history.figure_days import FigureDays

_Place = tuple[str, int]
"""The id of a strategy, and the number of one of its bodies."""


def with_readings_asked(standing: Standing, portfolio: Portfolio) -> Standing:
    """The standing whose rounds also ask for readings; the files of measures are read once more for that.

    Git says when a figure came that does not say it itself, as far as it can.
    """
    asking: dict[str, list[StrategyStanding]] = {}
    for strategy in standing.strategies:
        named = strategy.measures if any(body.round for body in strategy.bodies) else ()
        for name in standing.measures.keys() & set(named):
            asking.setdefault(name, []).append(strategy)

    found = _found(standing, portfolio, asking, {})
    undated = {one.item for each in found.values() for one in each.values() if one.answered == ""}
    if undated and (days := _days_in_git(standing, portfolio, undated)):
        found = _found(standing, portfolio, asking, days)
    standing = standing._replace(strategies=tuple(_with(one, found) for one in standing.strategies))
    return standing._replace(rounds=rounds_of_bodies(standing))


def _found(
    standing: Standing, portfolio: Portfolio, asking: Mapping[str, Sequence[StrategyStanding]], days: "FigureDays"
) -> dict[_Place, dict[str, AskedThing]]:
    """What each round asks of each measure, where `days` are those of figures that do not say theirs."""

    def asked_in(record: Record, _: object) -> list[tuple[_Place, AskedThing]]:
        listed = record.measures if isinstance(record, Measures) else ()
        known = ((_dated(settled(one, portfolio.settings), days), asking.get(one.id, ())) for one in listed)
        return [each for one, strategies in known for each in _asked(one, strategies, standing)]

    kept, _ = each_file(portfolio, portfolio.of_kind("measures") if asking else (), asked_in)
    found: dict[_Place, dict[str, AskedThing]] = {}
    for where, one in (each for file in kept for each in file):
        found.setdefault(where, {}).setdefault(one.item, one)  # of two measures with one id, the first
    return found


def _dated(measure: Measure, days: "FigureDays") -> Measure:
    known = {
        period: one.model_copy(update={"recorded": When(day.isoformat(), day, day)})
        for period, one in measure.readings.items()
        if one.recorded is None and (day := days.get((measure.id, period.text)))
    }
    return measure.model_copy(update={"readings": {**measure.readings, **known}}) if known else measure


def _days_in_git(standing: Standing, portfolio: Portfolio, measures: Collection[str]) -> "FigureDays":
    """When git has had the figures of these measures; nothing where it cannot be asked."""
    from strategy_tracker.history.repository.in_repository import in_repository

    if not in_repository(portfolio.root):
        return {}
    from strategy_tracker.history.figure_days import figure_days
    from strategy_tracker.history.repository.git import NoGit

    wanted: dict[str, list[str]] = {}
    for name in measures:
        wanted.setdefault(standing.measures[name].file, []).append(name)
    opened = [body.round.opens for one in standing.strategies for body in one.bodies if body.round]
    try:
        return figure_days(portfolio, wanted, min(opened))
    except NoGit:
        return {}


def _asked(
    measure: Measure, strategies: Sequence[StrategyStanding], standing: Standing
) -> Iterator[tuple[_Place, AskedThing]]:
    owners, today = owners_of(standing.measures[measure.id]), standing.as_at
    for strategy in strategies:
        named_by = [f"{strategy.id}/{one.id}" for one in strategy.priorities if measure.id in one.every_measure]
        for number, body in enumerate(strategy.bodies):
            if body.round and (asked := asked_of_measure(measure, owners, named_by, body.round, today)):
                yield (strategy.id, number), asked


def _with(strategy: StrategyStanding, found: dict[_Place, dict[str, AskedThing]]) -> StrategyStanding:
    bodies = list(strategy.bodies)
    for number, body in enumerate(bodies):
        asked = found.get((strategy.id, number), {})
        if body.round and asked:
            listed = (asked[name] for name in strategy.measures if name in asked)
            bodies[number] = body._replace(round=body.round._replace(asked=(*body.round.asked, *listed)))
    return strategy._replace(bodies=tuple(bodies))
