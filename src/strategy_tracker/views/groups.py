"""The figures of groups beside the latest reading that has any, as small tables: one for each thing they are by."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.sheet import Column, Table, cell


def group_tables(measure: MeasureStanding, title: str = "") -> Iterator[Table]:
    """Give a table of groups for each thing they are by; `title` names the measure where a table stands alone."""
    for by in dict.fromkeys(point.by for point in measure.groups):
        mine = [point for point in measure.groups if point.by == by]
        last = max(point.end for point in mine)
        rows = [point for point in mine if point.end == last]
        head = f"{f'{title}, by' if title else 'By'} {by}, {when(rows[0].period)}"
        columns = (Column("Group"), Column("Figure", figures=True))
        yield Table(head, columns, tuple((cell(point.group), cell(point.shown)) for point in rows))
