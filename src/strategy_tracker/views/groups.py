"""The figures of groups beside the latest reading that has any, as small tables: one for each thing they are by."""

from collections.abc import Iterator, Sequence

from strategy_tracker.judging.standing.of_measures import GroupPoint, MeasureStanding
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.shares import FEW, share_shown
from strategy_tracker.views.sheet import Column, Table, cell


def group_tables(measure: MeasureStanding, title: str = "") -> Iterator[Table]:
    """Give a table of groups for each thing they are by; `title` names the measure where a table stands alone."""
    for by in dict.fromkeys(point.by for point in measure.groups):
        mine = [point for point in measure.groups if point.by == by]
        last = max(point.end for point in mine)
        rows = [point for point in mine if point.end == last]
        day = when(rows[0].period)
        head = phrase("by-groups-of", what=title, by=by, period=day) if title else label("by-groups", by=by, period=day)
        columns = [Column(label("group")), Column(label("figure"), figures=True)]
        cells = [[cell(point.group), cell(point.shown)] for point in rows]
        if shares := _shares(measure, rows):
            columns.append(Column(label("share"), figures=True))
            cells = [[*row, cell(share)] for row, share in zip(cells, shares, strict=True)]
        yield Table(head, tuple(columns), tuple(map(tuple, cells)))


def _shares(measure: MeasureStanding, rows: Sequence[GroupPoint]) -> list[str]:
    """The share of each group; nothing where none is known, or the whole is so small that it says less than counts."""
    whole = next((point.amount for point in measure.points if point.end == rows[0].end), None)
    if whole is None or whole < FEW or all(point.share is None for point in rows):
        return []
    return ["" if point.share is None else share_shown(point.share) for point in rows]
