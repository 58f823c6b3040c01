"""`strategy move`: give an action another due date, and keep the ones it had and why."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, file_of, record_of, tell, write
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from strategy_tracker.editing.changes import Change
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import ActionStanding
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.address import Item

EXAMPLE = 'strategy move having-a-say-06 --to 2023-03-31 --why "The bank opens no new accounts before the spring"'


def command(
    action: Annotated[
        str, typer.Argument(help="the id of an action, or any unambiguous end of it", autocompletion=items)
    ],
    to: Annotated[str, typer.Option(metavar="DATE", help="the new due date", show_default=False)] = "",
    why: Annotated[str, typer.Option(help="the reason, for whoever asks in a year", show_default=False)] = "",
    approved_by: Annotated[str, typer.Option(metavar="BODY", help="who agreed to it", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it was decided", show_default="today")] = "",
    step: Annotated[
        str, typer.Option("--milestone", metavar="STEP", help="where to move a milestone", show_default=False)
    ] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Move the due date of an action. The dates it had before stay in the file, each with its reason.

    An action without a due date gets its first one: that is no move and needs no reason.
    """
    found, today = portfolio(root), day("")
    meant = find(found, action, ("action",))
    if step:
        raise keeps_no_moves(found, meant, step)
    if not to:
        raise Problem("there is no date to move to", "say --to DATE")
    due = a_day(to, "--to")
    said = {"on": a_day(on, "--on") if on else today.isoformat(), "why": why.strip()}
    said["approved_by"] = approved_by.strip()
    write_move(found, meant, due, said, dry_run)
    return 0


def write_move(found: "Portfolio", meant: "Item", due: str, said: dict[str, str], dry_run: bool) -> None:
    """Write a due date and the move that led to it, and tell what it does to the colour."""
    from strategy_tracker.app.find_item import action_in, item_in
    from strategy_tracker.editing.edit_action import move_changes
    from strategy_tracker.editing.refusals import move_makes_sense
    from strategy_tracker.model.values import read_when

    today = day("")

    def plan(loaded: "LoadedFile") -> "Iterable[Change]":
        one: Action = item_in(loaded.record, meant)
        state = action_in(loaded.record, meant, today, found.settings).state
        move_makes_sense(one, meant.address, state, read_when(due), read_when(said["on"]), today)
        return move_changes(one, meant.route, due, said)

    done = write(found, file_of(found, meant), plan, dry_run)
    if done and not dry_run:
        before, after = (action_in(record, meant, today, found.settings) for record in (done.before, done.after))
        tell(before, after)
        sys.stdout.write(f"  {slipped(after, due)}\n")


def keeps_no_moves(found: "Portfolio", meant: "Item", typed: str) -> Problem:
    """Why a milestone is not moved here, and where to type its date."""
    from strategy_tracker.app.find_item import item_in
    from strategy_tracker.editing.refusals import step_meant
    from strategy_tracker.files.load import content
    from strategy_tracker.files.positions import where

    action: Action = item_in(record_of(found, meant), meant)
    number = step_meant(action.milestones, typed)
    file = file_of(found, meant)
    line = where(content(file), (*meant.route, "milestones", number, "due")).line
    return Problem(
        f"a milestone keeps no list of moves, so '{action.milestones[number].text}' is not moved here",
        f'type its date at {file.name}:{line}, and the reason with: strategy update {meant.address} --note "…"',
    )


def slipped(action: "ActionStanding", due: str) -> str:
    """How far the date is from the original one, and how often it was moved."""
    if not action.moves:
        return f"due {due}: its first due date, so no move is recorded"
    days, times = action.slipped, len(action.moves)
    far = f"{days} day{'s' * (days > 1)} later than" if days else "not later than"
    often = "once" if times == 1 else "twice" if times == 2 else f"{times} times"
    return f"due {due}: {far} the original date, {action.moves[0].former}; moved {often}"
