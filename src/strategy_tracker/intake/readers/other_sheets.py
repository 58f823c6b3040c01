"""Workbooks of other programs (ods, xls, xlsb): values only, read in a process of its own.

The library that reads them is fast, and a file can make it end its process at once. So it never runs in ours: a child
with a limit of memory and time reads, and its death is a sentence.
"""

import multiprocessing
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from strategy_tracker.intake.outline import Grid, GridCell, MergedCells, TableFile
from strategy_tracker.intake.readers.limits import BYTES, CELLS, COLUMNS, LETTERS, ROWS, too_much
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEMORY = 1 << 30
"""Bytes that the child may use."""
SECONDS = 60
_SAVE = "open it in a spreadsheet program and save it as .xlsx"
_BLIND = "colours of cells, percent formats, hidden rows and columns"

_Plain = list[tuple[str, bool, list[list[Any]], list[tuple[int, int, int, int]]]]
"""Sheets as the child hands them over: name, hidden, rows of values, merged blocks counted from 0."""


def read_other_workbook(name: str, data: bytes) -> TableFile:
    """Read the values of every sheet. Raises `Problem` where it cannot be read, or is larger than what is read."""
    if len(data) > BYTES:
        raise too_much(name, BYTES, "bytes")
    sheets = tuple(_grid(name, *one) for one in _in_a_child(name, data))
    remark = f"of this kind of file only values can be seen, not {_BLIND}: save it as .xlsx to have them read"
    return TableFile(name, sheets, (remark,))


def _in_a_child(name: str, data: bytes) -> _Plain:
    """What a child process reads; killed where it takes too long."""
    apart = multiprocessing.get_context("spawn")
    ours, theirs = apart.Pipe()
    child = apart.Process(target=_read, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(data)
        if not ours.poll(SECONDS):
            raise Problem(f"{name} was not read in {SECONDS} seconds", _SAVE)
        found: _Plain | str = ours.recv()
    except (EOFError, OSError):
        raise Problem(f"{name} cannot be read: the program that reads this kind of file gave up", _SAVE) from None
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(found, str):
        raise Problem(found if found.startswith("workbooks") else f"{name} cannot be read: {found}", _SAVE)
    return found


def _read(theirs: "Connection") -> None:
    """The child: read what comes, and hand over plain values or a sentence."""
    _limit_memory()
    data = theirs.recv_bytes()
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        theirs.send("workbooks of this kind are read by the extra 'sheets', which is not installed")
        return
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        theirs.send([_one(book, about) for about in book.sheets_metadata])
    except Exception:  # whatever the library raises, it cannot be read
        theirs.send("it is damaged, locked with a password, or of a kind that is not known here")


def _limit_memory() -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


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
