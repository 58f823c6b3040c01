"""Tables whose columns are parts of a plan: aspirations, what will be done and how we will know, side by side."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.intake.documents.lines import typed_item
from strategy_tracker.intake.documents.parts import part_of
from strategy_tracker.intake.headings import read_heading
from strategy_tracker.intake.outline import Grid
from strategy_tracker.model.dates.period import MARCH

_PARTS = ("aspirations", "actions", "measures")


class PartItem(NamedTuple):
    """An item in a cell of such a table: its part, its text and place, and the title of its row, where it has one."""

    row: int
    column: int
    part: str
    text: str
    place: str
    title: str
    title_place: str


def columns_of_parts(grid: Grid) -> dict[int, str]:
    """The part of each column by its number, `title` for one that names priorities; empty where it is no such table.

    Every column must be one, and there must be actions beside another part: a table with owners or dates has rows.
    """
    if not grid.rows:
        return {}
    first = min(grid.rows)
    found: dict[int, str] = {}
    for column, cell in grid.words(first).items():
        part = part_of(cell.text)
        role = read_heading(cell.text, MARCH).role
        if part not in _PARTS and role != "priority":
            return {}
        found[column] = part if part in _PARTS else "title"
    body = {column for row in grid.rows if row > first for column in grid.words(row)}
    missing = sorted(body - found.keys())
    if missing == [1]:  # no words stand over the titles
        found[1] = "title"
    elif missing:
        return {}
    parts = [part for part in found.values() if part != "title"]
    return found if "actions" in parts and len(set(parts)) > 1 and len(parts) == len(set(parts)) else {}


def items_of_parts(grid: Grid, columns: dict[int, str]) -> Iterator[PartItem]:
    """The items of the cells below the headings, each line of a cell one; a title holds for the rows below it, too."""
    title = title_place = ""
    for row in sorted(grid.rows)[1:]:
        cells = grid.words(row)
        for column, cell in cells.items():
            if columns.get(column) == "title":
                title, title_place = " ".join(cell.text.split()), grid.place(row, column)
        for column, cell in cells.items():
            part = columns.get(column, "title")
            for line in cell.text.split("\n") if part != "title" else ():
                typed = typed_item(line)
                text = (typed[1] if typed else line).strip()
                if text:
                    yield PartItem(row, column, part, text, grid.place(row, column), title, title_place)
