"""`strategy meeting`: record that a body met about a strategy, or will."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import strategies
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, carry_out

EXAMPLE = 'strategy meeting "Executive" --held 2022-10-04 --strategy corporate-parenting'


def command(
    body: Annotated[str, typer.Argument(help="the name of the body, or some of its words")],
    held: Annotated[str, typer.Option(metavar="DATE", help="the day it met", show_default=False)] = "",
    planned: Annotated[str, typer.Option(metavar="DATE", help="the day it will meet next", show_default=False)] = "",
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="the strategy it met about, where it reviews several; may be repeated",
            autocompletion=strategies,
            show_default=False,
        ),
    ] = None,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record a meeting that was held, the next one that is planned, or both.

    Where the meeting that was planned is held, its day moves from 'next' to 'held'.
    """
    from strategy_tracker.app.writing.meeting import propose_meeting
    from strategy_tracker.model.new_entries import NewMeeting

    new = NewMeeting(held, planned, tuple(strategy or ()))
    carry_out(propose_meeting(portfolio(root), body, new, day("")), dry_run)
    return 0
