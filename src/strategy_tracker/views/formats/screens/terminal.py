"""A sheet on a terminal: tables at any width, words with every colour, plain text in a pipe."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table as RichTable
from rich.text import Text

from strategy_tracker.model.colour import Colour
from strategy_tracker.views.directions import legible
from strategy_tracker.views.formats.screens.grid_lines import grid_lines
from strategy_tracker.views.sheet import Cell, Line, ScreenGrid, Sheet, SheetSection, Table

STYLES: dict[Colour, str] = {
    "red": "bold red",
    "amber": "yellow",
    "green": "green",
    "blue": "blue",
    "grey": "bright_black",
}


NARROW = 60
"""Columns below which a table is written as a list, as one is whose words would be cut to pieces."""


class _Screen(Console):
    """A console that leaves the exit code to us where its reader, such as `head`, has seen enough."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(stream: TextIO | None = None) -> Console:
    """A console that obeys NO_COLOR, COLUMNS and pipes; 80 columns where nothing says otherwise."""
    stream = stream or sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS", "").isdigit() else 80
    return _Screen(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def write_sheet(sheet: Sheet, stream: TextIO | None = None) -> None:
    """Prints a sheet."""
    out = console(stream)
    with out:
        _put(out, _title(sheet, out.width))
        for line in sheet.lines:
            _put(out, _text(line, "bright_black"))
        for section in sheet.sections:
            _section(out, section)


def _title(sheet: Sheet, width: int) -> Text:
    """The title, and at the end of its line the id of what it is of, or below where there is no room."""
    title = _text(sheet.title, "bold")
    if sheet.name:
        room = min(width, _FULL) - title.cell_len - cell_len(sheet.name)
        title.append(" " * room if room > 0 else "\n").append(legible(sheet.name), "bright_black")
    return title


_FULL = 120
"""Columns that a line is filled to: an eye loses it over more."""


def _put(out: Console, what: RenderableType) -> None:
    """Prints something without the spaces that would fill each line to its end."""
    segments: list[Segment] = []
    for line in out.render_lines(what, pad=False):
        while line and not line[-1].text.strip():
            line.pop()
        if line:
            line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
        segments += [*line, Segment.line()]
    out.print(Segments(segments))


def _section(out: Console, section: SheetSection) -> None:
    if section.title:
        out.print()
        _put(out, _text(section.title, "bold"))
    elif section.apart:
        out.print()
    for line in section.lines:
        _put(out, _line(line))
    if section.facts:
        _facts(out, section.facts)
    for table in section.tables:
        if isinstance(table, ScreenGrid):
            _grid(out, table)
        else:
            _table(out, table)


def _text(line: Line, style: str = "") -> Text:
    """A line in a style; of one in parts those without a colour have it unless only some are strong."""
    if isinstance(line, str):
        return Text(legible(line), style)
    return Text.assemble(*((legible(part.text), _style(part)) for part in line))


def _style(part: Cell) -> str:
    if part.strong:
        return "bold"
    return STYLES[part.colour] if part.colour else ""


def _line(line: Line) -> RenderableType:
    """A line; one of a list stays indented where it goes on."""
    if not isinstance(line, str) or not line.startswith("  - "):
        return _text(line)
    grid = RichTable.grid()
    grid.add_column(no_wrap=True)
    grid.add_row("  - ", Text(legible(line[4:])))
    return grid


_NAME = 18
"""Columns that a name has beside its value; the value of a longer one begins on the next line."""


def _facts(out: Console, facts: Sequence[tuple[str, str]]) -> None:
    """Names in a column, and beside them their values, which go on under where they began."""
    wide = min(max(cell_len(name) for name, _ in facts), _NAME)
    if out.width < NARROW:
        for name, value in facts:
            named = Text(f"{legible(name)}: ", "bright_black").append(legible(value.replace("\n", "; ")), "none")
            _put(out, named)
        return
    for name, value in facts:
        grid = RichTable.grid(padding=(0, 2, 0, 0))
        grid.add_column(min_width=wide, max_width=wide)
        grid.add_column(overflow="fold")
        if cell_len(name) > wide:
            _put(out, Text(legible(name), "bright_black"))
        lines = [legible(line) for line in value.split("\n")]
        first = "" if cell_len(name) > wide else legible(name)
        for n, line in enumerate(lines):
            grid.add_row(Text("" if n else first, "bright_black"), Text(line))
        _put(out, grid)


def _grid(out: Console, grid: ScreenGrid) -> None:
    """Prints the lines of a grid at once: none is wider than the screen, so nothing has to be wrapped."""
    segments: list[Segment] = []
    for parts in grid_lines(grid, out.width):
        segments += (Segment(part.text, out.get_style(_style(part) or "none")) for part in parts)
        segments.append(Segment.line())
    out.print(Segments(segments), end="")
    for note in grid.notes:
        _put(out, _text(note, "bright_black"))


def _table(out: Console, table: Table) -> None:
    if table.title:
        out.print()
        _put(out, Text(legible(table.title), "underline"))
    shown = [n for n, column in enumerate(table.columns) if out.width >= column.from_width]
    least = [_longest_word(table, n, out.width // 2) for n in shown]
    if out.width < NARROW or sum(least) + _BETWEEN * (len(least) - 1) > out.width:
        _list(out, table, shown)
    elif table.rows:
        made = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="bright_black")
        most = _widths(table, shown, least, out.width)
        for n, width, upto in zip(shown, least, most, strict=True):
            side: JustifyMethod = "right" if table.columns[n].figures else "left"
            head = table.columns[n].heading
            made.add_column(head, justify=side, overflow="fold", min_width=width, max_width=upto)
        for row in table.rows:
            made.add_row(*(_cell(row[n]) for n in shown))
        _put(out, made)
    for note in table.notes:
        _put(out, Padding(Text(legible(note), "bright_black"), (0, 0, 0, 2)))


_BETWEEN = 3
"""Columns between two columns of a table."""


def _widths(table: Table, shown: list[int], least: list[int], room: int) -> list[int]:
    """How wide each column may be: the widest give way to each other, and none has less than its longest word.

    rich would take all from the widest, also below what it must have, and cut the lines off at the edge of the screen.
    """
    found = [max(width, min(_longest_line(table, n), room)) for n, width in zip(shown, least, strict=True)]
    left = room - _BETWEEN * (len(found) - 1)
    while sum(found) > left:  # the caller has seen that all the longest words have room
        found[max((one, n) for n, one in enumerate(found) if one > least[n])[1]] -= 1
    return found


def _longest_line(table: Table, n: int) -> int:
    texts = [table.columns[n].heading, *(row[n].text for row in table.rows)]
    return max(cell_len(line) for text in texts for line in text.split("\n"))


def _longest_word(table: Table, n: int, most: int) -> int:
    """The columns that the longest word or id of a column takes, at most `most`: none is broken in the middle."""
    texts = [table.columns[n].heading, *(row[n].text for row in table.rows)]
    return min(max(cell_len(word) for text in texts for word in (text.split() or [""])), most)


def _list(out: Console, table: Table, shown: list[int]) -> None:
    """The rows of a table one below the other, each cell after its heading."""
    for row in table.rows:
        _put(out, _cell(row[shown[0]]))
        for n in shown[1:]:
            named = Text(f"{table.columns[n].heading}: ", "bright_black").append(_cell(row[n]))
            _put(out, Padding(named, (0, 0, 0, 2)))


def _cell(cell: Cell) -> Text:
    return Text(legible(cell.text), STYLES[cell.colour] if cell.colour else "")
