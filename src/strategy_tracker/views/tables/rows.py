"""Every row of the tables of a portfolio at a day."""

from collections.abc import Iterable, Iterator
from typing import Any

from strategy_tracker import __version__
from strategy_tracker.views.tables.judged_moment import JudgedMoment, Row
from strategy_tracker.views.tables.of_measures import measure_rows
from strategy_tracker.views.tables.of_strategies import TableRow, strategy_rows
from strategy_tracker.views.tables.schema import SCHEMA_VERSION, TABLES

TableRows = dict[str, list[tuple[Any, ...]]]
"""The rows of each table by its name, each with a cell for every column; an empty text is no value."""


def rows_of(moment: JudgedMoment) -> TableRows:
    """Give the rows of every table, also of one that has none, in printed order."""
    place = {"organisation": moment.organisation, "as_at": moment.standing.as_at}
    found: TableRows = {name: [] for name in TABLES}
    for table, row in _every_row(moment):
        cells = place | row
        found[table].append(tuple(_or_none(cells.pop(column.name, None)) for column in TABLES[table].columns))
        assert not cells, f"{table} has no column for {', '.join(cells)}"
    return found


def joined(moments: Iterable[TableRows]) -> TableRows:
    """Give the rows of several moments as those of one, in the order of the moments."""
    found: TableRows = {name: [] for name in TABLES}
    for one in moments:
        for name, rows in one.items():
            found[name] += rows
    return found


def _or_none(value: Any) -> Any:
    return None if value == "" else value


def _every_row(moment: JudgedMoment) -> Iterator[TableRow]:
    yield "runs", _run(moment)
    yield from strategy_rows(moment)
    yield from measure_rows(moment)


def _run(moment: JudgedMoment) -> Row:
    return {
        "run": f"{moment.organisation}/{moment.standing.as_at}/{moment.commit_id[:12] or 'not-committed'}",
        "organisation_name": moment.organisation_name, "commit_id": moment.commit_id, "commit_day": moment.commit_day,
        "tool_version": __version__, "schema_version": SCHEMA_VERSION,
        "audience": "public" if moment.is_public else "internal", "settings": moment.settings,
    }  # fmt: skip
