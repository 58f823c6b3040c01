"""`strategy move`: give an action another due date, and keep the ones it had and why."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CannotRun, say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.update import KEYS, standing_of, tell
from strategy_tracker.cli.writing import DryRun, a_day, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from strategy_tracker.model.action import Action
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.model.values import When
    from strategy_tracker.rules.address import Item
    from strategy_tracker.rules.standing import ActionStanding
    from strategy_tracker.store.edit import Change
    from strategy_tracker.store.find import DataFile

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
    meant, before = standing_of(found, action, today)
    file = next(one for one in found.files if one.name == meant.file)
    if step:
        raise keeps_no_moves(before, step, file, meant)
    if not to:
        raise CannotRun("there is no date to move to", "say --to DATE")
    due, decided = a_when(to, "--to"), a_when(on or today.isoformat(), "--on")
    if decided.first > today:
        raise CannotRun(f"{decided} has not come yet", "--on is the day the move was decided")
    entry = {"on": written(decided), "from": "", "why": why.strip(), "approved_by": approved_by.strip()}

    def plan(strategy: Any) -> "Sequence[Change]":
        one = action_at(strategy, meant)
        sensible(one, before, due, decided)
        return changes(one, meant, due, entry)

    old, new = write(found, file, plan, dry_run)
    warn(old, new, today, found.settings)
    if not dry_run:
        _, after = standing_of(found, meant.address, today)
        tell(before, after)
        sys.stdout.write(f"  {slipped(after, due)}\n")
    return 0


def a_when(text: str, what: str) -> "When":
    """A date a person typed.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.values import read_when

    return read_when(a_day(text.strip(), what))


def written(when: "When") -> str | Decimal:
    """A date as it stands in a file; a year alone is a number there."""
    return Decimal(when.text) if len(when.text) == 4 else when.text


def action_at(strategy: Any, meant: "Item") -> "Action":
    """The action meant, as the file holds it now.

    Raises `CannotRun` where it has moved in the file.
    """
    try:
        one: Action = strategy.priorities[meant.route[1]].actions[meant.route[3]]
    except IndexError:
        one = strategy
    if one.id != meant.address.rpartition("/")[2]:
        raise CannotRun(f"'{meant.address}' has moved in the file a moment ago", "try again")
    return one


def sensible(action: "Action", before: "ActionStanding", due: "When", decided: "When") -> None:
    """Refuse a move that says nothing, or that a record of moves could not show.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.action import CLOSED

    if before.state in CLOSED:
        again = f"if it goes on, first say so: strategy update {action.id} --state in-progress"
        raise CannotRun(f"'{action.id}' is {before.state}: its due date holds nobody to anything", again)
    if action.due and (due.first, due.last) == (action.due.first, action.due.last):
        raise CannotRun(f"'{action.id}' is due {action.due} already", "say another date")
    if due.last < decided.first:
        raise CannotRun(f"{due} had passed on {decided}, the day of the move", "say a date to come")
    for move in action.moved if action.due else ():
        if _order(move.on, move.former) > _order(decided, action.due):
            raise CannotRun(
                f"it was moved on {move.on}, from {move.former}: this move would come before that one",
                "say the day it was decided with --on",
            )


def _order(on: "When", former: "When | None") -> tuple["date", ...]:
    """What the moves of an action are sorted by where they are read."""
    return (on.last, on.first, former.last, former.first) if former else (on.last, on.first)


def changes(action: "Action", meant: "Item", due: "When", entry: dict[str, Any]) -> "Sequence[Change]":
    """The new due date, and the move that led to it.

    Raises `CannotRun` where there is no reason for one.
    """
    from strategy_tracker.store.edit import Append, Put

    put = Put(meant.route, "due", written(due), KEYS[: KEYS.index("due")])
    if action.due is None:
        return [put]
    if not entry["why"]:
        raise CannotRun("a due date does not move without a reason", 'say --why "…"')
    said = {key: value for key, value in {**entry, "from": written(action.due)}.items() if value}
    days = [move.on.last for move in action.moved]
    newest_first = days != sorted(days)
    return [put, Append((*meant.route, "moved"), said, first=newest_first, after=("due",))]


def keeps_no_moves(action: "ActionStanding", typed: str, file: "DataFile", meant: "Item") -> CannotRun:
    """Why a milestone is not moved here, and where to type its date."""
    from strategy_tracker.store.positions import locate, spots

    steps = action.milestones
    fits = [n for n, one in enumerate(steps) if typed == str(n + 1) or typed.casefold() in one.text.casefold()]
    if len(fits) != 1:
        listed = "; ".join(f"{n} {one.text}" for n, one in enumerate(steps, 1))
        mend = f"they are: {listed}" if listed else "it has none"
        return CannotRun(f"'{typed}' is not one milestone of this action", mend)
    line = locate(spots(Path(file.path).read_bytes()), (*meant.route, "milestones", fits[0], "due")).line
    return CannotRun(
        f"a milestone keeps no list of moves, so '{steps[fits[0]].text}' is not moved here",
        f'type its date at {file.name}:{line}, and the reason with: strategy update {action.id} --note "…"',
    )


def warn(old: "Record", new: "Record", today: "date", settings: "Settings") -> None:
    """Say what `strategy validate` finds odd in the new date and did not find before."""
    from strategy_tracker.rules.checks.dates import due_dates_make_sense
    from strategy_tracker.store.check import grade

    known: Any = list(due_dates_make_sense(old, today, settings))  # type: ignore[arg-type]
    for item in due_dates_make_sense(new, today, settings):  # type: ignore[arg-type]
        if item not in known and (graded := grade(item, settings.severity)):
            say(f"{graded.severity}: {item.message} [{item.code}]")


def slipped(action: "ActionStanding", due: "When") -> str:
    """How far the date is from the original one, and how often it was moved."""
    if not action.moves:
        return f"due {due}: its first due date, so no move is recorded"
    days, times = action.slipped, len(action.moves)
    far = f"{days} day{'s' * (days > 1)} later than" if days else "not later than"
    often = "once" if times == 1 else "twice" if times == 2 else f"{times} times"
    return f"due {due}: {far} the original date, {action.original_due}; moved {often}"
