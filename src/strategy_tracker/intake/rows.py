"""What the rows of a table are read with, and what is said of columns that have no place here."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from strategy_tracker.intake.cells.colours import FillKey, find_key
from strategy_tracker.intake.cells.days import Days
from strategy_tracker.intake.cells.numbers import has_decimal_commas
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import Role
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.intake.layout.found_table import FoundTable, TableColumn
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.outline import Grid, GridCell, GridSpot, letters

FIGURES: tuple[Role, ...] = ("baseline", "target", "reading", "forecast", "benchmark", "value")
"""Columns of figures."""


class RowReader(NamedTuple):
    """What a row is read with: its sheet, its table, how days are read, the key of colours, what a person answered.

    `covered` gives for a cell under one that was merged downwards the cell above it; `decimal_comma` is the habit of
    the table's figures, `year` the financial year of quarters that name none; `period` is what the sheet says of
    figures whose heading names none, and `period_place` where. `worked_out` are columns of figures that are formulas
    all through, beside others that were typed; `quarters_of` is the year that all headings of readings are quarters of.
    """

    sheet: Grid
    table: FoundTable
    days: Days
    answers: TableAnswers
    ledger: Ledger
    key: FillKey
    covered: dict[GridSpot, GridSpot]
    decimal_comma: bool
    year: str = ""
    period: str = ""
    period_place: str = ""
    worked_out: frozenset[int] = frozenset()
    quarters_of: str = ""


def reading_of(sheet: Grid, table: FoundTable, days: Days, answers: TableAnswers, ledger: Ledger) -> RowReader:
    """Gather what the rows of a table are read with."""
    texts = [
        cell.text
        for column in table.of(*FIGURES)
        for row in table.rows
        if (cell := sheet.cell(row, column.number)) and cell.kind == "text"
    ]
    key = find_key(sheet, table.headings[0])
    return RowReader(sheet, table, days, answers, ledger, key, _covered(sheet), has_decimal_commas(texts))._replace(
        worked_out=_worked_out(sheet, table)
    )


def _worked_out(sheet: Grid, table: FoundTable) -> frozenset[int]:
    formulas: dict[int, bool] = {}
    for column in table.of("reading", "target", "baseline"):
        cells = [sheet.cell(row, column.number) for row, kind in table.rows.items() if kind == "item"]
        filled = [cell for cell in cells if cell and cell.text]
        if filled:
            formulas[column.number] = all(cell.formula for cell in filled)
    readings = {column.number for column in table.of("reading")}
    typed = any(not formulas[number] for number in readings & formulas.keys())
    return frozenset(number for number in readings & formulas.keys() if formulas[number]) if typed else frozenset()


def _covered(sheet: Grid) -> dict[GridSpot, GridSpot]:
    """The cells that one merged downwards stands for, by their places."""
    return {
        GridSpot(row, column): GridSpot(block.top, block.left)
        for block in sheet.merged
        if block.bottom > block.top
        for row in range(block.top + 1, min(block.bottom, block.top + 10_000) + 1)
        for column in range(block.left, block.right + 1)
    }


def cells_of(reading: RowReader, row: int, *roles: Role | Literal[""]) -> Iterator[tuple[TableColumn, GridCell]]:
    """The filled cells of a row in the columns that hold one of these, with those that are merged down from above."""
    for column in reading.table.of(*roles):
        above = reading.covered.get(GridSpot(row, column.number))
        cell = reading.sheet.cell(*above) if above else reading.sheet.cell(row, column.number)
        if cell and (cell.text or cell.fill):
            yield column, cell


def no_place(reading: RowReader, row: int, column: TableColumn) -> None:
    """Say that a column has no place here: its cells are not taken."""
    name = letters(column.number)
    place = reading.sheet.column_place(column.number)
    words = f"'{column.heading.text}' has no place here, and its cells are not taken"
    step = f"say what it is, if it is something else: --column owner={name}"
    reading.ledger.remark(place, Understood("", "no-place-for-it", words, step), taken=False)
    reading.ledger.refuse(reading.sheet, [GridSpot(row, column.number)])
