"""Numerators and denominators in columns of their own, beside the share that was worked out from them."""

from decimal import Decimal

from strategy_tracker.intake.cells.numbers import CellNumber, read_number
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import Role
from strategy_tracker.intake.draft import DraftReading
from strategy_tracker.intake.layout.found_table import TableColumn
from strategy_tracker.intake.outline import GridSpot
from strategy_tracker.intake.rows import RowReader, cells_of


def with_parts(reading: RowReader, row: int, figure: DraftReading | None, unit: str) -> DraftReading | None:
    """The figure of a row with its numerator and denominator, where they stand in the row and agree with it.

    They agree where the share has the same digits as the printed one. Where they do not, or where the figure is no
    percentage, the figure stays as it is, and the columns are said not to be taken.
    """
    numerator, denominator = _number(reading, row, "numerator"), _number(reading, row, "denominator")
    parts = [found for found in (numerator, denominator) if found]
    if not parts:
        return figure
    if numerator and denominator and denominator[1].value and numerator[1].value is not None:
        pair = (numerator[1].value, denominator[1].value)
        printed = figure.value if figure else None
        if printed is None and (figure is None or not figure.symbol) and unit in ("", "percent"):
            return _taken(reading, row, parts, pair, figure)
        if unit in ("", "percent") and printed is not None and _share(pair, printed) == printed:
            return _taken(reading, row, parts, pair, figure)
        if unit == "percent" and printed is not None:
            words = f"{pair[0]:f} of {pair[1]:f} is {_share(pair, printed):f}, and the figure is {printed:f}"
            for column, _ in parts:
                reading.ledger.say(reading.sheet, row, column.number, Understood("", "parts-differ", words, _CORRECT))
            return figure
    for column, _ in parts:
        name = f"'{column.heading.text}' is not taken: a part and its whole are kept of a percentage"
        said = Understood("", "no-place-for-it", name, "write % as its unit, if it is one")
        reading.ledger.remark(reading.sheet.column_place(column.number), said, taken=False)
        reading.ledger.refuse(reading.sheet, [GridSpot(row, column.number)])
    return figure


_CORRECT = "correct the one that is wrong: the figure is taken as it stands"


def _number(reading: RowReader, row: int, role: Role) -> tuple[TableColumn, CellNumber] | None:
    found = ((column, cell) for column, cell in cells_of(reading, row, role) if cell.text)
    return next(((column, read_number(cell, decimal_comma=reading.decimal_comma)) for column, cell in found), None)


def _share(pair: tuple[Decimal, Decimal], printed: Decimal) -> Decimal:
    """The percentage with as many decimals as the printed one."""
    exponent = printed.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return round(pair[0] * 100 / pair[1], places) if places else Decimal(round(pair[0] * 100 / pair[1]))


def _taken(
    reading: RowReader,
    row: int,
    parts: list[tuple[TableColumn, CellNumber]],
    pair: tuple[Decimal, Decimal],
    figure: DraftReading | None,
) -> DraftReading:
    for column, _ in parts:
        reading.ledger.take(reading.sheet, row, column.number)
    place = reading.sheet.place(row, parts[0][0].number)
    return (figure or DraftReading(place))._replace(value=None, part=pair)
