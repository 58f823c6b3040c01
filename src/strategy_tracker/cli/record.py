"""`strategy record`: write down a figure of a measure, or revise one and keep what it was."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, carry_out

EXAMPLE = 'strategy record cp-moves 2022-12 9.5 --note "Two homes closed in the autumn"'


def command(
    measure: Annotated[
        str, typer.Argument(help="the id of a measure, or any unambiguous end of it", autocompletion=items)
    ],
    period: Annotated[str, typer.Argument(help="2022/23, '2022/23 Q1', 2022-06, 2022-06-30, 2022 or 'AY 2021/22'")],
    value: Annotated[str, typer.Argument(help="97.5, -0.4, 105/262, or one of c, x, z, low, u")],
    note: Annotated[str, typer.Option(help="what a reader of the figure should know", show_default=False)] = "",
    provisional: Annotated[bool, typer.Option("--provisional", help="the figure may still change")] = False,
    source: Annotated[str, typer.Option(help="where the figure comes from", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it became known", show_default=False)] = "",
    revise: Annotated[
        bool, typer.Option("--revise", help="replace the figure that is there, and keep what it was")
    ] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record the figure of a measure for a period. The file keeps everything else as it is.

    A figure that is there already changes only with --revise, and the former one stays in the file.
    """
    from strategy_tracker.app.writing.record import propose_reading
    from strategy_tracker.model.new_entries import NewReading

    new = NewReading(period, value, note, source, on, provisional, revise)
    carry_out(propose_reading(portfolio(root), measure, new, day("")), dry_run)
    return 0
