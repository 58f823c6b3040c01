"""The part of a file that two versions do not share, with the head it stands under: most of a large file is alike."""

import re
from functools import lru_cache
from typing import NamedTuple

from strategy_tracker.comparing.questions import HURRY
from strategy_tracker.history.cut import CORE, WITH_MEETINGS, odd_breaks, of_head, surely_closed

_LIST = {"strategies": b"priorities", "measures": b"measures"}
_BLOCK = 4096


class _Span(NamedTuple):
    """Places in a file: where the list of priorities or measures begins, what differs, and where the list ends."""

    head: int
    start: int
    end: int
    tail: int


def windows(old: bytes, new: bytes, kind: str) -> tuple[bytes, bytes] | None:
    """Two versions of a file without the priorities, or measures, that they share at the beginning and the end.

    Of the one priority in which they differ, the actions that they share there are left out as well, and of the
    strategy what no action needs. None where they differ elsewhere, or where it cannot be shown that nothing is lost.
    """
    found = _begins(_LIST[kind], 0).search(old) if kind in _LIST else None
    if found is None or odd_breaks(old) or odd_breaks(new):
        return None
    near = _windows(old, new, found)
    if near is None or kind != "strategies":
        return near
    near = _inner(*near, found) or near
    keys = WITH_MEETINGS if near[1].count(b"- id: ") >= HURRY else CORE
    above = found.start() + 1 if found.start() else 0
    less = of_head(old[:above], keys)
    return less + near[0][above:], less + near[1][above:]


def _inner(old: bytes, new: bytes, outer: re.Match[bytes]) -> tuple[bytes, bytes] | None:
    """The same of the actions of a priority: their dashes stand further in than its keys, or the list has no end."""
    keys = len(outer[1]) + 2
    found = _begins(b"actions", keys).search(old, outer.end())
    return _windows(old, new, found) if found and len(found[1]) > keys else None


def _windows(old: bytes, new: bytes, found: re.Match[bytes]) -> tuple[bytes, bytes] | None:
    """Two texts without the entries that they share at the beginning and the end of a list."""
    first = _alike(old, new)
    last = _alike_at_end(old, new, min(len(old), len(new)) - first)
    span = _span(old, found.end(), len(found[1]), first, len(old) - last) if first > found.end() else None
    if span is None:
        return None
    more = len(new) - len(old)
    also = span._replace(end=span.end + more, tail=span.tail + more)
    out = _line_before(len(found[1])).search(new, also.start, len(new) - last + 1)
    if out or not _sound(old, span) or not _sound(new, also):
        return None
    one, two = (data[: s.head] + data[s.start : s.end] + data[s.tail :] for data, s in ((old, span), (new, also)))
    return one, two


def around(data: bytes, kind: str, place: int) -> bytes | None:
    """A file with only the one priority, or measure, that holds a place; None where that cannot be cut out."""
    found = _begins(_LIST[kind], 0).search(data) if kind in _LIST else None
    if found is None or place < found.end() or odd_breaks(data):
        return None
    span = _span(data, found.end(), len(found[1]), place, place)
    return data[: span.head] + data[span.start : span.end] + data[span.tail :] if span and _sound(data, span) else None


@lru_cache(maxsize=16)
def _begins(key: bytes, indent: int) -> re.Pattern[bytes]:
    """A key that stands so far in and has a list of dashes below it; group 1 is the indentation of these."""
    empty = rb"[ \t]*(?:#[^\n]*)?\r?\n"
    return re.compile(rb"(?:\A|\n) {%d}%b:%b(?:%b)*(?=( *)- )" % (indent, key, empty, empty))


def _span(data: bytes, head: int, indent: int, first: int, last: int) -> _Span | None:
    """The entries of the list from the one that holds `first` to the one that holds `last`.

    Where it ends must be in what the versions share, line break and all.
    """
    dash = b"\n" + b" " * indent + b"- "
    start = max(data.rfind(dash, 0, first) + 1, head)
    out = _line_before(indent).search(data, head - 1)
    tail = out.start() + 1 if out else len(data)
    if tail <= last and out:
        return None
    found = data.find(dash, last, tail)
    return _Span(head, start, found + 1 if found >= 0 else tail, tail)


def _sound(data: bytes, span: _Span) -> bool:
    """Whether no quotes are open where the text is cut; brackets cannot be: a dash would not stand in them."""
    return all(surely_closed(data, place) for place in (span.head, span.start, span.end, span.tail))


@lru_cache(maxsize=16)
def _line_before(indent: int) -> re.Pattern[bytes]:
    """A line that stands too far to the left to belong to a list of dashes at `indent`."""
    return re.compile(rb"\n(?= {0,%d}[^ \r\n#])" % (indent - 1) if indent else rb"\n(?=[^- \r\n#])")


def _alike(old: bytes, new: bytes) -> int:
    """How many bytes are the same at the beginning."""
    most, place = min(len(old), len(new)), 0
    while place < most and old[place : place + _BLOCK] == new[place : place + _BLOCK]:
        place += _BLOCK
    size = _BLOCK
    while size > 1:
        size //= 2
        if old[place : place + size] == new[place : place + size]:
            place += size
    return min(place, most)


def _alike_at_end(old: bytes, new: bytes, most: int) -> int:
    """How many bytes are the same at the end, at most so many."""
    size, place = _BLOCK, 0
    while size:
        one, two = old[len(old) - place - size : len(old) - place], new[len(new) - place - size : len(new) - place]
        if place + size <= most and one == two:
            place += size
        else:
            size //= 2
    return place
