"""Finds what a reading is held against: the target for its period, or the value expected on the way there."""

from collections.abc import Sequence
from decimal import Decimal

from strategy_tracker.judging.measures.counting_up import reach
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted, all_wanted, wanted_of, why_unknown
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.measures.unit import is_sum

_SHORT = frozenset({"month", "quarter", "half"})


def target_for(measure: Measure, period: Period) -> tuple[Period, Wanted] | None:
    """Find what is wanted of a reading of `period`; None also where the reading that it depends on is not known."""
    found = _narrowest(measure, period)
    return _in_numbers(measure, *found) if found else None


def _in_numbers(measure: Measure, key: Period, target: Target) -> tuple[Period, Wanted] | None:
    wanted = wanted_of(measure, target)
    return (key, wanted) if wanted else None


def lacking_for(measure: Measure, period: Period, readings: Sequence[KnownReading]) -> str:
    """Say why the target for a reading of `period` has no value; empty where it has one, or there is no target."""
    found = _narrowest(measure, period)
    return why_unknown(found[1], readings) if found and found[1].ends is None else ""


def _narrowest(measure: Measure, period: Period) -> tuple[Period, Target] | None:
    """The target that counts for a reading of `period`: that of the narrowest period that holds it.

    One for a day counts for every figure of a moment whose period has that day in it.
    """
    held = [
        (days.end - days.start, key)
        for key in measure.targets
        if (days := reach(measure, key)).holds(period) or (days.kind == "day" and _has_the_day(measure, days, period))
    ]
    if not held:
        return None
    _, key = min(held)
    return key, measure.targets[key]


def _has_the_day(measure: Measure, day: Period, period: Period) -> bool:
    moment = measure.span == "snapshot" or (measure.span is None and not is_sum(measure.unit))
    return moment and period.start <= day.end <= period.end


def coming_target(measure: Measure, period: Period) -> tuple[Period, Wanted] | None:
    """Find the first target that is due after `period` and does not count for its reading."""
    coming = [
        (key.end, key.start, key, wanted)
        for key, wanted in all_wanted(measure)
        if key.end > period.end and not reach(measure, key).holds(period)
    ]
    return min(coming, key=lambda each: each[:2])[2:] if coming else None


def leads_to(measure: Measure, period: Period, key: Period) -> bool:
    """Whether a figure of `period` says how far it is to the target of `key`: both of the same stretch or moment.

    What counts anew each year says nothing of another year, and a part of a year nothing of what adds up over it.
    """
    if measure.span == "cumulative":
        return reach(measure, key).holds(period)
    if not is_sum(measure.unit) or measure.span not in (None, "period"):
        return True
    return key.is_like(period) or ("range" not in (key.kind, period.kind) and period.kind not in _SHORT)


def expected_for(measure: Measure, period: Period, within: Period, target: Decimal) -> Decimal | None:
    """Work out the value wanted by the end of `period` under the target of `within`; None where it is not due yet.

    At the end of the target's period the target itself counts. Before it, a cumulative measure, a snapshot, or one with
    declared values on the way, counts against its profile or its straight line, and only against them; so does every
    figure from before the target's period.
    """
    if within.kind == "range" and not leads_to(measure, period, within):
        return None
    if period.end >= within.end:
        return target
    waits = measure.span in ("cumulative", "snapshot") or measure.profile or measure.line or measure.on_the_way
    if within.holds(period) and not waits:
        return target
    profiled = [(key != period, key, value) for key, value in measure.profile.items() if key.end == period.end]
    return min(profiled)[2] if profiled else _on_the_line(measure, period, within, target)


def _on_the_line(measure: Measure, period: Period, within: Period, target: Decimal) -> Decimal | None:
    line = measure.line
    if line is None or line.on.last >= period.end:
        return None
    if measure.span == "cumulative" and (reach(measure, within).start - line.on.last).days > 1:
        return None  # the line belongs to an earlier year: counting began again since
    gone, whole = (period.end - line.on.last).days, (within.end - line.on.last).days
    return line.value + (target - line.value) * gone / whole


def aim_of(measure: Measure, period: Period) -> tuple[Period, Wanted] | None:
    """Find the target that a reading of `period` is on the way to or held against: its own, else the next one."""
    if found := _narrowest(measure, period):
        return _in_numbers(measure, *found)
    coming = coming_target(measure, period)
    return coming if coming and leads_to(measure, period, coming[0]) else None


def goal_for(measure: Measure, period: Period, amount: Decimal | None = None) -> Decimal | None:
    """Find what a reading of `period` is held against: its target, or the value expected by then.

    Of a range where either side is bad it is the value nearest to the `amount` of the reading.
    """
    found = aim_of(measure, period)
    if found is None:
        return None
    within, wanted = found
    either = measure.better == "on-target" and amount is not None
    value = wanted.nearest(amount) if either and amount is not None else wanted.value
    return expected_for(measure, period, within, value)
