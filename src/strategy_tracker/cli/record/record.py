"""`strategy record`: write down figures of measures, or revise one and keep what it was."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.asking import one_meant
from strategy_tracker.cli.steps.writing import DryRun, carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.app.writing.items.checkin import Item
    from strategy_tracker.app.writing.items.record import TypedReading
    from strategy_tracker.model.new_entries import NewReading

EXAMPLE = 'strategy record cp-moves 2022-12 9.5 --note "Two homes closed in the autumn"'


def command(
    measure: Annotated[
        str,
        typer.Argument(
            help="the id of a measure, any unambiguous end of it, or words to choose by; - for a table of several",
            autocompletion=items,
        ),
    ],
    figures: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PERIOD VALUE",
            help="2022/23, '2022/23 Q1', 2022-06, 2022-06-30, 2022 or 'AY 2021/22', and 97.5, -0.4, 105/262, c, x, z, "
            "low or u, then women=40 for a group; or several, as PERIOD=VALUE; or - for a table on standard input",
            show_default=False,
        ),
    ] = None,
    note: Annotated[str, typer.Option(help="what a reader of the figure should know", show_default=False)] = "",
    provisional: Annotated[bool, typer.Option("--provisional", help="the figure may still change")] = False,
    source: Annotated[str, typer.Option(help="where the figure comes from", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it became known", show_default=False)] = "",
    revise: Annotated[
        bool, typer.Option("--revise", help="replace the figure that is there, and keep what it was")
    ] = False,
    why: Annotated[str, typer.Option(help="with --revise: why the figure changed", show_default=False)] = "",
    forecast: Annotated[
        bool,
        typer.Option("--forecast", help="it is what the period is expected to come out at, and is kept beside others"),
    ] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record the figure of a measure for a period, or many at once: all of them, or none where one cannot be.

    A figure that is there already changes only with --revise, and the former one stays in the file with the reason. A
    table is csv, or copied from a sheet: with the columns measure, period and value, or a row for each measure and a
    column for each period. Empty cells are no figures. A forecast changes no figure; each one is kept.
    """
    from strategy_tracker.app.writing.items.record import propose_readings, wants_reason
    from strategy_tracker.model.new_entries import NewReading

    found, table = portfolio(root), "-" in (measure, *(figures or []))
    said = NewReading("", "", note, source, on, provisional, revise, why)
    if table and forecast:
        raise Problem("a table holds figures that came", "strategy record ID 2025/26=70 2026/27=75 --forecast")
    meant = None if measure == "-" else one_meant(found, measure, "measure")
    typed = typed_readings(found, meant, figures or [], said)
    if forecast and meant:
        from strategy_tracker.app.writing.items.forecast import propose_forecasts

        carry_out(propose_forecasts(found, meant, [one.new for one in typed], day("")), dry_run)
        return 0
    proposal = propose_readings(found, typed, day(""))
    if wants_reason(proposal) and not table and sys.stdin.isatty() and (reason := ask_why()):
        typed = [one._replace(new=one.new._replace(why=reason)) for one in typed]
        proposal = propose_readings(found, typed, day(""))
    carry_out(proposal, dry_run)
    return 0


def ask_why() -> str:
    """The reason for a revision from the person; empty where they leave it out."""
    from strategy_tracker.cli.steps.asking import Back, ask

    try:
        return ask("why was it revised, for whoever asks in a year")
    except Back:  # it is the only question
        return ""


def typed_readings(
    found: "Portfolio", measure: "Item | None", figures: list[str], said: "NewReading"
) -> "list[TypedReading]":
    """The readings that the arguments say, or the table they ask for; `said` holds what is said of all of them."""
    from strategy_tracker.app.writing.items.readings_table import reading_of_pair, readings_in
    from strategy_tracker.app.writing.items.record import TypedReading

    if figures == ["-"] or (measure is None and not figures):
        if typed := readings_in(read_table(), measure or "", said, found.settings.year_end):
            return typed
        raise Problem("there is no figure in the table", "write one into a cell")
    if measure is None:
        raise Problem("- stands for a table on standard input", "strategy record - < FILE, and no figures beside it")
    if len(figures) > 1 and ["=" in one for one in figures] == [False, False] + [True] * (len(figures) - 2):
        period, value, *groups = figures
        return [TypedReading("", measure, said._replace(period=period, value=value, groups=tuple(groups)))]
    if not figures or any("=" not in one for one in figures):
        raise Problem("a period and its figure are wanted", f"strategy record {measure.address} 2025/26=66 2026/27=70")
    return [reading_of_pair(one, measure, said) for one in figures]


def read_table() -> str:
    """What is pasted or piped in."""
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        print_note(f"paste the table, then {end} on a line of its own")
    return sys.stdin.read()
