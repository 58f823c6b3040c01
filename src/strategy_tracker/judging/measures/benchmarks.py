"""Puts a reading beside a benchmark: above it, level with it or below it. A position is not a colour."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from strategy_tracker.judging.measures.direction import same_season
from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.measures.ranges import ends_of, position_in_words, position_of_ranges
from strategy_tracker.judging.measures.show_figures import ZERO, show_allowed, show_amount, show_gap, show_near
from strategy_tracker.judging.measures.undated import at, dated
from strategy_tracker.judging.standing.of_measures import Comparison
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Word, phrase


def benchmark_for(measure: Measure, figures: Sequence[KnownReading], period: Period) -> KnownReading | None:
    """Find the figure to put a reading of `period` beside: of the same period, else the latest earlier one of its kind.

    A cumulative measure is put beside figures for the same time of a year only.
    """
    fitting = [
        each
        for each in figures
        if each.period.is_like(period)
        and each.period.end <= period.end
        and (measure.span != "cumulative" or same_season(each.period, period))
    ]
    return max(fitting, key=lambda each: (each.period.end, each.period.text), default=None)


def compare(
    measure: Measure,
    name: str,
    figures: Sequence[KnownReading],
    reading: KnownReading | None,
    readings: Sequence[KnownReading] = (),
) -> Comparison:
    """Say where the reading stands beside the benchmark `name`, by how much, and beside which period.

    `level_within` is a dead band; a share in percent is one of the benchmark's figure. A figure of others without a
    date stands beside any reading, where no dated one does. Where none fits, the newest of `readings` that has one of
    its own period is told, and is no position.
    """
    if reading is None:
        return Comparison(name, "none", _alone(measure, name, figures))
    other = benchmark_for(measure, dated(figures), reading.period) or _undated(figures)
    if said := position_in_words(name, other, reading):
        return said
    if ends_of(reading) is None:
        return Comparison(name, "none", absence(reading).reason)
    if other is None:
        return Comparison(name, "none", _earlier(measure, name, figures, reading, readings))
    if reading.amount is None or other.amount is None:
        absent = Comparison(name, "none", phrase("and-what", what=name, of=absence(other).reason))
        return position_of_ranges(measure, name, other, reading) or absent
    return _position(measure, name, reading.amount, other, other.amount)._replace(source=other.reading.source)


def _undated(figures: Sequence[KnownReading]) -> KnownReading | None:
    return next((each for each in reversed(figures) if each.reading.undated), None)


def _alone(measure: Measure, name: str, figures: Sequence[KnownReading]) -> str:
    """Tell the newest figure of others where the measure itself has none."""
    newest = next((each for each in reversed(figures) if each.amount is not None), None)
    if newest is None or newest.amount is None:
        return phrase("no-reading-yet")
    theirs = phrase("and-what", what=name, of=at(show_amount(newest.amount, measure.shown_in), newest))
    return semicolons([phrase("no-figure-of-our-own"), theirs])


def _earlier(
    measure: Measure,
    name: str,
    figures: Sequence[KnownReading],
    reading: KnownReading,
    readings: Sequence[KnownReading],
) -> str:
    """Say that nothing of others fits the reading, and how an earlier one stood beside theirs of the same period."""
    none = phrase("no-figure-beside", whose=name, period=reading.period.text)
    theirs = {each.period.text: each for each in figures}
    for each in reversed(readings):
        other = theirs.get(each.period.text)
        if each.amount is not None and other is not None and other.amount is not None:
            place = _position(measure, name, each.amount, other, other.amount).words
            return semicolons([none, phrase("stood-earlier", place=place)])
    return none


def place_beside(measure: Measure, amount: Decimal, figure: Decimal) -> str:
    """Say in few words where an amount stands beside a figure of others: `13.2 points above`, `level`, `unlike`."""
    level = _level(measure, figure)
    if abs(amount - figure) <= level:
        return phrase("level")
    if measure.unit == "yes-no":
        return phrase("stands-unlike")
    gap = show_gap(abs(amount - figure), measure.shown_in, ZERO, level)
    return phrase("gap-and-side", gap=gap, side=phrase(_SIDES[_side(measure, amount - figure)]))


def _level(measure: Measure, figure: Decimal) -> Decimal:
    return measure.level_within.at(figure) if measure.level_within else ZERO


_SIDES: dict[str, Word] = {
    "above": "stands-above",
    "below": "stands-below",
    "behind": "is-behind",
    "ahead": "stands-ahead",
}


def _side(measure: Measure, ahead: Decimal) -> Literal["above", "below", "behind", "ahead"]:
    if measure.unit == "rank":
        return "behind" if ahead > 0 else "ahead"
    return "above" if ahead > 0 else "below"


def _position(measure: Measure, name: str, amount: Decimal, other: KnownReading, figure: Decimal) -> Comparison:
    level, ahead = _level(measure, figure), amount - figure
    beside = phrase("thing-of", what=name, of=at(show_near(figure, measure.shown_in, amount), other))
    gap, where = show_gap(abs(ahead), measure.shown_in, ZERO, level), _side(measure, ahead)
    if abs(ahead) > level:
        words = phrase("place-unlike", beside=beside)
        if measure.unit != "yes-no":
            words = phrase(f"place-{where}", gap=gap, beside=beside)
        return Comparison(name, "above" if ahead > 0 else "below", words)
    if not ahead:
        return Comparison(name, "level", phrase("place-level", beside=beside))
    by = phrase("gap-and-side", gap=gap, side=phrase(_SIDES[where]))
    limit = show_allowed(level, measure.shown_in, abs(ahead))
    return Comparison(name, "level", phrase("place-level-within", beside=beside, gap=by, limit=limit))
