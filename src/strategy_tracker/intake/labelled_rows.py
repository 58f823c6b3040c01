"""Rows that say what their figures are: one measure in a row of what was reached and in another of its target."""

from strategy_tracker.intake.draft import DraftMeasure
from strategy_tracker.intake.headings import Heading, read_heading
from strategy_tracker.intake.layout.found_table import TableColumn
from strategy_tracker.intake.rows import RowReader


def figures_as(reading: RowReader, row: int) -> RowReader:
    """What a row is read with, its columns of readings being what the word in the row says: `Target`, `England`."""
    label = reading.table.first("figure_kind")
    cell = reading.sheet.cell(row, label.number) if label else None
    if label is None or cell is None or not cell.text:
        return reading
    reading.ledger.take(reading.sheet, row, label.number)
    said = read_heading(cell.text, reading.days.year_end)
    columns = {
        number: _as(column, said) if column.role == "reading" else column
        for number, column in reading.table.columns.items()
    }
    return reading._replace(table=reading.table._replace(columns=columns))


def _as(column: TableColumn, said: Heading) -> TableColumn:
    heading = column.heading._replace(text=f"{said.text} {column.heading.period}", role=said.role)
    return TableColumn(column.number, heading, said.role)


def with_more(measure: DraftMeasure, more: DraftMeasure) -> DraftMeasure:
    """A measure with the figures of a further row of it."""
    return measure._replace(
        unit=measure.unit or more.unit,
        baseline=measure.baseline or more.baseline,
        targets=measure.targets | more.targets,
        readings=measure.readings | more.readings,
        benchmarks=measure.benchmarks | more.benchmarks,
    )
