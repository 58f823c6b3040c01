"""Counts by colour as SVG: a bar for each day, red at its base, and the counts of the last bar beside it.

Colours stand in attributes, so that it can be drawn alone; a page's style sheet goes before them by the classes.
"""

from collections.abc import Iterator

from markupsafe import Markup

from strategy_tracker.model.colour import Colour
from strategy_tracker.views.document import CountsChart
from strategy_tracker.views.formats.escaping import escape_html

WIDTH, HEIGHT, DRAWN = 640, 214, 180
"""Of the drawing; and its height without the words under it."""
_LEFT, _RIGHT, _TOP, _BASE = 34, 512, 12, 176
_LEAST = 15
"""How far the words beside the last bar stand apart, so that none covers another."""
_FILL: dict[Colour, str] = {
    "red": "#c8321f",
    "amber": "#e0a030",
    "green": "#2b8a57",
    "blue": "#1d70b8",
    "grey": "#cfd4d8",
}
_INK, _SOFT, _RULE = "#1d2733", "#5b6775", "#d5d8da"


def drawn_counts(chart: CountsChart, by: str) -> Markup:
    """Draws the bars for a page that has their title and sentence in elements of its own, with the ids in `by`."""
    return _svg(chart, f' role="img" aria-labelledby="{by}"', HEIGHT, words=True)


def counts_picture(chart: CountsChart, font: str = "") -> str:
    """Draws the bars as a file of its own; without a font no words are in it, and it is the same on every machine."""
    height = HEIGHT if font else DRAWN
    about = f' xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
    return _svg(chart, about, height, words=bool(font)).replace("system-ui, sans-serif", font)


def _svg(chart: CountsChart, about: str, height: int, *, words: bool) -> Markup:
    look = 'fill="none" font-family="system-ui, sans-serif" font-size="11"'
    drawn = "".join(_drawn(chart, words=words))
    return Markup(f'<svg class="bars" viewBox="0 0 {WIDTH} {height}"{about} {look}>{drawn}</svg>')  # noqa: S704 - all escaped


def _drawn(chart: CountsChart, *, words: bool) -> Iterator[str]:
    top = max(sum(number for _, number in bar.colours) for bar in chart.bars)
    scale = (_BASE - _TOP) / top
    step = _step(top)
    for number in range(0, top + 1, step):
        y = round(_BASE - number * scale)
        yield f'<path class="grid" d="M{_LEFT} {y}H{_RIGHT}" stroke="{_RULE}"/>'
        yield _words("soft", _LEFT - 6, y + 4, f"{number:,}", "end") if words else ""
    room = (_RIGHT - _LEFT) / len(chart.bars)
    wide = min(room * 0.8, 70)
    for n, bar in enumerate(chart.bars):
        left, foot = _LEFT + room * n + (room - wide) / 2, float(_BASE)
        for colour, number in bar.colours:
            high = number * scale
            if number:
                place = f'x="{left:.0f}" y="{foot - high:.1f}" width="{wide:.0f}" height="{max(high - 0.8, 0.6):.1f}"'
                yield f'<rect class="bar-{colour}" {place} fill="{_FILL[colour]}"/>'
            foot -= high
        for line, text in enumerate(bar.label.rsplit(" ", 1)) if words else ():
            kind = "soft" if n in (0, len(chart.bars) - 1) else "soft mid"  # a telephone has room for the ends
            yield _words(kind, round(left + wide / 2), _BASE + 16 + 15 * line, text, "middle")
    if words:
        yield from _ends(chart, scale, round(_RIGHT - (room - wide) / 2) + 8)


def _step(top: int) -> int:
    """The distance of the lines behind the bars: of 1, 2 or 5 with noughts the least that gives at most five."""
    steps = (unit * times for unit in (1, 10, 100, 1_000, 10_000, 100_000) for times in (1, 2, 5))
    return next(step for step in steps if top / step <= 5)


def _ends(chart: CountsChart, scale: float, x: int) -> Iterator[str]:
    """The counts of the last bar, each beside its part, or as near above the one below as can be read."""
    foot, last = float(_BASE), float(_BASE + _LEAST)
    shown = [number for _, number in chart.bars[-1].colours if number]
    places = []
    for number in shown:
        last = min(foot - number * scale / 2 + 4, last - _LEAST)
        places.append(last)
        foot -= number * scale
    for y, text in zip(places, chart.ends, strict=True):
        yield _words("ink", x, round(max(y, 9)), text, "start")


def _words(kind: str, x: int, y: int, text: str, anchor: str) -> str:
    fill = _INK if kind == "ink" else _SOFT
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}">{escape_html(text)}</text>'
