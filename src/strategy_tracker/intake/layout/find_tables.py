"""The tables of a sheet, from top to bottom, and what stands over each."""

import re
from collections.abc import Iterator

from strategy_tracker.intake.headings import read_heading
from strategy_tracker.intake.layout.columns import table_below
from strategy_tracker.intake.layout.found_table import FoundTable, Wishes
from strategy_tracker.intake.layout.heading_rows import all_heading_rows, heading_rows, last_row, row_above
from strategy_tracker.intake.layout.row_kinds import HEADS
from strategy_tracker.intake.outline import Grid, GridSpot
from strategy_tracker.model.dates.period import YearEnd

_NUMBERED = re.compile(rf"(?:{HEADS.pattern})[^\w]*(\d|[A-Z]\b|[IVX]+\b|one\b|two\b|three\b|:)", re.IGNORECASE)
"""Words over a table that are surely a heading of its rows, and no title of the whole: `Priority 1: Warm homes`."""
_NO_HEADING = re.compile(r"(source|note|key|page|updated|version|as at|rag)\b|.*[.;]$", re.IGNORECASE | re.DOTALL)


def find_tables(sheet: Grid, year_end: YearEnd, wishes: Wishes = Wishes()) -> list[FoundTable]:  # noqa: B008 - plain data
    """Find the tables of a sheet, from top to bottom."""
    starts = [wishes.heading] if wishes.heading else heading_rows(sheet, year_end)
    headings = [all_heading_rows(sheet, start, year_end) for start in starts]
    found: list[FoundTable] = []
    for place, rows in enumerate(headings):
        end = min(headings[place + 1]) if place + 1 < len(headings) else last_row(sheet) + 1
        if found and rows[0] <= max(found[-1].headings):
            continue
        table = table_below(sheet, rows, end, year_end, wishes)
        if table:
            found.append(table)
    return list(_under_headings(sheet, found, year_end))


def _under_headings(sheet: Grid, tables: list[FoundTable], year_end: YearEnd) -> Iterator[FoundTable]:
    """The tables, each with the cell above it that names what its rows stand under, which is no row of the one before.

    A line alone over a later table heads it. Over the first it may be the title of the whole: it heads the table where
    it says that it does, or where a later table of the same kind is headed so too.
    """
    lines = [_line_over(sheet, table, year_end) for table in tables]
    headed = {table.kind for table, line in zip(tables[1:], lines[1:], strict=True) if line}
    for place, (table, line) in enumerate(zip(tables, lines, strict=True)):
        first = place == 0 and table.kind not in headed
        over = line and (not first or _NUMBERED.match(sheet.words(line.row)[line.column].text)) and line
        taken = {one.row for one in lines if one}
        rows = {row: kind for row, kind in table.rows.items() if row not in taken}
        yield table._replace(over=over or None, rows=rows)


def _line_over(sheet: Grid, table: FoundTable, year_end: YearEnd) -> GridSpot | None:
    """The only cell of the next row above a table, where it can be a heading of what stands in the table."""
    above = row_above(sheet, table.headings[0])
    cells = sheet.words(above)
    if len(cells) != 1 or table.first("priority") or next(iter(table.rows.values()), "") == "band":
        return None
    column, cell = next(iter(cells.items()))
    known = read_heading(cell.text, year_end)
    if cell.kind != "text" or len(cell.text) > 120 or known.certain or _NO_HEADING.match(cell.text):
        return None
    return GridSpot(above, column)
