"""Readings as rules need them: the number to rate, why there is none, and amounts in sentences."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from strategy_tracker.judging.standing import Rating
from strategy_tracker.model.measure import SYMBOLS, Reading, Symbol, Unit, show_amount
from strategy_tracker.model.period import Period

ZERO = Decimal(0)
_STEPS = (Decimal("0.1"), Decimal("0.01"))
_FINE = Decimal("1E-15")
_SIX = Decimal("1E-6")
_ROOMY = Context(prec=60)
_SAID: dict[Symbol, str] = {
    "c": "is suppressed: it is neither zero nor missing",
    "x": "is not available",
    "z": "is not applicable",
    "low": "rounds to zero",
    "u": "is unreliable",
}


class Known(NamedTuple):
    """A reading with the number to rate: None where it is withheld, unreliable or only in words."""

    period: Period
    reading: Reading
    amount: Decimal | None


def amount_of(reading: Reading, unit: Unit) -> Decimal | None:
    """The number to rate, in the measure's unit; None for every symbol, also for an unreliable number.

    A recurring decimal is cut at 15 places, so that two of them exactly 5 apart differ by exactly 5.
    """
    if reading.symbol is not None or unit == "narrative":
        return None
    amount = reading.amount(unit)
    if amount is None or reading.numerator is None:
        return amount
    cut = amount.quantize(_FINE, context=_ROOMY)
    return amount if amount == cut else cut


def to_six_places(amount: Decimal, limit: Decimal) -> Decimal:
    """An amount of a division in so many places as a reader has use for, unless that put it onto or across `limit`."""
    cut = amount.quantize(_SIX, ROUND_HALF_UP, _ROOMY)
    return amount if amount == cut or cut.compare(limit) != amount.compare(limit) else cut


def is_short(amount: Decimal) -> bool:
    """Whether an amount is shown as it is: it has at most two places that are not 0."""
    return amount == amount.quantize(_STEPS[-1], context=_ROOMY)


def show_near(amount: Decimal, unit: str, *limits: Decimal, fine: bool = False) -> str:
    """An amount for people, never rounded onto or across one of `limits`: 79.97% does not become 80.0%.

    To one place where that will do, unless it is to be `fine`; else to two; else "just under" the limit.
    """
    if is_short(amount):
        return show_amount(amount, unit)
    rounded, hidden = _rounded(amount, limits, fine)
    if hidden is None:
        return show_amount(rounded, unit)
    return f"just {'over' if amount > hidden else 'under'} {show_amount(hidden, unit)}"


def show_beside(amount: Decimal, unit: str, other: Decimal, *limits: Decimal) -> str:
    """As `show_near`, in a sentence that shows `other` near `limits`: two that differ are not printed as the same."""
    return show_near(amount, unit, *(() if is_short(amount) else (other, *_printed(other, amount, *limits))))


def _printed(amount: Decimal, *limits: Decimal) -> tuple[Decimal, ...]:
    """The amount as `show_near` prints it, where that is on the same side of the first of `limits`."""
    rounded, hidden = _rounded(amount, limits)
    same_side = rounded.compare(limits[0]) == amount.compare(limits[0])
    return (rounded,) if hidden is None and same_side else ()


def _rounded(amount: Decimal, limits: tuple[Decimal, ...], fine: bool = False) -> tuple[Decimal, Decimal | None]:
    """The amount in so many places as it is shown, and None; or with the limit that two places would hide."""
    if is_short(amount):
        return amount, None
    for step in _STEPS[fine:]:
        rounded = amount.quantize(step, ROUND_HALF_UP, _ROOMY)
        crossed = (limit for limit in limits if limit != amount and rounded.compare(limit) != amount.compare(limit))
        hidden = next(crossed, None)
        if hidden is None:
            break
    return rounded, hidden


def show_gap(gap: Decimal, unit: str, *limits: Decimal) -> str:
    """A difference between two amounts, for a sentence: percentages and scores differ by points."""
    if unit in ("percent", "percent-change", "score"):
        text = show_near(gap, "count", *limits)
        return f"{text} point" if text == "1" else f"{text} points"
    text = show_near(gap, unit, *limits)
    return text.removesuffix("s") if text == f"1 {unit}" else text


def show_allowed(limit: Decimal, unit: str, gap: Decimal, *limits: Decimal) -> str:
    """A declared limit in a sentence that shows `gap` near `limits`: 6.4 is never "more than the 6.4 allowed"."""
    if is_short(limit):
        return show_gap(limit, unit)
    printed = _printed(gap, limit, ZERO, *limits)
    if limit > gap and printed == (_rounded(limit, ())[0],):
        return show_gap(limit, unit)  # 5.0 within the 5.0 allowed
    return show_gap(limit, unit, gap, *printed)


def grey(why: str, reason: str, word: str = "not rated") -> Rating:
    """A first-class answer without a colour."""
    return Rating("grey", word, reason, why)


def absence(known: Known) -> Rating:
    """Why a reading without a number is not rated. A suppressed one is neither zero nor missing."""
    reading, start = known.reading, f"the reading for {known.period}"
    if reading.symbol is not None:
        return grey(SYMBOLS[reading.symbol].replace(" ", "-"), f"{start} {_SAID[reading.symbol]}")
    if reading.words is not None:
        return grey("narrative", f"{start} is known in words only: {reading.words}")
    if reading.denominator == 0:
        return grey("not-available", f"{start} is a share of 0: there was nothing to measure")
    return grey("no-reading", f"{start} holds no number to rate")
