"""`strategy overdue`: what is overdue, missed, silent or due soon, by owner."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.build_servers import print_junit, print_overdue_for_github
from strategy_tracker.cli.output import print_lacking, print_result
from strategy_tracker.problem import Problem

EXAMPLE = "strategy overdue --within '30 days' --by priority"
KINDS = ("overdue", "late-start", "missed", "missed-review", "very-stale", "stale", "late-reading", "upcoming")


class By(StrEnum):
    """What the answer is grouped by."""

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
    by: Annotated[By, typer.Option(help="what to group by")] = By.owner,
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
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """List what needs somebody: what is overdue, late to start, missed or silent, and readings that are late.

    Nothing of a strategy that has ended, or has not begun, is called late.
    """
    from strategy_tracker.app.looking.overdue import files_looked_at, findings_of, overdue
    from strategy_tracker.views.dates_and_amounts import moment_data
    from strategy_tracker.views.screens import overdue as view

    looked_at = options.moment(root, as_at, rev, known_on, rules)
    failing, soon = _failing(fail_on), options.interval(within)
    listed = overdue(looked_at, options.filters(owner, priority, strategy, rag, state), soon)
    found, among = listed.found, listed.among
    if code := print_lacking(among, keep_going):
        return code
    sheet = partial(view.overdue_sheet, found, by.value, str(soon or ""), among.filters.words(), among.standing)
    if digest:
        from strategy_tracker.app.reporting.digest import write_digests

        write_digests(listed, digest, print_note)
    elif form is OverdueFormat.github:
        print_overdue_for_github(findings_of(listed), sheet())
    elif form is OverdueFormat.junit:
        kinds = failing or {kind for kind in KINDS if kind != "upcoming"}
        print_junit(findings_of(listed), files_looked_at(listed), lambda one: one.code in kinds)
    else:
        print_result(
            options.Format(form.value),
            sheet,
            lambda: {**moment_data(among.standing), "items": found},
            lambda: (view.COLUMNS, view.overdue_rows(found)),
            kind="overdue",
        )
    return FINDINGS if any(one.kind in failing for one in found) else CLEAN


def _failing(text: str | None) -> set[str]:
    """The kinds that fail. An empty text is refused: an unset variable on a build server must not open the gate."""
    if text is None:
        return set()
    named = {part.strip() for part in text.split(",") if part.strip()}
    for name in sorted(named - set(KINDS)):
        raise Problem(f"there is no kind '{name}' to fail on", f"use {', '.join(KINDS)}")
    if not named:
        raise Problem("--fail-on names no kind", f"use {', '.join(KINDS)}, or leave it out")
    return named.union(*(_WORSE.get(name, ()) for name in named))


_WORSE = {"stale": ("very-stale",)}  # what a kind turns into: a gate must not open because something got worse
