"""`strategy withdraw`: give a measure up, with the reason, and keep its figures."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.writing import DryRun, Resolution, carry_out

EXAMPLE = 'strategy withdraw cp-inspectors --why "The scheme has ended" --approved-by "Corporate Parenting Board"'


def command(
    measure: Annotated[
        str, typer.Argument(help="the id of a measure, or any unambiguous end of it", autocompletion=items)
    ],
    why: Annotated[str, typer.Option(help="the reason, for whoever asks in a year", show_default=False)] = "",
    approved_by: Annotated[str, typer.Option(metavar="BODY", help="who agreed to it", show_default=False)] = "",
    on: Annotated[
        str, typer.Option(metavar="DATE", help="the day from which it is no longer rated", show_default="today")
    ] = "",
    resolution: Resolution = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Withdraw a measure. Its figures stay; from that day it is neither rated nor late, and is listed as withdrawn.

    An action is not withdrawn but stopped: 'strategy update ACTION --state stopped --note "…"'.
    """
    from strategy_tracker.app.writing.items.withdraw import propose_withdrawal
    from strategy_tracker.model.new_entries import NewWithdrawal

    new = NewWithdrawal(why, approved_by, on, resolution)
    carry_out(propose_withdrawal(portfolio(root), measure, new, day("")), dry_run)
    return 0
