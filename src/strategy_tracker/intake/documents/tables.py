"""Tables of a document as sheets: from rows of cells, and from text in which their cells were flattened."""

import re
from collections.abc import Sequence

from strategy_tracker.intake.documents.parts import Labelled, part_of
from strategy_tracker.intake.headings import read_heading
from strategy_tracker.intake.layout.find_tables import find_tables
from strategy_tracker.intake.layout.found_table import FoundTable, Wishes
from strategy_tracker.intake.outline import Grid, GridCell, MergedCells
from strategy_tracker.intake.readers.limits import COLUMNS, LETTERS, too_much
from strategy_tracker.model.dates.period import MARCH, YearEnd

MOST_FLAT = 8
"""Columns of a table whose cells stand on lines of their own."""


def grid_of(rows: Sequence[Sequence[str]], merged: Sequence[MergedCells] = (), name: str = "table") -> Grid:
    """A sheet of the texts of cells. Raises `Problem` where it is larger than what is read."""
    if max(map(len, rows), default=0) > COLUMNS:
        raise too_much("a table", COLUMNS, "columns")
    if any(len(text) > LETTERS for row in rows for text in row):
        raise too_much("a cell of a table", LETTERS, "characters")
    cells = {
        number: {column: GridCell(text.strip()) for column, text in enumerate(row, 1) if text.strip()}
        for number, row in enumerate(rows, 1)
    }
    return Grid(name, {number: row for number, row in cells.items() if row}, tuple(merged), counted=True)


def spaced_table(lines: Sequence[str]) -> Grid | None:
    """A table whose cells are parted by tabs, bars or wide blanks; None where the lines are none.

    Of wide blanks the places of the headings say which column a cell is of, so that a cell may go on below.
    """
    if len(lines) < 2:
        return None
    for between in ("\t", "|"):
        rows = [[cell.strip() for cell in line.strip("| ").split(between)] for line in lines]
        if (
            len(rows[0]) > 1
            and sum(len(row) == len(rows[0]) for row in rows) * 10 >= len(rows) * 8
            and are_headings(rows[0])
        ):
            return grid_of([row for row in rows if not all(re.fullmatch(r":?-*:?", cell) for cell in row)])
    starts = [one.start() for one in re.finditer(r"(?:^|(?<=\s\s))\S", lines[0])]
    if len(starts) < 3 or not are_headings(_cut(lines[0], starts)):
        return None
    return grid_of(_by_place(lines, [0, *starts[1:]]))


def _cut(line: str, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], max(len(line), starts[-1])]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _by_place(lines: Sequence[str], starts: Sequence[int]) -> list[list[str]]:
    """The rows of lines cut at the places of the headings; a line without a first cell goes on with the row above."""
    rows: list[list[str]] = []
    for line in lines:
        cells = _cut(line, starts)
        alone = bool(cells[0]) and not any(cells[1:]) and (line[:1] == " " or cells[0][:1].islower())
        if len(rows) > 1 and (alone or not cells[0]):
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows


def flat_table(texts: Sequence[str]) -> Grid | None:
    """A table whose cells stand each on a line of its own, the headings first; None where the texts are none.

    It is one only where the cells fill whole rows, and where nothing among them is a heading of the document.
    """
    size = 0
    while size < min(len(texts), MOST_FLAT) and read_heading(texts[size], MARCH).certain:
        size += 1
    heads = [" ".join(text.split()) for text in texts[:size]]
    body = texts[size:]
    if size < 3 or len(set(heads)) < size or not are_headings(heads) or len(body) < size or len(body) % size:
        return None
    if any(part_of(text) or Labelled(text) for text in body):
        return None
    return grid_of([heads, *(list(body[at : at + size]) for at in range(0, len(body), size))])


def tables_of(grid: Grid, year_end: YearEnd) -> list[FoundTable]:
    """The tables of actions, measures or readings in a table of a document, whose first row is that of its headings.

    So fewer of its headings have to be known than of a sheet, where a heading may stand in any row.
    """
    found = find_tables(grid, year_end)
    if found or not grid.rows:
        return found
    first = min(grid.rows)
    read = [read_heading(cell.text, year_end) for cell in grid.words(first).values()]
    known = bool({one.role for one in read} & {"text", "title"}) and all(one.role for one in read)
    return (
        find_tables(grid, year_end, Wishes(first))
        if known and len(read) > 1 and any(one.certain for one in read)
        else []
    )


def flat_headings(texts: Sequence[str]) -> int:
    """The place at which the headings of a table stand one below the other; -1 where none do."""
    for at in range(len(texts) - 2):
        size = 0
        while at + size < len(texts) and read_heading(texts[at + size], MARCH).certain:
            size += 1
        if size > 2 and are_headings(list(texts[at : at + size])):
            return at
    return -1


def are_headings(cells: Sequence[str]) -> bool:
    """Whether cells are the headings of a table of actions or measures: nearly all known, and each another."""
    read = [read_heading(cell, MARCH) for cell in cells if cell]
    known = {one.role for one in read if one.certain}
    items = {"text", "title", "words", "outcome", "id"}
    return bool(known & items) and len(known) >= 2 and sum(bool(one.role) for one in read) * 3 >= len(read) * 2
