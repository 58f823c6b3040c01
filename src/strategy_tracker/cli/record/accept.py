"""`strategy accept`: another post accepts what was delivered."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.writing import DryRun, carry_out

EXAMPLE = 'strategy accept corporate-parenting/stability-04 --by "Corporate Parenting Board"'


def command(
    action: Annotated[
        str, typer.Argument(help="the id of an action, or any unambiguous end of it", autocompletion=items)
    ],
    by: Annotated[str, typer.Option(metavar="BODY", help="the post or body that accepts it", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it was accepted", show_default="today")] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Accept an action that was delivered. Who reported it cannot accept it.

    Which actions need this, or evidence, the settings say ('completion'); until then they are delivered, awaiting
    sign-off.
    """
    from strategy_tracker.app.writing.items.accept import propose_acceptance

    carry_out(propose_acceptance(portfolio(root), action, by, on, day("")), dry_run)
    return 0
