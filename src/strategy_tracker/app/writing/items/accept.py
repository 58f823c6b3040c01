"""Accepting a finished action: the proposal, by another post than the one that reported it."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import action_in, file_of, find, item_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.accept import acceptance
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.address import Item
from strategy_tracker.problem import Problem


def propose_acceptance(portfolio: Portfolio, action: str | Item, by: str, on: str, today: date) -> Proposal:
    """The proposal that a post or body accepts an action, which is named by any unambiguous end of its id.

    Raises `Problem` where nobody accepts it, where who does reported it, and where it is not said to be finished.
    """
    meant = find(portfolio, action, ("action",)) if isinstance(action, str) else action
    file, settings, by = file_of(portfolio, meant), portfolio.settings, by.strip()
    accepted_on = day(on, "--on") or today.isoformat()
    has_come(accepted_on, today, "--on is the day it was accepted")
    if not by:
        raise Problem("nobody accepts it", "say who does: --by BODY")

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        before = action_in(loaded.record, meant, today, settings)
        try:
            changes = acceptance(item_in(loaded.record, meant), meant.route, owners_of(before), by, accepted_on)
            made = edited(loaded, changes, today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        return Draft(meant, (made,), (ColourChange(before, action_in(made.after, meant, today, settings)),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
