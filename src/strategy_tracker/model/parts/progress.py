"""From how much of what was expected by now an action counts as green or amber, where a body rates progress at all."""

from pydantic import model_validator

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Number, refuse


class Progress(Record):
    """Limits on the share complete, in percent of the share of its time that has gone."""

    green_from: Number
    """Green from this percentage of what was expected by now."""
    amber_from: Number
    """Amber from this percentage, red below it."""

    @model_validator(mode="after")
    def _in_order(self) -> "Progress":
        if not 0 <= self.amber_from <= self.green_from:
            what = f"amber from {self.amber_from} and green from {self.green_from} leave no room"
            raise refuse("wrong-shape", what, "write the higher one for green: {green_from: 90, amber_from: 70}")
        return self
