"""Confirming what a machine drafted: the proposal that takes the marks off an action or a measure."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import action_in, file_of, find, item_in, measure_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.confirm import confirmed_action, confirmed_measure
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.names.address import Item


def propose_confirmation(portfolio: Portfolio, item: str | Item, by: str, today: date) -> Proposal:
    """The proposal to confirm all that is drafted of an action or a measure, named by any unambiguous end of its id.

    `by` is the post that confirms it; it is written where a drafted update names nobody.
    """
    meant = find(portfolio, item, ("action", "measure")) if isinstance(item, str) else item
    file, settings = file_of(portfolio, meant), portfolio.settings

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        held, of_action = item_in(loaded.record, meant), meant.thing == "action"
        try:
            changes = (
                confirmed_action(held, meant.route, by.strip()) if of_action else confirmed_measure(held, meant.route)
            )
            made = edited(loaded, changes, today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        before, after = (
            action_in(record, meant, today, settings) if of_action else measure_in(record, meant, today, portfolio)
            for record in (made.before, made.after)
        )
        return Draft(meant, (made,), (ColourChange(before, after),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
