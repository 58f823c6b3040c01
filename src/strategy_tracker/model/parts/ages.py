"""The ages of the people a group is for."""

from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Number, refuse


class Ages(Record):
    """From which age to which; `[11, 17]` is a short way to write both."""

    low: Number | None = Field(default=None, alias="from")
    """The youngest."""
    to: Number | None = None
    """The oldest."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, tuple) and len(given) == 2 and all(isinstance(age, Decimal) for age in given):
            return {"from": given[0], "to": given[1]}
        return given

    @model_validator(mode="after")
    def _in_order(self) -> "Ages":
        if self.low is None and self.to is None:
            raise refuse("missing-key", "ages without an end", "write [11, 17], or {to: 25}")
        if self.low is not None and self.to is not None and self.low > self.to:
            raise refuse("wrong-shape", f"nobody is from {self.low} to {self.to}", "write the younger age first")
        return self

    def __str__(self) -> str:
        if self.to is None:
            return f"from {self.low}"
        return f"up to {self.to}" if self.low is None else f"{self.low} to {self.to}"
