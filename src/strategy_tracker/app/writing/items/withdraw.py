"""Giving a measure up: the proposal of its withdrawal, with the reason; its figures stay."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import file_of, find, item_in, measure_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.edit_measure import withdrawal_change
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewWithdrawal


def propose_withdrawal(portfolio: Portfolio, measure: str | Item, new: NewWithdrawal, today: date) -> Proposal:
    """The proposal to withdraw a measure, which is named by its id or by any unambiguous end of it.

    Raises `Problem` where there is no reason, where it was withdrawn before, and for a day that lies ahead.
    """
    meant = find(portfolio, measure, ("measure",)) if isinstance(measure, str) else measure
    file, settings = file_of(portfolio, meant), portfolio.settings
    on = day(new.on, "--on") or today.isoformat()
    has_come(on, today, "--on is the day from which it is no longer rated")
    said = NewWithdrawal(new.why.strip(), new.approved_by.strip(), on, new.resolution.strip())

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        held: Measure = item_in(loaded.record, meant)
        try:
            made = edited(loaded, [withdrawal_change(held, meant.route, said)], today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        before, after = (measure_in(record, meant, today, portfolio) for record in (made.before, made.after))
        return Draft(meant, (made,), (ColourChange(before, after),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
