"""`strategy overdue`: what is late, waits for a word, is silent or due soon, and whom to ask."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.output import print_lacking, print_result
from strategy_tracker.cli.steps.build_servers import print_junit, print_overdue_for_github

EXAMPLE = "strategy overdue --within '30 days' --by priority"
KINDS = (
    *("late", "waiting", "silent", "very-silent", "late-reading"),
    *("no-amber-rule", "missed-review", "late-resolution", "unanswered", "upcoming"),
)


class By(StrEnum):
    """What the answer is grouped by."""

    asked = "asked"
    owner = "owner"
    strategy = "strategy"
    priority = "priority"


class OverdueFormat(StrEnum):
    """How the list is written: as every result, or for a build server."""

    table = "table"
    markdown = "markdown"
    json = "json"
    csv = "csv"
    github = "github"
    junit = "junit"


def command(
    within: Annotated[
        str, typer.Option(help="also what falls due in this time: 30d, 6 weeks, month", show_default=False)
    ] = "",
    by: Annotated[By, typer.Option(help="what to group by")] = By.asked,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="KINDS",
            help=f"exit with 1 if there is any of these, or worse: {','.join(KINDS)}",
            show_default=False,
        ),
    ] = None,
    owner: options.Owner = "",
    priority: options.InPriority = "",
    strategy: options.InStrategy = "",
    rag: options.OfRag = None,
    state: options.InState = None,
    need: options.InNeed = None,
    level: options.OfLevel = "",
    stage: options.InStage = None,
    as_at: options.AsAt = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    form: Annotated[
        OverdueFormat, typer.Option("--format", "-f", help="how to write the result")
    ] = OverdueFormat.table,
    digest: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="write a message to each owner into this folder; nothing is sent", show_default=False
        ),
    ] = None,
    workbook: Annotated[
        bool, typer.Option("--workbook", help="with --digest: attach to each mail a workbook to type into")
    ] = False,
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """List what needs somebody: what is late, waits for a word or is silent, and readings that are late.

    Nothing of a strategy that has ended, or has not begun, is called late.
    """
    from strategy_tracker.app.looking.overdue import files_looked_at, findings_of, kinds_to_fail_on, overdue
    from strategy_tracker.views.dates_and_amounts import moment_data
    from strategy_tracker.views.rounds_as_data import rounds_data
    from strategy_tracker.views.screens.standing import overdue as view

    looked_at = options.moment(root, as_at, rev, known_on, rules)
    failing, soon = kinds_to_fail_on(fail_on, print_note), options.interval(within)
    listed = overdue(looked_at, options.filters(owner, priority, strategy, rag, state, need, level, stage), soon)
    found, among = listed.found, listed.among
    if code := print_lacking(among, keep_going):
        return code
    rows = partial(view.overdue_rows, found)
    sheet = partial(view.overdue_sheet, found, by.value, soon, among.filters.words(), among.standing)
    if digest:
        from strategy_tracker.app.reporting.digest import write_digests

        write_digests(listed, digest, print_note, workbooks=workbook)
    elif form is OverdueFormat.github:
        print_overdue_for_github(findings_of(listed), sheet())
    elif form is OverdueFormat.junit:
        kinds = failing or {kind for kind in KINDS if kind != "upcoming"}
        findings = findings_of(listed)
        failed = {id(one) for one, item in zip(findings, found, strict=True) if item.is_any_of(kinds)}
        print_junit(findings, files_looked_at(listed), lambda one: id(one) in failed)
    else:
        print_result(
            options.Format(form.value),
            sheet,
            lambda: {**moment_data(among.standing), **rounds_data(among.standing), "items": rows()},
            lambda: (view.COLUMNS, rows()),
            kind="overdue",
        )
    return FINDINGS if any(one.is_any_of(failing) for one in found) else CLEAN
