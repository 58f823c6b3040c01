"""Asks that a baseline, what is expected on the way, and the day from which a total counts fit the targets."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.settings import Settings

_LINE = "add 'baseline: {on: 2024-03-31, value: 65}'"
_PROFILE = "add 'profile' with a value for each period, or write 'on_the_way: straight-line'"


def ways_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """One thing is expected on the way to a target, it has all its parts, and it begins before the target is due."""
    for measure, route in each(file):
        if measure.baseline or measure.on_the_way or measure.counts_from:
            yield from _two_ways(measure, route)
            yield from _half_a_way(measure, route)
            yield from _late_begin(measure, route)


def _two_ways(measure: Measure, route: Route) -> Iterator[Diagnostic]:
    """Say which two keys contradict each other: two baselines, or two things expected on the way."""
    line = "straight_line_from" if measure.straight_line_from else ""
    profile = "profile" if measure.profile else ""
    expected = {"straight-line": profile, "profile": line, None: ""}[measure.on_the_way]
    for key, other in (("baseline", line if measure.baseline else ""), ("on_the_way", expected)):
        if other:
            named = f"on_the_way: {measure.on_the_way}" if key == "on_the_way" else key
            yield Diagnostic(
                "two-rules", f"'{measure.id}' declares both '{named}' and '{other}'", (*route, other), at_key=True
            )


def _half_a_way(measure: Measure, route: Route) -> Iterator[Diagnostic]:
    way = (*route, "on_the_way")
    if measure.on_the_way == "straight-line" and not (measure.baseline or measure.straight_line_from):
        what = f"'{measure.id}': a straight line to the target, and no baseline that it begins from"
        yield Diagnostic("rule-incomplete", what, way, _LINE, at_key=True)
    if measure.on_the_way == "profile" and not measure.profile:
        what = f"'{measure.id}': a profile on the way to the target, and none is there"
        yield Diagnostic("rule-incomplete", what, way, _PROFILE, at_key=True)
    if measure.counts_from and measure.span != "cumulative":
        what = f"'{measure.id}' counts from {measure.counts_from} on, and is not cumulative"
        yield Diagnostic("rule-incomplete", what, (*route, "counts_from"), "add 'span: cumulative'", at_key=True)


def _late_begin(measure: Measure, route: Route) -> Iterator[Diagnostic]:
    """Say where a baseline or a running total begins after every target is due."""
    last = max(measure.targets, key=lambda key: key.end, default=None)
    if last is None:
        return
    if measure.baseline and measure.baseline.on and measure.baseline.on.first >= last.end:
        what = f"the baseline of '{measure.id}' is of {measure.baseline.on}, and its last target is for {last}"
        next_step = "correct one of them: a baseline is from before the target is due"
        yield Diagnostic("dates-out-of-order", what, (*route, "baseline", "on"), next_step)
    if measure.counts_from and measure.counts_from.start > last.end:
        what = f"'{measure.id}' counts from {measure.counts_from} on, and its last target is for {last}"
        yield Diagnostic("dates-out-of-order", what, (*route, "counts_from"), "correct one of them")


def baselines_are_known(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A baseline is of a day that has come; one that was still expected is there once its day is past."""
    for measure, route in each(file):
        baseline, place = measure.baseline, (*route, "baseline")
        if baseline is None or measure.withdrawn_by(today):
            continue
        if baseline.on:
            yield from not_come(baseline.on, today, (*place, "on"))
        if baseline.expected and baseline.expected.last < today:
            what = f"the baseline of '{measure.id}' was expected by {baseline.expected}, and it is not there"
            yield Diagnostic("baseline-not-known", what, (*place, "expected"))
