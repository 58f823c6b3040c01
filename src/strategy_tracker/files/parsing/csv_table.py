"""Reads a table of comparators, one figure a row, into the tree that a YAML file of the same figures has.

A cell keeps the line and the column it stands at, so that a fault in it is told as one in a YAML file is.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Diagnostic, Position
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.files.parsing.check_text import Unreadable, check_text
from strategy_tracker.files.parsing.value_places import ValuePlace, lines_of
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.values import shown

COLUMNS = ("source", "downloaded", "geography", "group", "code", "period", "value", "note")
NEEDED = ("source", "downloaded", "geography", "code", "period", "value")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?", re.ASCII)
_OF_FILE = ("source", "downloaded")
"""Columns that hold one value for the whole file: the first row says it, and the others may leave it out."""
_START = Position(1, 1, 1, 2)


class CsvCell(NamedTuple):
    """The text of a cell without the blanks round it, and where it stands."""

    text: str
    place: Position


class ComparatorTable(NamedTuple):
    """What a table holds, as the tree of a comparators file; where each value of it stands; and what is wrong."""

    tree: dict[str, Any]
    places: ValuePlace
    wrong: list[Diagnostic]


def rows_of(data: bytes) -> list[list[CsvCell]]:
    """List the rows of a table that have something in them; commas, semicolons or tabs part its cells.

    Raises `Unreadable` for bytes that are no text, and for quotes that are not closed.
    """
    check_text(data)
    lines = lines_of(data)
    first = next((line for line in lines if line.strip()), "")
    mark = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=mark, strict=True)
    found, before = [], 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                places = _places(lines[before : reader.line_num], before, mark)
                found.append([CsvCell(" ".join(text.split()), next(places, _START)) for text in row])
            before = reader.line_num
    except csv.Error as error:
        what = f"this row cannot be read as a table ({error})"
        raise Unreadable("wrong-shape", what, before, 0, "look for a quote that is not closed") from None
    if not found:
        raise Unreadable("empty-file", "the file holds nothing")
    return found


def _places(lines: Sequence[str], before: int, mark: str) -> Iterator[Position]:
    """Where each cell of one row stands; one row has several lines where a quoted cell has."""
    text = "\n".join(lines)
    cell = re.compile(rf'(?:"(?:[^"]|"")*"|[^"{re.escape(mark)}\n])[^{re.escape(mark)}\n]*|')
    at, line, begins = 0, before + 1, 0
    while at <= len(text):
        found = cell.match(text, at)
        assert found
        column = at + len(found[0]) - len(found[0].lstrip()) - begins + 1
        yield Position(line, column, line, column + max(1, len(found[0].strip().partition("\n")[0])))
        if breaks := found[0].count("\n"):
            line, begins = line + breaks, at + found[0].rindex("\n") + 1
        at = found.end() + 1


def header(rows: Sequence[Sequence[CsvCell]], needed: Sequence[str]) -> dict[str, int]:
    """Find the place of each column by its name. Raises `Unreadable` where one that is needed is not there."""
    names = {cell.text.casefold(): n for n, cell in enumerate(rows[0])}
    for name in needed:
        if name not in names:
            near = nearest(name, names)
            next_step = (
                f"did you mean '{near[0]}'? call it '{name}'"
                if near
                else f"the first row names the columns: {', '.join(needed)}"
            )
            raise Unreadable("missing-key", f"no column is called '{name}'", rows[0][0].place.line - 1, 0, next_step)
    return names


def read_table(data: bytes) -> ComparatorTable:
    """Read a table of comparators. Raises `Unreadable` where it is none, or lacks a column."""
    rows = rows_of(data)
    made = _TableRows(header(rows, NEEDED))
    for cell in rows[0]:
        if cell.text.casefold() not in COLUMNS:
            made.refuse_column(cell)
    for row in rows[1:]:
        made.add(row)
    for cell in rows[0]:
        if (name := cell.text.casefold()) in _OF_FILE and name not in made.file:
            at = cell.place
            next_step = "write it in the first row of figures; the rows below may leave it out"
            raise Unreadable("missing-key", f"the column '{name}' says nothing", at.line - 1, at.column - 1, next_step)
    return ComparatorTable(made.tree(), made.places(), made.wrong)


class _TableRows:
    """Takes in one row after another."""

    def __init__(self, columns: dict[str, int]) -> None:
        self.columns = columns
        self.wrong: list[Diagnostic] = []
        self.file: dict[str, CsvCell] = {}
        self.numbers: dict[tuple[str, str], int] = {}
        self.entries: dict[tuple[str, str], dict[str, dict[str, tuple[CsvCell, ...]]]] = {}
        self.cells: dict[tuple[str, str], tuple[CsvCell | None, ...]] = {}
        self.codes: dict[tuple[str, str, str], CsvCell] = {}

    def refuse_column(self, cell: CsvCell) -> None:
        """Say of a column that nothing is read from it, and which one may be meant."""
        next_step = did_you_mean(nearest(cell.text.casefold(), COLUMNS), f"the columns are {', '.join(COLUMNS)}")
        what = f"{shown(cell.text)} is no column of a table of comparators"
        self.wrong.append(Diagnostic("unknown-key", what, ("columns", cell.text), next_step, position=cell.place))

    def add(self, row: Sequence[CsvCell]) -> None:
        """Take in a row; one without a figure says nothing."""
        for name in _OF_FILE:
            self._of_file(name, self._cell(row, name))
        if len(row) > len(self.columns) and any(cell.text for cell in row[len(self.columns) :]):
            extra = row[len(self.columns)]
            what = f"this row has {len(row)} cells, and the first row names {len(self.columns)}"
            self.wrong.append(Diagnostic("wrong-shape", what, ("columns",), _QUOTES, position=extra.place))
        value, note = self._cell(row, "value"), self._cell(row, "note")
        if value is None or not (value.text or (note and note.text)):
            return
        geography, group = self._cell(row, "geography"), self._cell(row, "group")
        code, period = self._cell(row, "code"), self._cell(row, "period")
        assert geography
        key = (geography.text, group.text if group else "")
        self.numbers.setdefault(key, len(self.numbers))
        self.cells.setdefault(key, (geography, group))
        name = code.text if code else ""
        self.codes.setdefault((*key, name), code or value)
        figures = self.entries.setdefault(key, {}).setdefault(name, {})
        at = period or value
        if at.text in figures:
            what = f"{shown(name)} for {at.text} stands in this table twice"
            route = ("comparators", self.numbers[key], "figures", name, at.text)
            self.wrong.append(Diagnostic("duplicate-key", what, route, "delete one of the rows", position=at.place))
            return
        figures[at.text] = (at, value, *([note] if note and note.text else []))

    def _of_file(self, name: str, cell: CsvCell | None) -> None:
        if cell is None or not cell.text:
            return
        first = self.file.setdefault(name, cell)
        if first.text != cell.text:
            what = f"another {'day' if name == 'downloaded' else name} than in the rows above"
            next_step = "a file has one source and one day: put these rows into a file of their own"
            self.wrong.append(Diagnostic("wrong-shape", what, (name,), next_step, position=cell.place))

    def _cell(self, row: Sequence[CsvCell], name: str) -> CsvCell | None:
        at = self.columns.get(name)
        return row[at] if at is not None and at < len(row) else None

    def tree(self) -> dict[str, Any]:
        """The tree of a YAML file that holds the same."""
        comparators = []
        for (geography, group), codes in self.entries.items():
            entry: dict[str, Any] = {"geography": geography} | ({"group": group} if group else {})
            entry["figures"] = {
                code: {period: _figure(*cells[1:]) for period, cells in figures.items()}
                for code, figures in codes.items()
            }
            comparators.append(entry)
        return {name: cell.text for name, cell in self.file.items()} | {"comparators": tuple(comparators)}

    def places(self) -> ValuePlace:
        """Where the values of that tree stand."""
        inside: dict[str | int, ValuePlace] = {
            name: ValuePlace(None, cell.place, cell.place, {}) for name, cell in self.file.items()
        }
        inside["comparators"] = ValuePlace(
            None, None, _START, {n: self._entry(key) for n, key in enumerate(self.entries)}
        )
        return ValuePlace(None, None, _START, inside)

    def _entry(self, key: tuple[str, str]) -> ValuePlace:
        geography, group = self.cells[key]
        assert geography
        inside: dict[str | int, ValuePlace] = {"geography": _leaf(geography)}
        if group:
            inside["group"] = _leaf(group)
        codes: dict[str | int, ValuePlace] = {}
        for name, figures in self.entries[key].items():
            code = self.codes[(*key, name)].place
            codes[name] = ValuePlace(code, None, code, {period: _figure_place(*c) for period, c in figures.items()})
        inside["figures"] = ValuePlace(None, None, geography.place, codes)
        return ValuePlace(None, None, geography.place, inside)


_QUOTES = "put quotes round a cell that has a comma in it"


def _leaf(cell: CsvCell) -> ValuePlace:
    return ValuePlace(None, cell.place, cell.place, {})


def _figure_place(period: CsvCell, value: CsvCell, note: CsvCell | None = None) -> ValuePlace:
    inside: dict[str | int, ValuePlace] = {"note": _leaf(note)} if note else {}
    return ValuePlace(period.place, value.place, value.place, inside)


def _figure(value: CsvCell, note: CsvCell | None = None) -> Any:
    """A figure as a YAML file has it: an exact number, a symbol, or either with a note."""
    read = Decimal(value.text) if _NUMBER.fullmatch(value.text) else value.text
    if note is None:
        return read
    if not value.text:
        return {"note": note.text}
    return {"symbol" if read in SYMBOLS else "value": read, "note": note.text}
