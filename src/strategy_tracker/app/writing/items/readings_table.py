"""A table of figures as a person pastes it: commas, semicolons or tabs; one reading a row, or one measure a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from strategy_tracker.app.writing.items.record import TypedReading
from strategy_tracker.editing import typed_figures
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem

_LONG = ("measure", "period", "value", "note", "source")
_HOW = "begin it with the columns measure, period, value; or with measure and then a column for each period"


def readings_in(text: str, measure: str | Item, said: NewReading, year_end: YearEnd) -> list[TypedReading]:
    """The readings of a table, with the line and column of each; a cell without a figure is none.

    All are of `measure` where that is named; `said` holds what is said of all of them. Raises `Problem` where the first
    row does not tell what the columns are, or a row has more cells than that.
    """
    rows = list(_rows(text))
    if not rows:
        raise Problem("there is no table on standard input", "paste it, or give it with '< FILE'")
    number, head = rows[0]
    names = [cell.casefold() for cell in head]
    if measure and "period" not in names and _is_period(head[0], year_end) and not _is_period(head[-1], year_end):
        names = ["period", "value"]  # two columns without a heading, as they are copied from a sheet
        rows.insert(0, (number, names))
    _refuse_long_rows(rows)
    if {"period", "value"} <= set(names):
        _refuse_unknown(names, measure)
        found = [_of_row(line, dict(zip(names, cells, strict=False)), measure, said) for line, cells in rows[1:]]
    else:
        own = [] if measure and names[0] != "measure" else names[:1]
        if (own and own[0] not in ("measure", "")) or not head[len(own) :]:
            raise Problem("the first row of the table does not say what its columns are", _HOW)
        for cell in head[len(own) :]:
            _refuse_no_period(number, cell, year_end)
        found = [
            TypedReading(
                f"line {line}, {period}", cells[0] if own else measure, said._replace(period=period, value=value)
            )
            for line, cells in rows[1:]
            for period, value in zip(head[len(own) :], cells[len(own) :], strict=False)
        ]
    return [one for one in found if one.new.value]


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that has something in it, with its line, its cells without blanks around them."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark, strict=True)
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise Problem(f"line {reader.line_num} of the table cannot be read: {error}", "copy the table anew") from None


def _is_period(cell: str, year_end: YearEnd) -> bool:
    try:
        typed_figures.period(cell, year_end)
    except Problem:
        return False
    return True


def _refuse_no_period(line: int, cell: str, year_end: YearEnd) -> None:
    try:
        typed_figures.period(cell, year_end)
    except Problem as error:
        raise Problem(f"line {line}: the column '{cell}' is no period: {error.message}", error.next_step) from None


def _refuse_long_rows(rows: Sequence[tuple[int, list[str]]]) -> None:
    width = len(rows[0][1])
    for line, cells in rows[1:]:
        if any(cells[width:]):
            raise Problem(
                f"line {line} has {len(cells)} cells, and the first row {width}", "give each column a heading"
            )


def _refuse_unknown(names: Sequence[str], measure: str | Item) -> None:
    for name in names:
        if name not in _LONG:
            listed = ", ".join(_LONG)
            raise Problem(f"'{name}' is no column of a table of readings", f"the columns are {listed}; take it out")
    if "measure" not in names and not measure:
        raise Problem("the table does not say which measure each figure is of", "add the column measure")


def _of_row(line: int, cells: dict[str, str], measure: str | Item, said: NewReading) -> TypedReading:
    new = said._replace(
        period=cells["period"],
        value=cells.get("value", ""),
        note=cells.get("note") or said.note,
        source=cells.get("source") or said.source,
    )
    return TypedReading(f"line {line}", cells.get("measure", measure), new)


def reading_of_pair(text: str, measure: str | Item, said: NewReading) -> TypedReading:
    """The reading that a word such as `2025/26=66` says of a measure. Raises `Problem` where it says none."""
    period, mark, value = text.partition("=")
    if not (mark and period.strip() and re.sub(r"\s", "", value)):
        raise Problem(f"'{text}' does not say a period and its figure", "write it as 2025/26=66")
    return TypedReading(f"'{text}'", measure, said._replace(period=period.strip(), value=value.strip()))
