"""Saying how an action is going: the proposal of an update, and what it does to the action's colour."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import action_in, file_of, find, item_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Note,
    Proposal,
    ProposedFile,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.edit_action import update_changes
from strategy_tracker.editing.refusals import Already, halts, has_come, update_makes_sense
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.evidence import digest_of
from strategy_tracker.files.parsing.positions import where
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def propose_update(
    portfolio: Portfolio, action: str | Item, new: NewUpdate, today: date, *, asked: bool = False
) -> Proposal:
    """The proposal of an update of an action, which is named by its id or by any unambiguous end of it.

    What the update before said and this one does not is noted, unless the person was `asked` for it.

    Raises `Problem` where nothing is said, where a board could not use it, or where the file cannot take it.
    """
    meant = find(portfolio, action, ("action",)) if isinstance(action, str) else action
    file, settings = file_of(portfolio, meant), portfolio.settings
    new = with_days(new, today)
    if "evidence" in settings.completion.needs:
        found = ((name, digest_of(portfolio, name)) for name in new.evidence)
        new = new._replace(digests={name: digest for name, digest in found if digest})

    def plan() -> Draft:
        loaded = load_whole(file, settings)
        before = action_in(loaded.record, meant, today, settings)
        said = new._replace(did=day(new.did, "--did"))
        if said.is_empty:
            raise Problem("there is nothing to record", "say --state, --rag or --note; in a terminal it asks", "state")
        refuse_wrong_settings(portfolio)
        if not said.no_change:
            said = said._replace(state=said.state or _state_then(before, said))
        update_makes_sense(said, today)
        if said.no_change:
            can_still_hold(before, said.on)
        if halts(said, before.state) and not said.note:
            raise Problem(f"{said.state} without a reason", 'say why: --note "…"', "note")
        if said.did:
            has_come(said.did, today, "say a day on which it was done", "did")
        changes = update_changes(item_in(loaded.record, meant), meant.route, said)
        try:
            made = edited(loaded, changes, today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        after = action_in(made.after, meant, today, settings)
        notes = (*(() if asked else _what_went(before, after)), *_what_holds(after, said, meant, made))
        return Draft(meant, (made,), (ColourChange(before, after, notes=notes),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def can_still_hold(before: ActionStanding, on: str) -> None:
    """Raise `Problem` where "no change" cannot be true on a day: nothing was said yet, or a forecast has passed."""
    if not before.updates:
        raise Problem(
            f"nothing was said of '{before.id}' yet that could still hold", 'say how it is: --note "…"', "note"
        )
    if before.forecast and read_when(before.forecast).last < read_when(on).first:
        message = f"the forecast {before.forecast} lies before the update"
        raise Problem(message, "say when it is expected now: --forecast", "forecast")


def action_now(portfolio: Portfolio, meant: Item, today: date) -> ActionStanding:
    """How an action stands. Raises `Problem` where its file has errors, as `propose_update` does."""
    record = load_whole(file_of(portfolio, meant), portfolio.settings).record
    return action_in(record, meant, today, portfolio.settings)


def with_days(new: NewUpdate, today: date) -> NewUpdate:
    """The update with its texts tidied, its days as a file holds them, and today where it says no day.

    Raises `Problem` for what is no date.
    """
    return new._replace(
        on=day(new.on, "--on") or today.isoformat(),
        note=new.note.strip(),
        by=new.by.strip(),
        approved_by=new.approved_by.strip(),
        happened=day(new.happened, "--happened"),
        forecast=day(new.forecast, "--forecast"),
        evidence=tuple(text.strip() for text in new.evidence if text.strip()),
    )


def _state_then(before: ActionStanding, new: NewUpdate) -> str:
    """The state the action was in on the day of an update that does not say it; empty where nobody had said one.

    What was worked on has begun, where it was said not to have started.
    """
    that_day = read_when(new.on).last
    said = (one.state for one in before.updates if one.state and read_when(one.on).first <= that_day)
    last = next(said, "")
    return "in-progress" if (new.ticked or new.did) and last == "not-started" else last


def _what_went(before: ActionStanding, after: ActionStanding) -> tuple[Note, ...]:
    """What the former update said and the new one does not: a colour or a date that no longer counts."""
    if not before.updates or after.state not in (None, "not-started", "in-progress"):
        return ()
    old, new = before.updates[0], after.updates[0]
    words, options = [], []
    if old.rag and not new.rag:
        words, options = [old.rag], [f"--rag {old.rag}"]
    if old.forecast and not new.forecast:
        words, options = [*words, f"expected {old.forecast}"], [*options, f"--forecast {old.forecast}"]
    if not words:
        return ()
    message = f"the update of {old.on} said {' and '.join(words)}, and this one does not"
    return (Note(message, f"where that is still so, say it again: {' '.join(options)}"),)


def _what_holds(after: ActionStanding, new: NewUpdate, meant: Item, made: ProposedFile) -> tuple[Note, ...]:
    """Where another update is the one that counts, and how to take it out if it was mistyped."""
    if not new.is_said:
        return ()
    last = after.updates[0]
    held = (last.on, last.state, last.rag, last.note)
    if new.no_change and last.no_change and last.on == new.on:
        return ()
    if held == (new.on, new.state or None, new.rag or None, new.note or None):
        return ()
    older = "the latest one counts" if last.on != new.on else "of two on one day, the further on or the worse counts"
    words = ", ".join(text for text in (last.state, last.rag, last.note) if text)
    updates = [(str(one.on), one.state, one.rag, one.note) for one in item_in(made.after, meant).updates]
    line = where(made.edit.after, (*meant.route, "updates", updates.index(held), "on")).line
    message = f"the update of {last.on} still holds ({words}): {older}"
    return (Note(message, f"if that one was mistyped, take it out at {meant.file}:{line}"),)
