"""The formats of `strategy export`, and which of its options go together."""

from enum import StrEnum
from pathlib import Path

from strategy_tracker.problem import Problem


class Spacing(StrEnum):
    """At which days of the past tables are made."""

    month = "month"
    quarter = "quarter"


class ExportFormat(StrEnum):
    """What another program reads."""

    ics = "ics"
    csv = "csv"
    json = "json"
    xlsx = "xlsx"
    parquet = "parquet"
    sqlite = "sqlite"


def wants_folder(form: ExportFormat, output: Path) -> bool:
    """Whether tables go into a folder; csv is one table where the name is that of a file, or has an ending."""
    if form is ExportFormat.csv:
        return output.is_dir() or not (output.suffix or output.exists())
    return form in (ExportFormat.parquet, ExportFormat.sqlite)


def check_one_file(form: ExportFormat, *, history: bool, public: bool) -> None:
    """Raise `Problem` for what only tables in a folder can have."""
    if form in (ExportFormat.parquet, ExportFormat.sqlite):
        raise Problem("tables are written into a folder", "name one: -o tables")
    if history or public:
        named = "--public wants" if public else "--every, --from and --to want"
        raise Problem(f"{named} tables", "add --format csv, parquet or sqlite, and name a folder: -o tables")


def chosen_format(form: ExportFormat | None, output: Path | None) -> ExportFormat:
    """The format that is named, or that the ending of a file asks for. Raises `Problem` where there is none."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    if output is not None and ending in ("yaml", "yml"):
        raise Problem(f"'{output}' has the name of a data file", "give the export another name")
    if form is ExportFormat.xlsx and output is None:
        raise Problem("a workbook is not for a terminal", "name a file: -o updates.xlsx")
    if form or ending in list(ExportFormat):
        return form or ExportFormat(ending)
    raise Problem("no format is named", "--format ics for a calendar, parquet for tables, json for another program")
