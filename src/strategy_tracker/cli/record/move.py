"""`strategy move`: give an action another due date, and keep the ones it had and why."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.asking import one_meant
from strategy_tracker.cli.steps.writing import DryRun, Resolution, carry_out

EXAMPLE = 'strategy move having-a-say-06 --to 2023-03-31 --why "The bank opens no new accounts before the spring"'


def command(
    action: Annotated[
        str,
        typer.Argument(
            help="the id of an action, any unambiguous end of it, or words to choose by", autocompletion=items
        ),
    ],
    to: Annotated[str, typer.Option(metavar="DATE", help="the new due date", show_default=False)] = "",
    why: Annotated[str, typer.Option(help="the reason, for whoever asks in a year", show_default=False)] = "",
    approved_by: Annotated[str, typer.Option(metavar="BODY", help="who agreed to it", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it was decided", show_default="today")] = "",
    resolution: Resolution = "",
    step: Annotated[
        str,
        typer.Option(
            "--milestone",
            metavar="STEP",
            help="move this milestone: its number, or some of its words",
            show_default=False,
        ),
    ] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Move a due date of an action or of a milestone. The dates it had before stay in the file, each with its reason.

    An action without a due date gets its first one: that is no move and needs no reason.
    """
    from strategy_tracker.app.writing.items.move import propose_move
    from strategy_tracker.model.new_entries import NewDueDate

    new = NewDueDate(to, why, approved_by, on, resolution)
    found = portfolio(root)
    carry_out(propose_move(found, one_meant(found, action, "action"), new, day(""), step), dry_run)
    return 0
