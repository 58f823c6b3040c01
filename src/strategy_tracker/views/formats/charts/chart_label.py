"""Where the words of a chart stand: beside a target with no line of the chart through them, never on each other."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.views.text import columns, cut

EM = 6.6
"""How wide a letter of a chart is at most on average, in its own units."""
_ABOVE, _BELOW, _HIGH = 5, 13, 9
"""How far over and under a line words stand, and how high they are."""

Point = tuple[int, int]


class LabelPlace(NamedTuple):
    """Where words begin, or `end`, and how far down their feet are."""

    x: int
    y: int
    end: bool


def wide(words: str) -> int:
    """How wide some words are, as far as that can be known without a font."""
    return round(columns(words) * EM)


def place(
    words: str, begins: int, ends: int, y: int, lines: Iterable[Sequence[Point]], box: Sequence[int]
) -> LabelPlace:
    """Find a place beside a level line for its words: over or under its end or its beginning, where no line goes.

    Everything stands in the `box` of left, right, top and bottom. Where every place is crossed it is the one least so.
    """
    left, right, top, bottom = box
    width = wide(words)
    starts = min(begins, right - width)
    found = [LabelPlace(x, y + down, x == ends) for x in (ends, starts) for down in (-_ABOVE, _BELOW)]
    inside = [
        one
        for one in found
        if top <= one.y - _HIGH and one.y <= bottom and (one.x - width if one.end else one.x) >= left
    ]
    segments = [side for line in lines for side in pairwise(line)]
    for one in inside:  # most charts have room over the end: the other places are not looked at
        if not any(_crosses(side, one, width) for side in segments):
            return one
    return min(inside or found[:1], key=lambda one: sum(_crosses(side, one, width) for side in segments))


def _crosses(side: tuple[Point, Point], one: LabelPlace, width: int) -> bool:
    """Whether a straight line goes through the words at a place."""
    (x1, y1), (x2, y2) = sorted(side)
    first, last = (one.x - width, one.x) if one.end else (one.x, one.x + width)
    begins, ends = max(x1, first), min(x2, last)
    if begins > ends:
        return False
    slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    heights = [y1 + slope * (x - x1) for x in (begins, ends)] if x2 > x1 else [y1, y2]
    return min(heights) <= one.y + 2 and max(heights) >= one.y - _HIGH - 1


def shortened(first: str, last: str, room: int) -> str:
    """Cut the first of two texts on one line so that they do not meet."""
    return cut(first, max(1, int((room - wide(last)) / EM) - 1)) if wide(f"{first} {last}") > room else first
