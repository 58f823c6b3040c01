"""The ages of the people a group is for."""

from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from strategy_tracker.model.names.labels import phrase
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
        return self.words

    @property
    def words(self) -> str:
        """Write `11 to 17`, `from 16`, `up to 25`."""
        if self.to is None:
            return phrase("zone-open", first=f"{self.low}")
        if self.low is None:
            return phrase("up-to-age", age=f"{self.to}")
        return phrase("from-to", first=f"{self.low}", last=f"{self.to}")
