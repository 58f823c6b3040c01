"""Tables as one SQLite database."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any

from strategy_tracker.views.tables.rows import TableRows
from strategy_tracker.views.tables.schema import TABLES, ColumnKind, TableSchema

_TYPES: dict[ColumnKind, str] = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "NUMERIC",
    "day": "DATE",
    "flag": "BOOLEAN",
}


def database(rows: TableRows) -> bytes:
    """Give a database with every table and its key; days are texts such as 2026-03-31, flags 0 or 1.

    A number of more than 15 digits, which SQLite does not hold exactly, stays the text of it.
    """
    with closing(sqlite3.connect(":memory:")) as made:
        for name, table in TABLES.items():
            made.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            cells = ([_cell(one) for one in row] for row in rows[name])
            made.executemany(f"INSERT INTO {name} VALUES ({marks})", cells)  # noqa: S608 - a name of ours
        made.commit()
        return made.serialize()


def _create(table: TableSchema) -> str:
    columns = [f"{column.name} {_TYPES[column.kind]}" for column in table.columns]
    return f"CREATE TABLE {table.name} ({', '.join(columns)}, PRIMARY KEY ({', '.join(table.key)}))"


def _cell(value: Any) -> Any:
    """A cell as SQLite takes it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
