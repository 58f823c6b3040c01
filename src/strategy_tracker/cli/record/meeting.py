"""`strategy meeting`: record that a body met about a strategy, or will, and what it resolved."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from strategy_tracker.cli.complete import items, strategies
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.steps.resolving import MeetingHeld, tell_asks, walk
from strategy_tracker.cli.steps.writing import DryRun, carry_out
from strategy_tracker.problem import Problem

EXAMPLE = 'strategy meeting "Executive" --held 2022-10-04 --strategy corporate-parenting'


class Answer(StrEnum):
    """What a body resolves about a thing that it was asked."""

    noted = "noted"
    agreed = "agreed"
    refused = "refused"
    deferred = "deferred"
    wanted = "answer-wanted"


def command(
    body: Annotated[str, typer.Argument(help="the name of the body, or some of its words")],
    held: Annotated[str, typer.Option(metavar="DATE", help="the day it met", show_default=False)] = "",
    planned: Annotated[str, typer.Option(metavar="DATE", help="the day it will meet next", show_default=False)] = "",
    asks_before: Annotated[
        str, typer.Option(metavar="INTERVAL", help="how long before it owners are asked", show_default=False)
    ] = "",
    grace: Annotated[
        str, typer.Option(metavar="INTERVAL", help="how long after it an answer is taken", show_default=False)
    ] = "",
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="the strategy it met about, where it reviews several; may be repeated",
            autocompletion=strategies,
            show_default=False,
        ),
    ] = None,
    paper: Annotated[str, typer.Option(metavar="NAME", help="the paper it had, as frozen", show_default=False)] = "",
    ask: Annotated[
        str, typer.Option(metavar="ASK", help="what it was asked: an id, or the words of a new one", show_default=False)
    ] = "",
    resolved: Annotated[Answer | None, typer.Option(help="what it resolved about that", show_default=False)] = None,
    about: Annotated[
        str, typer.Option(metavar="ID", help="what a new ask is about", autocompletion=items, show_default=False)
    ] = "",
    minute: Annotated[str, typer.Option(metavar="REF", help="where the minutes say so", show_default=False)] = "",
    by: Annotated[str, typer.Option(metavar="POST", help="who is to do it", show_default=False)] = "",
    due: Annotated[
        str, typer.Option(metavar="DATE", help="by when, or the meeting it is deferred to", show_default=False)
    ] = "",
    to_do: Annotated[
        str, typer.Option(help="what is to be done, if it is not what was asked", show_default=False)
    ] = "",
    action: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="an action that carries it out", show_default=False)
    ] = None,
    seal: Annotated[bool, typer.Option("--seal", help="what it is about was approved as it stands")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record a meeting that was held, the next one that is planned, or what was resolved about an ask of its paper.

    In a terminal it goes through the asks of the paper that was frozen for it. Where the meeting that was planned is
    held, its day moves from 'next' to 'held'.
    """
    from strategy_tracker.app.writing.meeting import propose_meeting
    from strategy_tracker.app.writing.meeting_record import propose_resolution
    from strategy_tracker.model.new_entries import NewMeeting, NewResolution

    found, today, named = portfolio(root), day(""), tuple(strategy or ())
    said = NewResolution(
        ask, resolved.value if resolved else "", about, minute, by, due, to_do, tuple(action or ()), seal
    )
    if ask.strip():
        if planned:
            raise Problem("--planned is of no ask", "say it by itself: --planned DATE")
        carry_out(propose_resolution(found, body, held, said, named, today, paper), dry_run)
        return 0
    if said != NewResolution(ask):
        raise Problem("what was resolved is about something", 'say what it was asked: --ask ID, or --ask "…"')
    carry_out(propose_meeting(found, body, NewMeeting(held, planned, named, asks_before, grace), today), dry_run)
    if held and not dry_run:
        (walk if sys.stdin.isatty() else tell_asks)(MeetingHeld(found, body, held, named, paper, today))
    return 0
