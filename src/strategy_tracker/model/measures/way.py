"""The way of a measure to its targets: the baseline it begins from, and how what is expected on the way is known."""

from typing import Literal

from pydantic import model_validator

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Number, refuse

OnTheWay = Literal["straight-line", "profile"]


class Line(Record):
    """The point a straight line to the target begins from."""

    on: Date
    """The day the line begins."""
    value: Number
    """The value on that day."""


class Baseline(Record):
    """Where a measure stood before anything was done: a value on a day, or the day by which it will be known."""

    on: Date | None = None
    """The day of the value."""
    value: Number | None = None
    """The value on that day."""
    expected: Date | None = None
    """The day by which it will be known, while it is not: 'validate' asks for it once that day is past."""

    @model_validator(mode="after")
    def _known_or_expected(self) -> "Baseline":
        known = self.on is not None, self.value is not None
        if self.expected and any(known):
            what = "a baseline is either known or still expected"
            raise refuse("wrong-shape", what, "take out 'expected' where 'on' and 'value' are known")
        if not self.expected and not all(known):
            missing = " and ".join(f"'{key}'" for key, there in zip(("on", "value"), known, strict=True) if not there)
            raise refuse("missing-key", f"a baseline needs {missing}", "write {on: 2024-03-31, value: 65}")
        return self

    @property
    def known(self) -> Line | None:
        """The point it is, where it is known already."""
        return None if self.on is None or self.value is None else Line.model_construct(on=self.on, value=self.value)
