"""`strategy confirm`: a person stands for what a machine drafted."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.writing import DryRun, carry_out

EXAMPLE = 'strategy confirm corporate-parenting/stability-04 --by "Head of Service"'


def command(
    item: Annotated[
        str, typer.Argument(help="the id of an action or a measure, or any unambiguous end of it", autocompletion=items)
    ],
    by: Annotated[
        str, typer.Option(metavar="POST", help="who stands for it, where a draft names nobody", show_default=False)
    ] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Confirm what is marked 'drafted: true' in an action and its updates, or in the readings of a measure.

    The marks go, and git keeps who took them off. Until then a draft answers no round and breaks no silence.
    """
    from strategy_tracker.app.writing.items.confirm import propose_confirmation

    carry_out(propose_confirmation(portfolio(root), item, by, day("")), dry_run)
    return 0
