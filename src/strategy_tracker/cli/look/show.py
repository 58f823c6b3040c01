"""`strategy show`: one action, measure, priority or strategy, whole."""

from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.output import print_result, print_unread, screen_width
from strategy_tracker.cli.steps.asking import one_meant

EXAMPLE = "strategy show health-03"


def command(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="an id, any unambiguous end of one, the name of a body, or words to choose by",
            autocompletion=items,
        ),
    ],
    as_at: options.AsAt = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    form: options.Formats = options.Format.table,
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Show one thing whole: its words, its clocks, every update or reading, why it has its colour, file and line."""
    from strategy_tracker.app.looking.show import show
    from strategy_tracker.views.screens.showing import show as view

    moment = options.moment(root, as_at, rev, known_on, rules)
    shown, wrong = show(moment, one_meant(moment.portfolio, item), item)
    code = print_unread(wrong, keep_going)
    if code:
        return code
    print_result(
        form,
        lambda: view.item_sheet(shown, screen_width()),
        lambda: view.item_content(shown),
        lambda: view.item_rows(shown),
        kind="item",
    )
    return 0
