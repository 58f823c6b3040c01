"""Which rows of a sheet are headings of its tables, and which stand over or under them and belong to them."""

import re
from collections import Counter

from strategy_tracker.intake.cells.words import Role, says_nothing
from strategy_tracker.intake.headings import read_heading
from strategy_tracker.intake.outline import Grid, GridCell
from strategy_tracker.model.dates.period import YearEnd

FIGURE = re.compile(r"[-+£€$<>≤≥]{0,2} ?\d[\d.,]* ?(%|k|m)?", re.IGNORECASE)
"""A figure as people type it, with its sign and unit."""
NAMES: tuple[Role, ...] = ("text", "title", "words", "outcome", "priority")
"""Roles that can be the words of an item, the likeliest first."""


def heading_rows(sheet: Grid, year_end: YearEnd) -> list[int]:
    """Rows that look like headings: most of their words are known ones, and what they say is said of no other row."""
    scores = {row: _score(sheet.words(row), year_end) for row in sorted(sheet.rows) if row not in sheet.hidden_rows}
    said = Counter((column, cell.text) for row in sheet.rows for column, cell in sheet.words(row).items())
    found: list[int] = []
    for row, score in scores.items():
        if not score:
            continue
        cells = sheet.words(row)
        again = any(_texts(sheet, known) == _texts(sheet, row) for known in found)
        if again and _texts(sheet, found[-1]) == _texts(sheet, row) and len(sheet.words(row_above(sheet, row))) > 1:
            continue  # the headings of the same table once more, as over each printed page
        often = sum(said[column, cell.text] > 2 for column, cell in cells.items()) * 3 > len(cells)
        if found and often and not again:
            continue
        if found and row - found[-1] <= 2 and not _items_between(sheet, found[-1], row):
            if score > scores[found[-1]]:
                found[-1] = row
            continue
        found.append(row)
    return found


def row_above(sheet: Grid, row: int) -> int:
    """The next row above that holds anything and is seen; 0 where there is none."""
    return max(
        (one for one in sheet.rows if one < row and sheet.words(one) and one not in sheet.hidden_rows), default=0
    )


def last_row(sheet: Grid) -> int:
    """The number of the last row of a sheet; 0 where it has none."""
    return max(sheet.rows, default=0)


def _texts(sheet: Grid, row: int) -> list[str]:
    return [cell.text.casefold() for cell in sheet.words(row).values()]


def _items_between(sheet: Grid, above: int, below: int) -> bool:
    return any(len(sheet.words(row)) > 1 for row in range(above + 1, below))


def _score(cells: dict[int, GridCell], year_end: YearEnd) -> int:
    """How much a row is one of headings: 2 for each that is known, 1 for each with a known phrase; 0: it is none."""
    words = [cell for cell in cells.values() if _is_year(cell) or cell.month or is_text(cell)]
    if len(words) < 2 or len(words) < len(cells) or sum(len(cell.text) > 90 for cell in words) * 2 > len(words):
        return 0
    read = [read_heading(cell.text, year_end) for cell in words if not says_nothing(cell.text)]
    certain = {(one.role, one.period) for one in read if one.certain}
    phrases = {(one.role, one.period) for one in read if one.role and not one.certain} - certain
    telling = {role for role, _ in certain | phrases} & {*NAMES, "id", "value"}
    named = sum(bool(one.role) for one in read)
    if not telling or not any(role != "reading" for role, _ in certain) or named * 2 < len(read):
        return 0
    score = 2 * len(certain) + len(phrases)
    return score if score >= 4 and len(certain) * 3 >= len(read) else 0


def _is_year(cell: GridCell) -> bool:
    return bool(re.fullmatch(r"(19|20|21)\d\d", cell.text, re.ASCII))


def is_text(cell: GridCell) -> bool:
    """Whether a cell holds words, and no figure."""
    return cell.kind == "text" and not FIGURE.fullmatch(cell.text)


def all_heading_rows(sheet: Grid, row: int, year_end: YearEnd) -> tuple[int, ...]:
    """The heading row with those above it that group columns, and those below it that part them further."""
    rows = [row]
    while (above := rows[0] - 1) > 0 and _groups_columns(sheet, above, rows[0], year_end):
        rows.insert(0, above)
    while (below := rows[-1] + 1) <= last_row(sheet) and _parts_columns(sheet, below, row, year_end):
        rows.append(below)
    return tuple(rows)


def _groups_columns(sheet: Grid, row: int, below: int, year_end: YearEnd) -> bool:
    """Whether a row above headings names groups of columns: merged over some, or periods; not one title over all."""
    cells, width = sheet.words(row), len(sheet.words(below))
    if not cells or row in sheet.hidden_rows:
        return False
    spans = {column: width_of(sheet, row, column) for column in cells}
    if any(span > 0.7 * width for span in spans.values()) and len(cells) == 1:
        return False
    if len(cells) == 1 and max(spans.values()) == 1 and next(iter(cells)) == min(sheet.words(below)):
        return False  # a title over the first column, whatever year it names
    told = [read_heading(cell.text, year_end) for cell in cells.values()]
    return all(one.role or one.period or spans[column] > 1 for column, one in zip(cells, told, strict=True)) and (
        len(cells) > 1 or max(spans.values()) > 1 or bool(told[0].period)
    )


def _parts_columns(sheet: Grid, row: int, heading: int, year_end: YearEnd) -> bool:
    """Whether a row below headings parts them further: only periods, or words such as Actual and Forecast."""
    cells = sheet.words(row)
    if len(cells) < 2 or any(cell.number is not None and not 1900 <= cell.number <= 2199 for cell in cells.values()):
        return False
    names = [column for column, cell in sheet.words(heading).items() if read_heading(cell.text, year_end).role in NAMES]
    if any(column in cells and not _is_under_merged(sheet, row, column) for column in names):
        return False
    parts = [read_heading(cell.text, year_end) for cell in cells.values()]
    return all(one.period or one.certain for one in parts)


def _is_under_merged(sheet: Grid, row: int, column: int) -> bool:
    return any(one.top < row <= one.bottom and one.left <= column <= one.right for one in sheet.merged)


def width_of(sheet: Grid, row: int, column: int) -> int:
    """How many columns the cell at a place spans: 1 where it is not merged to the right."""
    return next((b.right - b.left + 1 for b in sheet.merged if b.top == row and b.left == column), 1)
