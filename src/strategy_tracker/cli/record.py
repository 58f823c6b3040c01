"""`strategy record`: write down a figure of a measure, or revise one and keep what it was."""

import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CannotRun, say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from strategy_tracker.diagnostics import Route
    from strategy_tracker.model.measure import Measure
    from strategy_tracker.model.period import Period
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.rules.standing import MeasureStanding
    from strategy_tracker.store.edit import Change

EXAMPLE = 'strategy record cp-moves 2022-12 9.4 --note "The first full year with the new provider"'
FIGURE = ("value", "numerator", "denominator", "symbol", "words")
ORDER = (*FIGURE, "note", "state", "was", "source", "recorded")


class AlreadyRecorded(Exception):
    """The file says exactly this; its text is how it says it."""


def command(
    measure: Annotated[
        str, typer.Argument(help="the id of a measure, or any unambiguous end of it", autocompletion=items)
    ],
    period: Annotated[str, typer.Argument(help="2022/23, '2022/23 Q1', 2022-06, 2022-06-30, 2022 or 'AY 2021/22'")],
    value: Annotated[
        str, typer.Argument(help="97.5, 105/262, c, x, z, low or u; type -- before one that begins with a minus")
    ],
    note: Annotated[str, typer.Option(help="what a reader of the figure should know", show_default=False)] = "",
    provisional: Annotated[bool, typer.Option("--provisional", help="it may still change")] = False,
    source: Annotated[str, typer.Option(help="where it was taken from", show_default=False)] = "",
    on: Annotated[
        str,
        typer.Option(
            metavar="DATE", help="the day it became known; with --revise, until when the old one held", show_default=False
        ),
    ] = "",
    revise: Annotated[bool, typer.Option("--revise", help="replace the figure that stands there and keep it in view")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record the figure of a measure for a period. The file keeps everything else as it is.

    A figure that stands there already is replaced only with --revise, and stays in the file as what it was.
    """
    from strategy_tracker.cli.items import find

    found, today = portfolio(root), day("")
    meant = find(found, measure, ("measure",))
    when = a_period(period, found.settings.year_end)
    said = {"note": note, "state": "provisional" * provisional, "source": source, "recorded": on and a_day(on, "--on")}
    said = {key: text for key, text in said.items() if text}
    file = next(one for one in found.files if one.name == meant.file)

    def plan(record: Any) -> "Sequence[Change]":
        one = record.measures[meant.route[1]]
        if one.id != meant.address:
            raise CannotRun(f"'{meant.address}' has moved in the file a moment ago", "try again")
        typed = figure(value, one.unit)
        key = standing_for(when, one.readings)
        route = (*meant.route, "readings")
        if key is None:
            if revise:
                raise CannotRun(f"'{one.id}' has no reading for {when} to revise", "leave --revise out")
            new = {**typed, **dated(said, when, today)}
            possible(one, when, new, today, found.settings)
            return [Put(route, when.text, shortest(new), (earlier(when, one.readings),))]
        old = held(Path(file.path), (*route, key.text))
        new = revised(old, typed, said, today)
        if new == as_map(old):
            raise AlreadyRecorded(f"{one_line(old)} for {key}")
        if not revise:
            ...
        possible(one, key, new, today, found.settings)
        return list(steps(route, key.text, old, new))
