"""Gives each figure one name, finds the counts of people behind it, and says which of them are too small to publish."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from strategy_tracker.model.measure import PER, Figure, Measure, Reading, Unit
from strategy_tracker.model.period import Period

Quantity = Literal["value", "numerator", "denominator"]


class FigureCell(NamedTuple):
    """One figure: its measure, the benchmark it is of (empty for the measure's own), and its days.

    Days, not the text of a period: `2021/22` and `2021/2022` are one figure.
    """

    measure: str
    series: str
    start: date
    end: date


def figures(measure: Measure) -> Iterator[tuple[FigureCell, Period, Reading]]:
    """Give every reading of a measure and of its benchmarks, with the name of its cell."""
    series: Mapping[str, Mapping[Period, Reading]] = {"": measure.readings, **measure.benchmarks}
    for name, readings in series.items():
        for period, reading in readings.items():
            yield FigureCell(measure.id, name, period.start, period.end), period, reading


def halves(figure: Figure, unit: Unit) -> tuple[Decimal | None, Decimal | None]:
    """Find the numerator and the denominator, where they are written or follow from the value and the other one."""
    top, whole = figure.numerator, figure.denominator
    if unit in PER and figure.value is not None:
        if top is None and whole is not None:
            top = (figure.value * whole / PER[unit]).quantize(Decimal(1), ROUND_HALF_UP)
        elif whole is None and top is not None and figure.value:
            whole = (top * PER[unit] / figure.value).quantize(Decimal(1), ROUND_HALF_UP)
    return top, whole


def quantities(figure: Figure, unit: Unit) -> dict[Quantity, Decimal]:
    """List what a reader may know of a figure: its two halves where there are any, otherwise its value."""
    top, whole = halves(figure, unit)
    if top is not None and whole is not None:
        return {"numerator": top, "denominator": whole}
    return {} if figure.value is None else {"value": figure.value}


def counts(figure: Figure, unit: Unit) -> Iterator[Decimal]:
    """Give the numbers of people or things in a figure: the count, the two halves, and what is left of the whole."""
    if unit == "count" and figure.value is not None:
        yield figure.value
    top, whole = halves(figure, unit)
    yield from (half for half in (top, whole) if half is not None)
    if top is not None and whole is not None:
        yield whole - top


def is_small(figure: Figure, unit: Unit, threshold: Decimal) -> bool:
    """Whether a count in a figure is under the threshold and not 0, or its words hold such a number."""
    # a count of 0 is published: that nobody was there identifies nobody, and a hidden 0 could be taken for a few
    small = any(0 < abs(count) < threshold for count in counts(figure, unit))
    return small or any(0 < number < threshold for number in numbers_in(figure.words or ""))


_NUMBER = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w/-])|(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/-]|\.\d|,\d)"
)
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES)})\b", re.IGNORECASE
)


def numbers_in(text: str) -> frozenset[Decimal]:
    """Find the numbers in a text, in figures and in words; not those in dates, in periods, or in names like `3.4.9`."""
    found = {Decimal(one[0].replace(",", "")) for one in _NUMBER.finditer(text)}
    for one in _WORD.finditer(text):
        if one["tens"]:
            found.add(Decimal(_WORDS[one["tens"].lower()] + _WORDS.get((one["ones"] or "").lower(), 0)))
        else:
            found.add(Decimal(_WORDS[one[0].lower()]))
    return frozenset(found)
