"""`strategy update`: say how an action is going."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.asking import asked, show_action
from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Rag, Root, State, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, file_of, record_of, tell, write
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from strategy_tracker.editing.changes import Change
    from strategy_tracker.editing.edit_action import Said
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import ActionStanding, UpdateStanding
    from strategy_tracker.model.address import Item

EXAMPLE = 'strategy update corporate-parenting/stability-04 --rag amber --note "Relaunch moved to October"'


def command(
    action: Annotated[
        str, typer.Argument(help="the id of an action, or any unambiguous end of it", autocompletion=items)
    ],
    state: Annotated[
        State | None, typer.Option(help="the state it is in now; otherwise it stays", show_default=False)
    ] = None,
    rag: Annotated[
        Rag | None, typer.Option(help="red, amber or green: its owner's judgement", show_default=False)
    ] = None,
    note: Annotated[
        str, typer.Option(help="what a board should know; needed with red and amber", show_default=False)
    ] = "",
    forecast: Annotated[
        str, typer.Option(metavar="DATE", help="when it is now expected to be done", show_default=False)
    ] = "",
    by: Annotated[str, typer.Option(metavar="POST", help="the post that says so", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it is true of", show_default="today")] = "",
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
    done: Annotated[bool, typer.Option("--done", help="the action is complete")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add an update to an action. The file keeps everything else as it is.

    Without options, in a terminal, it asks. What was said before stays: the latest update holds.
    """
    from strategy_tracker.app.find_item import action_in
    from strategy_tracker.editing.edit_action import Said

    if done and state not in (None, State.complete):
        raise Problem(f"--done and --state {state.value} say two things", "leave one of them out")
    found, today = portfolio(root), day("")
    meant = find(found, action, ("action",))
    words = {
        "on": a_day(on, "--on") if on else today.isoformat(),
        "state": "complete" if done else state.value if state else "",
        "rag": rag.value if rag else "",
        "note": note.strip(),
        "by": by.strip(),
        "forecast": a_day(forecast, "--forecast") if forecast else "",
        "evidence": several(evidence or []),
    }
    before = action_in(record_of(found, meant), meant, today, found.settings)
    said = Said(words, tick or (), a_day(did, "--did") if did else "")
    write_update(found, meant, said_or_asked(said, before, meant, today), today, dry_run)
    return 0


def said_or_asked(said: "Said", before: "ActionStanding", meant: "Item", today: date) -> "Said":
    """What was said with the options, with the state it does not say; or the answers to questions.

    Raises `Problem` where nothing was said and nobody can be asked.
    """
    given = {key: text for key, text in said.update.items() if text}
    if given.keys() - {"on", "by"} or said.steps or said.did:
        state = state_then(before, given["on"], bool(said.steps or said.did))
        return said._replace(update={"on": given["on"], "state": state, **given})
    if not sys.stdin.isatty():
        raise Problem("there is nothing to record", "say --state, --rag or --note; in a terminal it asks")
    say(meant.address)
    show_action(before)
    answers = asked(before, given["on"], today)
    return answers._replace(update={**answers.update, **given})


def several(texts: list[str]) -> str | tuple[str, ...]:
    """One text alone, or all of them, as a file may hold them; those without a word are left out."""
    kept = tuple(text.strip() for text in texts if text.strip())
    return kept[0] if len(kept) == 1 else kept


def state_then(before: "ActionStanding", on: str, something_was_done: bool) -> str:
    """The state an action was in on a day, for an update that does not say it; what was worked on has begun."""
    from strategy_tracker.model.values import read_when

    day = read_when(on).last
    last = next((one.state for one in before.updates if read_when(one.on).first <= day), "in-progress")
    return "in-progress" if something_was_done and last == "not-started" else last


def write_update(found: "Portfolio", meant: "Item", said: "Said", today: date, dry_run: bool) -> None:
    """Write what is said of an action, and tell what it does to its colour."""
    from strategy_tracker.app.find_item import action_in, item_in
    from strategy_tracker.editing.edit_action import said_changes
    from strategy_tracker.editing.refusals import has_come, update_makes_sense

    def plan(loaded: "LoadedFile") -> "Iterable[Change]":
        update_makes_sense(said.update, today)
        if said.did:
            has_come(said.did, today, "say a day on which it was done")
        return said_changes(item_in(loaded.record, meant), meant.route, said)

    done = write(found, file_of(found, meant), plan, dry_run)
    if done and not dry_run:
        before, after = (action_in(record, meant, today, found.settings) for record in (done.before, done.after))
        tell(before, after)
        say_what_went(before, after)
        say_what_holds(after.updates[0], said, meant, done.after, done.data)


def say_what_went(before: "ActionStanding", after: "ActionStanding") -> None:
    """Say what the former update said and the new one does not: a colour or a date that no longer counts."""
    if not before.updates or after.state not in ("not-started", "in-progress"):
        return
    old, new = before.updates[0], after.updates[0]
    words, options = [], []
    if old.rag and not new.rag:
        words, options = [old.rag], [f"--rag {old.rag}"]
    if old.forecast and not new.forecast:
        words, options = [*words, f"expected {old.forecast}"], [*options, f"--forecast {old.forecast}"]
    if words:
        say(f"note: the update of {old.on} said {' and '.join(words)}, and this one does not")
        say(f"  help: where that is still so, say it again: {' '.join(options)}")


def say_what_holds(last: "UpdateStanding", said: "Said", meant: "Item", record: Any, data: bytes) -> None:
    """Say where another update is the one that counts, and how to take it out if it was mistyped."""
    from strategy_tracker.app.find_item import item_in
    from strategy_tracker.files.positions import where

    new, held = said.update, (last.on, last.state, last.rag, last.note)
    if held == tuple(new.get(key) for key in ("on", "state", "rag", "note")):
        return
    older = "the latest one counts" if last.on != new["on"] else "of two on one day, the further on or the worse counts"
    words = ", ".join(text for text in (last.state, last.rag, last.note) if text)
    updates = [(str(one.on), one.state, one.rag, one.note) for one in item_in(record, meant).updates]
    line = where(data, (*meant.route, "updates", updates.index(held), "on")).line
    say(f"note: the update of {last.on} still holds ({words}): {older}")
    say(f"  help: if that one was mistyped, take it out at {meant.file}:{line}")
