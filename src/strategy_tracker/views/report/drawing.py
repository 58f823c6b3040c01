"""A chart as SVG, by hand: a line with a dot for each reading; nothing is drawn across a gap, and each gap is marked.

Colours stand in attributes, so that it can be drawn alone; a page's style sheet goes before them by the classes.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.views.figures import amount
from strategy_tracker.views.report.document import Chart, Mark
from strategy_tracker.views.report.markup import Markup, tag

WIDTH, HEIGHT = 360, 132
_LEFT, _RIGHT, _TOP, _BOTTOM = 16, 344, 26, 98
_ROUND = "a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"
_INK, _SOFT, _LINE = "#1d2733", "#5b6775", "#1f5f8b"


class Spot(NamedTuple):
    """A reading with its place in the drawing; no height where it is a gap."""

    mark: Mark
    x: float
    y: float | None


def svg(chart: Chart, name: str) -> Markup:
    """The drawing; `name` is unique in its page. Screen readers are told the title and the sentence."""
    spots = _spots(chart)
    parts = [
        tag("title", chart.title, id=f"{name}-title"),
        tag("desc", chart.words, id=f"{name}-words"),
        *_target(chart),
        tag("line", class_="axis", x1=_n(_LEFT), y1=_n(_BOTTOM), x2=_n(_RIGHT), y2=_n(_BOTTOM), stroke=_SOFT),
        *_gaps(spots),
        *_runs(spots),
        *_dots(spots),
        *_labels(spots),
    ]
    return tag(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{name}-title {name}-words",
        font_family="system-ui, sans-serif",
        font_size="11",
    )


def _spots(chart: Chart) -> list[Spot]:
    days = [mark.day.toordinal() for mark in chart.marks]
    first, span = min(days), max(max(days) - min(days), 1)
    low, high = _range(chart)
    found = []
    for mark, day in zip(chart.marks, days, strict=True):
        x = _LEFT + 10 + (_RIGHT - _LEFT - 20) * (day - first) / span
        found.append(Spot(mark, x, None if mark.amount is None else _height(mark.amount, low, high)))
    return found


def _range(chart: Chart) -> tuple[Decimal, Decimal]:
    amounts = [mark.amount for mark in chart.marks if mark.amount is not None]
    amounts += [chart.target] if chart.target is not None else []
    return (min(amounts), max(amounts)) if amounts else (Decimal(0), Decimal(0))


def _height(value: Decimal, low: Decimal, high: Decimal) -> float:
    """From the lowest amount near the bottom to the highest at the top; a flat line is in the middle."""
    if high == low:
        return (_TOP + _BOTTOM) / 2
    return _BOTTOM - 14 - float((value - low) / (high - low)) * (_BOTTOM - 14 - _TOP)


def _runs(spots: Sequence[Spot]) -> Iterator[Markup]:
    """A line through each run of readings; a gap ends a run."""
    run: list[Spot] = []
    for spot in (*spots, None):
        if spot is not None and spot.y is not None:
            run.append(spot)
            continue
        if len(run) > 1:
            points = " ".join(f"{_n(each.x)},{_n(each.y)}" for each in run if each.y is not None)
            yield tag("polyline", class_="run", points=points, fill="none", stroke=_LINE, stroke_width="2")
        run = []


def _gaps(spots: Sequence[Spot]) -> Iterator[Markup]:
    """A dashed upright with a small cross for each reading without a number."""
    for spot in spots:
        if spot.y is None:
            x, y = spot.x, (_TOP + _BOTTOM) / 2
            cross = f"M{_n(x - 4)} {_n(y - 4)}L{_n(x + 4)} {_n(y + 4)}M{_n(x - 4)} {_n(y + 4)}L{_n(x + 4)} {_n(y - 4)}"
            where = {"x1": _n(x), "y1": _n(_TOP), "x2": _n(x), "y2": _n(_BOTTOM)}
            yield tag("line", class_="gap", stroke=_SOFT, stroke_dasharray="2 4", **where)
            drawn = tag("title", f"{spot.mark.label}: {spot.mark.shown}")
            yield tag("path", drawn, class_="gap", d=cross, stroke=_SOFT, stroke_width="1.5", fill="none")


def _dots(spots: Sequence[Spot]) -> Iterator[Markup]:
    """A dot for each reading, all in one path."""
    drawn = "".join(f"M{_n(spot.x - 3)} {_n(spot.y)}{_ROUND}" for spot in spots if spot.y is not None)
    if drawn:
        yield tag("path", class_="dot", d=drawn, fill=_LINE)


def _target(chart: Chart) -> Iterator[Markup]:
    if chart.target is None:
        return
    y = _height(chart.target, *_range(chart))
    where = {"x1": _n(_LEFT), "y1": _n(y), "x2": _n(_RIGHT), "y2": _n(y)}
    yield tag("line", class_="target", stroke=_INK, stroke_dasharray="6 4", **where)
    label = f"target {amount(chart.target, chart.unit)}"
    above = _n(y - 5)
    yield tag("text", label, class_="soft", x=_n(_RIGHT), y=above, text_anchor="end", fill=_SOFT)


def _labels(spots: Sequence[Spot]) -> Iterator[Markup]:
    """The first and the last reading with their figures and periods; all are in the table below."""
    for spot, anchor in ((spots[0], "start"), (spots[-1], "end")):
        x = _n(_LEFT if anchor == "start" else _RIGHT)
        low, high = _n(_BOTTOM + 16), _n(_BOTTOM + 31)
        yield tag("text", spot.mark.label, class_="soft", x=x, y=low, text_anchor=anchor, fill=_SOFT)
        yield tag("text", spot.mark.shown, class_="ink", x=x, y=high, text_anchor=anchor, fill=_INK, font_weight="600")


def _n(value: float | None) -> str:
    """A coordinate with one decimal at most, the same on every machine."""
    return f"{value or 0:.1f}".removesuffix(".0")
