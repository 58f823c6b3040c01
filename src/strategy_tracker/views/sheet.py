"""The neutral result of a command: a heading, then lines and tables. Every format is written from it."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import Label, label, phrase

MARKS: dict[Colour, str] = {"red": "▼", "amber": "◆", "green": "●", "blue": "✔", "grey": "○"}
"""A shape for each colour, so that a colour is never alone."""


WORDS: dict[Colour, str] = {
    "blue": "complete",
    "green": "green",
    "amber": "amber",
    "red": "red",
    "grey": "no colour",
}
"""What a colour is called beside its mark or at the head of its counts, in the order they are told."""


class Cell(NamedTuple):
    """A text in a table or a line, with the colour it is printed in, or `strong`."""

    text: str
    colour: Colour | None = None
    strong: bool = False


Line = str | tuple[Cell, ...]
"""A line of text, or its parts one after the other, each printed in its own way."""


def line_text(line: Line) -> str:
    """The words of a line."""
    return line if isinstance(line, str) else "".join(part.text for part in line)


class Column(NamedTuple):
    """A column: its heading, whether it holds figures, and the narrowest output it is worth showing in.

    One that counts what has a `colour` says so in its heading, by mark and word: its cells are numbers alone. Columns
    of one `group` stand beside each other, under its name.
    """

    name: str
    figures: bool = False
    from_width: int = 0
    colour: Colour | None = None
    group: str = ""

    @property
    def heading(self) -> str:
        """What stands at its head where there is one line for it: `Measures: ▼ Red`."""
        return f"{self.group}: {self.marked}" if self.group else self.marked

    @property
    def marked(self) -> str:
        """What stands at its head under the name of its group: `▼ Red`."""
        return f"{MARKS[self.colour]} {self.name}" if self.colour else self.name


def groups_of(columns: Sequence[Column]) -> tuple[tuple[str, int], ...]:
    """Each group of columns that stand beside each other, with how many; nameless where a column is in none.

    Empty where no column is in a group.
    """
    found = groupby(column.group for column in columns)
    return tuple((name, len(list(each))) for name, each in found) if any(one.group for one in columns) else ()


class Table(NamedTuple):
    """Rows under columns; `title` stands above, `notes` below. With `totals` the last row adds up the others."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    totals: bool = False


class GridColumn(NamedTuple):
    """A column of a grid; `gap` are the blanks before it, `group` the words over it and those after it of that group.

    It is at least as wide as `least`. The one that `gives_way` is cut where the screen is narrow; one that is wanted
    `whole` stands above its figures instead.
    """

    head: Cell = Cell("")
    group: str = ""
    figures: bool = False
    gives_way: bool = False
    gap: int = 2
    from_width: int = 0
    least: int = 0
    whole: bool = False


class ScreenGrid(NamedTuple):
    """Rows of short cells that never wrap, under columns as wide as their widest cell.

    A row of one cell is a line of words across all columns: a strong one is a heading, an empty one a blank. Where
    `wide`, the column that gives way takes all the room there is.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Line, ...] = ()
    wide: bool = False


class SheetSection(NamedTuple):
    """A heading with lines and tables under it; `drawn` lines are a chart, whose spaces matter.

    One that has no heading stands `apart` from what is above it, or goes on with it. `facts` are names and values that
    stand beside each other; a value may have several lines.
    """

    title: Line
    lines: tuple[Line, ...] = ()
    tables: tuple[Table | ScreenGrid, ...] = ()
    drawn: bool = False
    apart: bool = False
    facts: tuple[tuple[str, str], ...] = ()


class Sheet(NamedTuple):
    """One output: `lines` say what it is of, as at which date, and what was left out.

    Where it is of one thing, its id is the `name`, which stands at the end of the title's line, ready to be copied.
    """

    title: Line
    lines: tuple[Line, ...]
    sections: tuple[SheetSection, ...]
    name: str = ""


def cell(text: str | None, colour: Colour | None = None) -> Cell:
    """Makes a cell of a text; nothing becomes a dash."""
    return Cell(text or "–", colour)


def coloured(colour: Colour, word: str) -> Cell:
    """Makes a cell of a colour, with its mark and its word."""
    if isinstance(word, Label):
        return Cell(phrase("with-mark", mark=MARKS[colour], words=word), colour)
    return Cell(f"{MARKS[colour]} {word}", colour)


def without_empty(table: Table, keep: int) -> Table:
    """Drops the columns, after the first `keep`, that have nothing in any row."""
    used = [n for n in range(len(table.columns)) if n < keep or any(row[n].text != "–" for row in table.rows)]
    rows = tuple(tuple(row[n] for n in used) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in used), rows=rows)


def columns(*names: str) -> tuple[Column, ...]:
    """Makes columns of words under headings of the catalogue."""
    return tuple(Column(label(name)) for name in names)
