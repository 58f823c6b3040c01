"""What each row below the headings of a table is: an item, a heading over several, a total, a remark."""

import re
from statistics import median

from strategy_tracker.intake.cells.words import is_placeholder, is_total, says_nothing
from strategy_tracker.intake.layout.found_table import FoundTable, RowKind
from strategy_tracker.intake.layout.heading_rows import width_of
from strategy_tracker.intake.outline import Grid, GridCell

_MARK = re.compile(r"[A-Z0-9]+[-_][A-Z0-9_-]*_?[A-Z0-9-]*(START|END)")
"""What a form writes round its parts for the program that reads it."""


def row_kinds(sheet: Grid, table: FoundTable, body: range) -> dict[int, RowKind]:
    """The kind of each row below the headings that holds anything."""
    own = table.first("text", "title")
    assert own is not None
    typical = _typical_width(sheet, table, body, own.number)
    kinds: dict[int, RowKind] = {}
    for row in body:
        cells = sheet.words(row)
        if cells:
            kinds[row] = _row_kind(sheet, table, row, cells, own.number, typical)
    if table.first("priority"):  # what heads the rows stands in a column
        return {row: "remark" if kind == "band" else kind for row, kind in kinds.items()}
    return _bands_or_remarks(sheet, kinds, own.number)


def _typical_width(sheet: Grid, table: FoundTable, body: range, own: int) -> float:
    """How many columns of the table a row with words usually fills beside them."""
    widths = [len(sheet.words(row).keys() & table.columns.keys()) - 1 for row in body if own in sheet.words(row)]
    return median(widths) if widths else 0


def _row_kind(
    sheet: Grid, table: FoundTable, row: int, cells: dict[int, GridCell], own: int, typical: float
) -> RowKind:
    """What a row is, by what stands in it."""
    if row in sheet.hidden_rows:
        return "hidden"
    if _repeats_headings(sheet, table, cells):
        return "heading"
    if is_total(next(iter(cells.values())).text) or (own in cells and is_total(cells[own].text)):
        return "total"
    if all(is_placeholder(cell.text) or _is_idle(cell) for cell in cells.values()):
        return "form"
    kind = table.first("figure_kind")
    goes_on = bool(kind and kind.number in cells)  # the target of the measure in the row above
    if any(_MARK.fullmatch(cell.text) for cell in cells.values()) or not (own in cells or len(cells) == 1 or goes_on):
        return "remark"
    return _named_row_kind(sheet, row, cells, own, typical)


def _named_row_kind(sheet: Grid, row: int, cells: dict[int, GridCell], own: int, typical: float) -> RowKind:
    """What a row is that has words where items have them, or one cell elsewhere."""
    if own not in cells:
        return "item" if len(cells) > 1 else "band" if next(iter(cells)) < own else "remark"
    if cells[own].struck:
        return "struck"
    if len(cells) == 1 and (typical >= 1 or width_of(sheet, row, own) > 1):
        return "band"
    return "form" if says_nothing(cells[own].text) else "item"


def _is_idle(cell: GridCell) -> bool:
    """Whether a cell of an unused row says nothing: a formula that gives 0 or nothing, or a dash."""
    return says_nothing(cell.text) or (cell.formula and (cell.number in (0, None)))


def _repeats_headings(sheet: Grid, table: FoundTable, cells: dict[int, GridCell]) -> bool:
    known = {cell.text.casefold() for row in table.headings for cell in sheet.words(row).values()}
    return len(cells) > 1 and all(cell.text.casefold() in known for cell in cells.values())


def _bands_or_remarks(sheet: Grid, kinds: dict[int, RowKind], own: int) -> dict[int, RowKind]:
    """Rows of a single text head what follows where the table begins with one, or where they say that they do."""
    order = [row for row in sorted(kinds) if kinds[row] in ("item", "band")]
    starts = bool(order) and kinds[order[0]] == "band"
    for place, row in enumerate(order):
        if kinds[row] != "band":
            continue
        followed = place + 1 < len(order)
        column, cell = next(iter(sheet.words(row).items()))
        named = bool(HEADS.match(cell.text))
        merged = width_of(sheet, row, column) > 1
        if (
            not followed
            or (cell.text.rstrip().endswith(":") and not named and not merged)
            or not (starts or named or merged or column < own)
        ):
            kinds[row] = "remark"
    return kinds


HEADS = re.compile(
    r"(our |key |strategic |corporate )?(priority|priorities|theme|objective|goal|aim|outcome|strand|pillar|area"
    r"|section|workstream|ambition|chapter|domain|programme|mission|ziel|handlungsfeld|blaenoriaeth)\b"
    r"|\d+[.):]? \w|[A-Z][.):] \w",
    re.IGNORECASE,
)
