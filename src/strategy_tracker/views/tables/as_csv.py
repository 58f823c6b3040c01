"""Tables as CSV: a file for each, that a spreadsheet cannot run."""

from collections.abc import Iterator

from strategy_tracker.views.formats.data import as_csv
from strategy_tracker.views.tables.rows import TableRows
from strategy_tracker.views.tables.schema import TABLES


def csv_files(rows: TableRows, mark: str) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of a file for each table; `mark` stands in the name before its ending."""
    for name, table in TABLES.items():
        names = [column.name for column in table.columns]
        yield f"{name}{mark}.csv", as_csv(names, (dict(zip(names, row, strict=True)) for row in rows[name])).encode()
