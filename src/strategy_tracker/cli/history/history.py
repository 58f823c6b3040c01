"""`strategy history`: the life of one item, from every commit that touched it."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.options import Format, Formats, Item, Root, day, portfolio
from strategy_tracker.cli.output import print_result, print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.app.moment import Portfolio

EXAMPLE = "strategy history having-a-say-06 --blame"


def command(
    item: Item = "",
    blame: Annotated[bool, typer.Option("--blame", help="for each field as it is now, who last changed it")] = False,
    slips: Annotated[
        bool, typer.Option("--slips", help="every move of every due date, of the portfolio or of the strategy ITEM")
    ] = False,
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
    --slips lists every move of every due date instead: how far, whether it is on record, and who agreed.
    """
    from strategy_tracker.app.looking_back.item_history import item_history
    from strategy_tracker.views.screens.looking_back import history as view

    if (blame and slips) or not (item or slips):
        raise Problem("one thing at a time: an item, or --slips with or without a strategy", "strategy history --slips")
    own = portfolio(root)
    until = day(as_at)
    begins = day(since) if re.fullmatch(r"\d{4}-\d\d-\d\d", since) else since
    if slips:
        return _print_slips(own, item, until, begins, form)
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


def _print_slips(own: "Portfolio", strategy: str, until: "date", since: "date | str", form: Format) -> int:
    from strategy_tracker.app.looking_back.slips import slipped_dates
    from strategy_tracker.views.screens.looking_back import slips as view

    found = slipped_dates(own, day(""), strategy=strategy, as_at=until, since=since)
    code = print_unread(found.wrong, keep_going=True)
    print_result(
        form,
        lambda: view.slips_sheet(found.slips, until, found.unknown),
        lambda: view.slips_content(found.slips, until, found.unknown),
        lambda: (view.COLUMNS, view.slip_rows(found.slips)),
        kind="slips",
    )
    if found.unknown and form is Format.csv:
        print_note(f"note: {found.unknown}")
    return code
