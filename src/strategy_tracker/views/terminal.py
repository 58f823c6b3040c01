"""A sheet for a terminal: tables at any width, words with every colour, plain text in a pipe."""

import os
import sys
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from strategy_tracker.rules.standing import Colour
from strategy_tracker.views.sheet import Cell, Section, Sheet, Table
from strategy_tracker.views.text import visible

STYLES: dict[Colour, str] = {
    "red": "bold red",
    "amber": "yellow",
    "green": "green",
    "blue": "blue",
    "grey": "bright_black",
}


def console(stream: TextIO | None = None) -> Console:
    """A console that obeys NO_COLOR, COLUMNS and pipes; 80 columns where nothing says otherwise."""
    stream = stream or sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS", "").isdigit() else 80
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def write_sheet(sheet: Sheet, stream: TextIO | None = None) -> None:
    """Print a sheet."""
    out = console(stream)
    out.print(Text(visible(sheet.title), "bold"))
    for line in sheet.lines:
        out.print(Text(visible(line), "bright_black"))
    for section in sheet.sections:
        _section(out, section)


def _section(out: Console, section: Section) -> None:
    if section.title:
        out.print()
        out.print(Text(visible(section.title), "bold"))
    for line in section.lines:
        out.print(Text(visible(line)))
    for table in section.tables:
        _table(out, table)


def _table(out: Console, table: Table) -> None:
    if table.title:
        out.print()
        out.print(Text(visible(table.title), "underline"))
    shown = [n for n, column in enumerate(table.columns) if out.width >= column.from_width]
    made = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="bright_black")
    for n in shown:
        column = table.columns[n]
        made.add_column(column.name, justify="right" if column.figures else "left", overflow="fold")
    for row in table.rows:
        made.add_row(*(_cell(row[n]) for n in shown))
    if table.rows:
        out.print(made)
    for note in table.notes:
        out.print(Padding(Text(visible(note), "bright_black"), (0, 0, 0, 2)))


def _cell(cell: Cell) -> Text:
    return Text(visible(cell.text), STYLES[cell.colour] if cell.colour else "")
