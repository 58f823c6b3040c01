"""`strategy update`: say how an action is going."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Rag, Root, State, day, portfolio
from strategy_tracker.cli.steps.ask_update import ask_from_start
from strategy_tracker.cli.steps.asking import one_meant
from strategy_tracker.cli.steps.writing import DryRun, carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.model.new_entries import NewUpdate

EXAMPLE = 'strategy update corporate-parenting/stability-04 --rag amber --note "Relaunch moved to October"'


def command(
    action: Annotated[
        str,
        typer.Argument(
            help="the id of an action, measure or ask, an end of it, or words; - reads an answered issue form",
            autocompletion=items,
        ),
    ],
    state: Annotated[
        State | None, typer.Option(help="the state it is in now; otherwise it stays", show_default=False)
    ] = None,
    rag: Annotated[
        Rag | None, typer.Option(help="red, amber or green: its owner's judgement", show_default=False)
    ] = None,
    complete: Annotated[
        str, typer.Option(metavar="PERCENT", help="how much of it is complete, such as 40", show_default=False)
    ] = "",
    note: Annotated[
        str, typer.Option(help="what a board should know; needed with red, amber and a stop", show_default=False)
    ] = "",
    forecast: Annotated[
        str, typer.Option(metavar="DATE", help="when it is now expected to be done", show_default=False)
    ] = "",
    by: Annotated[str, typer.Option(metavar="POST", help="the post that says so", show_default=False)] = "",
    approved_by: Annotated[
        str, typer.Option(metavar="BODY", help="who agreed to it, such as to stopping", show_default=False)
    ] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it is said", show_default="today")] = "",
    happened: Annotated[
        str, typer.Option(metavar="DATE", help="the day it happened, if not that day", show_default=False)
    ] = "",
    evidence: Annotated[
        list[str] | None, typer.Option(metavar="REF", help="where to look; may be repeated", show_default=False)
    ] = None,
    tick: Annotated[
        list[str] | None,
        typer.Option(metavar="STEP", help="a milestone that is done: its number or its words", show_default=False),
    ] = None,
    did: Annotated[
        str, typer.Option(metavar="DATE", help="a recurring action was done on this day", show_default=False)
    ] = "",
    no_change: Annotated[bool, typer.Option("--no-change", help="all that was said before still holds")] = False,
    drafted: Annotated[bool, typer.Option("--drafted", help="a machine says so: a person has to confirm it")] = False,
    done: Annotated[bool, typer.Option("--done", help="the action is complete")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add an update to an action, judge a measure with --rag, or say that what a body asked for is done.

    Without options, in a terminal, it asks. What was said before stays: the latest update holds.
    """
    from strategy_tracker.app.writing.items.judge_measure import propose_word
    from strategy_tracker.model.new_entries import NewUpdate

    if done and state not in (None, State.complete):
        raise Problem(f"--done and --state {state.value} say two things", "leave one of them out")
    new = NewUpdate(
        state="complete" if done else state.value if state else "",
        rag=rag.value if rag else "",
        note=note,
        complete=complete,
        forecast=forecast,
        by=by,
        approved_by=approved_by,
        on=on,
        evidence=tuple(evidence or ()),
        ticked=tuple(tick or ()),
        did=did,
        happened=happened,
        no_change=no_change,
        drafted=drafted,
    )
    found, today = portfolio(root), day("")
    if action == "-":
        action, new = _answered_form(found, new)
    meant = one_meant(found, action, "action", "measure", "ask")
    if asked := new.is_empty and meant.thing == "action" and sys.stdin.isatty():
        new = ask_from_start(found, meant, new, today)
    carry_out(propose_word(found, meant, new, today, asked=asked), dry_run)
    return 0


def _answered_form(found: "Portfolio", new: "NewUpdate") -> "tuple[str, NewUpdate]":
    """The action and the update in the text that is piped in."""
    from strategy_tracker.app.importing.answered_form import answered_form

    if not new.is_empty or new.by or new.on:
        raise Problem("the form says what is to be said", "strategy update - < FORM, and nothing beside it")
    answer = answered_form(found, sys.stdin.read())
    return answer.action, answer.update
