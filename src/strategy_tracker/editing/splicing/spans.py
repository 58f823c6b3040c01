"""What an edit wrote, byte for byte: where it is, what it replaced, and whether it still stands there."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.splicing.nodes import BREAK

_BREAK = re.compile(BREAK.pattern.encode())
_EDGES = (b"", b"\r", b"\n")
"""What stands in front of a whole line."""


class Cut(NamedTuple):
    """The bytes from `start` to `end` give way to `text`."""

    start: int
    end: int
    text: bytes


class Span(NamedTuple):
    """A place that an edit wrote to: from byte `start` of the file before, `size` new bytes stand instead of `removed`.

    The `lead` bytes in front of them and the `trail` bytes behind reach to the ends of the lines above and below, and
    `seal` is the hash of it all. So who keeps a span without any text can still tell whether it is as it was written.
    """

    start: int
    removed: bytes
    size: int
    lead: int
    trail: int
    seal: str


def cut_all(data: bytes, cuts: Sequence[Cut]) -> tuple[bytes, tuple[Span, ...]]:
    """The bytes with these cuts made, which follow each other, and a span for all of them that touch."""
    parts, done = list[bytes](), 0
    runs: list[list[int]] = []  # where each begins and ends before, and how many bytes it has after
    for cut in cuts:
        parts += (data[done : cut.start], cut.text)
        done = cut.end
        if runs and runs[-1][1] == cut.start:
            runs[-1][1], runs[-1][2] = cut.end, runs[-1][2] + len(cut.text)
        elif cut.text or cut.start < cut.end:
            runs.append([cut.start, cut.end, len(cut.text)])
    after = b"".join([*parts, data[done:]])
    starts = line_starts(after)
    moves = accumulate((size - (end - start) for start, end, size in runs), initial=0)
    return after, tuple(
        _span(after, starts, start + by, Cut(start, end, data[start:end]), size)
        for (start, end, size), by in zip(runs, moves, strict=False)
    )


def _span(after: bytes, starts: Sequence[int], at: int, old: Cut, size: int) -> Span:
    above = starts[max(bisect_right(starts, at) - 2, 0)]
    following = bisect_left(starts, at + size) + 1
    below = starts[following] if following < len(starts) else len(after)
    return Span(old.start, old.text, size, at - above, below - at - size, _seal(after[above:below]))


def _seal(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def line_starts(data: bytes) -> list[int]:
    """Where each line begins."""
    return [0, *(found.end() for found in _BREAK.finditer(data))]


def line_at(data: bytes, offset: int) -> int:
    """The number of the line that holds `offset`, from 1."""
    return len(_BREAK.findall(data[: max(offset, 0)])) + 1


def take_out(now: bytes, spans: Sequence[Span]) -> list[Cut]:
    """The cuts that bring back what stood at these spans, wherever they are by now.

    Raises `CannotEdit` where one is not as it was written, or stands at two places, so that nobody knows which it is.
    """
    cuts = list[Cut]()
    moved = 0  # by the spans above, and by what was written there since
    starts = list[int]()
    for span in spans:
        at = span.start + moved
        if not _stands(now, span, at):
            starts = starts or line_starts(now)
            found = [start + span.lead for start in starts if _stands(now, span, start + span.lead)]
            at = found[0] if len(found) == 1 else -1
        if at < (cuts[-1].end if cuts else 0):
            raise CannotEdit(
                "what was written, or a line beside it, has changed since", line_at(now, span.start + moved)
            )
        cuts.append(Cut(at, at + span.size, span.removed))
        moved = at - span.start + span.size - len(span.removed)
    return cuts


def _stands(now: bytes, span: Span, at: int) -> bool:
    """Whether a span stands at this place with the lines beside it, all of them whole."""
    first, end = at - span.lead, at + span.size + span.trail
    if first < 0 or end > len(now) or now[first - 1 : first] not in _EDGES:
        return False
    return (end == len(now) or now[end - 1 : end] in _EDGES) and _seal(now[first:end]) == span.seal
