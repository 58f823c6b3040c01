"""Tables that stand the other way: a period in each row, a measure in each column."""

from typing import NamedTuple

from strategy_tracker.intake.cells.closed_lists import read_symbol
from strategy_tracker.intake.cells.words import says_nothing
from strategy_tracker.intake.headings import Heading, read_heading
from strategy_tracker.intake.layout.columns import is_figure
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.outline import Grid, GridCell
from strategy_tracker.model.dates.period import YearEnd


class TurnedSheet(NamedTuple):
    """A sheet whose rows and columns have changed places, and where the names of its measures now stand."""

    sheet: Grid
    wishes: Wishes


def turned(sheet: Grid, year_end: YearEnd) -> TurnedSheet | None:
    """The sheet with its columns as rows, where each column below its headings is a measure; None where it is not.

    It is one where the first column holds periods, at least two of them, and beside them no other words than `Target`
    or `Baseline`, beneath a heading such as `Year`, and where everything beside them is a figure under words that are
    the name of nothing else.
    """
    for row in sorted(sheet.rows):
        cells = sheet.words(row)
        if len(cells) < 2:
            continue
        first = min(cells)
        body = [one for one in sheet.rows if one > row and sheet.words(one)]
        names = [cell for column, cell in cells.items() if column != first]
        if _heads_periods(cells[first], year_end) and _are_names(names, year_end):
            fits = _are_figures_of_periods(sheet, body, first, set(cells), year_end)
            return _turn(sheet, row, first, cells[first]) if fits else None
    return None


def _heads_periods(cell: GridCell, year_end: YearEnd) -> bool:
    return read_heading(cell.text, year_end).role == "period"


def _are_names(cells: list[GridCell], year_end: YearEnd) -> bool:
    read = [read_heading(cell.text, year_end) for cell in cells]
    return all(cell.kind == "text" for cell in cells) and not any(one.certain or one.period for one in read)


def _are_figures_of_periods(sheet: Grid, body: list[int], first: int, columns: set[int], year_end: YearEnd) -> bool:
    heads = [read_heading(sheet.words(row)[first].text, year_end) for row in body if first in sheet.words(row)]
    dated = [one for one in heads if one.period]
    figures = [
        cell for row in body for column, cell in sheet.words(row).items() if column != first and column in columns
    ]
    shown = [cell for cell in figures if not says_nothing(cell.text)]
    return (
        len(heads) == len(body)
        and len(dated) > 1
        and all(one.role in ("reading", "target") for one in dated)
        and all(one.period or one.role in ("target", "baseline") for one in heads)
        and sum(is_figure(cell) or bool(read_symbol(cell.text)) for cell in shown) * 5 >= len(shown) * 4 > 0
    )


def _turn(sheet: Grid, row: int, first: int, head: GridCell) -> TurnedSheet:
    rows: dict[int, dict[int, GridCell]] = {}
    for number, cells in sheet.rows.items():
        for column, cell in cells.items():
            if number >= row:
                rows.setdefault(column, {})[number] = cell
    upright = sheet._replace(
        rows=rows,
        merged=(),
        hidden_rows=sheet.hidden_columns,
        hidden_columns=sheet.hidden_rows,
        turned=True,
    )
    return TurnedSheet(upright, Wishes(first, {row: Heading(head.text, "title", certain=True)}))
