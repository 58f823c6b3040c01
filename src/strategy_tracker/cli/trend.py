"""`strategy trend`: counts by colour over time, from what was known then."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.options import Format, Formats, Item, KeepGoing, Root, day, left_out, portfolio
from strategy_tracker.cli.output import put

if TYPE_CHECKING:
    from strategy_tracker.history.colours_over_time import Known

EXAMPLE = "strategy trend corporate-parenting --every quarter"


class Every(StrEnum):
    """How often to count."""

    month = "month"
    quarter = "quarter"


def command(
    item: Item = "",
    since: Annotated[
        str, typer.Option(metavar="DATE", help="count from this day on", show_default="the first commit")
    ] = "",
    every: Annotated[Every, typer.Option(help="count at the end of each month or quarter")] = Every.month,
    as_at: Annotated[
        str, typer.Option("--as-at", metavar="DATE", help="count up to this day", show_default="today")
    ] = "",
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Count actions and measures by colour at the end of each month or quarter, from the last commit known then.

    Each is judged by the files and settings of its time. ITEM narrows it to a strategy, priority, action or measure.
    """
    from strategy_tracker.history import contents, is_shallow, known_at
    from strategy_tracker.history.colours_over_time import stood_at
    from strategy_tracker.history.versions import THINGS
    from strategy_tracker.judging.colour_counts import counted
    from strategy_tracker.views.screens import trend as view

    found = portfolio(root)
    meant = find(found, item, THINGS) if item else None
    today = day(as_at)
    known = known_at(found.root, lambda first: _days(first, since, today, every))
    held = contents(found.root, (blob.sha for one in known for blob in one.files))
    shallow = ("this is a shallow clone: older commits are not here",) if is_shallow(found.root) else ()
    stood, wrong = stood_at(known, held)
    code = left_out(wrong, keep_going)
    if code:
        return code
    counts = list(counted(stood, meant.address, meant.thing) if meant else counted(stood))
    title = f"{meant.words} over time" if meant else "Colours over time"
    put(
        form,
        lambda: view.trend_sheet(counts, title, (_words(known, every), *shallow)),
        lambda: {
            "item": meant.address if meant else None,
            "every": every.value,
            "counts": list(view.trend_rows(counts)),
        },
        lambda: (view.COLUMNS, view.trend_rows(counts)),
        kind="trend",
    )
    return 0


def _days(first: date, since: str, today: date, every: Every) -> list[date]:
    from strategy_tracker.judging.colour_counts import ends

    return list(ends(max(first, day(since)) if since else first, today, every.value))


def _words(known: "list[Known]", every: Every) -> str:
    if not known:
        return "nothing was on record in this time"
    last = f"the end of each {every.value}, from what was committed by then"
    return f"{known[0].day} to {known[-1].day}: {last}"
