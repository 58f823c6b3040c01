"""Figures for people: amounts, arrows with their word, and small charts made of characters. Gaps stay gaps."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from strategy_tracker.judging.amounts import ZERO, show_gap, show_near
from strategy_tracker.judging.standing import Arrow, MeasureStanding, Point, Standing
from strategy_tracker.model.measure import show_amount

_ARROWS = {
    "better": "▲ better",
    "worse": "▼ worse",
    "same": "= same",
    "up": "↑ up",
    "down": "↓ down",
    "level": "= level",
}
_BARS = "▁▂▃▄▅▆▇█"


@lru_cache(maxsize=4096)
def long_date(day: date) -> str:
    """`4 October 2022`."""
    return f"{day.day} {day:%B %Y}"


def as_at(standing: Standing) -> str:
    """`as at 4 October 2022, from commit 1a2b3c4 of 2022-10-03`."""
    return f"as at {long_date(standing.as_at)}" + (f", from {standing.known}" if standing.known else "")


def amount(value: Decimal | None, unit: str) -> str | None:
    """An amount with its unit, or None where there is none."""
    return None if value is None else show_amount(value, unit)


def target_of(measure: MeasureStanding) -> str | None:
    """The target of a measure, never rounded onto its reading; None where there is none."""
    reading = measure.reading.amount if measure.reading else None
    limits = () if reading is None else (reading,)
    return None if measure.target is None else show_near(measure.target, measure.unit, *limits)


def arrow(direction: Arrow) -> str:
    """A direction of travel with its word; empty where there is not enough data."""
    return _ARROWS.get(direction.kind, "")


def trend(direction: Arrow) -> str:
    """The word of a trend over six readings or more; empty where there are fewer."""
    return direction.kind if direction.kind != "none" else ""


def distance(measure: MeasureStanding) -> str | None:
    """How far the reading is from the boundary between amber and red; None where there is no boundary.

    Plus is the good side, also where lower is better. What is too small for two places is told in words.
    """
    if measure.boundary is None or measure.reading is None or measure.reading.amount is None:
        return None
    apart = measure.reading.amount - measure.boundary
    good = apart < 0 if measure.better == "lower" else apart > 0
    text = show_gap(abs(apart), measure.unit, ZERO)
    if text.startswith("just"):
        return "just inside" if good else "just outside"
    return text if not apart else f"{'+' if good else '-'}{text}"


def spark(points: Sequence[Point], width: int = 12) -> str:
    """The last readings as bars; a reading without a number is a dot, so that nothing is joined across a gap.

    There is a space where counting began again: the bar after it is lower for no other reason.
    """
    last = points[-width:]
    amounts = [point.amount for point in last if point.amount is not None]
    if len(amounts) < 2:
        return ""
    low, high = min(amounts), max(amounts)
    bars = ("·" if p.amount is None else _BARS[_step(p.amount, low, high)] for p in last)
    return "".join(f" {bar}" if p.anew else bar for p, bar in zip(last, bars, strict=True)).lstrip()


def _step(value: Decimal, low: Decimal, high: Decimal) -> int:
    return 3 if high == low else int((value - low) * 7 / (high - low))


def chart(points: Sequence[Point], width: int) -> list[str]:
    """A bar for each reading with its period and figure, lighter below zero.

    A reading without a number has words instead of a bar.
    """
    amounts = [abs(point.amount) for point in points if point.amount is not None]
    top = max(amounts, default=Decimal(0))
    label = max((len(point.period) for point in points), default=0)
    figure = max((len(point.shown) for point in points if point.amount is not None), default=0)
    marks = {point.state: f" ({point.state})" if point.state else "" for point in points}
    room = max(8, width - label - figure - 4 - max(map(len, marks.values()), default=0))
    lines = []
    for point in points:
        if point.amount is None:
            lines.append(f"{point.period:<{label}}  {point.shown}")
            continue
        bar = ("█" if point.amount > 0 else "░") * (int(abs(point.amount) * room / top) if top else 0)
        lines.append(f"{point.period:<{label}}  {point.shown:>{figure}}  {bar}{marks[point.state]}".rstrip())
    return lines
