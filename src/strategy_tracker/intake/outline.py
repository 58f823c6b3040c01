"""The neutral outline of what was read: sheets of cells, whatever program wrote them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.model.names.unseen import UNSEEN

CellKind = Literal["text", "number", "date", "error"]


class GridCell(NamedTuple):
    """A cell: `text` is what a person sees or typed, empty where only its colour says something.

    `number` and `day` are its value where it is one; `percent` says that the number is shown a hundredfold, `month`
    that only month and year of the day are shown. `fill` is the colour behind it as six hexadecimal digits, `note`
    whether a remark hangs on it.
    """

    text: str
    kind: CellKind = "text"
    number: Decimal | None = None
    day: date | None = None
    percent: bool = False
    month: bool = False
    fill: str = ""
    note: bool = False
    formula: bool = False
    struck: bool = False


class GridSpot(NamedTuple):
    """A place in a sheet; rows and columns are counted from 1."""

    row: int
    column: int


class MergedCells(NamedTuple):
    """Cells merged into one: its first and its last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """One sheet: rows of cells by number and column, and what was merged or hidden.

    `named` is False for the only sheet of a text file, whose places are rows and columns. `blind` says what the reader
    of this kind of file cannot see. Of a document, a table has `counted` columns (`table 2, row 3, column 4`), and the
    paragraphs are rows with a place of their own (`row_places`: `paragraph 41`). A `turned` one has the columns of the
    file as its rows, and names places as the file does.
    """

    name: str
    rows: dict[int, dict[int, GridCell]]
    merged: tuple[MergedCells, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    named: bool = True
    blind: str = ""
    counted: bool = False
    turned: bool = False
    row_places: Mapping[int, str] = {}

    def words(self, row: int) -> dict[int, GridCell]:
        """The cells of a row that hold words or a value, by column."""
        return {column: cell for column, cell in sorted(self.rows.get(row, {}).items()) if cell.text}

    def cell(self, row: int, column: int) -> GridCell | None:
        """One cell, if there is any."""
        return self.rows.get(row, {}).get(column)

    def filled(self) -> Iterator[GridSpot]:
        """Every cell that holds words or a value, row by row."""
        return (GridSpot(row, column) for row in sorted(self.rows) for column in self.words(row))

    def place(self, row: int, column: int | None = None) -> str:
        """Name a cell, or a row, as its program does: `Action plan!F8`; of a text file `row 5, column D`."""
        if row in self.row_places:
            return self.row_places[row]
        if self.turned:
            upright = self._replace(turned=False)
            return upright.place(column, row) if column else upright.column_place(row)
        if self.counted:
            return f"{self.name}, row {row}, column {column}" if column else f"{self.name}, row {row}"
        if not self.named:
            return f"row {row}, column {letters(column)}" if column else f"row {row}"
        return f"{self.name}!{letters(column)}{row}" if column else f"{self.name}!{row}:{row}"

    def in_file(self, spot: GridSpot) -> GridSpot:
        """The place in the file of a place in the sheet: the same, or the other way round where it is turned."""
        return GridSpot(spot.column, spot.row) if self.turned else spot

    def column_place(self, column: int) -> str:
        """Name a whole column: `Action plan!F:F`; of a text file `column F`."""
        if self.turned:
            return self._replace(turned=False).place(column)
        if self.counted:
            return f"{self.name}, column {column}"
        return f"{self.name}!{letters(column)}:{letters(column)}" if self.named else f"column {letters(column)}"


class TableFile(NamedTuple):
    """A file that was read: its name, its sheets, and sentences about what could not be seen in it."""

    name: str
    sheets: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(text: str) -> int | None:
    """The number of a column from its letters; None where they are none."""
    if not re.fullmatch(r"[A-Za-z]{1,3}", text, re.ASCII):
        return None
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number


def with_seen_only(source: TableFile) -> TableFile:
    """The same file without characters that nobody can see, and a remark where there were any."""
    cleaned = 0
    sheets: list[Grid] = []
    for sheet in source.sheets:
        rows: dict[int, dict[int, GridCell]] = {}
        for number, row in sheet.rows.items():
            hidden = {column: cell for column, cell in row.items() if UNSEEN.search(cell.text)}
            cleaned += len(hidden)
            clean = {column: cell._replace(text=UNSEEN.sub("", cell.text).strip()) for column, cell in hidden.items()}
            rows[number] = row | clean if clean else row
        sheets.append(sheet._replace(name=UNSEEN.sub("", sheet.name), rows=rows))
    remark = f"{cleaned} {'cell' if cleaned == 1 else 'cells'} held characters that nobody can see, which were left out"
    return TableFile(source.name, tuple(sheets), (*source.remarks, remark) if cleaned else source.remarks)
