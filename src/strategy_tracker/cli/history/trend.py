"""`strategy trend`: counts by colour over time, from what was known then."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.options import Format, Formats, Item, KeepGoing, Root, day, portfolio
from strategy_tracker.cli.output import print_result, print_unread

if TYPE_CHECKING:
    from pathlib import Path

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
        str,
        typer.Option(
            "--as-at",
            metavar="DATE",
            help="count up to this day, at each by what was committed then",
            show_default="today",
        ),
    ] = "",
    forecasts: Annotated[
        bool,
        typer.Option("--forecasts", help="instead: each forecast beside what came, counted by owner"),
    ] = False,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Count actions and measures by colour at the end of each month or quarter, from the last commit known then.

    Each is judged by the files and settings of its time. ITEM narrows it to a strategy, priority, action or measure.
    With --forecasts: what was forecast of measures and of the days of actions, and what came, by the files of now.
    """
    if forecasts:
        return _forecasts(item, since, as_at, form, keep_going=keep_going, root=root)
    from strategy_tracker.app.looking_back.trend import trend
    from strategy_tracker.views.screens.looking_back import trend as view

    own = portfolio(root)
    first = day(since) if since else None
    found = trend(own, day(as_at), item=item, every=every.value, since=first)
    code = print_unread(found.wrong, keep_going)
    if code:
        return code
    title = f"{found.item.words} over time" if found.item else "Colours over time"
    lines = view.trend_lines(found.days, found.every, found.unsure, shallow=found.shallow)
    print_result(
        form,
        lambda: view.trend_sheet(found.counts, title, lines),
        lambda: view.trend_content(found.counts, found.item.address if found.item else None, found.every),
        lambda: (view.COLUMNS, view.trend_rows(found.counts)),
        kind="trend",
    )
    return 0


def _forecasts(item: str, since: str, as_at: str, form: Format, *, keep_going: bool, root: "Path | None") -> int:
    """Print each forecast on record beside what came, and the counts by owner and strategy."""
    from strategy_tracker.app.looking_back.forecasts import scored_forecasts
    from strategy_tracker.views.screens.looking_back import forecast_score as view

    first = day(since) if since else None
    found = scored_forecasts(portfolio(root), day(as_at), item=item, since=first)
    code = print_unread(found.wrong, keep_going)
    if code:
        return code
    title = f"Forecasts of {found.item.words}, and what came" if found.item else "Forecasts, and what came"
    told = (found.forecasts, found.owners, found.strategies, found.as_at)
    print_result(
        form,
        lambda: view.score_sheet(*told, title),
        lambda: view.score_content(*told, found.item.address if found.item else None),
        lambda: (view.COLUMNS, view.score_rows(found.forecasts)),
        kind="forecasts",
    )
    return 0
