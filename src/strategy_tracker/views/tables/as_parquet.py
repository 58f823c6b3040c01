"""Tables as Parquet files in folders that say whose they are and of which day, written by DuckDB."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from strategy_tracker.views.formats.data import plain
from strategy_tracker.views.tables.rows import TableRows
from strategy_tracker.views.tables.schema import PLACE, TABLES, ColumnKind, TableSchema

TYPES: dict[ColumnKind, str] = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "number": "DECIMAL(28,6)",
    "day": "DATE",
    "flag": "BOOLEAN",
}
"""What each kind of column is in an engine."""


def parquet_files(rows: TableRows, mark: str) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of a file for each table, body and day, also for one without a row.

    `mark` stands in the name before its ending. The folders say the body and the day, and the files do not again.
    """
    with (
        tempfile.TemporaryDirectory(prefix="strategy-") as folder,
        closing(duckdb.connect(config={"autoinstall_known_extensions": False})) as engine,
    ):
        for run in rows["runs"]:
            place = run[: len(PLACE)]
            where = "/".join(f"{key}={value}" for key, value in zip(PLACE, place, strict=True))
            for name, table in TABLES.items():
                found = [row for row in rows[name] if row[: len(PLACE)] == place]
                yield f"{name}/{where}/part-0{mark}.parquet", _file(engine, table, found, Path(folder))


def _file(engine: duckdb.DuckDBPyConnection, table: TableSchema, rows: Any, folder: Path) -> bytes:
    columns = table.columns[len(PLACE) :]
    given, made = folder / "rows.json", folder / "rows.parquet"
    lines = (json.dumps([plain(cell) for cell in row[len(PLACE) :]]) for row in rows)
    given.write_text("\n".join(lines), encoding="utf-8")
    cells = ", ".join(
        f"CAST(json ->> {n} AS {TYPES[column.kind]}) AS {column.name}" for n, column in enumerate(columns)
    )
    # as a text each: a number that goes through a float is another number
    read = f"read_json_objects({_quoted(given)}, format = 'newline_delimited')"
    engine.execute(f"COPY (SELECT {cells} FROM {read}) TO {_quoted(made)} (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608 - names of ours
    return made.read_bytes()


def _quoted(path: Path) -> str:
    return "'" + path.as_posix().replace("'", "''") + "'"
