"""Readings as small charts made of characters, for a terminal. Gaps stay gaps."""

from collections.abc import Sequence
from decimal import Decimal

from strategy_tracker.judging.standing.of_measures import Point
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.dating import UNDATED

_BARS = "▁▂▃▄▅▆▇█"


def spark(points: Sequence[Point], width: int = 12) -> str:
    """Draws the last readings as bars; a reading without a number is a dot, so that nothing is joined across a gap.

    There is a space where counting began again: the bar after it is lower for no other reason.
    """
    last = [point for point in points if not point.undated][-width:]
    amounts = [point.amount for point in last if point.amount is not None]
    if len(amounts) < 2:
        return ""
    low, high = min(amounts), max(amounts)
    bars = ("·" if p.amount is None else _BARS[_step(p.amount, low, high)] for p in last)
    return "".join(f" {bar}" if p.anew else bar for p, bar in zip(last, bars, strict=True)).lstrip()


def _step(value: Decimal, low: Decimal, high: Decimal) -> int:
    return 3 if high == low else int((value - low) * 7 / (high - low))


_LONGEST = 30
"""Columns of the longest bar: what is to say of a figure has room beside it."""


def chart(points: Sequence[Point], width: int, ahead: Point | None = None, baseline: Point | None = None) -> list[str]:
    """Draws a bar for each reading with its period and figure, lighter below zero.

    A reading without a number has words instead of a bar. Where it ends at its pace is `ahead`, as dots. The
    `baseline` stands before them.
    """
    points = [*([baseline] if baseline else []), *points, *([ahead] if ahead else [])]
    amounts = [abs(point.amount) for point in points if point.amount is not None]
    top = max(amounts, default=Decimal(0))
    named = [UNDATED if point.undated else when(point.period) for point in points]
    label = max(map(len, named), default=0)
    figure = max((len(point.shown) for point in points if point.amount is not None), default=0)
    marks = {point.state: f" ({point.state})" if point.state else "" for point in points}
    room = min(max(8, width - label - figure - 4 - max(map(len, marks.values()), default=0)), _LONGEST)
    lines = []
    for name, point in zip(named, points, strict=True):
        if point.amount is None:
            lines.append(f"{name:<{label}}  {point.shown}")
            continue
        mark = "·" if point is ahead else "█" if point.amount > 0 else "░"
        bar = mark * (int(abs(point.amount) * room / top) if top else 0)
        lines.append(f"{name:<{label}}  {point.shown:>{figure}}  {bar}{marks[point.state]}".rstrip())
    return lines
