"""Tables without words that are known over their columns: names in the first, figures under periods."""

from strategy_tracker.intake.headings import Heading, read_heading
from strategy_tracker.intake.layout.columns import is_figure
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.layout.heading_rows import NAMES
from strategy_tracker.intake.outline import Grid, GridCell
from strategy_tracker.model.dates.period import YearEnd


def under_periods(sheet: Grid, year_end: YearEnd) -> Wishes | None:
    """How to read a sheet whose first column holds names and has another heading than is known, or none.

    Two periods at least stand beside that heading, and at least two rows below have a name and nothing but figures
    under the periods; None where there is no such row of headings.
    """
    for row in sorted(sheet.rows):
        periods = {column for column, cell in sheet.words(row).items() if _is_a_period(cell, year_end)}
        body = [one for one in sheet.rows if one > row and len(sheet.words(one)) > 1]
        if len(periods) < 2 or len(body) < 2:
            continue
        first = min(min(sheet.words(one)) for one in body)
        names = [cell for one in body if (cell := sheet.cell(one, first))]
        under = [cell for one in body for column, cell in sheet.words(one).items() if column in periods]
        named = len(names) == len(body) and not any(map(is_figure, names))
        head = sheet.cell(row, first)
        role = read_heading(head.text, year_end).role if head else ""
        if role not in ("", *NAMES):
            continue  # what stands there is known, and is no measure: an area, a period
        if first < min(periods) and named and sum(map(is_figure, under)) * 5 >= len(under) * 4:
            return Wishes(row, {first: Heading(head.text if head else "", "title", certain=True)})
    return None


def _is_a_period(cell: GridCell, year_end: YearEnd) -> bool:
    read = read_heading(cell.text, year_end)
    return read.role == "reading" and read.certain and bool(read.period)
