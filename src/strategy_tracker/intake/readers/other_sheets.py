"""Workbooks of other programs (ods, xls, xlsb): values only, read in a process of its own.

The library that reads them is fast, and a file can make it end its process at once. So it never runs in ours: a child
with a limit of memory and time reads, and its death is a sentence.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from strategy_tracker.intake.outline import Grid, GridCell, MergedCells, TableFile
from strategy_tracker.intake.readers.in_a_child import read_apart
from strategy_tracker.intake.readers.limits import BYTES, CELLS, COLUMNS, LETTERS, ROWS, too_much

_SAVE = "open it in a spreadsheet program and save it as .xlsx"
_BLIND = "colours of cells, percent formats, hidden rows and columns"

_Plain = list[tuple[str, bool, list[list[Any]], list[tuple[int, int, int, int]]]]
"""Sheets as the child hands them over: name, hidden, rows of values, merged blocks counted from 0."""


def read_other_workbook(name: str, data: bytes) -> TableFile:
    """Read the values of every sheet. Raises `Problem` where it cannot be read, or is larger than what is read."""
    if len(data) > BYTES:
        raise too_much(name, BYTES, "bytes")
    sheets = tuple(_grid(name, *one) for one in read_apart(name, data, _read, "sheets", _SAVE))
    remark = f"of this kind of file only values can be seen, not {_BLIND}: save it as .xlsx to have them read"
    return TableFile(name, sheets, (remark,))


def _read(data: bytes) -> _Plain:
    """What the child makes of a workbook: plain values."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [_one(book, about) for about in book.sheets_metadata]


def _one(book: Any, about: Any) -> Any:
    sheet = book.get_sheet_by_name(about.name)
    hidden = not str(about.visible).endswith("Visible")
    first = sheet.start or (0, 0)
    rows = [[None] * first[1] + row for row in sheet.to_python(skip_empty_area=True)]
    blocks = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return about.name, hidden, [[]] * first[0] + rows, blocks


def _grid(name: str, title: str, hidden: bool, rows: list[list[Any]], blocks: list[Any]) -> Grid:
    if sum(map(len, rows)) > 4 * CELLS or len(rows) > ROWS * 4:
        raise too_much(name, CELLS, "cells")
    if max(map(len, rows), default=0) > COLUMNS:
        raise too_much(name, COLUMNS, "columns")
    found: dict[int, dict[int, GridCell]] = {}
    for number, row in enumerate(rows, 1):
        cells = {column: cell for column, value in enumerate(row, 1) if (cell := _cell(value))}
        if cells:
            found[number] = cells
    if any(len(cell.text) > LETTERS for row in found.values() for cell in row.values()):
        raise too_much(f"a cell of {name}", LETTERS, "characters")
    merged = tuple(MergedCells(top + 1, left + 1, bottom + 1, right + 1) for top, left, bottom, right in blocks)
    return Grid(title, found, merged, hidden=hidden, blind=_BLIND)


def _cell(value: Any) -> GridCell | None:
    """One value; None where there is none."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return GridCell("yes" if value else "no")
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return GridCell(day.isoformat(), "date", day=day)
    if isinstance(value, int | float):
        text = f"{Decimal(f'{value:.15g}'):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return GridCell(text, "number", Decimal(text))
    text = str(value).replace("\r\n", "\n").strip() if not isinstance(value, timedelta) else str(value)
    return GridCell(text, "error" if text.startswith("#") and text.endswith("!") else "text") if text else None
