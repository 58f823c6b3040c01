"""Gives each figure one name, finds the counts of people behind it, and says which of them are too small to publish."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import amount_of
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Figure, Reading
from strategy_tracker.model.measures.unit import PER, OwnUnit, Unit
from strategy_tracker.publishing.numbers_in_text import numbers_in

_SCALE: dict[Unit, int] = {
    "count": 1, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000, "money": 1, "pounds": 1,
}  # fmt: skip


def scale_of(unit: Unit) -> int | None:
    """What one of a unit stands for, where its amounts are counts that add up."""
    return 1 if isinstance(unit, OwnUnit) else _SCALE.get(unit)


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


def counts(figure: Figure, unit: Unit) -> tuple[Decimal, ...] | None:
    """List the counts in a figure: how many it is, or the numerator, the rest and the whole; None where none is known.

    Of a share of which only one half is known that half is all.
    """
    if (scale := scale_of(unit)) is not None:
        return None if figure.value is None else (figure.value * scale,)
    top, whole = halves(figure, unit)
    if top is None or whole is None:
        return tuple(half for half in (top, whole) if half is not None) or None
    return top, whole - top, whole


def is_about_people(measure: Measure) -> bool:
    """Whether small figures of a measure are about few people: it counts them, or is a share of them."""
    return measure.is_about_people


def is_small_in_words(figure: Figure, below: Decimal) -> bool:
    """Whether the words of a figure hold a number that is too small."""
    return any(0 < number < below for number in numbers_in(figure.in_words or ""))


def told(figure: Figure, unit: Unit) -> Decimal | str | None:
    """What a figure tells a reader: its amount as it is published, its words or its symbol."""
    if isinstance(figure, Reading) and figure.symbol is None and (amount := amount_of(figure, unit)) is not None:
        return amount
    amount = figure.amount(unit)
    return amount if amount is not None else figure.in_words or figure.symbol
