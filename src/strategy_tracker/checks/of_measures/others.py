"""Asks that places among others and files of figures of others are possible by themselves."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.code import code_form
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.rank import RankLimits
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import When


def ranks_are_possible(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A place is one of those there are, of a period that is over; and amber reaches further than green."""
    for measure, route in each(file):
        if measure.rank_within and _is_no_amber(measure.rank_within):
            limits = measure.rank_within
            message = f"amber to the {limits.amber}, but green to the {limits.green}"
            yield Diagnostic("floor-beyond-target", message, (*route, "rank_within", "amber"))
        for period, rank in measure.ranks.items():
            place = (*route, "ranks", period.text)
            if rank.place > rank.of:
                yield Diagnostic(
                    "out-of-range", f"place {rank.place} of {rank.of}", (*place, "place"), "correct one of them"
                )
            yield from _too_early(measure, period, place, today)


def _is_no_amber(limits: RankLimits) -> bool:
    """Whether no place can be amber; a quarter and a place cannot be compared without knowing how many there are."""
    green, amber = limits.green, limits.amber
    if amber is None or (amber.quartile is None) != (green.quartile is None):
        return False
    return (amber.quartile or amber.place or 0) <= (green.quartile or green.place or 0)


def _too_early(measure: Measure, period: Period, route: Route, by: date) -> Iterator[Diagnostic]:
    if period.start > by:
        what = f"a place of '{measure.id}' for {period}, which has not begun"
        yield Diagnostic("dated-in-future", what, route, at_key=True)
    elif period.end > by:
        what = f"a place of '{measure.id}' for {period}, which is not over until {period.end}"
        yield Diagnostic("period-not-over", what, route, at_key=True)


def comparators_make_sense(file: Comparators, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A file of comparators was downloaded on a day that has come, and gives one figure for each code and period."""
    yield from not_come(file.downloaded, today, ("downloaded",))
    first: dict[tuple[object, ...], str] = {}
    for n, one in enumerate(file.comparators):
        for code, figures in one.figures.items():
            for period, reading in figures.items():
                place = ("comparators", n, "figures", code, period.text)
                key = (name_form(one.geography), one.group, code_form(code), period[1:])
                if key in first:
                    what = f"{one.geography} has a figure of '{code}' for {period} already, under {first[key]}"
                    yield Diagnostic("same-period-twice", what, place, at_key=True)
                first.setdefault(key, f"'{code}' for {period}")
                yield from _one_figure(reading, period, file.downloaded, place)


def _one_figure(reading: Reading, period: Period, downloaded: When, place: Route) -> Iterator[Diagnostic]:
    number = reading.value is not None or reading.numerator is not None or reading.denominator is not None
    kinds = number + (reading.symbol is not None) + (reading.in_words is not None)
    if kinds == 0:
        yield Diagnostic("empty-reading", f"the figure for {period} holds nothing", place)
    elif kinds > 1 and not (reading.symbol == "u" and reading.in_words is None):
        yield Diagnostic("mixed-reading", f"the figure for {period} is two things at once", place)
    elif (reading.numerator is None) != (reading.denominator is None):
        yield Diagnostic("half-a-fraction", f"the figure for {period} has only one half of a fraction", place)
    if period.start > downloaded.last:
        what = f"a figure for {period}, which had not begun when it was downloaded ({downloaded})"
        yield Diagnostic("dates-out-of-order", what, place, "correct the period or the day", at_key=True)
