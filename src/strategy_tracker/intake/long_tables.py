"""Tables with one reading in each row: which measure, which period, whose figure, and the figure."""

import re

from strategy_tracker.intake.cells.closed_lists import read_unit
from strategy_tracker.intake.cells.numbers import read_number
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import Role, meaning
from strategy_tracker.intake.draft import DraftMeasure, DraftReading, PlanDraft
from strategy_tracker.intake.measure_rows import CellFigure, figure_of, no_status
from strategy_tracker.intake.outline import GridSpot
from strategy_tracker.intake.parts_of_whole import with_parts
from strategy_tracker.intake.rows import RowReader, cells_of, no_place


def read_long(reading: RowReader, whole: PlanDraft) -> PlanDraft:
    """Add the measures of such a table; the figures of other areas are comparators, or are left out."""
    ours = _our_area(reading)
    found: dict[str, DraftMeasure] = {}
    for row, kind in reading.table.rows.items():
        if kind == "item":
            _read_row(reading, row, ours, found)
    return whole._replace(measures=(*whole.measures, *found.values()))


def _read_row(reading: RowReader, row: int, ours: str | None, found: dict[str, DraftMeasure]) -> None:
    area = _text(reading, row, "area")
    is_ours = ours is not None and (not area or area.casefold() == ours.casefold())
    if not is_ours and (ours is None or meaning("heading", area) != "benchmark"):
        measure_of(reading, row, found)
        reading.ledger.leave(reading.sheet, [GridSpot(row, column) for column in reading.sheet.words(row)])
        return
    measure = measure_of(reading, row, found)
    _say_of_words(reading, row)
    figure = _figure(reading, row, measure.unit)
    if figure is None:
        return
    period, one = figure
    if one.part and not measure.unit:
        measure = found[measure.title.casefold()] = measure._replace(unit="percent")
    if is_ours:
        for target in _of_role(reading, row, measure.unit, "target"):
            measure.targets.setdefault(period, target)
    (measure.readings if is_ours else measure.benchmarks.setdefault(area, {})).setdefault(period, one)


def _say_of_words(reading: RowReader, row: int) -> None:
    """Note what becomes of the cells of a row that are no figures."""
    for column, cell in cells_of(reading, row, "title", "area", "unit"):
        if cell.text:
            reading.ledger.take(reading.sheet, row, column.number)
    for column, cell in cells_of(reading, row, "unused", ""):
        if cell.text:
            no_place(reading, row, column)
    for column, cell in cells_of(reading, row, "state", "rag"):
        if cell.text:
            no_status(reading, row, column)


def measure_of(reading: RowReader, row: int, found: dict[str, DraftMeasure]) -> DraftMeasure:
    """The measure of a row: all its words together name it; added to what was found where it is new."""
    words = [" ".join(cell.text.split()) for _, cell in cells_of(reading, row, "title") if cell.text]
    title = ", ".join(dict.fromkeys(words))
    if title.casefold() not in found:
        unit = _text(reading, row, "unit")
        known = next((one for one in map(read_unit, (unit, *words)) if one), "")
        brackets = [one for word in words for one in re.findall(r"\(([^()]*)\)", word)]
        of_words = "percent" if "percent" in map(read_unit, (*words, *brackets)) else ""
        own = reading.table.first("title", "text")
        place = reading.sheet.place(row, own.number if own else 1)
        found[title.casefold()] = DraftMeasure(
            title, place, -1, unit=of_words or known or unit, targets={}, readings={}, benchmarks={}
        )
    return found[title.casefold()]


def _figure(reading: RowReader, row: int, unit: str) -> tuple[str, DraftReading] | None:
    """The period and the figure of a row; None where one of them is not understood, which is said at its cell."""
    period = Understood()
    for column, cell in cells_of(reading, row, "period"):
        words = cell.text if cell.number is None else f"{cell.number:f}"
        period = Understood(cell.text) if cell.day else read_period(words, reading.days.year_end, reading.year)
        if not period.value or period.code:
            period = Understood(
                "", period.code or "no-period-in-a-table", period.words or f"'{words}' is no period", "correct it"
            )
        reading.ledger.say(reading.sheet, row, column.number, period)
    figures = _of_role(reading, row, unit, "value") or _of_role(reading, row, unit, "reading")
    figure = with_parts(reading, row, figures[0] if figures else None, unit)
    return (period.value, figure) if figure and period.value else None


def _of_role(reading: RowReader, row: int, unit: str, role: Role) -> list[DraftReading]:
    """The figures of a row in the columns of one role."""
    found: list[DraftReading] = []
    for column, cell in cells_of(reading, row, role):
        number = read_number(cell, decimal_comma=reading.decimal_comma)
        one = figure_of(reading, row, CellFigure(column, cell, number), unit) if cell.text else None
        found += [one] if one else []
    return found


def _our_area(reading: RowReader) -> str | None:
    """Whose figures are one's own: the only area, or the one that a person names; None where nobody says."""
    column = reading.table.first("area")
    if column is None:
        return ""
    areas = dict.fromkeys(_text(reading, row, "area") for row, kind in reading.table.rows.items() if kind == "item")
    named = reading.answers.where.partition("=")[2].strip() or reading.answers.where
    if named:
        return named
    if len(areas) == 1:
        return next(iter(areas))
    place = reading.sheet.place(max(reading.table.headings), column.number)
    shown = ", ".join(list(areas)[:3])
    words = f"{len(areas)} areas stand in '{column.heading.text}' ({shown}, …): nothing says which is yours"
    step = f"say which: --where '{column.heading.text}={next(iter(areas))}'"
    reading.ledger.remark(place, Understood("", "which-area", words, step), taken=False)
    return None


def _text(reading: RowReader, row: int, role: Role) -> str:
    return next((" ".join(cell.text.split()) for _, cell in cells_of(reading, row, role) if cell.text), "")
