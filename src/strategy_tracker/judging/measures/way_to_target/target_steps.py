"""Works out what a chart draws beside the readings: the target of each period, and where amber begins and ends."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.way_to_target.targets import aim_of, goal_for
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted, all_wanted
from strategy_tracker.judging.standing.of_measures import TargetStep
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure

_DAY = timedelta(days=1)


def target_steps(measure: Measure, readings: Sequence[KnownReading]) -> tuple[TargetStep, ...]:
    """Give the targets that count while there are readings, in their order, none beside another.

    Of a measure with a way to its target, or that begins at 0 each year, it is what was expected at each reading.
    """
    if not readings or not measure.targets or measure.better == "none" or measure.compared_with:
        return ()
    if measure.span == "cumulative" or measure.profile or measure.line:
        return tuple(_on_the_way(measure, readings))
    return tuple(_of_periods(measure, min(each.period.start for each in readings), readings[-1].period.end))


def _of_periods(measure: Measure, first: date, last: date) -> Iterator[TargetStep]:
    """Cut the days from `first` to `last` where a target begins or ends; of several the narrowest counts."""
    held = [(key.end - key.start, key, target) for key, target in all_wanted(measure)]
    edges = {first, last + _DAY, *(day for _, key, _ in held for day in (key.start, key.end + _DAY))}
    for start, after in pairwise(sorted(day for day in edges if first <= day <= last + _DAY)):
        there = [each for each in held if each[1].start <= start and after <= each[1].end + _DAY]
        if there:
            _, key, target = min(there, key=lambda each: each[:2])
            yield _step(measure, start, after - _DAY, key, target.value, target, part_way=False)


def _on_the_way(measure: Measure, readings: Sequence[KnownReading]) -> Iterator[TargetStep]:
    last = date.min
    for period, _, _ in readings:
        goal, aim = goal_for(measure, period), aim_of(measure, period)
        if goal is not None and aim is not None:
            key, target = aim
            start = max(period.start, last + _DAY) if last > date.min else period.start
            yield _step(
                measure, min(start, period.end), period.end, period, goal, target, part_way=period.end < key.end
            )
        last = max(last, period.end)


def _step(
    measure: Measure, start: date, end: date, of: Period, goal: Decimal, target: Wanted, *, part_way: bool
) -> TargetStep:
    zones = tuple(_zones(measure, goal, target, part_way=part_way))
    expected = part_way and goal != target.value
    told = "" if expected or target.is_plain else target.words(measure.shown_in)
    return TargetStep(of.text, start, end, goal, zones, expected, told)


def _zones(measure: Measure, goal: Decimal, target: Wanted, *, part_way: bool) -> Iterator[tuple[Decimal, Decimal]]:
    """Find the values that are amber beside a goal, each from the lower to the higher.

    None where the rule has no amber, and where last year's reading decides: that is another for each period.
    """
    inner, outer, band = (
        None if each is None or (each.of_target and not goal) else each.at(goal)
        for each in (measure.green_within, measure.amber_within, measure.band)
    )
    floor = measure.amber_from if target.amber_from is None else target.amber_from
    if measure.better == "on-target":
        if inner is not None and outer is not None and outer > inner:
            top = target.high if goal == target.value else goal
            yield goal - outer, goal - inner
            yield top + inner, top + outer
    elif measure.better not in ("higher", "lower") or measure.amber_if:
        return
    elif band is not None:
        yield goal - band, (target.high if goal == target.low else goal) + band
    elif outer is not None or (floor is not None and not part_way):
        side = 1 if measure.better == "higher" else -1
        green = goal - (inner or 0) * side
        amber = goal - outer * side if outer is not None else floor
        if amber is not None and (green - amber) * side > 0:
            yield min(amber, green), max(amber, green)
