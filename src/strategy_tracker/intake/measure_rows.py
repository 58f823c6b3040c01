"""Rows of a table of measures to draft measures: figures by period, their unit, targets, comparators."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.intake.action_rows import kept_words, owners_of
from strategy_tracker.intake.cells.closed_lists import read_better, read_every, read_symbol, read_unit
from strategy_tracker.intake.cells.numbers import CellNumber, read_number
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import Role, is_to_come, says_nothing
from strategy_tracker.intake.draft import DraftMeasure, DraftReading
from strategy_tracker.intake.layout.columns import PERIODS_OF
from strategy_tracker.intake.layout.found_table import TableColumn
from strategy_tracker.intake.outline import GridCell, GridSpot
from strategy_tracker.intake.parts_of_whole import with_parts
from strategy_tracker.intake.rows import FIGURES, RowReader, cells_of, no_place

_KEPT: tuple[Role, ...] = ("outcome", "note", "evidence", "group", "partners")


_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}


class CellFigure(NamedTuple):
    """A filled cell of figures, and the number that stands in it."""

    column: TableColumn
    cell: GridCell
    number: CellNumber


def read_measure(reading: RowReader, row: int, priority: int, ref: str, title: str) -> DraftMeasure:
    """Read one row; what is not understood is said at its cell."""
    money = any(read_unit(cell.text) in _CURRENCIES.values() for _, cell in cells_of(reading, row, "unit"))
    figures = [
        CellFigure(column, cell, read_number(cell, decimal_comma=reading.decimal_comma, money=money))
        for column, cell in cells_of(reading, row, *FIGURES)
        if cell.text
    ]
    unit = unit_of(reading, row, title, figures)
    measure = _words(reading, row, DraftMeasure(title, _own_place(reading, row), priority, ref, unit))
    targets: dict[str, DraftReading] = {}
    readings: dict[str, DraftReading] = {}
    benchmarks: dict[str, dict[str, DraftReading]] = {}
    baseline: DraftReading | None = None
    for figure in figures:
        found = figure_of(reading, row, figure, unit)
        if found is None:
            continue
        beside = _period_beside(reading, row, figure.column)
        key, settled = (beside, True) if beside else period_of(reading, figure.column)
        found = found._replace(settled=settled)
        if figure.column.role == "baseline":
            baseline = baseline or found._replace(settled=False)
            if key and settled:
                readings.setdefault(key, found)
        elif figure.column.role == "target":
            targets.setdefault(key, found)
        elif figure.column.role == "benchmark":
            benchmarks.setdefault(_rival(figure.column), {}).setdefault(key, found)
        elif figure.column.role == "forecast":
            no_place(reading, row, figure.column)
        else:
            readings.setdefault(key, found)
    if len(readings) == 1:
        ((key, one),) = readings.items()
        readings[key] = with_parts(reading, row, one, unit) or one
    else:
        _leave(reading, row, "numerator", "denominator")
    return measure._replace(
        baseline=baseline, targets=targets, readings=readings, benchmarks=benchmarks, unit=_worded(unit, readings)
    )


def _period_beside(reading: RowReader, row: int, column: TableColumn) -> str:
    """The period of a figure that stands in a column of its own, such as `Latest year`; empty where there is none."""
    role = PERIODS_OF.get(column.role)
    if role is None or column.heading.period or len(reading.table.of(column.role)) > 1:
        return ""
    for beside, cell in cells_of(reading, row, role):
        found = read_period(cell.text, reading.days.year_end, reading.year)
        reading.ledger.say(reading.sheet, row, beside.number, found)
        if found.value and not found.code:
            return found.value
    return ""


def _own_place(reading: RowReader, row: int) -> str:
    own = reading.table.first("title", "text")
    assert own is not None
    return reading.sheet.place(row, own.number)


def _worded(unit: str, readings: dict[str, DraftReading]) -> str:
    """The unit of figures that are yes or no, or parts of a whole."""
    if not unit and any(one.part for one in readings.values()):
        return "percent"
    said = [one.words.casefold() for one in readings.values()]
    return "yes-no" if not unit and said and all(one in ("yes", "no") for one in said) else unit


def _rival(column: TableColumn) -> str:
    """The name of a comparator: the words of its heading without its period."""
    words = column.heading.text.replace(column.heading.period, "").strip(" ,:-()") if column.heading.period else ""
    return words or column.heading.text


def _words(reading: RowReader, row: int, measure: DraftMeasure) -> DraftMeasure:
    """Everything of a row that is no figure."""
    sheet, ledger = reading.sheet, reading.ledger
    for column, cell in cells_of(reading, row, "better"):
        found = read_better(cell.text)
        ledger.say(sheet, row, column.number, found)
        measure = measure._replace(better=found.value)
    for column, cell in cells_of(reading, row, "frequency"):
        found = read_every(cell.text)
        ledger.say(sheet, row, column.number, found)
        measure = measure._replace(frequency=found.value)
    for column, cell in cells_of(reading, row, "definition", "source", "level"):
        if cell.text and not says_nothing(cell.text):
            ledger.take(sheet, row, column.number)
            measure = _with(measure, column.role, cell.text)
    owner = owners_of(reading, row).owner
    for column, cell in cells_of(reading, row, "state", "rag"):
        if cell.text:
            no_status(reading, row, column)
    _leave(reading, row, "", "unused", "updates", "starts", "due", "done", "every", "period", "area")
    return measure._replace(owner=owner, note="\n".join(kept_words(reading, row, *_KEPT)))


def _leave(reading: RowReader, row: int, *roles: Role | Literal[""]) -> None:
    """Say of the columns of these roles that they have no place here."""
    for column, cell in cells_of(reading, row, *roles):
        if cell.text and not says_nothing(cell.text):
            no_place(reading, row, column)


def _with(measure: DraftMeasure, role: str, text: str) -> DraftMeasure:
    if role == "definition":
        return measure._replace(definition=text)
    return measure._replace(source=text) if role == "source" else measure._replace(level=text)


def no_status(reading: RowReader, row: int, column: TableColumn) -> None:
    """Say that a status of figures is not taken: it is worked out here."""
    place = reading.sheet.column_place(column.number)
    words = f"'{column.heading.text}' is not taken: the colour of a measure is worked out by its rule"
    step = "declare the rule: amber_within, amber_from or amber: none"
    reading.ledger.remark(place, Understood("", "status-not-taken", words, step), taken=False)
    reading.ledger.refuse(reading.sheet, [GridSpot(row, column.number)])


# units


def unit_of(reading: RowReader, row: int, title: str, figures: list[CellFigure]) -> str:
    """The unit of a row's figures: by its own column, by the signs beside the figures, or by the words of its title."""
    for column, cell in cells_of(reading, row, "unit"):
        if not cell.text or says_nothing(cell.text):
            continue
        meant = reading.answers.meant("unit", cell.text) or read_unit(cell.text) or cell.text.strip()
        reading.ledger.take(reading.sheet, row, column.number)
        return meant
    if any(one.number.percent for one in figures):
        return "percent"
    texts = [one.cell.text for one in figures if one.number.value is not None]
    for sign, currency in _CURRENCIES.items():
        if any(sign in text for text in texts):
            return currency
    in_brackets = [read_unit(one) for one in re.findall(r"\(([^()]*)\)", title)]
    if known := next(filter(None, in_brackets), ""):
        return known
    plain = f" {title.casefold()} "
    if "%" in plain or " percentage of" in plain or " proportion of" in plain or " per cent " in plain:
        return "percent"
    return ""


def figure_of(reading: RowReader, row: int, figure: CellFigure, unit: str) -> DraftReading | None:
    """One figure; None where there is none, which is said at its cell where anything stands there."""
    place = reading.sheet.place(row, figure.column.number)
    number, text = figure.number, figure.cell.text
    symbol = read_symbol(text) if figure.column.role != "target" else ""
    found = DraftReading(place, symbol=symbol)
    said = Understood(symbol)
    if symbol and text.strip() == "*":
        said = Understood(symbol, "star-as-suppressed", "'*' was read as suppressed (c)", "write c, or what it means")
    elif not symbol and number.value is None and number.part is None:
        if text.strip().casefold() in ("yes", "no") and not figure.cell.formula:
            found, said = DraftReading(place, words=text.strip().casefold()), Understood(text)
        else:
            said = number.said
    elif not symbol:
        found, said = _checked(reading, figure, unit, place)
    if figure.cell.formula and figure.column.number in reading.worked_out:
        words = f"'{figure.column.heading.text}' is worked out from the other columns, and is not taken"
        found, said = DraftReading(place), Understood("", "worked-out", words, "nothing: it follows from the figures")
    if figure.cell.formula and said.value and not said.code:
        words = f"{text} is the last value of a formula"
        said = Understood(said.value, "formula-value", words, "open and save it in a spreadsheet program if it is old")
    reading.ledger.say(reading.sheet, row, figure.column.number, said)
    return found if said.value else None


def _checked(reading: RowReader, figure: CellFigure, unit: str, place: str) -> tuple[DraftReading, Understood]:
    """A number as it is taken, or why it is not: what may be a percentage or its hundredth is asked about."""
    number, text = figure.number, figure.cell.text
    value = number.value
    if unit == "fraction" and value is not None:
        value = value if number.percent else value * 100
    elif unit == "percent" and _may_be_a_fraction(figure):
        words = f"{value:f} may be a percentage, or a hundredth of one"
        return DraftReading(place), Understood("", "percent-or-fraction", words, "give its cells a percent format")
    found = DraftReading(place, value, number.part)
    if number.bound:
        words = f"'{text}' was read as a target of {value:f}"
        return found, Understood(
            found.said, "bound-as-target", words, "say which way is better, if the column does not"
        )
    if number.percent and figure.cell.number is not None and figure.cell.kind == "number":
        words = f"{value:f}, as its percent format shows it, not {Decimal(value or 0) / 100:f}"
        return found, Understood(found.said, "percent-format", words, "nothing, if that is right")
    if reading.decimal_comma and "." in text and figure.cell.kind == "text":
        words = f"'{text}' was read as {value:f}: commas stand before decimals in this table"
        return found, Understood(found.said, "decimal-commas", words, "nothing, if that is right")
    return found, Understood(found.said or "0")


def _may_be_a_fraction(figure: CellFigure) -> bool:
    """Whether a plain number in a measure of percentages is so small that it may be a hundredth of one."""
    value = figure.number.value
    plain = value is not None and not figure.number.percent and not figure.number.part
    return plain and value is not None and figure.cell.kind == "number" and 0 < abs(value) <= 1


# periods


_YEARLY = re.compile(r"\b(year|annual)\b", re.IGNORECASE)
"""Words of a target that is of a whole year: `Year end target`."""


def period_of(reading: RowReader, column: TableColumn) -> tuple[str, bool]:
    """The period of a column's figures, and whether it is certain; otherwise the words that stand for it."""
    words = column.heading.period or (reading.period if column.role in ("reading", "target") else "")
    if column.role == "target" and not column.heading.period and reading.year and not reading.period:
        words = reading.year
    if column.role == "target" and not words and _YEARLY.search(column.heading.text):
        words = reading.quarters_of
    alone = not any(one.heading.period for one in reading.table.of("reading"))
    if not words and column.role == "reading" and alone:  # beside quarters it is of the latest one, or of all so far
        words = reading.answers.year
    heading = reading.sheet.place(max(reading.table.headings), column.number)
    meant = reading.answers.meant("period", words)
    found = Understood(meant) if meant else read_period(words, reading.days.year_end, reading.year) if words else None
    if found and found.value and not found.code:
        return found.value, True
    if column.role == "baseline" or (column.role == "benchmark" and not words):
        if column.role == "benchmark":
            said = Understood(
                "", "no-period-in-a-table", f"'{column.heading.text}' does not say of which period", _WHICH
            )
            reading.ledger.remark(heading, said, taken=False)
        return "", False
    if found and found.code:
        reading.ledger.remark(reading.period_place or heading, found, taken=False)
        return " ".join(words.split()), False
    name = column.heading.text
    said = Understood("", "no-period-in-a-table", f"'{name}' does not say of which period", _WHICH)
    reading.ledger.remark(heading, said, taken=False)
    return name, False


_WHICH = "say which: --year 2025/26"


def is_wanting(reading: RowReader, row: int) -> bool:
    """Whether a row has no figure, unit or frequency at all."""
    roles: tuple[Role, ...] = (*FIGURES, "unit", "frequency", "better")
    return not any(cell.text and not is_to_come(cell.text) for _, cell in cells_of(reading, row, *roles))
