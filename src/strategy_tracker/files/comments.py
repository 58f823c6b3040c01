"""What is a comment in a file: the '#' in `Head of Unit #3` begins one, the '#' in a quoted text does not."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml.events import ScalarEvent, StreamEndEvent

from strategy_tracker.diagnostics import Diagnostic, Position
from strategy_tracker.files.events import events
from strategy_tracker.files.parse import Unreadable, read_tree
from strategy_tracker.files.positions import lines_of
from strategy_tracker.model.values import shown

_WORD = r"#[^\s#!=*~_+-]"  # '#7', '#note'; '# so' is a comment, and '#---' and '##' only part lines
_SUSPECTS = tuple((blank + b"#", re.compile(blank + _WORD.encode())) for blank in (b" ", b"\t"))
_CUT = re.compile(rf"[ \t]+({_WORD}.*)")
_CUT_WHOLE = re.compile(rf":[ \t]+({_WORD}.*)")


def cut_texts(data: bytes) -> list[Diagnostic]:
    """A diagnostic for each text without quotes that ' #' ends, with no blank after the '#' as a comment has it."""
    if not any(mark in data and suspect.search(data) for mark, suspect in _SUSPECTS) or not _readable(data):
        return []
    return [_cut(line, found) for line, found in _cuts(data, lines_of(data))]


def _cuts(data: bytes, lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines, counted from 0, on which a text ends at ' #', and what stands from there on."""
    before = None
    for event in _scalars(data):
        end = event.end_mark
        if event.implicit[0] and (found := _CUT.match(lines[end.line], end.column)):
            yield end.line, found
        elif before and not event.value and (found := _CUT_WHOLE.match(lines[before.line], before.column)):
            yield before.line, found  # nothing is left of the text, and where it would be depends on the parser
        before = end


def _cut(line: int, found: re.Match[str]) -> Diagnostic:
    place = Position(line + 1, found.start(1) + 1, line + 1, found.end(1) + 1)
    return Diagnostic("cut-at-hash", f"{shown(found[1].rstrip())} is read as a comment and left out", position=place)


def in_texts(data: bytes) -> Callable[[int, int], bool]:
    """Whether a line and column, counted from 1, lie in a quoted or a block text. In an unreadable file none does."""
    ends = dict(_texts(data)) if _readable(data) else {}
    begins = list(ends)  # in reading order

    def lies(line: int, column: int) -> bool:
        place = (line - 1, column - 1)
        number = bisect_right(begins, place)
        return number > 0 and place < ends[begins[number - 1]]

    return lies


def _texts(data: bytes) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Beginning and end of each text in which '#' is a letter; the line of a '|' may have a comment."""
    for event in _scalars(data):
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            yield (start.line + 1, 0), (end.line, end.column)
        elif not event.implicit[0]:
            yield (start.line, start.column), (end.line, end.column)


def _readable(data: bytes) -> bool:
    try:
        read_tree(data)
    except Unreadable:
        return False
    return True


def _scalars(data: bytes) -> Iterator[Any]:
    give = events(data)
    while type(event := give()) is not StreamEndEvent:
        if type(event) is ScalarEvent:
            yield event
