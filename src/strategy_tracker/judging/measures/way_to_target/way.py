"""Works out how much of the way from a baseline to a target is done, and how much of its time, and says it in words."""

from decimal import ROUND_HALF_UP, Decimal

from strategy_tracker.judging.measures.counting_up import reach
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO, show_amount, show_gap, show_near, to_six_places
from strategy_tracker.judging.measures.way_to_target.targets import aim_of
from strategy_tracker.judging.standing.of_measures import WayStanding
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.model.measures.way import Line
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import phrase

_ALL = Decimal(100)
_NO_DISTANCE: frozenset[Unit] = frozenset({"narrative", "yes-no"})


def way_of(measure: Measure, shown: KnownReading | None) -> WayStanding | None:
    """Give the way that the latest reading is on; None where no baseline is declared, or none leads to a target.

    Nor is there one where the baseline is as good as the target or better, or the reading is from before it.
    """
    if measure.baseline and measure.baseline.expected:
        return WayStanding(phrase("baseline-not-known", day=measure.baseline.expected.text))
    start, aim = measure.start, aim_of(measure, shown.period) if shown else None
    if shown is None or shown.amount is None or start is None or aim is None or measure.unit in _NO_DISTANCE:
        return None
    key, target = aim
    if not _leads_there(measure, start, target.value) or not start.on.last < shown.period.end <= key.end:
        return None
    if measure.span == "cumulative" and (reach(measure, key).start - start.on.last).days > 1:
        return None  # counting began again since
    whole = target.value - start.value
    done = (shown.amount - start.value) * (1 if whole > 0 else -1)
    share = done * 100 / abs(whole)
    time = Decimal((shown.period.end - start.on.last).days * 100) / (key.end - start.on.last).days
    return WayStanding(
        words=_words(measure, start, done, abs(whole), share, time),
        since=start.on.last,
        baseline=start.value,
        until=key.end,
        period=key.text,
        target=target.value,
        share=to_six_places(share, _ALL),
        time=to_six_places(time, _ALL),
        is_straight=measure.line is not None,
    )


def _leads_there(measure: Measure, start: Line, target: Decimal) -> bool:
    """Whether the target is better than the baseline, as far as anybody has said which way is better."""
    way = target - start.value
    return measure.better != "none" and {"higher": way > 0, "lower": way < 0}.get(measure.better or "", way != 0)


def _words(measure: Measure, start: Line, done: Decimal, whole: Decimal, share: Decimal, time: Decimal) -> str:
    """Write `29 of 50 points, 59% of the way, 30% of the time`, or that it went beyond the target or back."""
    unit = measure.shown_in
    passed = phrase("of-the-time", share=_percent(time))
    if done < 0:
        gap, baseline = show_gap(-done, unit, ZERO), show_amount(start.value, unit)
        return commas([phrase("further-away", gap=gap, baseline=baseline), passed])
    is_money = measure.unit in ("money", "pounds")
    gone = show_near(done, unit if is_money else "count", ZERO, whole)
    of_it = phrase("answered-of", number=gone, total=show_gap(whole, unit, ZERO))
    way = commas([of_it, phrase("of-the-way", share=_percent(share)), passed])
    return phrase("beyond-target", way=way) if done > whole else way


def _percent(share: Decimal) -> str:
    """A share in whole percent, never rounded to none or all of it."""
    if ZERO < share < 1:
        return phrase("under-figure", figure="1%")
    if Decimal(99) < share < _ALL:
        return phrase("over-figure", figure="99%")
    if _ALL < share < _ALL + 1:
        return phrase("just-over", figure="100%")
    return f"{share.quantize(Decimal(1), ROUND_HALF_UP)}%"
