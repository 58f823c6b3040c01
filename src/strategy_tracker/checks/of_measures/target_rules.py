"""Asks that targets can be met and missed: one for each day, on the good side, with limits that fit them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from strategy_tracker.checks.of_measures.measure_rules import DISTANCES, each
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted, wanted_of
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.settings import Settings


def targets_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Targets do not overlap, floors lie on the far side of them, and no share is taken of zero."""
    for measure, route in each(file):
        if not measure.targets:
            continue
        for first, second in _overlapping(list(measure.targets)):
            rolling = first.kind == "range" and first.is_like(second)  # three years to 2020, and three to 2021
            if first[2:] == second[2:] or not (rolling or _inside(first, second) or _inside(second, first)):
                message = f"'{second}' and '{first}' both claim the same days"
                yield Diagnostic("overlapping-targets", message, (*route, "targets", second.text), at_key=True)
        for period, target in measure.targets.items():
            place = (*route, "targets", period.text)
            if why := _against_its_side(measure, target) or _not_earlier(period, target):
                yield Diagnostic("impossible-target", f"'{measure.id}': {why}", place)
            elif wanted := wanted_of(measure, target):
                yield from _limits_fit(measure, wanted, place)


def _against_its_side(measure: Measure, target: Target) -> str:
    """Say that a target asks for the bad side of its measure; empty where it does not."""
    up, down = target.above is not None or target.not_below, target.below is not None or target.not_above
    if not (up or down) or measure.better in (None, "none", "higher" if up else "lower"):
        return ""
    if measure.better == "on-target":
        return f"'{target.written}' has a good side, but the measure should be on target"
    return f"'{target.written}' is wanted, but better is {measure.better}"


def _not_earlier(period: Period, target: Target) -> str:
    """Say that a target is held against a period that is not over before its own begins; empty where it is."""
    other = target.not_below or target.not_above
    return f"{other} is not over before {period} begins" if other and other.end >= period.start else ""


def _limits_fit(measure: Measure, wanted: Wanted, place: Route) -> Iterator[Diagnostic]:
    shares = [key for key in DISTANCES if (d := getattr(measure, key)) and d.of_target]
    if shares and 0 in ((wanted.value,) if measure.better != "on-target" else (wanted.low, wanted.high)):
        yield Diagnostic("percent-of-zero", f"'{measure.id}' has a target of 0 and a tolerance in percent", place)
    floor = measure.amber_from if wanted.amber_from is None else wanted.amber_from
    if floor is not None and _beyond(floor, wanted.value, measure.better):
        yield Diagnostic("floor-beyond-target", f"amber from {floor}, but the target is {wanted.value}", place)
    elif inside := _amber_inside_green(measure, wanted.value, floor):
        yield Diagnostic("amber-inside-green", f"'{measure.id}', target {wanted.value}: {inside}", place)


def _amber_inside_green(measure: Measure, target: Decimal, floor: Decimal | None) -> str:
    """Say that nothing could be amber, since green ends no nearer to the target; empty where something can."""
    green, amber = measure.green_within, measure.amber_within
    if green is None or measure.better not in ("higher", "lower"):
        return ""
    if amber and amber.at(target) < green.at(target):
        return f"amber within {amber}, which is nearer than green within {green}"
    if floor is not None and abs(target - floor) < green.at(target):
        return f"amber from {floor}, which is nearer than green within {green}"
    return ""


def _beyond(floor: Decimal, target: Decimal, better: str | None) -> bool:
    return floor > target if better == "higher" else floor < target if better == "lower" else False


def _overlapping(periods: list[Period]) -> Iterator[tuple[Period, Period]]:
    """Pairs that share a day, each in the order of the file; without comparing every one with every other."""
    by_start = sorted(enumerate(periods), key=lambda item: item[1].start)
    for at, (n, one) in enumerate(by_start):
        for later in range(at + 1, len(by_start)):
            m, other = by_start[later]
            if other.start > one.end:
                break
            yield (one, other) if n < m else (other, one)


def _inside(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
