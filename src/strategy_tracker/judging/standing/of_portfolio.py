"""The standing of a portfolio on a day: the one computed picture that every output is made from.

Plain, immutable, picklable data; no pydantic objects, so that a thousand strategies stay small, and can be handed from
one process to another. The other modules of this room fill it in; nothing outside the room works out a colour or a
count of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_rounds import BodyRound
from strategy_tracker.judging.standing.of_seals import SealStanding
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.names.labels import phrase

UNNAMED = phrase("not-named-by-any")
"""The heading of measures that no priority names."""


class Standing(NamedTuple):
    """The whole portfolio at a date; `known` says from which earlier moment's files, if not today's.

    `unread` are the files in which something could not be read, or has an error, and is left out; `left_out` counts
    what that is, in files of which the rest is told. `moves_not_known` says why git cannot tell which dates were typed
    over; it is empty where it can, and where it was not asked. `rounds` are those before the meetings of each body,
    and `seals` what bodies approved at meetings on record.
    """

    as_at: date
    organisation: str | None
    strategies: tuple[StrategyStanding, ...]
    measures: dict[str, MeasureStanding]
    known: str = ""
    unread: tuple[str, ...] = ()
    left_out: Mapping[str, int] = {}
    moves_not_known: str = ""
    rounds: tuple[BodyRound, ...] = ()
    seals: tuple[SealStanding, ...] = ()

    def measures_left_out(self, priorities: Iterable[PriorityStanding]) -> int:
        """Count the measures of some priorities that have an error, or may: no file that can be read has them."""
        priorities = list(priorities)
        names = {name for one in priorities for name in one.every_measure} if self.unread else set()
        return sum(one.measures_left_out for one in priorities) + sum(name not in self.measures for name in names)

    @property
    def unnamed(self) -> tuple[MeasureStanding, ...]:
        """The measures that no priority names, as far as they may be shown: they stand under a heading of their own.

        None where a strategy could not be read whole: what it names is not known.
        """
        if any(name.startswith("strategies/") for name in self.unread):
            return ()
        named = {name for strategy in self.strategies for name in strategy.measures}
        return tuple(
            one for name, one in self.measures.items() if name not in named and one.rating.why != "not-published"
        )

    @property
    def tells_actions(self) -> bool:
        """Whether any strategy is known by more than its measures."""
        return any(one.tells_actions for one in self.strategies)

    @property
    def tells_measures(self) -> bool:
        """Whether there are measures, or any strategy is known by more than its actions."""
        return bool(self.measures) or any(one.tells_measures for one in self.strategies)

    @property
    def withdrawn(self) -> tuple[MeasureStanding, ...]:
        """The measures that were withdrawn, each once."""
        return tuple(one for one in self.measures.values() if one.withdrawn)

    def named(self, ids: Iterable[str]) -> list[MeasureStanding]:
        """The measures of these ids, as far as they are on record."""
        return [self.measures[name] for name in ids if name in self.measures]
