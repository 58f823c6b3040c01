"""Heeds comments that allow one diagnostic on one line, and finds texts that a '#' cuts short by mistake.

`# allow due-on-weekend: a Saturday fair` silences one diagnostic, with a reason. The '#' in `Head of Unit #3` begins a
comment, since YAML takes ' #' for one; the '#' in a quoted or a block text is a part of that text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from ruamel.yaml.events import ScalarEvent, StreamEndEvent

from strategy_tracker.diagnostics import CODES, Diagnostic, Position
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.events import made_of_events
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.parsing.value_places import lines_of
from strategy_tracker.model.values import shown

_ALLOW = re.compile(r"(?:^|\s)# allow ([a-z0-9-]+)(?::\s*(\S.*))?")
MARK = b"# allow "
"""Bytes without which a file holds no such comment."""


def heed(found: Iterable[Diagnostic], data: bytes, file: str, unasked: Collection[str] = ()) -> list[Diagnostic]:
    """Leave out the diagnostics of a file that its comments allow, and add one for each comment that is wrong.

    A comment is not unused where its code is one of the `unasked`, which were not looked for this time.
    """
    lines = lines_of(data)
    targets = _targets(lines)
    in_text = in_texts(data) if MARK in data else None
    left: dict[tuple[int, str], list[Diagnostic]] = {}
    for item in found:
        left.setdefault((item.position.line if item.position else 0, item.code), []).append(item)
    wrong: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        comment = _ALLOW.search(line)
        while comment and in_text and in_text(number, comment.start(1) + 1):
            comment = _ALLOW.search(line, comment.end(1))
        if not comment:
            continue
        here = Position(number, comment.start(1) + 1, number, comment.end(1) + 1)
        code, reason = comment.groups()
        meant = (targets[number - 1], code)
        if not reason:
            wrong.append(
                Diagnostic("allow-without-reason", f"'{code}' is silenced without a reason", (), "", file, here, line)
            )
        elif meant in left:
            if not CODES[code].fixed:
                del left[meant]
        elif code not in unasked:
            wrong.append(Diagnostic("unused-allow", f"there is no '{code}' here to silence", (), "", file, here, line))
    return [item for items in left.values() for item in items] + wrong


def _targets(lines: list[str]) -> list[int]:
    """For each line, the one a comment on it speaks of: its own, or the next one that is not a comment."""
    targets: list[int] = []
    following = 0
    for number in range(len(lines), 0, -1):
        text = lines[number - 1].strip()
        if text and not text.startswith("#"):
            following = number
            targets.append(number)
        else:
            targets.append(following or number)
    return targets[::-1]


_WORD = r"#[^\s#!=*~_+-]"  # '#7', '#note'; '# so' is a comment, and '#---' and '##' only part lines
_SUSPECTS = tuple((blank + b"#", re.compile(blank + _WORD.encode())) for blank in (b" ", b"\t"))
_CUT = re.compile(rf"[ \t]+({_WORD}.*)")
_CUT_WHOLE = re.compile(rf":[ \t]+({_WORD}.*)")


def cut_texts(data: bytes) -> list[Diagnostic]:
    """Find each text without quotes that ends at ' #' with no blank after the '#', as a comment would have it."""
    if not any(mark in data and suspect.search(data) for mark, suspect in _SUSPECTS) or not _readable(data):
        return []
    return [_cut(line, found) for line, found in _cuts(data, lines_of(data))]


def _cuts(data: bytes, lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines, counted from 0, on which a text ends at ' #', and what stands from there on."""
    before = None
    for event in made_of_events(data, _scalars):
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
    for event in made_of_events(data, _scalars):
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


def _scalars(give: Callable[[], Any]) -> list[Any]:
    found = []
    while type(event := give()) is not StreamEndEvent:
        if type(event) is ScalarEvent:
            found.append(event)
    return found
