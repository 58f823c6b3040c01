"""Judges the record of one file at a day: the strategy in it, or each of its measures."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.left_out import tell_left_out, without_colour
from strategy_tracker.judging.measures.others.ranks import ALONE, BesideOthers
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.dates.typed_dates import NOTHING_TYPED, TypedDates
from strategy_tracker.model.left_out import NOTHING, LeftOut
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy

if TYPE_CHECKING:
    from strategy_tracker.judging.measures.others.join import OtherFigures

MeasureJudge = Callable[[Measure, date, Settings, str, Route, BesideOthers], MeasureStanding]
"""Gives the standing of the measure that is found in a file at a route, with its places among others."""


def judge_record(
    record: Record,
    file: str,
    today: date,
    settings: Settings,
    *,
    whole: bool = True,
    judge_measure: MeasureJudge | None = None,
    left_out: LeftOut = NOTHING,
    typed: TypedDates = NOTHING_TYPED,
    others: "OtherFigures | None" = None,
) -> JudgedRecord:
    """Judge the record of the file named `file` by what was known on the evening of `today`.

    Without `whole`, former updates and readings and the words of arrows are left out: counts and clocks do not need
    them, and they are most of what one process has to hand to another. `judge_measure` is given where measures stand
    otherwise than by their own figures, as in public. `left_out` is what the file holds and the record does not;
    `typed` are dates that git knows of and the record does not; `others` are the figures of others by the codes of
    measures.
    """
    if isinstance(record, Strategy):
        from strategy_tracker.judging.strategy_standing import stand_strategy

        strategy = tell_left_out(stand_strategy(record, today, settings, file, typed), left_out)
        return JudgedRecord(strategy if whole else _without_former(strategy), left_out=left_out.things)
    if isinstance(record, Measures):
        if judge_measure is None:  # the rules of measures take time to import, and many portfolios have none
            from strategy_tracker.judging.measures.measure_standing import stand_measure

            judge_measure = partial(stand_measure, whole=whole)
        listed = enumerate(joined_measures(record, today, settings, others))
        stood = (judge_measure(m, today, settings, file, ("measures", n), beside) for n, (m, beside) in listed)
        return JudgedRecord(measures=tuple(without_colour(one, left_out) for one in stood), left_out=left_out.things)
    return JudgedRecord()


def joined_measures(
    record: Measures, today: date, settings: Settings, others: "OtherFigures | None"
) -> Iterator[tuple[Measure, BesideOthers]]:
    """Give each measure of a file with the figures of others among its benchmarks, and its places among them."""
    if not others:
        yield from ((measure, ALONE) for measure in record.measures)
        return
    from strategy_tracker.judging.measures.others.join import join  # few portfolios have figures of others

    for measure in record.measures:
        yield join(measure, others, today, settings.organisation)


def _without_former(strategy: StrategyStanding) -> StrategyStanding:
    """A strategy with nothing but the latest update of each action."""
    priorities = tuple(
        priority._replace(
            actions=tuple(action._replace(updates=action.updates[:1], forecasts=()) for action in priority.actions)
        )
        for priority in strategy.priorities
    )
    return strategy._replace(priorities=priorities)
