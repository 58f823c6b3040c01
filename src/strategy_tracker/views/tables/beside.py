"""What stands beside the tables: a data package that describes them, and SQL that makes views of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatch
from typing import Any, Literal

from strategy_tracker.views.tables.schema import PLACE, SCHEMA_VERSION, TABLES, ColumnKind, TableSchema

TableFormat = Literal["parquet", "csv", "sqlite"]

PACKAGE, SQL = "datapackage.json", "tables.sql"
INTERNAL = "-internal"
"""Stands in the names of files that are not for the public."""
DATABASE = "tables{mark}.sqlite"

_FIELDS: dict[ColumnKind, str] = {
    "text": "string",
    "whole": "integer",
    "number": "number",
    "day": "date",
    "flag": "boolean",
}
_TRINO: dict[ColumnKind, str] = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "number": "DECIMAL(28,6)",
    "day": "DATE",
    "flag": "BOOLEAN",
}


def file_pattern(table: str, form: TableFormat, mark: str) -> str:
    """Write which files hold a table: `actions/*/*/*.parquet`."""
    if form == "parquet":
        return f"{table}/*/*/*{mark}.parquet"
    return f"{table}{mark}.csv" if form == "csv" else DATABASE.format(mark=mark)


def data_package(form: TableFormat, mark: str, names: Sequence[str]) -> bytes:
    """Describe the tables as a data package of Frictionless; `names` are all files that are in the folder now."""
    package = {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": "strategy-tables",
        "schema_version": SCHEMA_VERSION,
        "audience": "internal" if mark else "public",
        "resources": [_resource(table, form, mark, names) for table in TABLES.values()],
    }
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def audience_of(package: bytes) -> str | None:
    """Whom a folder's tables are for, as its data package says: `internal` or `public`; None where it says neither."""
    try:
        found = json.loads(package)
    except ValueError:
        return None
    said = found.get("audience") if isinstance(found, Mapping) else None
    return said if said in ("internal", "public") else None


def _resource(table: TableSchema, form: TableFormat, mark: str, names: Iterable[str]) -> dict[str, Any]:
    pattern = file_pattern(table.name, form, mark)
    held = sorted(name for name in names if fnmatch(name, pattern))
    columns = [one for one in table.columns if form != "parquet" or one.name not in PLACE]
    return {
        "name": table.name.replace("_", "-"),
        "title": table.words,
        "path": held if form == "parquet" else pattern,
        "format": form,
        **({"encoding": "utf-8", "profile": "tabular-data-resource"} if form == "csv" else {}),
        "schema": {
            "fields": [{"name": one.name, "type": _FIELDS[one.kind], "description": one.words} for one in columns],
            "primaryKey": [name for name in table.key if form != "parquet" or name not in PLACE],
            "missingValues": [""],
        },
    }


def views_in_sql(form: TableFormat, mark: str) -> bytes:
    """Write statements that make a view of each table in DuckDB, and for Parquet what Trino and BigQuery want."""
    lines = ["-- DuckDB, started in this folder: duckdb -init tables.sql"]
    if form == "sqlite":  # its tables need no views; DuckDB fetches its own reader of SQLite when it is told to attach
        lines += [f"ATTACH '{DATABASE.format(mark=mark)}' AS tables (TYPE sqlite);", "USE tables;"]
    else:
        lines += [_duckdb(table, form, mark) for table in TABLES.values()]
    if form == "parquet":
        lines += ["", "-- Trino: put the address of this folder for FOLDER, and take the two dashes away"]
        lines += [f"-- {line}" for table in TABLES.values() for line in _trino(table).splitlines()]
        lines += ["", "-- BigQuery: put the address of this folder in its bucket for FOLDER, likewise"]
        lines += [f"-- {line}" for table in TABLES.values() for line in _big_query(table).splitlines()]
    return ("\n".join(lines) + "\n").encode()


def _duckdb(table: TableSchema, form: TableFormat, mark: str) -> str:
    where = file_pattern(table.name, form, mark)
    if form == "parquet":
        places = "{'organisation': VARCHAR, 'as_at': DATE}"
        read = f"read_parquet('{where}', hive_partitioning = true, hive_types = {places})"
    else:
        types = ", ".join(f"'{one.name}': '{_TRINO[one.kind]}'" for one in table.columns)
        read = f"read_csv('{where}', header = true, quote = '\"', columns = {{{types}}})"
    return f"CREATE OR REPLACE VIEW {table.name} AS SELECT * FROM {read};"  # noqa: S608 - names of ours


def _trino(table: TableSchema) -> str:
    columns = [one for one in table.columns if one.name not in PLACE] + list(table.columns[: len(PLACE)])
    cells = ", ".join(f"{one.name} {_TRINO[one.kind]}" for one in columns)
    parts = ", ".join(f"'{name}'" for name in PLACE)
    return (
        f"CREATE TABLE {table.name} ({cells}) WITH (format = 'PARQUET', external_location = 'FOLDER/{table.name}', "
        f"partitioned_by = ARRAY[{parts}]);\n"
        f"CALL system.sync_partition_metadata(CURRENT_SCHEMA, '{table.name}', 'FULL');"
    )


def _big_query(table: TableSchema) -> str:
    return (
        f"CREATE EXTERNAL TABLE {table.name} WITH PARTITION COLUMNS (organisation STRING, as_at DATE) OPTIONS ("
        f"format = 'PARQUET', uris = ['FOLDER/{table.name}/*'], hive_partition_uri_prefix = 'FOLDER/{table.name}');"
    )
