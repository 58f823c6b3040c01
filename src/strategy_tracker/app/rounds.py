"""Adds to the rounds of a standing the readings that they ask for: measures stand in files of their own."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.meetings.count_answers import rounds_of_bodies
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import AskedThing, RoundStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of

if TYPE_CHECKING:  # git is asked only where a figure does not say its day, and files are read only where one changed
    from strategy_tracker.history.figure_days import FigureDays
    from strategy_tracker.model.measures.measure import Measure
    from strategy_tracker.model.record import Record

_Asked = tuple[str, int, AskedThing]
"""The id of a strategy, the number of one of its bodies, and what the round of that asks for."""


class _AskingRound(NamedTuple):
    """A round that asks for readings of a measure: of which body of a strategy, of which owners, for which priorities.

    What else it asks for is left out of the `round`.
    """

    strategy: str
    body: int
    owners: tuple[str, ...]
    priorities: tuple[str, ...]
    round: RoundStanding


def with_readings_asked(standing: Standing, kept: KeptAnswers) -> Standing:
    """The standing whose rounds also ask for readings; the files of measures are read once more for that.

    Git says when a figure came that does not say it itself, as far as it can.
    """
    asking = dict[str, list[_AskingRound]]()
    for strategy in standing.strategies:
        for one in standing.named(strategy.measures):
            asking.setdefault(one.id, []).extend(_rounds_asking(strategy, one.id, owners_of(one)))
    asking = {name: each for name, each in asking.items() if each}

    found = _found(kept, asking, standing.as_at, {})
    undated = {one.item for *_, one in found if one.answered == ""}
    if undated and (days := _days_in_git(standing, kept.portfolio, undated)):
        found = _found(kept, asking, standing.as_at, days)
    standing = standing._replace(strategies=tuple(_with(one, found) for one in standing.strategies))
    return standing._replace(rounds=rounds_of_bodies(standing))


def _rounds_asking(strategy: StrategyStanding, measure: str, owners: tuple[str, ...]) -> list[_AskingRound]:
    rounds = [(number, body.round) for number, body in enumerate(strategy.bodies) if body.round]
    if not rounds:
        return []
    named_by = tuple(f"{strategy.id}/{one.id}" for one in strategy.priorities if measure in one.every_measure)
    return [_AskingRound(strategy.id, number, owners, named_by, one._replace(asked=())) for number, one in rounds]


def _found(
    kept: KeptAnswers, asking: Mapping[str, Sequence[_AskingRound]], today: date, days: "FigureDays"
) -> list[_Asked]:
    """What each round asks of each measure, where `days` are those of figures that do not say theirs."""
    files = kept.portfolio.of_kind("measures") if asking else []
    work = partial(_read, kept.portfolio, asking, today, days)
    return kept.made_of(files, ("asked in rounds", asking, sorted(days.items())), work, list[_Asked])


def _read(
    portfolio: Portfolio,
    asking: Mapping[str, Sequence[_AskingRound]],
    today: date,
    days: "FigureDays",
    files: Sequence[DataFile],
) -> list[_Asked]:
    from strategy_tracker.judging.measures.inherited import settled
    from strategy_tracker.judging.meetings.rounds import asked_of_measure
    from strategy_tracker.model.measures.measure import Measures

    def asked_in(record: "Record", _: object) -> list[_Asked]:
        listed = record.measures if isinstance(record, Measures) else ()
        known = ((_dated(settled(one, portfolio.settings), days), asking.get(one.id, ())) for one in listed)
        return [
            (each.strategy, each.body, asked)
            for one, rounds in known
            for each in rounds
            if (asked := asked_of_measure(one, each.owners, each.priorities, each.round, today))
        ]

    return [each for file in each_file(portfolio, files, asked_in)[0] for each in file]


def _dated(measure: "Measure", days: "FigureDays") -> "Measure":
    from strategy_tracker.model.values import When

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


def _with(strategy: StrategyStanding, found: Sequence[_Asked]) -> StrategyStanding:
    bodies = list(strategy.bodies)
    for number, body in enumerate(bodies):
        asked = dict[str, AskedThing]()
        for name, place, one in found:
            if (name, place) == (strategy.id, number):
                asked.setdefault(one.item, one)  # of two measures with one id, the first
        if body.round and asked:
            listed = (asked[name] for name in strategy.measures if name in asked)
            bodies[number] = body._replace(round=body.round._replace(asked=(*body.round.asked, *listed)))
    return strategy._replace(bodies=tuple(bodies))
