"""What is known of a measure for a period: a figure, words, a range or a symbol, and what it was before."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.ends import Ends, SaidDirection, SaidPosition
from strategy_tracker.model.measures.unit import PER, Unit
from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import (
    Date,
    Number,
    NumberOrWord,
    Text,
    nearly_a_number,
    refuse,
    shown,
)

Symbol = Literal["c", "x", "z", "low", "u"]
ReadingState = Literal["provisional", "final", "revised"]

SYMBOLS: dict[Symbol, Label] = {
    "c": phrase("suppressed"),
    "x": phrase("not-available"),
    "z": phrase("not-applicable"),
    "low": phrase("rounds-to-zero"),
    "u": phrase("unreliable"),
}
"""The official symbols for a cell without a plain number (Government Statistical Service)."""

POSITIONS: dict[SaidPosition, Word] = {"above": "stands-above", "level": "level", "below": "stands-below"}
"""The word for each place beside others that a source tells without a figure."""


class Figure(Record):
    """What was measured: a number, a part of a whole, a symbol, or words."""

    value: NumberOrWord | None = None
    """The number, without % or thousands separators; of a yes-no measure yes or no."""
    numerator: Number | None = None
    """How many of them; with a denominator the percentage or rate is worked out."""
    denominator: Number | None = None
    """Out of how many."""
    symbol: Symbol | None = None
    """Suppressed (c), not available (x), not applicable (z), rounds to zero (low) or unreliable (u)."""
    words: Text | None = None
    """A reading that is not one number, such as '427 to 431' or 'over 70%'."""

    @property
    def in_words(self) -> str | None:
        """What it says where it is no number and no symbol."""
        return self.words

    def amount(self, unit: Unit) -> Decimal | None:
        """The number to rate, exactly: worked out from numerator and denominator where they stand."""
        if self.numerator is not None and self.denominator and unit in PER:
            return self.numerator * PER[unit] / self.denominator
        return self.value


class FormerValue(Figure):
    """What a reading said before it was revised."""

    until: Date | None = None
    """The day it was revised."""
    why: Text | None = None
    """Why it was revised."""

    @model_validator(mode="after")
    def _one_thing(self) -> "FormerValue":
        number = self.value is not None or None not in (self.numerator, self.denominator)
        kinds = number + (self.symbol is not None) + (self.words is not None)
        if kinds != 1 and (self.symbol != "u" or self.words is not None):
            what = "a former value is one thing: a number, a symbol or words"
            raise refuse("wrong-shape", what, "write 'value: 64' or 'symbol: c'")
        return self


_PART = re.compile(r"(0|[1-9]\d{0,17}) ?/ ?([1-9]\d{0,17})", re.ASCII)


def _instead(text: str) -> str:
    """The next step where `text` stands in the place of a reading."""
    if part := _PART.fullmatch(text):
        return f"write it as {{numerator: {part[1]}, denominator: {part[2]}}}"
    return nearly_a_number(text) or "write a plain number, or one of c, x, z, low, u; words go in 'words:'"


def _figure(given: Any) -> Any:
    """A figure as a map, also where a number or a symbol stands alone."""
    if isinstance(given, Decimal):
        return {"value": given}
    if isinstance(given, str):
        if given not in SYMBOLS:
            raise refuse("not-a-number", f"{shown(given)} is neither a number nor a symbol", _instead(given))
        return {"symbol": given}
    return given


class GroupFigure(Figure):
    """The figure of one group beside the total: a number, a part of a whole, a symbol, or words."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        return _figure(given)

    def as_reading(self) -> "Reading":
        """The same figure as a reading of its own."""
        return Reading.model_construct(**{key: getattr(self, key) for key in GroupFigure.model_fields})


class Reading(Figure):
    """The value of a measure for a period: a number, a part of a whole, a symbol, or words."""

    state: ReadingState | None = None
    """Whether the figure may still change, is final, or has changed."""
    was: tuple[FormerValue, ...] = ()
    """Former values of a revised reading."""
    note: Text | None = None
    """What a reader must know about this figure."""
    source: Text | None = None
    """Where the figure comes from, if not from the measure's source."""
    by: dict[Text, dict[Text, GroupFigure]] = {}
    """The figures of groups beside it, such as {sex: {women: 40, men: 60}}."""
    recorded: Date | None = None
    """The day it became known; otherwise it counts as known when its period has ended."""
    drafted: bool = False
    """True where a machine wrote it and no person has confirmed it: 'strategy confirm' takes the mark off."""
    undated: bool = False
    """True where its source gives it no date: the period is then that of the source, and nothing is told as of it."""
    doubt: Text | None = None
    """What is not certain of this figure, as a reader must know it beside the figure."""
    source_note: Text | None = None
    """What its source says or leaves out, as a remark on the source and not on what was measured."""
    cause: Text | None = None
    """Why it is what it is, above all where it got worse."""
    response: Text | None = None
    """What is done about it."""
    low: Number | None = Field(default=None, alias="from")
    """The lower end of a figure known as a range, with 'to': from 427 to 431."""
    to: Number | None = None
    """The upper end of that range."""
    above: Number | None = None
    """A figure of which is known only that it is more than this."""
    below: Number | None = None
    """A figure of which is known only that it is less than this."""
    position: SaidPosition | None = None
    """Of a figure of others: whether ours is above it, level with it or below it, as a source says without a figure."""
    direction: SaidDirection | None = None
    """Which way it went since the one before, as its source says, where no earlier figure is on record."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        return _figure(given)

    @model_validator(mode="after")
    def _one_range(self) -> "Reading":
        if (self.low is None) != (self.to is None):
            raise refuse("missing-key", "a range has two ends", "add the other one: {from: 427, to: 431}")
        if (self.low is not None) + (self.above is not None) + (self.below is not None) > 1:
            raise refuse("wrong-shape", "a figure is one range", "keep 'above', 'below', or 'from' and 'to'")
        if self.low is not None and self.to is not None and self.low >= self.to:
            what = f"a range from {self.low} to {self.to} holds nothing"
            raise refuse("wrong-shape", what, "write the lower end first")
        return self

    @property
    def ends(self) -> Ends | None:
        """Its lowest and highest value where it is known as a range, or only to be more or less than something."""
        if self.low is not None:
            return Ends(self.low, self.to)
        if self.above is None and self.below is None:
            return None
        return Ends(self.above, self.below, is_open=True)

    @property
    def in_words(self) -> str | None:
        """What it says where it is no number and no symbol: its words, its range, or a position without a figure."""
        if self.words is None and self.ends is None and self.position:
            return phrase("so-as-reported", where=phrase(POSITIONS[self.position]))
        if self.words or self.ends is None:
            return self.words
        return self.ends.words(str(self.ends.low), str(self.ends.high))

    def is_known(self, period: Period, today: date) -> bool:
        """Whether it is known on the evening of `today`; of a period not ended yet it is once it was recorded."""
        return (self.recorded.first if self.recorded else period.end) <= today
