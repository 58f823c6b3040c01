"""`strategy overdue`: what is overdue, missed, silent or due soon, by owner."""

import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS
from strategy_tracker.cli.options import (
    AsAt,
    Format,
    InPriority,
    InState,
    InStrategy,
    KeepGoing,
    KnownOn,
    OfRag,
    Owner,
    Rev,
    Root,
    Rules,
    RulesOf,
    filters,
    interval,
    left_out,
    moment,
)
from strategy_tracker.cli.output import nothing_kept, put
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.overdue import OverdueItem
    from strategy_tracker.views.sheet import Sheet

EXAMPLE = "strategy overdue --within '30 days' --by priority"
KINDS = ("overdue", "late-start", "missed", "missed-review", "very-stale", "stale", "late-reading", "upcoming")


class By(StrEnum):
    """What the answer is grouped by."""

    owner = "owner"
    strategy = "strategy"
    priority = "priority"


class Form(StrEnum):
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
            metavar="KINDS", help=f"exit with 1 if there is any of these: {','.join(KINDS)}", show_default=False
        ),
    ] = None,
    owner: Owner = "",
    priority: InPriority = "",
    strategy: InStrategy = "",
    rag: OfRag = None,
    state: InState = None,
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Annotated[Form, typer.Option("--format", "-f", help="how to write the result")] = Form.table,
    digest: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="write a message to each owner into this folder; nothing is sent", show_default=False
        ),
    ] = None,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """List what needs somebody: what is overdue, late to start, missed or silent, and readings that are late.

    Nothing of a strategy that has ended, or has not begun, is called late.
    """
    from strategy_tracker.app.standing import stand
    from strategy_tracker.judging.filters import narrow
    from strategy_tracker.judging.overdue import list_overdue
    from strategy_tracker.views.screens import overdue as view

    looked_at, today = moment(root, as_at, rev, known_on, rules)
    failing, soon = _failing(fail_on), interval(within)
    kept = filters(owner, priority, strategy, rag, state)
    standing, wrong = stand(looked_at, today, whole=False)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies or narrowed.measures), kept, standing)
    found = list_overdue(narrowed, soon, today)
    sheet = partial(view.overdue_sheet, found, by.value, str(soon or ""), kept.words(), narrowed)
    if digest:
        from strategy_tracker.cli.digests import digests_of, put_digests

        put_digests(digest, digests_of(found, narrowed, looked_at), whole=not (any(kept) or wrong))
    elif form is Form.github:
        _put_github(_findings(found, looked_at), sheet())
    elif form is Form.junit:
        _put_junit(_findings(found, looked_at), looked_at, failing, {item.file for item in wrong})
    else:
        put(
            Format(form.value),
            sheet,
            lambda: {"as_at": today, "known": standing.known or None, "items": found},
            lambda: (view.COLUMNS, view.overdue_rows(found)),
            kind="overdue",
        )
    return FINDINGS if any(one.kind in failing for one in found) else CLEAN


def _put_github(found: "list[Diagnostic]", sheet: "Sheet") -> None:
    from io import StringIO

    from strategy_tracker.cli.validate import add_to_summary
    from strategy_tracker.views.formats import markdown, terminal
    from strategy_tracker.views.formats.findings import github

    add_to_summary(lambda: markdown.write_sheet(sheet))
    table = StringIO()
    terminal.write_sheet(sheet, table)
    sys.stdout.write(github.commands(found) + github.without_commands(table.getvalue()))


def _put_junit(found: "list[Diagnostic]", portfolio: "Portfolio", failing: set[str], unread: set[str]) -> None:
    """What `--fail-on` names fails; without it, all that is late or silent. Of what is `unread` nothing is passed."""
    from strategy_tracker.cli.validate import in_repository
    from strategy_tracker.views.formats.findings import junit

    folder = in_repository(portfolio.root)
    names = [file.name for file in portfolio.files if file.kind != "practice" and file.name not in unread]
    files = [f"{folder}/{name}" if folder else name for name in names]
    kinds = failing or {kind for kind in KINDS if kind != "upcoming"}
    sys.stdout.write(junit.write(found, files, lambda item: item.code in kinds))


def _findings(found: "Sequence[OverdueItem]", portfolio: "Portfolio") -> "list[Diagnostic]":
    from strategy_tracker.app.waiting import places
    from strategy_tracker.cli.validate import in_repository
    from strategy_tracker.views.formats.findings.fingerprints import below
    from strategy_tracker.views.screens.overdue import overdue_findings

    return below(in_repository(portfolio.root), overdue_findings(found, places(portfolio)))


def _failing(text: str | None) -> set[str]:
    """The kinds that fail. An empty text is refused: an unset variable on a build server must not open the gate."""
    if text is None:
        return set()
    named = {part.strip() for part in text.split(",") if part.strip()}
    for name in sorted(named - set(KINDS)):
        raise Problem(f"there is no kind '{name}' to fail on", f"use {', '.join(KINDS)}")
    if not named:
        raise Problem("--fail-on names no kind", f"use {', '.join(KINDS)}, or leave it out")
    return named
