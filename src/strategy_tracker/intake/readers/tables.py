"""Tables that are text: comma, semicolon or tab between the values, in the encodings that spreadsheets write."""

import codecs
import csv
from collections import Counter

from strategy_tracker.intake.outline import Grid, GridCell, TableFile
from strategy_tracker.intake.readers.limits import CELLS, COLUMNS, LETTERS, ROWS, too_much
from strategy_tracker.problem import Problem

_BETWEEN = (",", ";", "\t", "|")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENOUGH = 200
"""Rows that are looked at to find out what stands between values."""


def read_table(name: str, data: bytes) -> TableFile:
    """Read a table of text. Raises `Problem` where it is none, or larger than what is read."""
    text, remark = decode(name, data)
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<table", "<?xml")):
        raise Problem(f"{name} is a web page, whatever its name says", "save it as .xlsx or .csv from a spreadsheet")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    between = _what_is_between(lines)
    rows: dict[int, dict[int, GridCell]] = {}
    cells = 0
    try:
        for number, values in enumerate(csv.reader(lines.splitlines(keepends=True), delimiter=between), 1):
            row = {column: GridCell(value.strip()) for column, value in enumerate(values, 1) if value.strip()}
            cells += len(row)
            if row:
                rows[number] = row
            _hold(name, number, row, cells)
    except csv.Error:
        raise too_much(f"a cell of {name}", LETTERS, "characters") from None
    return TableFile(name, (Grid(name, rows, named=False),), (remark,) if remark else ())


def _hold(name: str, number: int, row: dict[int, GridCell], cells: int) -> None:
    """Raise `Problem` where a row leads over one of the limits."""
    if cells > CELLS:
        raise too_much(name, CELLS, "filled cells")
    if number > ROWS:
        raise too_much(name, ROWS, "rows")
    if row and max(row) > COLUMNS:
        raise too_much(name, COLUMNS, "columns")
    if any(len(cell.text) > LETTERS for cell in row.values()):
        raise too_much(f"a cell in row {number} of {name}", LETTERS, "characters")


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Give the text of a file, and a remark where its encoding had to be told by what does not fit another."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(name, data[len(mark) :], encoding), ""
    if b"\0" in data:
        wide = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be" if data[:1] == b"\0" else ""
        if not wide or b"\0\0" in data[:2000]:
            raise Problem(f"{name} is no text: it has bytes that no table has", "save it as .csv from a spreadsheet")
        return _as(name, data, wide), "read as UTF-16, which it does not say"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "read as Windows-1252: it is no UTF-8, which newer programs write"


def _as(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Problem(f"{name} says that it is {encoding.upper()}, and is not", "save it again as .csv") from None


def _what_is_between(text: str) -> str:
    """Choose what parts the values: it gives the most rows of one length, and of those the longest."""
    sample = text[: 400 * _ENOUGH].split("\n")[:_ENOUGH]
    found: list[tuple[int, int, int]] = []
    for place, each in enumerate(_BETWEEN):
        try:
            sizes = Counter(len(row) for row in csv.reader(sample, delimiter=each) if any(row))
        except csv.Error:
            continue
        shared = [(many * (size - 1), size) for size, many in sizes.items() if size > 1]
        found.append((*max(shared, default=(0, 0)), -place))
    best = max(found, default=(0, 0, 0))
    return _BETWEEN[-best[2]]
