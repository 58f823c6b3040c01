"""What is expected of a measure: forecasts of its outturn, and the readings that its limits are worked out from."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Number, Text, refuse

RatedBy = Literal["forecast"]
Limits = Literal["xmr"]


class Forecast(Record):
    """What somebody expects a measure to come out at for a period; each one is kept."""

    value: Number
    """The value expected for the period."""
    on: Date
    """The day on which it was expected."""
    by: Text | None = None
    """The post whose forecast it is."""
    note: Text | None = None
    """What it rests on."""


def _listed(given: Any) -> Any:
    return (given,) if isinstance(given, dict) else given


Forecasts = Annotated[tuple[Forecast, ...], BeforeValidator(_listed)]
"""The forecasts of one period: one, or a list of several."""


class LimitsOver(Record):
    """The readings that limits of variation are worked out from."""

    since: Date | None = Field(default=None, alias="from")
    """The first day; what was read before it belongs to another process, and is not judged by these limits."""
    to: Date | None = None
    """The last day; later readings are judged by these limits and do not move them."""

    @model_validator(mode="after")
    def _of_some_days(self) -> "LimitsOver":
        if self.since is None and self.to is None:
            raise refuse("missing-key", "nothing says which readings", "add 'from: 2024-04-01', or leave it out")
        if self.since and self.to and self.to.last < self.since.first:
            raise refuse("wrong-shape", "'to' is before 'from'", "put the earlier day first")
        return self
