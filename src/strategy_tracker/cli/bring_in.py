"""`strategy import`: what a spreadsheet holds, and a new strategy made of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.options import Format, Formats, Root, day
from strategy_tracker.cli.output import print_result
from strategy_tracker.cli.writing import DryRun, carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.writing.bring_in import Incoming

EXAMPLE = 'strategy import "Improvement plan v7.xlsx" --as improvement --on 2025-10-31'


def _many(words: str, metavar: str) -> Any:
    return typer.Option(metavar=metavar, help=words, show_default=False)


def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="a table: .csv, .tsv, .txt, .xlsx, .xlsm, .ods, .xls, .xlsb")
    ],
    own: Annotated[
        str, typer.Option("--as", metavar="ID", help="write it as a new strategy of this id", show_default=False)
    ] = "",
    sheet: Annotated[list[str] | None, _many("read this sheet only; again for more", "NAME")] = None,
    heading: Annotated[int, typer.Option(metavar="ROW", help="the row of the headings", show_default="found")] = 0,
    column: Annotated[list[str] | None, _many("what a column is: owner=C, 'target 2025/26=K'", "ROLE=C")] = None,
    year: Annotated[str, _many("the financial year of quarters that name none: 2025/26", "YEAR")] = "",
    on: Annotated[str, _many("the day of states and updates that name none", "DATE")] = "",
    map_value: Annotated[
        list[str] | None, _many("what a text means: 'state:Open=in-progress'", "KIND:TEXT=VALUE")
    ] = None,
    where: Annotated[str, _many("the rows that are yours: Area=Northtown", "COLUMN=VALUE")] = "",
    everything: Annotated[bool, typer.Option("--all", help="list every cell, not the first of each kind")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="write without asking")] = False,
    fail_on: Annotated[str, _many("not-understood: exit code 1 where a value was not taken", "WHAT")] = "",
    form: Formats = Format.table,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Say what a table holds, and with --as make a strategy and its measures of it.

    Without --as nothing is written. Every cell is accounted for: taken, taken with a remark, not taken, or left out. A
    year that is not in the table is never added, a day never invented, a name of a person never taken.
    """
    from strategy_tracker.app.writing.bring_in import propose_import, read_incoming
    from strategy_tracker.app.writing.import_wishes import answers_of, wishes_of

    if fail_on not in ("", "not-understood"):
        raise Problem(f"--fail-on does not know '{fail_on}'", "it takes not-understood")
    answers = answers_of(root, year, on, map_value or [], where)
    incoming = read_incoming(file, answers, wishes_of(sheet or [], heading, column or []))
    code = FINDINGS if fail_on and any(not one.taken for one in incoming.remarks) else CLEAN
    if not own:
        print_incoming(incoming, form, everything, ())
        print_note(f'wrote nothing. To write it: strategy import "{file}" --as ID')
        return code
    proposal = propose_import(root, incoming, own, answers, day(""))
    if form is Format.table:
        print_incoming(incoming, form, everything, ())
    if not (dry_run or yes or agreed()):
        print_note("wrote nothing")
        return code
    receipt = carry_out(proposal, dry_run)
    if form is not Format.table:
        print_incoming(incoming, form, everything, tuple(one.file.name for one in receipt.files))
    return code


def print_incoming(incoming: "Incoming", form: Format, everything: bool, written: tuple[str, ...]) -> None:
    """Print the report of a table in the format asked for."""
    from strategy_tracker.app.writing.import_report import findings_of, report_of
    from strategy_tracker.views.screens import bring_in as view

    content = report_of(incoming, written)
    found = findings_of(incoming.remarks)
    rows = [
        {"place": one.file, "code": one.code, "taken": one.severity == "advice", "words": one.message, "next": one.help}
        for one in found
    ]
    print_result(
        form,
        lambda: view.bring_in_sheet(content, found, whole=everything),
        lambda: content,
        lambda: (("place", "code", "taken", "words", "next"), rows),
        kind="import",
    )


def agreed() -> bool:
    """Whether the person at a terminal agrees. Raises `Problem` in a pipe, where nobody can be asked."""
    from strategy_tracker.cli.asking import ask

    if not sys.stdin.isatty():
        raise Problem("nothing was written: nobody can be asked in a pipe", "say --yes, or --dry-run to look first")
    return ask("write it? yes or no", "no").lower() in ("y", "yes")
