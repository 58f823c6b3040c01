"""Says which way a measure is going: against the period before, against last year, and over many readings.

Better is not the same as higher, and "too few readings" is an answer. Readings come in the order in which their periods
end.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from strategy_tracker.judging.measures.counting_up import counting_year, running_total
from strategy_tracker.judging.measures.known_readings import KnownReading, absence, same_period_earlier
from strategy_tracker.judging.measures.ranges import arrow_in_words
from strategy_tracker.judging.measures.rating import show_reading
from strategy_tracker.judging.measures.show_figures import (
    ZERO,
    show_allowed,
    show_beside,
    show_gap,
    smallest_step,
)
from strategy_tracker.judging.measures.small_cohort import with_one
from strategy_tracker.judging.measures.undated import at
from strategy_tracker.judging.measures.way_to_target.targets import goal_for, target_for
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.model.dates.period import MARCH, Period, PeriodKind, YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import is_sum
from strategy_tracker.model.values import is_end_of_month

Verdict = Literal["better", "worse", "same"]
Movement = Literal["up", "down", "level"]
ENOUGH_FOR_A_TREND = 6
"""Numbers: as many as control charts in health and care ask for before they call a run of points a trend."""
_DAYS_AND_MONTHS: frozenset[PeriodKind] = frozenset({"day", "month"})
_JUDGEMENTS: dict[int, Verdict] = {1: "better", -1: "worse", 0: "same"}
_MOVEMENTS: dict[int, Movement] = {1: "up", -1: "down", 0: "level"}
_RISING = {1: "rising", -1: "falling", 0: "level"}
_NEARER = {1: "getting closer to target", -1: "moving away from target", 0: "level"}


def against_previous(
    measure: Measure, readings: Sequence[KnownReading], reading: KnownReading, year_end: YearEnd = MARCH
) -> Arrow:
    """Give the short arrow: from the latest earlier figure, else what the source says without one."""
    found = _since_before(measure, readings, reading, year_end)
    if found.kind != "none" or measure.span == "cumulative":
        return found
    return arrow_in_words(measure, readings, reading, _dead_band(measure, reading.period), _kind) or found


def _since_before(
    measure: Measure, readings: Sequence[KnownReading], reading: KnownReading, year_end: YearEnd
) -> Arrow:
    """Give the arrow from the latest earlier number of the same kind of period.

    It may jump over a withheld reading, for its words name both periods. What counts up over a year can only grow
    inside it and starts again after it: only how far it is from what was expected, then and now, says something.
    """
    if reading.amount is None:
        return _none(absence(reading).reason)
    if total := running_total(measure, reading.period.end):
        return _only_grows(total)
    line = numbers_of_its_kind(measure, readings, reading.period)
    earlier = [each for each in line if each.period.end < reading.period.end]
    if measure.span == "cumulative":
        year = counting_year(measure, reading.period.end, year_end)
        return _against_the_way(measure, [each for each in earlier if year.holds(each.period)], reading, year)
    if not earlier:
        return _none("no earlier number of the same kind of period")
    return _arrow(measure, earlier[-1], reading)


def _against_the_way(measure: Measure, earlier: Sequence[KnownReading], reading: KnownReading, year: Period) -> Arrow:
    """Compare the distance from what was expected then with that of now, inside one counting year."""
    if not earlier:
        return _none(f"no earlier number in {year}")
    goals = [(each, goal_for(measure, each.period, each.amount)) for each in (*earlier, reading)]
    steps = [(each, goal) for each, goal in goals if goal is not None]
    if measure.better in (None, "none") or not steps or steps[-1][0] is not reading:
        return _none(f"cumulative in {year}, and no value is declared for the way there to hold it against")
    if len(steps) == 1:
        return _none(f"no earlier number in {year} with a value that was expected by then")
    (before, former_goal), (now, goal) = steps[-2:]
    assert before.amount is not None
    assert now.amount is not None
    gaps = before.amount - former_goal, now.amount - goal
    heights = (-abs(gaps[0]), -abs(gaps[1])) if measure.better == "on-target" else gaps
    way = _way(heights[1] - heights[0], _dead_band(measure, now.period))
    kind = _kind(measure, way)
    there, here = _beside_the_way(measure, before, former_goal), _beside_the_way(measure, now, goal)
    return Arrow(kind, f"{kind}: {there} to {here}")


def _beside_the_way(measure: Measure, known: KnownReading, goal: Decimal) -> str:
    """Write a value with its period and its distance: `19 in 2022/23 Q1 (1 below the 20 expected)`."""
    assert known.amount is not None
    gap = known.amount - goal
    expected = f"the {show_beside(goal, measure.shown_in, known.amount, goal)} expected"
    off = (
        f"{show_gap(abs(gap), measure.shown_in, ZERO)} {'above' if gap > 0 else 'below'} {expected}"
        if gap
        else expected
    )
    shown = show_reading(measure, known.period, known.amount)
    return f"{shown}{at(known)} ({off if gap else f'exactly {off}'})"


def against_last_year(measure: Measure, readings: Sequence[KnownReading], reading: KnownReading) -> Arrow:
    """Give the long arrow: from the same period one year before."""
    if reading.amount is None:
        return _none(absence(reading).reason)
    if total := running_total(measure, reading.period.end):
        return _only_grows(total)
    before = same_period_earlier(readings, reading.period)
    if before is None:
        return _none("no reading for the same period last year")
    if before.amount is None:
        return _none(absence(before).reason)
    return _arrow(measure, before, reading)


def trend(measure: Measure, readings: Sequence[KnownReading], reading: KnownReading) -> Arrow:
    """Give the slope of a least-squares line through all numbers up to `reading`: at least six, never a claim from two.

    The readings count as equally spaced. `same_within` holds for the change along the whole line. A cumulative
    measure is followed over the same time of each year.
    """
    if reading.amount is None:
        return _none(absence(reading).reason)
    if measure.unit == "yes-no":
        return _none("yes and no have no slope")
    if total := running_total(measure, reading.period.end):
        return _only_grows(total)
    line = [each for each in _like(readings, reading.period) if each.period.end <= reading.period.end]
    if measure.span == "cumulative":
        line = [each for each in line if same_season(each.period, reading.period)]
    count = len(line)
    if count < ENOUGH_FOR_A_TREND:
        return _none(f"a trend needs {ENOUGH_FOR_A_TREND} numbers and there {'is' if count == 1 else 'are'} {count}")
    heights = [_height(measure, each) for each in line]
    known = [height for height in heights if height is not None]
    if len(known) < count:
        return _none("not every reading has a target to be near to")
    # the line's rise from first to last point is 6S / n(n + 1), compared here without dividing
    rise = 6 * sum(((2 * place - count + 1) * height for place, height in enumerate(known)), ZERO)
    band = _dead_band(measure, reading.period) * count * (count + 1)
    way = _way(rise, band)
    kind = _kind(measure, way)
    name = (_NEARER if measure.better == "on-target" else _RISING)[way]
    return Arrow(kind, f"{kind}: {name} over {count} readings, {line[0].period} to {line[-1].period}")


def same_season(one: Period, other: Period) -> bool:
    """Whether two periods end at the same time of their years, as cumulative values must to be compared."""
    if is_end_of_month(one.end) and is_end_of_month(other.end):  # 29 February is the 28th of other years
        return one.end.month == other.end.month
    return one.end.month == other.end.month and (one.kind != "day" or one.end.day == other.end.day)


def _like(readings: Sequence[KnownReading], period: Period) -> list[KnownReading]:
    return [each for each in readings if each.amount is not None and each.period.is_like(period)]


def numbers_of_its_kind(measure: Measure, readings: Sequence[KnownReading], period: Period) -> list[KnownReading]:
    """List the numbers that may be the one before: of the same kind of period; days and months are one kind.

    Owners write 2022-01-31 and then 2022-02 for the same figure of a day. Not where a month is the sum of its days.
    """
    adds_up = measure.span == "period" or (measure.span is None and is_sum(measure.unit))
    if period.kind not in _DAYS_AND_MONTHS or adds_up:
        return _like(readings, period)
    return [each for each in readings if each.amount is not None and each.period.kind in _DAYS_AND_MONTHS]


def _only_grows(total: Period) -> Arrow:
    return Arrow("none", f"no arrow: a running total ({total}) can only grow")


def _none(why: str) -> Arrow:
    return Arrow("none", f"not enough data: {why}")


def _arrow(measure: Measure, before: KnownReading, now: KnownReading) -> Arrow:
    start, end = _height(measure, before), _height(measure, now)
    if before.amount is None or now.amount is None or start is None or end is None:
        return _none("one of the two readings has no target to be near to")
    band = _dead_band(measure, now.period)
    way = _way(end - start, band)
    kind = _kind(measure, way)
    change = now.amount - before.amount
    words = (
        "no change" if not change else f"{'+' if change > 0 else '-'}{show_gap(abs(change), measure.shown_in, ZERO)}"
    )
    if change and band and not way:
        words = f"{words}, no more than the {show_allowed(band, measure.shown_in, abs(change))} declared as no change"
    there, here = _at(measure, before, before.amount, change), _at(measure, now, now.amount, change)
    words += with_one(measure, before, now) if change else ""
    more = "" if measure.unit == "yes-no" else f", {words}"
    former = _shown(measure, before, before.amount, change)
    return Arrow(kind, f"{kind}: {there} to {here}{more}", before.period.text, former, more[2:])


def _at(measure: Measure, known: KnownReading, amount: Decimal, change: Decimal) -> str:
    """A value with its period, and with its distance from a target."""
    height = _height(measure, known)
    off = (
        f" ({show_gap(-height, measure.shown_in, ZERO)} off target)" if height and measure.better == "on-target" else ""
    )
    return f"{_shown(measure, known, amount, change)}{at(known)}{off}"


def _shown(measure: Measure, known: KnownReading, amount: Decimal, change: Decimal) -> str:
    """A value as it is printed; to two places where one would hide the change."""
    fine = bool(change) and abs(change) < smallest_step(amount, measure.shown_in)
    return show_reading(measure, known.period, amount, fine=fine)


def _height(measure: Measure, known: KnownReading) -> Decimal | None:
    """What should grow or shrink: the value, or its nearness to its target where on target is best."""
    if measure.better != "on-target" or known.amount is None:
        return known.amount
    goal, own = goal_for(measure, known.period, known.amount), target_for(measure, known.period)
    if goal is None and own and measure.span != "cumulative":
        goal = own[1].nearest(known.amount)
    return None if goal is None else -abs(known.amount - goal)


def _dead_band(measure: Measure, period: Period) -> Decimal:
    """The change that counts as none, in the measure's unit; a share of a target that is not there is nothing."""
    same = measure.same_within
    if same is None or not same.of_target:
        return same.at(ZERO) if same else ZERO
    target = target_for(measure, period)
    return same.at(target[1].value) if target else ZERO


def _way(gain: Decimal, band: Decimal) -> int:
    return 0 if abs(gain) <= band else 1 if gain > 0 else -1


def _kind(measure: Measure, way: int) -> Verdict | Movement:
    if measure.better is None or measure.better == "none":
        return _MOVEMENTS[way]
    return _JUDGEMENTS[-way if measure.better == "lower" else way]
