"""How many actions had which colour at the meetings on record, by what was known on each day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.model.colour import Colour


class ColoursOn(NamedTuple):
    """How many actions had each colour on a day, by what was on record then."""

    day: date
    counts: Mapping[Colour, int]

    @property
    def total(self) -> int:
        """All of them, with a colour or without."""
        return sum(self.counts.values())


class CountsOverTime(NamedTuple):
    """The counts at each meeting on record before today, and on each day a paper was frozen for; oldest first.

    `unread` says that something could not be read of the files of one of these days, and is not counted there;
    `lacking` says why git cannot tell of any.
    """

    records: tuple[ColoursOn, ...] = ()
    unread: bool = False
    lacking: str = ""
