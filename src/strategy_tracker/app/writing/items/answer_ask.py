"""Saying that what a body asked for is done: the proposal of the day, and of what was answered."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import file_of, item_in
from strategy_tracker.app.writing.items.update import with_days
from strategy_tracker.app.writing.proposal import (
    Draft,
    Note,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.edit_meetings import answer_changes
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.meeting import Ask
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

_SAID = frozenset({"note", "on", "state"})
"""What may be said of an ask, of all that may be said of an action."""


def propose_answer_to_ask(portfolio: Portfolio, meant: Item, new: NewUpdate, today: date) -> Proposal:
    """The proposal that something a body asked for is done, with what was answered.

    Raises `Problem` where something is said that only an action has, and for a day that lies ahead.
    """
    other = [key for key, value in new._asdict().items() if value and key not in _SAID]
    if other or new.state not in ("", "complete"):
        what = f"'{meant.address}' is what a body asked for, and has no {(other or ['state'])[0].replace('_', ' ')}"
        raise Problem(what, 'say that it is done: --note "what was answered", or --done; --on is the day')
    if new.is_empty:
        raise Problem("there is nothing to record", 'say what was answered: --note "…", or that it is done: --done')
    said = with_days(new, today)
    has_come(said.on, today, "--on is the day it was done")
    file, settings = file_of(portfolio, meant), portfolio.settings

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        ask: Ask = item_in(loaded.record, meant)
        try:
            made = edited(loaded, answer_changes(ask, meant.route, said.on, said.note), today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        return Draft(meant, (made._replace(notes=(*made.notes, Note(f"'{ask.id}' is done on {said.on}"))),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
