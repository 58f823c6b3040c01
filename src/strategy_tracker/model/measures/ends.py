"""Figures that are not one number: from one to another, over one, or under one; and what a source says without any."""

from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.model.names.labels import phrase

SaidPosition = Literal["above", "level", "below"]
SaidDirection = Literal["up", "level", "down"]


class Ends(NamedTuple):
    """The lowest and the highest a figure may be; None where there is no end, which is then `is_open`: over 40."""

    low: Decimal | None
    high: Decimal | None
    is_open: bool = False

    def words(self, low: str, high: str) -> str:
        """Write it with its ends as they are printed, the same unit once: `427 to 431 days`, `over 40`, `under 5`."""
        if self.low is not None and self.high is not None:
            number, _, unit = low.partition(" ")
            return phrase("from-to", first=number if unit and unit == high.partition(" ")[2] else low, last=high)
        return phrase("over-figure", figure=low) if self.low is not None else phrase("under-figure", figure=high)

    def beside(self, other: "Ends", band: Decimal) -> int | None:
        """Whether it is above another (1), below it (-1), or level within a band (0); None where it may be either."""
        if self.low is not None and other.high is not None and self._beyond(self.low - other.high, other, band):
            return 1
        if self.high is not None and other.low is not None and self._beyond(other.low - self.high, other, band):
            return -1
        ends = (self.low, self.high, other.low, other.high)
        known = [end for end in ends if end is not None]
        return 0 if len(known) == len(ends) and max(known) - min(known) <= band else None

    def _beyond(self, gap: Decimal, other: "Ends", band: Decimal) -> bool:
        return gap > band or (gap == band and (self.is_open or other.is_open))
