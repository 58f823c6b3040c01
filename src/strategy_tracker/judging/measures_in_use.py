"""Stops the clock of a measure that no running strategy names, and reports measures that are named but missing."""

from collections.abc import Sequence

from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import Phase, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.rating import Clock

_FEW = 3
"""Measures that are named where more are missing."""


def wanted_while_running(standing: Standing) -> Standing:
    """Expect no reading of a measure whose strategies are all over or have not begun.

    A measure that no strategy names is expected as its own fields say.
    """
    phases: dict[str, list[Phase]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            phases.setdefault(name, []).append(strategy.phase)
    idle = {name: each[0] for name, each in phases.items() if not any(phase.runs for phase in each)}
    measures = {
        name: one._replace(late=_idle(idle[name])) if name in idle and one.late.due else one
        for name, one in standing.measures.items()
    }
    return standing._replace(measures=measures)


def with_what_is_missing(standing: Standing) -> Standing:
    """Add to each strategy's gaps the measures that it names and no file holds; the standing must be of all files."""
    return standing._replace(strategies=tuple(_told_missing(one, standing) for one in standing.strategies))


def _told_missing(strategy: StrategyStanding, standing: Standing) -> StrategyStanding:
    missing = [name for name in strategy.measures if name not in standing.measures]
    if not missing:
        return strategy
    listed = ", ".join(missing[:_FEW]) + (f" and {len(missing) - _FEW} more" if len(missing) > _FEW else "")
    told = f"no file that can be read has {len(missing)} of the measures that it names: {listed}"
    return strategy._replace(gaps=(*strategy.gaps, told))


NO_STRATEGY = "-"
"""Stands for the id of a strategy where measures are told that no priority names; no id of a file can be this."""


def strategy_of_unnamed(measures: Sequence[str], organisation: str | None, *, alone: bool) -> StrategyStanding:
    """Make what stands in the place of a strategy where measures that none names are told as one.

    It has no file, no actions and no life of its own. `alone` there is no strategy beside it.
    """
    listed = PriorityStanding(NO_STRATEGY, "Measures", None, None, None, (), tuple(measures), (), ())
    title = "Measures" if alone else UNNAMED
    return StrategyStanding(NO_STRATEGY, title, organisation, None, Phase("undated", ""), (listed,), (), (), "")


def _idle(phase: Phase) -> Clock:
    return Clock("none" if phase.kind == "not-begun" else "closed", None, 0, phase.words)
