"""What is known on a day of the things of one file: plain data, which crosses between processes, and is kept."""

from collections.abc import Mapping
from typing import NamedTuple

from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding


class JudgedRecord(NamedTuple):
    """How the things of one file stand: a strategy or some measures; a file of practice examples has neither.

    `left_out` counts what has an error and is left out, by what it is.
    """

    strategy: StrategyStanding | None = None
    measures: tuple[MeasureStanding, ...] = ()
    left_out: Mapping[str, int] = {}
