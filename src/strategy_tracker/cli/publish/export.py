"""`strategy export`: dates for calendars, tables for a warehouse, and everything for another program."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN, print_note
from strategy_tracker.cli.output import print_lacking, print_or_save
from strategy_tracker.cli.steps.export_format import ExportFormat, Spacing, check_one_file, chosen_format, wants_folder
from strategy_tracker.how_far import in_one_piece

if TYPE_CHECKING:
    from strategy_tracker.app.looking.status import FilteredStanding
    from strategy_tracker.app.moment import Portfolio

EXAMPLE = "strategy export --format ics --owner 'Head of Service' -o dates.ics"


def command(
    form: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="ics: dates; parquet, csv, sqlite: tables; json: everything; xlsx: to type into",
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
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="write to this file, or folder", show_default=False),
    ] = None,
    every: Annotated[
        Spacing | None,
        typer.Option(help="tables of the end of each month or quarter, as known then", show_default=False),
    ] = None,
    since: Annotated[
        str, typer.Option("--from", metavar="DATE", help="with --every: from this day on", show_default=False)
    ] = "",
    until: Annotated[
        str, typer.Option("--to", metavar="DATE", help="with --every: up to this day", show_default="today")
    ] = "",
    public: options.Public = False,
    issue: options.Issue = "",
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Give dates to a calendar (ics), tables to a warehouse (parquet, csv, sqlite), or all that is known (json).

    Tables are written into a folder, one row one fact. With xlsx it is a workbook to mail to an owner, who types into
    it; 'strategy import' takes what was typed.
    The same files, options and day give the same bytes. An event keeps its name when its date moves.
    """
    from strategy_tracker.app.looking.status import filtered_standing

    chosen = chosen_format(form, output)
    options.check_public(public, issue, alone=not keep_going)
    looked_at = options.moment(root, as_at, rev, known_on, rules)
    kept = options.filters(owner, priority, strategy, None, None)
    if output is not None and wants_folder(chosen, output):
        from strategy_tracker.cli.steps.export_tables import TablesRequest, export_tables

        asked = TablesRequest(
            output, chosen.value, every.value if every else None, since, until, issue, public, keep_going
        )
        return export_tables(looked_at, kept, asked)
    check_one_file(chosen, history=bool(every or since or until), public=public)
    rows = chosen is not ExportFormat.ics
    found = filtered_standing(looked_at, kept, whole=rows, ask_git=rows)
    code = print_lacking(found, keep_going)
    if code:
        return code
    if chosen is ExportFormat.csv:
        if found.standing.moves_not_known:  # json says it itself
            print_note(f"note: {found.standing.moves_not_known}")
        print_note("note: this one table goes in the next version: 'strategy export -f csv -o FOLDER' gives several")
    if chosen is ExportFormat.xlsx:
        from strategy_tracker.app.reporting.owner_workbook import workbook_form
        from strategy_tracker.views.formats.workbooks.workbook import write_workbook

        with in_one_piece("writing the workbook"):
            made = write_workbook(workbook_form(found, looked_at))
        print_or_save(made, output)
        return CLEAN
    with in_one_piece("writing the export"):
        text = _written(chosen, found, looked_at.portfolio)
    print_or_save(text, output)
    return CLEAN


def _written(form: ExportFormat, found: "FilteredStanding", portfolio: "Portfolio") -> str:
    if form is ExportFormat.ics:
        from strategy_tracker.views.formats.ics import calendar

        return calendar(found.standing)
    from strategy_tracker.views.formats import rows
    from strategy_tracker.views.formats.data import as_csv, as_json

    if form is ExportFormat.csv:
        return as_csv(rows.EXPORT_COLUMNS, rows.export_rows(found.standing))
    from strategy_tracker.app.looking.written_records import written_records

    records = written_records(portfolio, found.standing)
    return as_json("status", {**rows.status_content(found.standing), "records": records})
