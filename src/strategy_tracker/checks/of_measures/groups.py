"""Asks that the figures of groups are of groups that are declared, all of them, and add up where they should."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.reading import GroupFigure, Reading
from strategy_tracker.model.measures.unit import in_words, is_sum
from strategy_tracker.model.settings import Settings

_ALONE = "leave them out: figures of others are compared as a whole"
_Groups = Mapping[str, GroupFigure]


def groups_are_declared(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Every group that has a figure stands under 'by' of its measure, and what adds up is no share."""
    for measure, route in each(file):
        if measure.parts == "add-up" and not is_sum(measure.unit):
            what = f"the groups of '{measure.id}' cannot add up: its unit is {in_words(measure.unit)}"
            yield Diagnostic("shares-do-not-add-up", what, (*route, "parts"))
        for period, reading in measure.readings.items():
            for by, groups in reading.by.items():
                place = (*route, "readings", period.text, "by", by)
                yield from _unknown(measure, by, groups, place)
        for name, row in measure.benchmarks.items():
            for period in (period for period, reading in row.items() if reading.by):
                what = f"the figures of {name} for {period} have groups, and only those of '{measure.id}' itself may"
                yield Diagnostic("unknown-group", what, (*route, "benchmarks", name, period.text, "by"), _ALONE)


def _unknown(measure: Measure, by: str, groups: _Groups, place: Route) -> Iterator[Diagnostic]:
    if by not in measure.by:
        next_step = did_you_mean(nearest(by, measure.by), f"add it: by: {{{by}: [{', '.join(groups)}]}}")
        yield Diagnostic("unknown-group", f"'{measure.id}' has no groups by '{by}'", place, next_step, at_key=True)
        return
    for group in groups:
        if group not in measure.by[by]:
            what = f"'{measure.id}' has no group '{group}' by {by}"
            next_step = did_you_mean(nearest(group, measure.by[by]), f"its groups are {', '.join(measure.by[by])}")
            yield Diagnostic("unknown-group", what, (*place, group), next_step, at_key=True)


def groups_are_complete(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Where one group has a figure the others have one too, and parts that add up give the total."""
    for measure, route in each(file):
        for period, reading in measure.readings.items():
            for by, groups in reading.by.items():
                place = (*route, "readings", period.text, "by", by)
                declared = measure.by.get(by, ())
                if not set(groups) <= set(declared):
                    continue  # said already, and who is meant is missing
                missing = [name for name in declared if name not in groups]
                if missing:
                    what = f"'{measure.id}' for {period} has no figure by {by} for {' and '.join(missing)}"
                    yield Diagnostic("group-missing", what, place, at_key=True)
                elif measure.adds_up_by_groups:
                    yield from _added_up(measure, period, reading, groups, place)


def _added_up(
    measure: Measure, period: Period, reading: Reading, groups: _Groups, place: Route
) -> Iterator[Diagnostic]:
    values = [one.value for one in groups.values() if one.symbol is None and one.value is not None]
    total = None if reading.symbol else reading.value
    if total is None or len(values) < len(groups):
        return
    added = sum(values, Decimal(0))
    if added != total:
        what = f"the groups of '{measure.id}' for {period} by {place[-1]} add up to {added}, and the total is {total}"
        yield Diagnostic("groups-do-not-add-up", what, place, at_key=True)
