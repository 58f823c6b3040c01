"""Charts as SVG: a line with a dot for each reading. Nothing is drawn across a gap, and each gap is marked.

Colours stand in attributes, so that it can be drawn alone; a page's style sheet goes before them by the classes.
A report may have thousands of charts: places are whole numbers, and what looks alike is one path.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.views.dates_and_amounts import amount
from strategy_tracker.views.document import Chart, ChartMark
from strategy_tracker.views.formats.escaping import Markup, text

WIDTH, HEIGHT = 360, 132
DRAWN = 104
"""The height of the drawing without the words under it."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 16, 344, 26, 98
_MIDDLE = (_TOP + _BOTTOM) // 2
_INK, _SOFT, _LINE = "#1d2733", "#5b6775", "#1f5f8b"


class PlottedMark(NamedTuple):
    """A reading with its place in the drawing; it has no height where it is a gap."""

    mark: ChartMark
    x: int
    y: int | None


def svg(chart: Chart, name: str) -> Markup:
    """Draws a chart for a page; `name` is unique in it. Screen readers are told its title and its sentence."""
    told = f'<title id="{name}-title">{text(chart.title)}</title><desc id="{name}-words">{text(chart.words)}</desc>'
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
    return Markup(f'<svg viewBox="0 0 {WIDTH} {height}"{about} {look}>{told}{drawn}</svg>')


def _drawn(chart: Chart, *, words: bool) -> str:
    spots, target = _spots(chart)
    parts = [
        *_target(chart, target, words=words),
        _path("axis", f"M{_LEFT} {_BOTTOM}H{_RIGHT}", _SOFT, ' stroke-width="1"'),
    ]
    parts += [*_gaps(spots), *_runs(spots), *_dots(spots)]
    return "".join([*parts, *_labels(spots)] if words else parts)


def _spots(chart: Chart) -> tuple[list[PlottedMark], int]:
    """Every reading with its place, and the height of the target."""
    days = [mark.day.toordinal() for mark in chart.marks]
    first, room = min(days), (_RIGHT - _LEFT - 20) / max(max(days) - min(days), 1)
    amounts = [None if mark.amount is None else float(mark.amount) for mark in chart.marks]
    target = None if chart.target is None else float(chart.target)
    known = [each for each in (*amounts, target) if each is not None] or [0.0]
    low, high = min(known), max(known)

    scale = (_BOTTOM - 14 - _TOP) / (high - low or 1.0)
    if high == low:
        low, scale = low - 1, 1.0 * (_BOTTOM - 14 - _MIDDLE)  # a flat line is in the middle
    ground = _BOTTOM - 14 + low * scale
    spots = [
        PlottedMark(
            mark, round(_LEFT + 10 + room * (day - first)), None if value is None else round(ground - value * scale)
        )
        for mark, day, value in zip(chart.marks, days, amounts, strict=True)
    ]
    return spots, _MIDDLE if target is None else round(ground - target * scale)


def _path(kind: str, drawn: str, colour: str, look: str = "") -> str:
    return f'<path class="{kind}" d="{drawn}" stroke="{colour}"{look}/>'


def _words(kind: str, x: int, y: int, words: str, *, end: bool) -> str:
    anchor = ' text-anchor="end"' if end else ""
    look = f'fill="{_INK}" font-weight="600"' if kind == "ink" else f'fill="{_SOFT}"'
    return f'<text class="{kind}" x="{x}" y="{y}"{anchor} {look}>{text(words)}</text>'


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
            told = f"<title>{text(f'{mark.label}: {mark.shown}')}</title>"
            yield f'<path class="gap" d="{cross}" stroke="{_SOFT}" stroke-width="1.5">{told}</path>'


def _target(chart: Chart, y: int, *, words: bool) -> Iterator[str]:
    if chart.target is not None:
        yield _path("target", f"M{_LEFT} {y}H{_RIGHT}", _INK, ' stroke-width="1" stroke-dasharray="6 4"')
        if words:
            yield _words("soft", _RIGHT, y - 5, f"target {amount(chart.target, chart.unit)}", end=True)


def _labels(spots: Sequence[PlottedMark]) -> Iterator[str]:
    """The first and the last reading with their figures and periods; all are in the table beside it."""
    for spot, end in ((spots[0], False), (spots[-1], True)):
        x = _RIGHT if end else _LEFT
        yield _words("soft", x, _BOTTOM + 16, spot.mark.label, end=end)
        yield _words("ink", x, _BOTTOM + 31, spot.mark.shown, end=end)
