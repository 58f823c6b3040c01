"""Charts as SVG: a line with a dot for each reading. Nothing is drawn across a gap, and each gap is marked.

Colours stand in attributes, so that it can be drawn alone; a page's style sheet goes before them by the classes.
A report may have thousands of charts: places are whole numbers, and what looks alike is one path.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from strategy_tracker.views.document import Chart, ChartMark, ChartTarget
from strategy_tracker.views.formats.charts.chart_label import place, shortened
from strategy_tracker.views.formats.escaping import escape_html

WIDTH, HEIGHT = 360, 132
DRAWN = 104
"""The height of the drawing without the words under it."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 16, 344, 26, 98
_MIDDLE = (_TOP + _BOTTOM) // 2
_INK, _SOFT, _LINE, _AMBER = "#1d2733", "#5b6775", "#1f5f8b", "#fdeecb"


class PlottedMark(NamedTuple):
    """A reading with its place in the drawing; it has no height where it is a gap."""

    mark: ChartMark
    x: int
    y: int | None


def svg(chart: Chart, name: str) -> Markup:
    """Draws a chart for a page; `name` is unique in it. Screen readers are told its title and its sentence."""
    title, words = escape_html(chart.title), escape_html(chart.words)
    told = f'<title id="{name}-title">{title}</title><desc id="{name}-words">{words}</desc>'
    return labelled(chart, f"{name}-title {name}-words", told)


def labelled(chart: Chart, by: str, told: str = "") -> Markup:
    """Draws a chart for a page that has its title and its sentence in elements of its own, with the ids in `by`."""
    return _svg(f' role="img" aria-labelledby="{by}"', HEIGHT, told, _drawn(chart, words=True))


def picture(chart: Chart, font: str = "") -> str:
    """Draws a chart as a file of its own; without a font no words are in it, and it is the same on every machine."""
    about = f' xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT if font else DRAWN}"'
    drawn = _svg(about, HEIGHT if font else DRAWN, "", _drawn(chart, words=bool(font)))
    return drawn.replace("system-ui, sans-serif", font)


def _svg(about: str, height: int, told: str, drawn: str) -> Markup:
    look = 'fill="none" stroke-width="2" font-family="system-ui, sans-serif" font-size="11"'
    return Markup(f'<svg viewBox="0 0 {WIDTH} {height}"{about} {look}>{told}{drawn}</svg>')  # noqa: S704 - all escaped


def _drawn(chart: Chart, *, words: bool) -> str:
    plane, spots = _spots(chart)
    parts = [
        *_amber(chart, plane),
        *_targets(chart, plane),
        *_limits(chart, plane),
        *_way(chart, plane),
        _path("axis", f"M{_LEFT} {_BOTTOM}H{_RIGHT}", _SOFT, ' stroke-width="1"'),
    ]
    parts += [*_gaps(spots), *_runs(spots), *_ahead(chart, plane), *_dots(spots)]
    return "".join([*parts, *_wanted(chart, plane, spots), *_labels(chart)] if words else parts)


class Plane(NamedTuple):
    """Where a day and an amount are in the drawing."""

    first: int
    room: float
    ground: float
    scale: float

    def x(self, day: date) -> int:
        """How far to the right a day is; never out of the drawing."""
        return min(max(round(_LEFT + 10 + self.room * (day.toordinal() - self.first)), _LEFT), _RIGHT)

    def y(self, amount: Decimal) -> int:
        """How far down an amount is."""
        return round(self.ground - float(amount) * self.scale)


def _spots(chart: Chart) -> tuple[Plane, list[PlottedMark]]:
    """The plane that all amounts of a chart have room in, and every reading with its place."""
    ahead, limits = chart.ahead, chart.limits
    way = _way_marks(chart)
    days = [mark.day.toordinal() for mark in (*chart.marks, *way)] + ([ahead.end.toordinal()] if ahead else [])
    first, room = min(days), (_RIGHT - _LEFT - 20) / max(max(days) - min(days), 1)
    amounts = [mark.amount for mark in (*chart.marks, *way) if mark.amount is not None]
    drawn = [edge for one in chart.targets for edge in (one.amount, *(edge for zone in one.amber for edge in zone))]
    drawn += [*([ahead.first, ahead.last] if ahead else []), *(limits[2:] if limits else ())]
    known = [float(each) for each in (*amounts, *drawn)] or [0.0]
    low, high = min(known), max(known)

    scale = (_BOTTOM - 14 - _TOP) / (high - low or 1.0)
    if high == low:
        low, scale = low - 1, 1.0 * (_BOTTOM - 14 - _MIDDLE)  # a flat line is in the middle
    plane = Plane(first, room, _BOTTOM - 14 + low * scale, scale)
    spots = [
        PlottedMark(mark, plane.x(mark.day), None if mark.amount is None else plane.y(mark.amount))
        for mark in chart.marks
    ]
    return plane, spots


def _path(kind: str, drawn: str, colour: str, look: str = "") -> str:
    return f'<path class="{kind}" d="{drawn}" stroke="{colour}"{look}/>'


def _words(kind: str, x: int, y: int, words: str, *, end: bool) -> str:
    anchor = ' text-anchor="end"' if end else ""
    look = f'fill="{_INK}" font-weight="600"' if kind == "ink" else f'fill="{_SOFT}"'
    return f'<text class="{kind}" x="{x}" y="{y}"{anchor} {look}>{escape_html(words)}</text>'


def _runs(spots: Sequence[PlottedMark]) -> Iterator[str]:
    """A line through each run of readings, all in one path; a gap ends a run, and so does counting anew."""
    joined = [one.y is not None and two.y is not None and not two.mark.anew for one, two in pairwise(spots)]
    sides = zip(spots, (False, *joined), (*joined, False), strict=True)
    drawn = [f"{'L' if before else 'M'}{spot.x} {spot.y}" for spot, before, after in sides if before or after]
    if drawn:
        yield _path("run", "".join(drawn), _LINE)


def _dots(spots: Sequence[PlottedMark]) -> Iterator[str]:
    """A dot for each reading, all in one path: a line of no length with round ends."""
    drawn = "".join(f"M{spot.x} {spot.y}h0" for spot in spots if spot.y is not None)
    if drawn:
        yield _path("run dot", drawn, _LINE, ' stroke-width="6" stroke-linecap="round"')


def _gaps(spots: Sequence[PlottedMark]) -> Iterator[str]:
    """A dashed upright with a small cross for each reading without a number."""
    for mark, x, y in spots:
        if y is None:
            yield _path("gap", f"M{x} {_TOP}V{_BOTTOM}", _SOFT, ' stroke-width="1" stroke-dasharray="2 4"')
            cross = f"M{x - 4} {_MIDDLE - 4}l8 8m-8 0l8-8"
            told = f"<title>{escape_html(f'{mark.label}: {mark.shown}')}</title>"
            yield f'<path class="gap" d="{cross}" stroke="{_SOFT}" stroke-width="1.5">{told}</path>'


def _steps(chart: Chart, plane: Plane) -> Iterator[tuple[ChartTarget, int, int]]:
    """Each target with the places where it begins and ends: the first and the last reach the edge of the drawing."""
    for n, one in enumerate(chart.targets):
        begins = _LEFT if n == 0 and plane.x(one.start) <= _LEFT + 10 else plane.x(one.start)
        ends = _RIGHT if n == len(chart.targets) - 1 and plane.x(one.end) >= _RIGHT - 10 else plane.x(one.end)
        yield one, begins, max(ends, begins + 4)


def _amber(chart: Chart, plane: Plane) -> Iterator[str]:
    """The values that are amber, as a pale band beside each target."""
    places = (
        f"M{begins} {plane.y(high)}H{ends}V{plane.y(low)}H{begins}Z"
        for one, begins, ends in _steps(chart, plane)
        for low, high in one.amber
    )
    if drawn := "".join(places):
        yield f'<path class="amber" d="{drawn}" fill="{_AMBER}"/>'


def _targets(chart: Chart, plane: Plane) -> Iterator[str]:
    """The targets as steps in one dashed path; where one follows on another they are joined."""
    drawn, before = "", None
    for one, begins, ends in _steps(chart, plane):
        y = plane.y(one.amount)
        joined = before is not None and (one.start - before).days <= 1
        drawn += f"V{y}H{ends}" if joined else f"M{begins} {y}H{ends}"
        before = one.end
    if drawn:
        yield _path("target", drawn, _INK, ' stroke-width="1" stroke-dasharray="6 4"')


def _wanted(chart: Chart, plane: Plane, spots: Sequence[PlottedMark]) -> Iterator[str]:
    """The words of the last target, where no line goes through them."""
    steps = list(_steps(chart, plane))
    if not steps or (chart.way and chart.way.is_straight):  # the line to the target has a name of its own
        return
    last, begins, ends = steps[-1]
    lines = [[(spot.x, spot.y) for spot in spots if spot.y is not None]]
    lines += [[(begin, plane.y(one.amount)), (end, plane.y(one.amount))] for one, begin, end in steps[:-1]]
    if ahead := chart.ahead:
        lines.append([(plane.x(ahead.start), plane.y(ahead.first)), (plane.x(ahead.end), plane.y(ahead.last))])
    found = place(last.shown, begins, ends, plane.y(last.amount), lines, (0, _RIGHT, 2, _BOTTOM - 2))
    yield _words("soft", found.x, found.y, last.shown, end=found.end)


def _limits(chart: Chart, plane: Plane) -> Iterator[str]:
    """The mean as a thin line and the limits as broken ones, over the days that they hold for."""
    if limits := chart.limits:
        begins, ends = plane.x(limits.start), plane.x(limits.end)
        yield _path("axis mean", f"M{begins} {plane.y(limits.mean)}H{ends}", _SOFT, ' stroke-width="1"')
        edges = "".join(f"M{begins} {plane.y(edge)}H{ends}" for edge in (limits.lower, limits.upper))
        yield _path("axis limit", edges, _SOFT, ' stroke-width="1" stroke-dasharray="12 4"')


def _way_marks(chart: Chart) -> tuple[ChartMark, ...]:
    """What is drawn of the way to a target: the baseline, and where there is a line to it the target."""
    if chart.way is None:
        return ()
    return (chart.way.baseline, chart.way.target) if chart.way.is_straight else (chart.way.baseline,)


def _way(chart: Chart, plane: Plane) -> Iterator[str]:
    """The baseline as a hollow mark, and the straight line from it to the target."""
    places = [f"{plane.x(mark.day)} {plane.y(mark.amount)}" for mark in _way_marks(chart) if mark.amount is not None]
    if places:
        yield _path("target way", f"M{'L'.join(places)}", _INK, ' stroke-width="1" stroke-dasharray="2 3"')
        yield _path("target start", f"M{places[0]}m-4-4h8v8h-8z", _INK, ' stroke-width="1.5"')


def _ahead(chart: Chart, plane: Plane) -> Iterator[str]:
    """The line from the latest number on, in dots."""
    if ahead := chart.ahead:
        line = f"M{plane.x(ahead.start)} {plane.y(ahead.first)}L{plane.x(ahead.end)} {plane.y(ahead.last)}"
        yield _path("run ahead", line, _LINE, ' stroke-dasharray="0 5" stroke-linecap="round"')


def _labels(chart: Chart) -> Iterator[str]:
    """Both ends with their figures and periods; all are in the table beside it."""
    first = tuple(shortened(one, other, _RIGHT - _LEFT) for one, other in zip(chart.begin, chart.end, strict=True))
    for (label, shown), x in ((first, _LEFT), (chart.end, _RIGHT)):
        yield _words("soft", x, _BOTTOM + 16, label, end=x == _RIGHT)
        yield _words("ink", x, _BOTTOM + 31, shown, end=x == _RIGHT)
