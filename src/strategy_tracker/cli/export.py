"""`strategy export`: dates for calendars, rows for a warehouse, and everything for another program."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN, print_note
from strategy_tracker.cli.output import print_lacking, print_or_save
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking.status import FilteredStanding

EXAMPLE = "strategy export --format ics --owner 'Head of Service' -o dates.ics"


class ExportFormat(StrEnum):
    """What another program reads."""

    ics = "ics"
    csv = "csv"
    json = "json"
    xlsx = "xlsx"


def command(
    form: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="ics: dates; csv: rows; json: everything; xlsx: to type into",
            show_default="by FILE's ending",
        ),
    ] = None,
    owner: options.Owner = "",
    priority: options.InPriority = "",
    strategy: options.InStrategy = "",
    as_at: options.AsAt = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    output: options.Output = None,
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Give dates to a calendar (ics), actions and readings to a warehouse (csv), or all that is known (json).

    With xlsx it is a workbook to mail to an owner, who types into it; 'strategy import' takes what was typed.
    The same files, options and day give the same bytes. An event keeps its name when its date moves.
    """
    from strategy_tracker.app.looking.status import filtered_standing

    chosen = _format(form, output)
    looked_at = options.moment(root, as_at, rev, known_on, rules)
    kept = options.filters(owner, priority, strategy, None, None)
    rows = chosen is not ExportFormat.ics
    found = filtered_standing(looked_at, kept, whole=rows, ask_git=rows)
    code = print_lacking(found, keep_going)
    if code:
        return code
    if found.standing.moves_not_known and chosen is ExportFormat.csv:  # json says it itself
        print_note(f"note: {found.standing.moves_not_known}")
    if chosen is ExportFormat.xlsx:
        from strategy_tracker.app.reporting.owner_workbook import workbook_form
        from strategy_tracker.views.formats.workbook import write_workbook

        print_or_save(write_workbook(workbook_form(found, looked_at)), output)
        return CLEAN
    print_or_save(_written(chosen, found), output)
    return CLEAN


def _format(form: ExportFormat | None, output: Path | None) -> ExportFormat:
    ending = output.suffix.lower().lstrip(".") if output else ""
    if output is not None and ending in ("yaml", "yml"):
        raise Problem(f"'{output}' has the name of a data file", "give the export another name")
    if form is ExportFormat.xlsx and output is None:
        raise Problem("a workbook is not for a terminal", "name a file: -o updates.xlsx")
    if form or ending in list(ExportFormat):
        return form or ExportFormat(ending)
    raise Problem("no format is named", "--format ics for a calendar, csv for rows, json for another program")


def _written(form: ExportFormat, found: "FilteredStanding") -> str:
    if form is ExportFormat.ics:
        from strategy_tracker.views.formats.ics import calendar

        return calendar(found.standing)
    from strategy_tracker.views.formats import rows
    from strategy_tracker.views.formats.data import as_csv, as_json

    if form is ExportFormat.csv:
        return as_csv(rows.EXPORT_COLUMNS, rows.export_rows(found.standing))
    return as_json("status", rows.status_content(found.standing))
