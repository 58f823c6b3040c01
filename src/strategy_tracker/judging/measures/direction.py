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
    signed,
    smallest_step,
)
from strategy_tracker.judging.measures.small_cohort import one_is
from strategy_tracker.judging.measures.undated import at
from strategy_tracker.judging.measures.way_to_target.targets import goal_for, target_for
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.model.dates.period import MARCH, Period, PeriodKind, YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import is_sum
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.values import is_end_of_month

Verdict = Literal["better", "worse", "same"]
Movement = Literal["up", "down", "level"]
ENOUGH_FOR_A_TREND = 6
"""Numbers: as many as control charts in health and care ask for before they call a run of points a trend."""
_DAYS_AND_MONTHS: frozenset[PeriodKind] = frozenset({"day", "month"})
_JUDGEMENTS: dict[int, Verdict] = {1: "better", -1: "worse", 0: "same"}
_MOVEMENTS: dict[int, Movement] = {1: "up", -1: "down", 0: "level"}
_RISING: dict[int, Word] = {1: "trend-rising", -1: "trend-falling", 0: "trend-level"}
_NEARER: dict[int, Word] = {1: "trend-nearer", -1: "trend-further", 0: "trend-level"}


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
    if arrow := _no_arrow(measure, reading):
        return arrow
    line = [each for each in numbers_of_its_kind(measure, readings, reading.period) if not _is_part(measure, each)]
    earlier = [each for each in line if each.period.end < reading.period.end]
    if measure.span == "cumulative":
        year = counting_year(measure, reading.period.end, year_end)
        return _against_the_way(measure, [each for each in earlier if year.holds(each.period)], reading, year)
    if not earlier:
        return _none(phrase("no-earlier-number"))
    return _arrow(measure, earlier[-1], reading)


def _against_the_way(measure: Measure, earlier: Sequence[KnownReading], reading: KnownReading, year: Period) -> Arrow:
    """Compare the distance from what was expected then with that of now, inside one counting year."""
    if not earlier:
        return _none(phrase("no-earlier-number-in", period=year.text))
    goals = [(each, goal_for(measure, each.period, each.amount)) for each in (*earlier, reading)]
    steps = [(each, goal) for each, goal in goals if goal is not None]
    if measure.better in (None, "none") or not steps or steps[-1][0] is not reading:
        return _none(phrase("cumulative-without-way", period=year.text))
    if len(steps) == 1:
        return _none(phrase("no-earlier-number-expected", period=year.text))
    (before, former_goal), (now, goal) = steps[-2:]
    assert before.amount is not None
    assert now.amount is not None
    gaps = before.amount - former_goal, now.amount - goal
    heights = (-abs(gaps[0]), -abs(gaps[1])) if measure.better == "on-target" else gaps
    way = _way(heights[1] - heights[0], _dead_band(measure, now.period))
    kind = _kind(measure, way)
    there, here = _beside_the_way(measure, before, former_goal), _beside_the_way(measure, now, goal)
    return Arrow(kind, _went(kind, phrase("from-to", first=there, last=here)))


def _went(kind: Verdict | Movement, figures: str) -> Label:
    """Which way it went, and from what to what."""
    return phrase("way-and-figures", way=phrase(kind), figures=figures)


def _beside_the_way(measure: Measure, known: KnownReading, goal: Decimal) -> str:
    """Write a value with its period and its distance: `19 in 2022/23 Q1 (1 below the 20 expected)`."""
    assert known.amount is not None
    gap = known.amount - goal
    expected = show_beside(goal, measure.shown_in, known.amount, goal)
    off = phrase("exactly-expected", figure=expected)
    if gap:
        apart = show_gap(abs(gap), measure.shown_in, ZERO)
        off = phrase("above-expected" if gap > 0 else "below-expected", gap=apart, figure=expected)
    return phrase("thing-of", what=at(show_reading(measure, known.period, known.amount), known), of=off)


def against_last_year(measure: Measure, readings: Sequence[KnownReading], reading: KnownReading) -> Arrow:
    """Give the long arrow: from the same period one year before."""
    if arrow := _no_arrow(measure, reading):
        return arrow
    before = same_period_earlier(readings, reading.period)
    if before is None:
        return _none(phrase("no-reading-last-year"))
    if before.amount is None:
        return _none(absence(before).reason)
    if _is_part(measure, before):
        return _none(phrase("part-of-period", period=before.period.text))
    return _arrow(measure, before, reading)


def trend(measure: Measure, readings: Sequence[KnownReading], reading: KnownReading) -> Arrow:
    """Give the slope of a least-squares line through all numbers up to `reading`: at least six, never a claim from two.

    The readings count as equally spaced. `same_within` holds for the change along the whole line. A cumulative
    measure is followed over the same time of each year.
    """
    if arrow := _no_arrow(measure, reading):
        return arrow
    if measure.unit == "yes-no":
        return _none(phrase("answers-have-no-slope"))
    same = [each for each in _like(readings, reading.period) if each.period.end <= reading.period.end]
    line = [each for each in same if not _is_part(measure, each)]
    if measure.span == "cumulative":
        line = [each for each in line if same_season(each.period, reading.period)]
    count = len(line)
    if count < ENOUGH_FOR_A_TREND:
        name: Word = "trend-needs-one" if count == 1 else "trend-needs"
        return _none(phrase(name, needed=f"{ENOUGH_FOR_A_TREND}", number=f"{count}"))
    heights = [_height(measure, each) for each in line]
    known = [height for height in heights if height is not None]
    if len(known) < count:
        return _none(phrase("no-target-to-be-near"))
    # the line's rise from first to last point is 6S / n(n + 1), compared here without dividing
    rise = 6 * sum(((2 * place - count + 1) * height for place, height in enumerate(known)), ZERO)
    band = _dead_band(measure, reading.period) * count * (count + 1)
    way = _way(rise, band)
    kind = _kind(measure, way)
    name = (_NEARER if measure.better == "on-target" else _RISING)[way]
    return Arrow(
        kind, _went(kind, phrase(name, number=f"{count}", first=line[0].period.text, last=line[-1].period.text))
    )


def same_season(one: Period, other: Period) -> bool:
    """Whether two periods end at the same time of their years, as cumulative values must to be compared."""
    if is_end_of_month(one.end) and is_end_of_month(other.end):  # 29 February is the 28th of other years
        return one.end.month == other.end.month
    return one.end.month == other.end.month and (one.kind != "day" or one.end.day == other.end.day)


def _no_arrow(measure: Measure, reading: KnownReading) -> Arrow | None:
    """Why no arrow ends at a reading, whatever was before it; None where one may."""
    if reading.amount is None:
        return _none(absence(reading).reason)
    if total := running_total(measure, reading.period.end):
        return _only_grows(total)
    return _none(phrase("part-of-period", period=reading.period.text)) if _is_part(measure, reading) else None


def _is_part(measure: Measure, known: KnownReading) -> bool:
    """Whether what adds up was recorded before its period was over: so much of a year is not held against a whole."""
    recorded = known.reading.recorded
    return (
        is_sum(measure.unit)
        and measure.span not in ("snapshot", "rolling-12-months")
        and bool(recorded and recorded.last < known.period.end)
    )


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
    return Arrow("none", phrase("running-total", total=total.text))


def _none(why: str) -> Arrow:
    return Arrow("none", phrase("not-enough-data", why=why))


def _arrow(measure: Measure, before: KnownReading, now: KnownReading) -> Arrow:
    start, end = _height(measure, before), _height(measure, now)
    if before.amount is None or now.amount is None or start is None or end is None:
        return _none(phrase("one-has-no-target"))
    band = _dead_band(measure, now.period)
    way = _way(end - start, band)
    kind = _kind(measure, way)
    change = now.amount - before.amount
    former, shown = _shown(measure, before, before.amount, change), _shown(measure, now, now.amount, change)
    figures = phrase("from-to", first=_at(measure, before, former), last=_at(measure, now, shown))
    more = "" if measure.unit == "yes-no" else _change(measure, change, band if not way else ZERO, before, now)
    words = _went(kind, commas([figures, more]) if more else figures)
    return Arrow(kind, words, before.period.text, former, more)


def _change(measure: Measure, change: Decimal, band: Decimal, before: KnownReading, now: KnownReading) -> str:
    """By how much it changed, and what one of them makes; with a `band` that it did not leave."""
    if not change:
        return phrase("no-change")
    words = signed(show_gap(abs(change), measure.shown_in, ZERO), "+" if change > 0 else "-")
    if band:
        limit = show_allowed(band, measure.shown_in, abs(change))
        words = phrase("within-no-change", change=words, limit=limit)
    found = one_is(measure, before.reading, now.reading)
    return semicolons([words, found]) if found else words


def _at(measure: Measure, known: KnownReading, shown: str) -> str:
    """A value that is printed as `shown` with its period, and with its distance from a target."""
    height, told = _height(measure, known), at(shown, known)
    if not (height and measure.better == "on-target"):
        return told
    return phrase("thing-of", what=told, of=phrase("off-target", gap=show_gap(-height, measure.shown_in, ZERO)))


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
