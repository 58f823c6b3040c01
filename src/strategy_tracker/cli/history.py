"""`strategy history`: the life of one item, from every commit that touched it."""

import re
from typing import Annotated

import typer

from strategy_tracker.cli.options import Format, Formats, Item, Root, day, portfolio
from strategy_tracker.cli.output import print_result

EXAMPLE = "strategy history having-a-say-06 --blame"


def command(
    item: Item,
    blame: Annotated[bool, typer.Option("--blame", help="for each field as it is now, who last changed it")] = False,
    since: Annotated[
        str, typer.Option(metavar="DATE|REV", help="only what happened from this day on, or after this commit")
    ] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", metavar="DATE", help="only what happened up to this day", show_default="today")
    ] = "",
    form: Formats = Format.table,
    root: Root = None,
) -> int:
    """Show every change of state, colour, date, owner, target and words of one thing, and every reading, newest first.

    It is followed by its id, through renamed and split files. Colours that moved because a day passed have no author.
    A version that could not be read is said to be one, and what follows it is compared with the last one that could.
    """
    from strategy_tracker.app.looking_back.item_history import item_history
    from strategy_tracker.views.screens import history as view

    own = portfolio(root)
    until = day(as_at)
    begins = day(since) if re.fullmatch(r"\d{4}-\d\d-\d\d", since) else since
    life, shallow = item_history(own, item, day(""), as_at=until, since=begins)
    print_result(
        form,
        lambda: view.life_sheet(life, until, since=since, shallow=shallow, blame=blame),
        lambda: view.life_content(life, until, shallow=shallow),
        lambda: (
            (view.WRITTEN_COLUMNS, view.written_rows(life)) if blame else (view.EVENT_COLUMNS, view.event_rows(life))
        ),
        kind="history",
    )
    return 0
