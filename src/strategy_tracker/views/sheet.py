"""The neutral result of a command: a heading, then lines and tables. Every format is written from it."""

from typing import NamedTuple

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import label

MARKS: dict[Colour, str] = {"red": "▼", "amber": "◆", "green": "●", "blue": "✔", "grey": "○"}
"""A shape for each colour, so that a colour is never alone."""


class Cell(NamedTuple):
    """A text in a table, with the colour it is printed in."""

    text: str
    colour: Colour | None = None


class Column(NamedTuple):
    """A column: its heading, whether it holds figures, and the narrowest output it is worth showing in."""

    name: str
    figures: bool = False
    from_width: int = 0


class Table(NamedTuple):
    """Rows under columns; `title` stands above, `notes` below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


class SheetSection(NamedTuple):
    """A heading with lines and tables under it; `drawn` lines are a chart, whose spaces matter."""

    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    drawn: bool = False


class Sheet(NamedTuple):
    """One output: `lines` say what it is of, as at which date, and what was left out."""

    title: str
    lines: tuple[str, ...]
    sections: tuple[SheetSection, ...]


def cell(text: str | None, colour: Colour | None = None) -> Cell:
    """Makes a cell of a text; nothing becomes a dash."""
    return Cell(text or "–", colour)


def coloured(colour: Colour, word: str) -> Cell:
    """Makes a cell of a colour, with its mark and its word."""
    return Cell(f"{MARKS[colour]} {word}", colour)


def without_empty(table: Table, keep: int) -> Table:
    """Drops the columns, after the first `keep`, that have nothing in any row."""
    used = [n for n in range(len(table.columns)) if n < keep or any(row[n].text != "–" for row in table.rows)]
    rows = tuple(tuple(row[n] for n in used) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in used), rows=rows)


def columns(*names: str) -> tuple[Column, ...]:
    """Makes columns of words under headings of the catalogue."""
    return tuple(Column(label(name)) for name in names)
