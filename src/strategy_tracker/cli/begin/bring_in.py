"""`strategy import`: what a spreadsheet or a document holds, and a new strategy made of it."""

from pathlib import Path
from typing import Annotated, Any

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.complete import strategies
from strategy_tracker.cli.options import Format, Formats, Root, day, portfolio
from strategy_tracker.cli.steps.bring_into import (
    Writing,
    bring_back,
    bring_into,
    is_own_workbook,
    print_incoming,
    write,
)
from strategy_tracker.cli.steps.writing import DryRun
from strategy_tracker.problem import Problem

EXAMPLE = 'strategy import "Improvement plan v7.xlsx" --as improvement --on 2025-10-31'


def _many(words: str, metavar: str) -> Any:
    return typer.Option(metavar=metavar, help=words, show_default=False)


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="a table (.csv, .xlsx, .ods …) or a document (.docx, .pdf, .html, .txt …)"),
    ],
    own: Annotated[
        str, typer.Option("--as", metavar="ID", help="write it as a new strategy of this id", show_default=False)
    ] = "",
    into: Annotated[
        str,
        typer.Option(metavar="STRATEGY", help="add it to this strategy", autocompletion=strategies, show_default=False),
    ] = "",
    same: Annotated[
        list[str] | None, _many("with --into: which row is which item: 'row 4=warm-02'", "PLACE=ID")
    ] = None,
    add_new: Annotated[bool, typer.Option("--add-new", help="with --into: take rows that are not on record")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="with --into: replace figures that differ")] = False,
    take: Annotated[
        list[str] | None, _many("of a workbook of ours: whose text counts where both changed", "ITEM.FIELD=workbook")
    ] = None,
    table_map: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="how it is read: a file of imports/", show_default=False),
    ] = None,
    save_map: Annotated[bool, typer.Option("--save-map", help="with --as: keep how it was read, in imports/")] = False,
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
    """Say what a table or a document holds; with --as make a strategy of it, with --into add to one that is there.

    Without either nothing is written. Every cell, or paragraph, is accounted for: taken, taken with a remark, not
    taken, or left out. A year that is not in the file is never added, a day never invented, a name of a person never
    taken. With --into nothing on record is overwritten or deleted; the exit code is 1 while something is left. A
    workbook that 'strategy export --format xlsx' made is known by itself, and what was typed into it is taken.
    """
    from strategy_tracker.app.importing.bring_in import propose_import, read_incoming
    from strategy_tracker.app.importing.import_wishes import answers_of, choices_of, said_of, wishes_of

    if fail_on not in ("", "not-understood"):
        raise Problem(f"--fail-on does not know '{fail_on}'", "it takes not-understood")
    if own and into:
        raise Problem("--as begins a strategy, --into adds to one", "say one of them")
    answers, wishes, told = said_of(table_map, answers_of(root, year, on, map_value or [], where))
    how = Writing(form, everything, yes, dry_run)
    if is_own_workbook(file):
        return bring_back(portfolio(root), file, answers, take or [], revise, how)
    incoming = read_incoming(file, answers, wishes | wishes_of(sheet or [], heading, column or []))
    code = FINDINGS if fail_on and any(not one.taken for one in incoming.remarks) else CLEAN
    if into:
        choices = choices_of(same or [], revise, add_new, told)
        return bring_into(portfolio(root), into, incoming, answers, choices, how)
    if not own:
        print_incoming(incoming, form, everything, ())
        print_note(f'wrote nothing. To write it: strategy import "{file}" --as ID')
        return code
    proposal = propose_import(root, incoming, own, answers, day(""), save_map=save_map)
    written = write(proposal, incoming, how)
    return code if written is not None else CLEAN
