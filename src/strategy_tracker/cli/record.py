"""`strategy record`: write down a figure of a measure, or revise one and keep what it was."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, file_of, tell, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from strategy_tracker.editing.changes import Change
    from strategy_tracker.editing.edit_reading import Figure
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import MeasureStanding
    from strategy_tracker.model.address import Item
    from strategy_tracker.model.measure import Measure
    from strategy_tracker.model.period import Period

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
    from strategy_tracker.editing import typed_figures
    from strategy_tracker.editing.edit_reading import Figure

    found, today = portfolio(root), day("")
    meant = find(found, measure, ("measure",))
    when = typed_figures.period(period, found.settings.year_end)
    given = {"note": note, "state": "provisional" if provisional else "", "source": source}
    said = {key: text.strip() for key, text in given.items() if text.strip()}
    write_figure(found, meant, Figure(when, value, said, a_past_day(on, today), revise), today, dry_run)
    return 0


def a_past_day(text: str, today: date) -> str:
    """The day of `--on` as it is written in a file; nothing where none was given.

    Raises `Problem`.
    """
    from strategy_tracker.editing.refusals import has_come

    known = a_day(text, "--on") if text else ""
    has_come(known or str(today), today, "a figure is known from a day that has come")
    return known


def write_figure(found: "Portfolio", meant: "Item", asked: "Figure", today: date, dry_run: bool) -> None:
    """Write the figure of a measure, and tell what it does to its colour."""
    from strategy_tracker.app.find_item import item_in, measure_in
    from strategy_tracker.editing.edit_reading import figure_changes
    from strategy_tracker.editing.revisions import same_period

    settings = found.settings

    def plan(loaded: "LoadedFile") -> "Iterable[Change]":
        return figure_changes(item_in(loaded.record, meant), loaded.data, meant.route, asked, today, settings)

    done = write(found, file_of(found, meant), plan, dry_run)
    if not done:
        return
    measure: Measure = item_in(done.after, meant)
    key = same_period(asked.when, measure.readings) or asked.when
    notice_kind(item_in(done.before, meant), key)
    if measure.readings[key].symbol == "c" and measure.readings[key].was:
        say("note: the file and its history still hold what it was: take it out of both if nobody may know it")
    if not dry_run:
        before, after = (measure_in(record, meant, today, settings) for record in (done.before, done.after))
        tell(before, after)
        tell_direction(after, key)


def notice_kind(measure: "Measure", when: "Period") -> None:
    """Say where all other readings are for another kind of period."""
    kinds = {one.kind for one in measure.readings}
    if kinds and when.kind not in kinds:
        words = " and ".join(sorted(_KINDS.get(kind, kind.replace("-", " ")) + "s" for kind in kinds))
        say(f"note: the other readings of '{measure.id}' are for {words}; no arrow joins different kinds of period")


_KINDS = {"year": "financial year"}


def tell_direction(after: "MeasureStanding", when: "Period") -> None:
    """Both arrows of a measure, and whether they are those of this reading."""
    lines = [f"  against the period before: {after.short.words}"]
    lines += [f"  against the same period last year: {after.long.words}"]
    if after.reading and after.reading.period != when.text:
        lines.append(f"  {when} is not the latest reading: colour and arrows are those of {after.reading.period}")
    sys.stdout.write("\n".join(lines) + "\n")
