"""Counts by colour over time, as a chart made of marks with a figure beside each, and as rows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from strategy_tracker.judging.colour_counts import ORDER, DayCounts
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.screens.looking_back.history import SHALLOW
from strategy_tracker.views.sheet import MARKS, Sheet, SheetSection

_WORDS: dict[Colour, str] = {
    "red": "red", "amber": "amber", "green": "green", "blue": "complete", "grey": "not rated",
}  # fmt: skip
COLUMNS = ("day", "thing", "red", "amber", "green", "blue", "grey", "total", "word", "commit")
_WIDE = 30
"""Marks a line of the chart may have; more are scaled down to it."""


def trend_lines(days: Sequence[date], every: str, unsure: str, *, shallow: bool) -> tuple[str, ...]:
    """The time that was counted, and why nothing is counted from before it."""
    last = f"the end of each {every}, from what was committed by then"
    time = f"{days[0]} to {days[-1]}: {last}" if days else "nothing was on record in this time"
    more = (SHALLOW,) if shallow else ()
    return (time, *more, f"nothing is counted from before {unsure}") if unsure else (time, *more)


def trend_sheet(found: Sequence[DayCounts], title: str, lines: tuple[str, ...]) -> Sheet:
    """A sheet with a chart of actions and one of measures, and what the marks mean."""
    sections = [_chart(name, [one for one in found if one.thing == name]) for name in ("actions", "measures")]
    legend = ", ".join(f"{MARKS[colour]} {_WORDS[colour]}" for colour in ORDER)
    return Sheet(title, (*lines, legend), tuple(section for section in sections if section.lines))


def _chart(name: str, found: Sequence[DayCounts]) -> SheetSection:
    top = max((one.total for one in found), default=0)
    if not top:
        return SheetSection(name.capitalize(), (), ())
    figures = {colour: max(len(str(one.counts[colour])) for one in found) for colour in ORDER}
    each = -(-top // _WIDE)
    lines = [_line(one, figures, each) for one in found]
    heading = name.capitalize() if each == 1 else f"{name.capitalize()}: a mark for every {each}, and for what is left"
    return SheetSection(heading, tuple(lines), drawn=True)


def _line(one: DayCounts, figures: dict[Colour, int], each: int) -> str:
    if not one.total:
        return f"{one.day}  none on record"
    counts = "  ".join(f"{MARKS[colour]} {one.counts[colour]:>{figures[colour]}}" for colour in ORDER)
    bar = "".join(MARKS[colour] * -(-one.counts[colour] // each) for colour in ORDER)
    if one.words:
        mark = next(MARKS[colour] for colour in ORDER if one.counts[colour])
        return f"{one.day}  {mark} {one.words}"
    return f"{one.day}  {counts}  {bar}"


def trend_content(found: Sequence[DayCounts], item: str | None, every: str) -> dict[str, Any]:
    """The counts for JSON, with what they were narrowed to."""
    return {"item": item, "every": every, "counts": list(trend_rows(found))}


def trend_rows(found: Sequence[DayCounts]) -> Iterator[dict[str, Any]]:
    """A flat row for each day, actions and measures apart."""
    for one in found:
        counts: dict[str, int] = {str(colour): number for colour, number in one.counts.items()}
        rest = {"total": one.total, "word": one.words, "commit": one.commit.sha}
        yield {"day": one.day, "thing": one.thing, **counts, **rest}
