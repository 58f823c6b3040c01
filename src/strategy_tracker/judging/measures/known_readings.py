"""Finds the readings known on a day, each with the number to rate; and says why a reading has none."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.show_figures import ROOMY
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period, year_earlier
from strategy_tracker.model.measures.reading import SYMBOLS, Reading, Symbol
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.values import months_after

_FINE = Decimal("1E-15")
"""Where a division is cut: below every figure a body publishes, above what 28 digits of a Decimal leave uncertain."""
_SAID: dict[Symbol, Word] = {
    "c": "reading-suppressed",
    "x": "reading-not-available",
    "z": "reading-not-applicable",
    "low": "reading-rounds-to-zero",
    "u": "reading-unreliable",
}


class KnownReading(NamedTuple):
    """A reading with the number to rate: None where it is withheld, unreliable or only in words."""

    period: Period
    reading: Reading
    amount: Decimal | None


def known_readings(readings: Mapping[Period, Reading], unit: Unit, today: date) -> list[KnownReading]:
    """List the readings known by `today` in the order in which their periods end.

    A reading of a period that has not ended yet is known from the day it was recorded.
    """
    known = [
        KnownReading(period, reading, amount_of(reading, unit))
        for period, reading in readings.items()
        if reading.is_known(period, today)
    ]
    known.sort(key=lambda each: (each.period.end, each.period.start, each.period.text))
    return known


def so_far(known: KnownReading, today: date) -> KnownReading:
    """Give a reading of a period that is not over as one of the days up to the one on which it was recorded."""
    period, recorded = known.period, known.reading.recorded
    if recorded is None or period.end <= today or recorded.last >= period.end:
        return known
    return known._replace(
        period=period._replace(text=phrase("up-to-day", period=period.text, day=recorded.text), end=recorded.last)
    )


def amount_of(reading: Reading, unit: Unit) -> Decimal | None:
    """Give the number to rate, in the measure's unit; None for every symbol, also for an unreliable number.

    A recurring decimal is cut at 15 places, so that two of them exactly 5 apart differ by exactly 5.
    """
    if reading.symbol is not None or unit == "narrative":
        return None
    amount = reading.amount(unit)
    if amount is None or reading.numerator is None:
        return amount
    return cut(amount)


def cut(amount: Decimal) -> Decimal:
    """Cut what a division gave at 15 places; an amount that ends before is as it was."""
    fine = amount.quantize(_FINE, context=ROOMY)
    return amount if amount == fine else fine


def same_period_earlier(readings: Sequence[KnownReading], period: Period, years: int = 1) -> KnownReading | None:
    """Find the reading for the same period so many years before, whatever it holds."""
    if period.kind == "range":  # three years to 2021 share days with the three to 2020: a day between will not do
        start = months_after(period.start, -12 * years)
        return next((each for each in readings if each.period.start == start and each.period.is_like(period)), None)
    day = year_earlier(period, years)
    same = (each for each in readings if each.period.kind == period.kind)
    return next((each for each in same if each.period.start <= day <= each.period.end), None)


def absence(known: KnownReading) -> Rating:
    """Say why a reading without a number is not rated. A suppressed one is neither zero nor missing."""
    reading = known.reading
    told = phrase("undated-reading") if reading.undated else phrase("reading-for", period=known.period.text)
    if reading.symbol is not None:
        return grey(SYMBOLS[reading.symbol].replace(" ", "-"), phrase(_SAID[reading.symbol], reading=told))
    if reading.in_words is not None:
        return grey("narrative", phrase("reading-in-words", reading=told, words=reading.in_words))
    if reading.denominator == 0:
        return grey("not-available", phrase("reading-of-nothing", reading=told))
    return grey("no-reading", phrase("reading-without-number", reading=told))


def is_unexplained(before: Reading, after: Reading, unit: Unit) -> bool:
    """Whether a firm number became another one, and neither a reason nor a note that came with it says why."""
    was, now = amount_of(before, unit), amount_of(after, unit)
    if was is None or now is None or was == now or before.state == "provisional":
        return False
    noted = after.note is not None and after.note != before.note
    return not (noted or any(former.why for former in after.was if former not in before.was))
