"""A sheet on a screen without colours: where no columns share the room there is, no engine of layouts is needed."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from strategy_tracker.views.directions import legible
from strategy_tracker.views.formats.screens.grid_lines import grid_lines
from strategy_tracker.views.sheet import Line, ScreenGrid, Sheet, line_text
from strategy_tracker.views.text import columns

_SHOWS_COLOURS = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""What rich takes for a wish to have colours in a pipe."""


class _NeedsLayout(Exception):
    """Columns share the room there is, or a line is too long that is more than words with a blank between."""


def write_plain(sheet: Sheet, stream: TextIO | None = None) -> bool:
    """Prints a sheet as `terminal.write_sheet` would into a pipe, and says whether that could be done."""
    stream = stream or sys.stdout
    if stream.isatty() or any(name in os.environ for name in _SHOWS_COLOURS):
        return False
    asked = os.environ.get("COLUMNS", "")
    try:
        lines = list(_lines(sheet, int(asked) if asked.isdecimal() and asked.isascii() else 80))
    except _NeedsLayout:
        return False
    stream.writelines(f"{line}\n" for line in lines)
    return True


def _lines(sheet: Sheet, width: int) -> Iterator[str]:
    if sheet.name:
        raise _NeedsLayout
    yield from _wrapped((sheet.title, *sheet.lines), width)
    for section in sheet.sections:
        if section.title or section.apart:
            yield ""
        yield from _wrapped((*([section.title] if section.title else []), *section.lines), width)
        for table in section.tables:
            if not isinstance(table, ScreenGrid):
                raise _NeedsLayout
            yield from ("".join(part.text for part in parts) for parts in grid_lines(table, width))
            yield from _wrapped(table.notes, width)
        if section.facts:
            raise _NeedsLayout


def _wrapped(lines: Iterable[Line], width: int) -> Iterator[str]:
    """Lines, each broken between words where it is longer than the screen is wide."""
    for line in lines:
        text = legible(line_text(line)).rstrip()
        words = text.split(" ")
        if not text.isprintable():
            raise _NeedsLayout
        if columns(text) <= width:
            yield text
        elif "" in words or max(map(columns, words)) > width:
            raise _NeedsLayout
        else:
            yield from _between(words, width)


def _between(words: Iterable[str], width: int) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if columns(longer) > width:
            yield line
            longer = word
        line = longer
    yield line
