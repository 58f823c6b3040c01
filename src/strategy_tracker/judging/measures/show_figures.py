"""Prints figures for people: every rounding, every unit and every gap is worked out here, and nowhere else.

A figure is never rounded onto or across a limit that its colour turns on: a target of 80% that was missed with 79.97%
must not be shown as 80.0% in red. Rounding is half away from zero, as readers of public statistics expect, and not to
even as `round` does it.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

ZERO = Decimal(0)
_SIGNS = {"pounds": "£", "GBP": "£", "EUR": "€", "USD": "$"}
"""Signs of currencies that mean one thing to a reader; the others are written out, as in CHF 1,200."""
_STEPS = (Decimal("0.1"), Decimal("0.01"))
_SIX = Decimal("1E-6")
ROOMY = Context(prec=60)
"""Digits for any step: the default of 28 raises InvalidOperation when a count of 18 digits is cut at 15 places."""


def show_amount(amount: Decimal, unit: str) -> str:
    """Print an amount with its unit: `83.0%`, `45 per 10,000`, `£266`, and 54.510 as 54.51."""
    if amount.as_tuple().exponent < -2:  # type: ignore[operator]
        short = amount.quantize(Decimal("0.01"))
        amount = short.normalize() if short == amount else amount.quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = f"{amount:,f}"
    if unit in ("percent", "percent-change"):
        return f"{text}%"
    if unit == "pounds" or (len(unit) == 3 and unit.isupper()):
        sign = _SIGNS.get(unit, f"{unit} ")
        return f"-{sign}{text[1:]}" if amount < 0 else f"{sign}{text}"
    if unit in ("thousands", "millions"):
        return f"{text} {unit.removesuffix('s')}"
    if unit.startswith("rate-per-"):
        return f"{text} per {int(unit.removeprefix('rate-per-')):,}"
    if unit in ("hours", "days", "weeks", "months", "years"):
        return f"{text} {unit.removesuffix('s') if text == '1' else unit}"
    return text


def to_six_places(amount: Decimal, limit: Decimal) -> Decimal:
    """Cut an amount that a division gave to the places a reader can use, unless that put it onto or across `limit`."""
    cut = amount.quantize(_SIX, ROUND_HALF_UP, ROOMY)
    return amount if amount == cut or cut.compare(limit) != amount.compare(limit) else cut


def from_fraction(exact: "Fraction", limit: Decimal) -> Decimal:
    """Give a fraction as an amount cut as `to_six_places` cuts it."""
    return to_six_places(ROOMY.divide(Decimal(exact.numerator), Decimal(exact.denominator)), limit)


def is_short(amount: Decimal) -> bool:
    """Whether an amount is shown as it is: it has at most two places that are not 0."""
    return amount == amount.quantize(_STEPS[-1], context=ROOMY)


def show_near(amount: Decimal, unit: str, *limits: Decimal, fine: bool = False) -> str:
    """Print an amount, never rounded onto or across one of `limits`: 79.97% does not become 80.0%.

    To one place where that will do, unless it is to be `fine`; else to two; else "just under" the limit.
    """
    if is_short(amount):
        return show_amount(amount, unit)
    rounded, hidden = _rounded(amount, limits, fine)
    if hidden is None:
        return show_amount(rounded, unit)
    return f"just {'over' if amount > hidden else 'under'} {show_amount(hidden, unit)}"


def show_beside(amount: Decimal, unit: str, other: Decimal, *limits: Decimal) -> str:
    """Print an amount in a sentence that shows `other` near `limits`, so that two that differ never look the same."""
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
        rounded = amount.quantize(step, ROUND_HALF_UP, ROOMY)
        crossed = (limit for limit in limits if limit != amount and rounded.compare(limit) != amount.compare(limit))
        hidden = next(crossed, None)
        if hidden is None:
            break
    return rounded, hidden


def show_gap(gap: Decimal, unit: str, *limits: Decimal) -> str:
    """Print the difference between two amounts, for a sentence: percentages and scores differ by points."""
    if unit in ("percent", "percent-change", "score"):
        text = show_near(gap, "count", *limits)
        return f"{text} point" if text == "1" else f"{text} points"
    text = show_near(gap, unit, *limits)
    return text.removesuffix("s") if text == f"1 {unit}" else text


def show_allowed(limit: Decimal, unit: str, gap: Decimal, *limits: Decimal) -> str:
    """Print a declared limit in a sentence that shows `gap` near `limits`: 6.4 is never "more than the 6.4 allowed"."""
    if is_short(limit):
        return show_gap(limit, unit)
    printed = _printed(gap, limit, ZERO, *limits)
    if limit > gap and printed == (_rounded(limit, ())[0],):
        return show_gap(limit, unit)  # 5.0 within the 5.0 allowed
    return show_gap(limit, unit, gap, *printed)
