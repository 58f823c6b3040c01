"""Prints figures for people: every rounding, every unit and every gap is worked out here, and nowhere else.

A figure is never rounded onto or across a limit that its colour turns on: a target of 80% that was missed with 79.97%
must not be shown as 80.0% in red. Rounding is half away from zero, as readers of public statistics expect, and not to
even as `round` does it.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.names.spoken import ANSWERS, ordinal
from strategy_tracker.model.plain.unit_name import ShownUnit, UnitName

if TYPE_CHECKING:
    from fractions import Fraction

ZERO = Decimal(0)
_SIGNS = {"pounds": "£", "GBP": "£", "EUR": "€", "USD": "$"}
"""Signs of currencies that mean one thing to a reader; the others are written out, as in CHF 1,200."""
_SIX = Decimal("1E-6")
_SIZES: tuple[tuple[Decimal, Decimal, Word], ...] = (
    (Decimal(10**9 - 5000), Decimal(10**9), "in-billions"),
    (Decimal(10**6), Decimal(10**6), "in-millions"),
)
"""From which amount on, in which size, by what word; what would be 1,000.00 million is 1 billion."""
_SCALES: dict[str, Word] = {"thousands": "in-thousands", "millions": "in-millions", "billions": "in-billions"}
_TIMES = ("hours", "days", "weeks", "months", "years")
ROOMY = Context(prec=60)
"""Digits for any step: the default of 28 raises InvalidOperation when a count of 18 digits is cut at 15 places."""


def show_amount(amount: Decimal, unit: ShownUnit) -> str:
    """Print an amount with its unit: `83.0%`, `45 per 10,000`, `£266`, `£1.2 million`, and 54.510 as 54.51.

    Money and units of a body's own are printed in millions and billions where they are large. The unit `pounds` and
    counts never are: reports frozen by 0.1.0 hold sentences with them.
    """
    size = _size(amount, unit)
    if size is None:
        return _in_full(amount, unit)
    scaled = ROOMY.divide(amount, size[0]).quantize(_STEPS.finest, ROUND_HALF_UP, ROOMY).normalize()
    return _with_unit(f"{scaled:,f}", unit, size[1])


def _size(amount: Decimal, unit: ShownUnit) -> tuple[Decimal, Word] | None:
    """The million or billion that an amount is printed in; None where it is printed in full."""
    if not _has_sizes(unit):
        return None
    return next(((size, word) for least, size, word in _SIZES if abs(amount) >= least), None)


@lru_cache(maxsize=256)  # a portfolio has a few units, and many figures in each
def _has_sizes(unit: ShownUnit) -> bool:
    return isinstance(unit, UnitName) or _is_currency(unit)


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _in_full(amount: Decimal, unit: ShownUnit) -> str:
    """Print an amount with its unit and with all its digits, as far as two places after the point, or its own."""
    steps = _steps(unit)
    text = f"{amount:,f}"
    if _places(text) > steps.places:
        short = amount.quantize(steps.finest, context=ROOMY)
        amount = short.normalize() if short == amount else amount.quantize(steps.usual, ROUND_HALF_UP, ROOMY)
        text = f"{amount:,f}"
    if isinstance(unit, UnitName) and unit.decimals:
        text = max(text, f"{amount.quantize(steps.usual, context=ROOMY):,f}", key=_places)
    return _with_unit(text, unit)


def _places(printed: str) -> int:
    """How many digits stand after the point of a printed number."""
    return len(printed.partition(".")[2])


class _Steps(NamedTuple):
    """What a figure is rounded to for people, and what where that would hide what it turns on: so many `places`."""

    usual: Decimal
    finest: Decimal
    places: int


_STEPS = _Steps(Decimal("0.1"), Decimal("0.01"), 2)


@lru_cache(maxsize=256)
def _steps(unit: ShownUnit) -> _Steps:
    if not isinstance(unit, UnitName) or unit.decimals is None:
        return _STEPS
    own = Decimal(1).scaleb(-unit.decimals)
    return _Steps(own, min(own, _STEPS.finest), max(unit.decimals, _STEPS.places))


def _with_unit(text: str, unit: ShownUnit, size: Word | None = None) -> str:
    """A printed number with the sign or words of its unit, and of its size where it is in millions or billions."""
    if isinstance(unit, UnitName):
        told = phrase(size, figure=text) if size else text
        return counted(told, unit.after(told))
    if unit in ("percent", "percent-change"):
        return f"{text}%"
    if unit == "pounds" or _is_currency(unit):
        sign = _SIGNS.get(unit, f"{unit} ")
        told = f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"
        return phrase(size, figure=told) if size else told
    if unit in _SCALES:
        return phrase(_SCALES[unit], figure=text)
    if unit in _TIMES:
        return f"{text} {unit.removesuffix('s') if text == '1' else unit}"
    return _spoken(text, unit)


def _spoken(text: str, unit: str) -> str:
    """A printed number in the words of its unit: `4th`, `yes`, `1.8 : 1`, `45 per 1,000`; itself where it has none."""
    if unit == "rank" and text.isdecimal():
        return ordinal(int(text))
    if unit == "yes-no" and text in ("0", "1"):
        return ANSWERS[int(text)]
    if unit.startswith("rate-per-"):
        return phrase("rate-per", figure=text, base=f"{int(unit.removeprefix('rate-per-')):,}")
    return f"{text} : 1" if unit == "ratio" else text


def counted(figure: str, word: str) -> str:
    """A figure before the word of what it counts; the name of one that has a name stays."""
    return phrase("count-of", number=figure, what=word) if isinstance(figure, Label) else f"{figure} {word}"


def signed(figure: str, sign: str) -> str:
    """A figure behind a sign."""
    return phrase("signed", sign=sign, figure=figure) if isinstance(figure, Label) else f"{sign}{figure}"


def to_six_places(amount: Decimal, limit: Decimal) -> Decimal:
    """Cut an amount that a division gave to the places a reader can use, unless that put it onto or across `limit`."""
    cut = amount.quantize(_SIX, ROUND_HALF_UP, ROOMY)
    return amount if amount == cut or cut.compare(limit) != amount.compare(limit) else cut


def from_fraction(exact: "Fraction", limit: Decimal) -> Decimal:
    """Give a fraction as an amount cut as `to_six_places` cuts it."""
    return to_six_places(ROOMY.divide(Decimal(exact.numerator), Decimal(exact.denominator)), limit)


def is_short(amount: Decimal, unit: ShownUnit = "count") -> bool:
    """Whether an amount is shown as it is: it has at most two places that are not 0, in the size it is printed in."""
    if size := _size(amount, unit):
        return not ROOMY.remainder(amount, size[0] / 100)
    return amount == amount.quantize(_steps(unit).finest, context=ROOMY)


def smallest_step(amount: Decimal, unit: ShownUnit) -> Decimal:
    """The smallest change that can be seen in an amount as it is printed."""
    size = _size(amount, unit)
    return size[0] / 100 if size else _STEPS.usual


def show_near(amount: Decimal, unit: ShownUnit, *limits: Decimal, fine: bool = False) -> str:
    """Print an amount, never rounded onto or across one of `limits`: 79.97% does not become 80.0%.

    To one place where that will do, unless it is to be `fine`; else to two; else "just under" the limit. A large amount
    is printed in full where its size would hide a limit.
    """
    if is_short(amount, unit):
        return show_amount(amount, unit)
    rounded, hidden = _rounded(amount, unit, limits, fine)
    if hidden is None:
        return _as_rounded(rounded, unit)
    return phrase("just-over" if amount > hidden else "just-under", figure=_as_rounded(hidden, unit))


def _as_rounded(rounded: Decimal, unit: ShownUnit) -> str:
    return show_amount(rounded, unit) if is_short(rounded, unit) else _in_full(rounded, unit)


def show_beside(amount: Decimal, unit: ShownUnit, other: Decimal, *limits: Decimal) -> str:
    """Print an amount in a sentence that shows `other` near `limits`, so that two that differ never look the same."""
    short = is_short(amount, unit)
    return show_near(amount, unit, *(() if short else (other, *_printed(other, unit, amount, *limits))))


def _printed(amount: Decimal, unit: ShownUnit, *limits: Decimal) -> tuple[Decimal, ...]:
    """The amount as `show_near` prints it, where that is on the same side of the first of `limits`."""
    rounded, hidden = _rounded(amount, unit, limits)
    same_side = rounded.compare(limits[0]) == amount.compare(limits[0])
    return (rounded,) if hidden is None and same_side else ()


def _rounded(
    amount: Decimal, unit: ShownUnit, limits: tuple[Decimal, ...], fine: bool = False
) -> tuple[Decimal, Decimal | None]:
    """The amount in so many places as it is shown, and None; or with the limit that two places would hide."""
    if is_short(amount, unit):
        return amount, None
    for rounded in _roundings(amount, unit, fine=fine):
        crossed = (limit for limit in limits if limit != amount and rounded.compare(limit) != amount.compare(limit))
        hidden = next(crossed, None)
        if hidden is None:
            break
    return rounded, hidden


def _roundings(amount: Decimal, unit: ShownUnit, *, fine: bool) -> Iterator[Decimal]:
    """The amount as it may be printed, the shortest first: in millions, then to some places after the point."""
    size = _size(amount, unit)
    if size and not fine:
        step = size[0] / 100
        yield ROOMY.divide(amount, step).quantize(Decimal(1), ROUND_HALF_UP, ROOMY) * step
    if size and amount == amount.quantize(_STEPS.finest, context=ROOMY):
        yield amount
        return
    steps = _steps(unit)
    for step in (steps.finest,) if fine else (steps.usual, steps.finest):
        yield amount.quantize(step, ROUND_HALF_UP, ROOMY)


def show_gap(gap: Decimal, unit: ShownUnit, *limits: Decimal) -> str:
    """Print the difference between two amounts, for a sentence: percentages and scores differ by points."""
    if unit in ("percent", "percent-change", "score", "rank"):
        word = "place" if unit == "rank" else "point"
        text = show_near(gap, "count", *limits)
        return counted(text, word if text == "1" else f"{word}s")
    if unit in ("ratio", "yes-no"):
        return show_near(gap, "count", *limits)
    if isinstance(unit, UnitName):
        unit = unit._replace(of=None)
    text = show_near(gap, unit, *limits)
    return text.removesuffix("s") if text == f"1 {unit}" else text


def show_allowed(limit: Decimal, unit: ShownUnit, gap: Decimal, *limits: Decimal) -> str:
    """Print a declared limit in a sentence that shows `gap` near `limits`: 6.4 is never "more than the 6.4 allowed"."""
    if is_short(limit, unit):
        return show_gap(limit, unit)
    printed = _printed(gap, unit, limit, ZERO, *limits)
    if limit > gap and printed == (_rounded(limit, unit, ())[0],):
        return show_gap(limit, unit)  # 5.0 within the 5.0 allowed
    return show_gap(limit, unit, gap, *printed)
