"""`strategy show`: one action, measure, priority or strategy, whole."""

from typing import Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import (
    AsAt,
    Format,
    Formats,
    KeepGoing,
    KnownOn,
    Rev,
    Root,
    Rules,
    RulesOf,
    left_out,
    moment,
)
from strategy_tracker.cli.output import put, screen_width

EXAMPLE = "strategy show health-03"


def command(
    item: Annotated[
        str, typer.Argument(metavar="ID", help="an id, or any unambiguous end of one", autocompletion=items)
    ],
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show one thing whole: its words, its clocks, every update or reading, why it has its colour, file and line."""
    from strategy_tracker.app.show import show
    from strategy_tracker.views.screens import show as view

    shown, wrong = show(moment(root, as_at, rev, known_on, rules), item)
    code = left_out(wrong, keep_going)
    if code:
        return code
    put(
        form,
        lambda: view.item_sheet(shown, screen_width()),
        lambda: view.item_content(shown),
        lambda: view.item_rows(shown),
        kind="item",
    )
    return 0
