"""Measures ("how will we know"): targets, tolerances, benchmarks and readings."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from pydantic import model_validator

from strategy_tracker.model.period import PeriodKey
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import (
    Date,
    Every,
    Id,
    Number,
    Text,
    Within,
    nearly_a_number,
    read_number,
    refuse,
    shown,
)

Unit = Literal[
    "percent", "percent-change", "count", "rate-per-1000", "rate-per-10000", "rate-per-100000", "score",
    "hours", "days", "weeks", "months", "years", "pounds", "narrative",
]  # fmt: skip
Better = Literal["higher", "lower", "on-target", "none"]
Span = Literal["snapshot", "period", "cumulative", "rolling-12-months"]
Symbol = Literal["c", "x", "z", "low", "u"]
ReadingState = Literal["provisional", "final", "revised"]

SYMBOLS: dict[Symbol, str] = {
    "c": "suppressed",
    "x": "not available",
    "z": "not applicable",
    "low": "rounds to zero",
    "u": "unreliable",
}
"""The official symbols for a cell without a plain number (Government Statistical Service)."""

PER: dict[Unit, int] = {"percent": 100, "rate-per-1000": 1000, "rate-per-10000": 10000, "rate-per-100000": 100000}
"""Units that are a part of a whole, and what the whole is scaled to."""


class FormerValue(Record):
    """What a reading said before it was revised."""

    value: Number
    until: Date | None = None


class Reading(Record):
    """The value of a measure for a period: a number, a part of a whole, a symbol, or words."""

    value: Number | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    symbol: Symbol | None = None
    words: Text | None = None
    state: ReadingState | None = None
    was: tuple[FormerValue, ...] = ()
    note: Text | None = None
    source: Text | None = None
    recorded: Date | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, Decimal):
            return {"value": given}
        if isinstance(given, str):
            if given not in SYMBOLS:
                raise refuse(
                    "not-a-number",
                    f"{shown(given)} is neither a number nor a symbol",
                    nearly_a_number(given) or "write a plain number, or one of c, x, z, low, u; words go in 'words:'",
                )
            return {"symbol": given}
        return given

    def amount(self, unit: Unit) -> Decimal | None:
        """The number to rate, exactly: worked out from numerator and denominator where they stand."""
        if self.numerator is not None and self.denominator and unit in PER:
            return self.numerator * PER[unit] / self.denominator
        return self.value


class Target(Record):
    """The value wanted for a period; `amber_from` parts amber from red where the floor is declared."""

    value: Number
    amber_from: Number | None = None
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        return (
            {"value": given if isinstance(given, Decimal) else read_number(given)}
            if not isinstance(given, dict)
            else given
        )


class Line(Record):
    """The point a straight line to the target begins from."""

    on: Date
    value: Number


class Measure(Record):
    """How success is known, and the declared rule that colours it."""

    id: Id
    title: Text
    unit: Unit
    better: Better | None = None
    span: Span | None = None
    frequency: Every | None = None
    lag: Every | None = None
    cohort: Text | None = None
    definition: Text | None = None
    source: Text | None = None
    owner: Text | None = None
    note: Text | None = None
    public: bool = False
    targets: dict[PeriodKey, Target] = {}
    amber_within: Within | None = None
    amber_from: Number | None = None
    band: Within | None = None
    green_within: Within | None = None
    amber_if: Literal["no-worse-than-last-year"] | None = None
    compared_with: Text | None = None
    level_within: Within | None = None
    same_within: Within | None = None
    profile: dict[PeriodKey, Number] = {}
    straight_line_from: Line | None = None
    benchmarks: dict[Text, dict[PeriodKey, Reading]] = {}
    readings: dict[PeriodKey, Reading] = {}


class Measures(Record):
    """A measures file."""

    measures: tuple[Measure, ...] = ()


def show_amount(amount: Decimal, unit: str) -> str:
    """An amount with its unit, for people: `83.0%`, `45 per 10,000`, `£266`. Rounds only here."""
    if amount.as_tuple().exponent < -2:  # type: ignore[operator]
        amount = amount.quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = f"{amount:,f}"
    if unit in ("percent", "percent-change"):
        return f"{text}%"
    if unit == "pounds":
        return f"£{text}".replace("£-", "-£")
    if unit.startswith("rate-per-"):
        return f"{text} per {int(unit.removeprefix('rate-per-')):,}"
    if unit in ("hours", "days", "weeks", "months", "years"):
        return f"{text} {unit.removesuffix('s') if text == '1' else unit}"
    return text
