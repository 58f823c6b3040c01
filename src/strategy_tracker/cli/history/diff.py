"""`strategy diff`: what changed between two moments, in the words of the strategy."""

import sys
from typing import Annotated

import typer

from strategy_tracker.cli.options import Format, Formats, KeepGoing, Root, day, portfolio
from strategy_tracker.cli.output import print_result, print_unread

EXAMPLE = "strategy diff main..HEAD --format markdown"


def command(
    revisions: Annotated[
        str,
        typer.Argument(help="REV or REV..REV, or the name of a report; the files on disk are the second if left out"),
    ] = "HEAD",
    path: Annotated[str, typer.Argument(help="only what this file or folder holds", show_default=False)] = "",
    as_at: Annotated[
        str,
        typer.Option(
            "--as-at",
            metavar="DATE",
            help="judge both at this date, by the dates in their files",
            show_default="each at its own day",
        ),
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="judge what nobody touched too: time alone moves colours")
    ] = False,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show what was added, withdrawn, moved or reworded, colours and dates that moved and why, and restated readings.

    White space, comments and order are no changes. Items are followed by id, through files and priorities.
    Against a report made with 'strategy freeze', everything is judged again, the old side at the day of the report.
    """
    from strategy_tracker.app.looking_back.diff import diff
    from strategy_tracker.views.screens.looking_back import diff as view

    own = portfolio(root)
    judged_at = day(as_at) if as_at else None
    found = diff(own, revisions, day(""), path=path, as_at=judged_at, everything=everything)
    code = print_unread(found.wrong, keep_going)
    if code:
        return code
    if found.mistyped:
        raise found.mistyped
    moments, changes, questions = found.moments, found.changes, found.questions
    if form is Format.markdown:
        sys.stdout.write(view.changes_markdown(changes, questions, moments))
        return 0
    print_result(
        form,
        lambda: view.diff_sheet(changes, questions, moments),
        lambda: view.changes_content(changes, questions, moments),
        lambda: (view.COLUMNS, view.change_rows(changes)),
        kind="diff",
    )
    return 0
