"""Finds what a reading is held against: the target for its period, or the value expected on the way there."""

from collections.abc import Sequence
from decimal import Decimal

from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.wanted import Wanted, wanted_of, why_unknown
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.target import Target


def target_for(measure: Measure, period: Period) -> tuple[Period, Wanted] | None:
    """Find what is wanted of a reading of `period`; None also where the reading that it depends on is not known."""
    found = _narrowest(measure, period)
    wanted = wanted_of(measure, found[1]) if found else None
    return (found[0], wanted) if found and wanted else None


def lacking_for(measure: Measure, period: Period, readings: Sequence[KnownReading]) -> str:
    """Say why the target for a reading of `period` has no value; empty where it has one, or there is no target."""
    found = _narrowest(measure, period)
    return why_unknown(found[1], readings) if found and found[1].ends is None else ""


def _narrowest(measure: Measure, period: Period) -> tuple[Period, Target] | None:
    """The target that counts for a reading of `period`: that of the narrowest period that holds it."""
    held = [(key.end - key.start, key, target) for key, target in measure.targets.items() if key.holds(period)]
    if not held:
        return None
    _, key, target = min(held, key=lambda each: each[:2])
    return key, target


def expected_for(measure: Measure, period: Period, within: Period, target: Decimal) -> Decimal | None:
    """Work out the value wanted by the end of `period` under the target of `within`; None where it is not due yet.

    At the end of the target's period the target itself counts. Before it, a cumulative measure, or one with
    declared values on the way, counts against its profile or its straight line, and only against them.
    """
    line = measure.straight_line_from
    if period.end == within.end or not (measure.span == "cumulative" or measure.profile or line):
        return target
    profiled = [(key != period, key, value) for key, value in measure.profile.items() if key.end == period.end]
    if profiled:
        return min(profiled)[2]
    if line is None or line.on.last >= period.end:
        return None
    if measure.span == "cumulative" and (within.start - line.on.last).days > 1:
        return None  # the line belongs to an earlier year: counting began again since
    gone, whole = (period.end - line.on.last).days, (within.end - line.on.last).days
    return line.value + (target - line.value) * gone / whole


def goal_for(measure: Measure, period: Period, amount: Decimal | None = None) -> Decimal | None:
    """Find what a reading of `period` is held against: its target, or the value expected by then.

    Of a range where either side is bad it is the value nearest to the `amount` of the reading.
    """
    found = target_for(measure, period)
    if found is None:
        return None
    within, wanted = found
    either = measure.better == "on-target" and amount is not None
    value = wanted.nearest(amount) if either and amount is not None else wanted.value
    return expected_for(measure, period, within, value)
