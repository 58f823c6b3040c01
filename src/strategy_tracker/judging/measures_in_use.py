"""Stops the clock of a measure that no running strategy names, and reports measures that are named but missing."""

from collections.abc import Sequence
from datetime import date

from strategy_tracker.judging.measures.next_reading import next_reading
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import Phase, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.plain.interval import read_interval

_FEW = 3
"""Measures that are named where more are missing."""


def wanted_while_running(standing: Standing) -> Standing:
    """Expect no reading of a measure whose strategies are all over or have not begun, nor of a time before they began.

    A measure that no strategy names is expected as its own fields say.
    """
    begun, idle = dict[str, date | None](), dict[str, Phase]()
    for strategy in standing.strategies:
        for name in strategy.measures:
            if strategy.phase.runs:
                begun[name] = _earlier(begun[name], strategy.starts) if name in begun else strategy.starts
            else:
                idle.setdefault(name, strategy.phase)
    measures = {}
    for name, one in standing.measures.items():
        late = one.late
        if late.due and name in begun:
            late = _wanted(one, begun[name], standing.as_at) if late.run_out else late
        elif late.due and name in idle:
            late = _idle(idle[name])
        measures[name] = one if late is one.late else one._replace(late=late)
    return standing._replace(measures=measures)


def _earlier(one: date | None, other: date | None) -> date | None:
    """The earlier of two days on which strategies begin; None where one of them has always run."""
    return min(one, other) if one and other else None


def _wanted(measure: MeasureStanding, first: date | None, today: date) -> Clock:
    """The clock of a reading that is late, where the strategies that name the measure have run since a day."""
    if not first or not measure.frequency or (measure.known_since and measure.known_since >= first):
        return measure.late  # it was counted from a later day
    every, lag = read_interval(measure.frequency), read_interval(measure.lag) if measure.lag else None
    return next_reading(measure.read_to, every, lag, today, first)


def with_what_is_missing(standing: Standing) -> Standing:
    """Add to each strategy's gaps the measures that it names and no file holds; the standing must be of all files."""
    return standing._replace(strategies=tuple(_told_missing(one, standing) for one in standing.strategies))


def _told_missing(strategy: StrategyStanding, standing: Standing) -> StrategyStanding:
    missing = [name for name in strategy.measures if name not in standing.measures]
    if not missing:
        return strategy
    named = ", ".join(missing[:_FEW])
    if len(missing) > _FEW:
        named = phrase("and-so-many-more", things=named, number=f"{len(missing) - _FEW}")
    told = phrase("measures-in-no-file", number=f"{len(missing)}", measures=named)
    return strategy._replace(gaps=(*strategy.gaps, told))


NO_STRATEGY = "-"
"""Stands for the id of a strategy where measures are told that no priority names; no id of a file can be this."""


def strategy_of_unnamed(measures: Sequence[str], organisation: str | None, *, alone: bool) -> StrategyStanding:
    """Make what stands in the place of a strategy where measures that none names are told as one.

    It has no file, no actions and no life of its own. `alone` there is no strategy beside it.
    """
    listed = PriorityStanding(
        NO_STRATEGY, label("measures"), None, None, None, (), tuple(measures), (), (), plan="measures"
    )
    title = label("measures") if alone else UNNAMED
    return StrategyStanding(
        NO_STRATEGY, title, organisation, None, Phase("undated", ""), (listed,), (), (), "", plan="measures"
    )


def _idle(phase: Phase) -> Clock:
    return Clock("none" if phase.kind == "not-begun" else "closed", None, 0, phase.words)
