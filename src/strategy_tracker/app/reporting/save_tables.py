"""Put tables into a folder: each file whole or not at all, and never those for the public beside internal ones."""

from collections.abc import Iterator
from pathlib import Path

from strategy_tracker.app.reporting.save_result import save_result
from strategy_tracker.how_far import in_one_piece
from strategy_tracker.problem import Problem
from strategy_tracker.views.tables.beside import (
    DATABASE,
    INTERNAL,
    PACKAGE,
    SQL,
    TableFormat,
    audience_of,
    data_package,
    views_in_sql,
)
from strategy_tracker.views.tables.rows import TableRows


def save_tables(folder: Path, rows: TableRows, form: TableFormat, *, public: bool) -> int:
    """Write the tables in a format into a folder, and what describes them, and give how many files of rows there are.

    Of Parquet the former files of other bodies and days stay, and those of the same are replaced. Raises `Problem`
    where the folder holds tables for others, where it cannot be written, and where the format needs a package that is
    missing.
    """
    _refuse_to_mix(folder, public=public)
    mark = "" if public else INTERNAL
    with in_one_piece("writing tables"):
        files = dict(_files(rows, form, mark))
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / PACKAGE).exists():  # says whom the folder is for before anything is in it
        save_result(folder / PACKAGE, data_package(form, mark, ()))
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save_result(folder / name, data)
    held = [path.relative_to(folder).as_posix() for path in folder.glob("*/*/*/*.parquet")]
    save_result(folder / PACKAGE, data_package(form, mark, held))
    save_result(folder / SQL, views_in_sql(form, mark))
    return len(files)


def _refuse_to_mix(folder: Path, *, public: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise Problem(f"'{folder}' is a file, and a folder is wanted", "name another folder")
    package = folder / PACKAGE
    if package.exists():
        found = audience_of(package.read_bytes())
        if found is None:
            raise Problem(f"'{package}' is not ours", "name another folder")
        if found != ("public" if public else "internal"):
            raise Problem(f"'{folder}' holds tables that are {found}", "name another folder: the two are kept apart")


def _files(rows: TableRows, form: TableFormat, mark: str) -> Iterator[tuple[str, bytes]]:
    if form == "csv":
        from strategy_tracker.views.tables.as_csv import csv_files

        yield from csv_files(rows, mark)
    elif form == "sqlite":
        from strategy_tracker.views.tables.as_sqlite import database

        yield DATABASE.format(mark=mark), database(rows)
    else:
        try:
            from strategy_tracker.views.tables.as_parquet import parquet_files
        except ModuleNotFoundError as error:
            step = "install it again as you did, with [tidy] behind its name, in quotes; csv and sqlite need nothing"
            raise Problem(f"this installation cannot write Parquet: it has no '{error.name}'", step) from None
        yield from parquet_files(rows, mark)
