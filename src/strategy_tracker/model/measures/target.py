"""The target of a period: a value, more or less than one, a range, or no worse than an earlier reading."""

from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Number, NumberOrWord, Text, read_number, refuse


class Target(Record):
    """What is wanted for a period, said in one way; 'amber_from' parts amber from red where the floor is declared."""

    value: NumberOrWord | None = None
    """The value wanted."""
    above: Number | None = None
    """More than this is wanted; just as much is not enough."""
    below: Number | None = None
    """Less than this is wanted; just as much is too much."""
    low: Number | None = Field(default=None, alias="from")
    """The lower end of the range wanted, with 'to'; the end belongs to it."""
    to: Number | None = None
    """The upper end of the range wanted; it belongs to it."""
    not_below: PeriodKey | None = None
    """No less is wanted than the reading of this earlier period."""
    not_above: PeriodKey | None = None
    """No more is wanted than the reading of this earlier period."""
    amber_from: Number | None = None
    """The floor: amber from here to the target, red beyond."""
    note: Text | None = None
    """What a reader must know about this target."""
    suspended: Suspension | None = None
    """Where it does not count for a time: since when, until when, why, and who agreed."""
    doubt: Text | None = None
    """What is not certain of this target, such as the period that it is for."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, dict):
            return given
        return {"value": given if isinstance(given, Decimal) else read_number(given)}

    @model_validator(mode="after")
    def _one_thing(self) -> "Target":
        single = (self.value, self.above, self.below, self.not_below, self.not_above)
        ways = sum(one is not None for one in single) + (self.low is not None or self.to is not None)
        if not ways:
            raise refuse("missing-key", "a target says what is wanted", "add 'value: 90'")
        if ways > 1:
            what = "a target is one thing: a value, 'above', 'below', a range, 'not_below' or 'not_above'"
            raise refuse("wrong-shape", what, "keep one of them; a range has 'from' and 'to'")
        if (self.low is None) != (self.to is None):
            raise refuse("missing-key", "a range has two ends", "add the other one: {from: 75, to: 85}")
        if self.low is not None and self.to is not None and self.low >= self.to:
            what = f"a range from {self.low} to {self.to} holds nothing"
            raise refuse("wrong-shape", what, "write the lower end first")
        return self

    @property
    def written(self) -> Decimal | str | None:
        """What is wanted as a change of it is put on record: 90, 'above 80', '75 to 85', 'not below 2017/18'."""
        words = (
            ("above", self.above), ("below", self.below), ("not below", self.not_below), ("not above", self.not_above),
        )  # fmt: skip
        if self.low is not None:
            return f"{self.low} to {self.to}"
        return next((f"{word} {one}" for word, one in words if one is not None), self.value)

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and the highest value wanted, one number where it is one; None where a reading must say it."""
        for low in (self.value, self.above, self.below, self.low):
            if low is not None:
                return low, low if self.to is None else self.to
        return None
