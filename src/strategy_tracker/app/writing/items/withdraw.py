"""Giving a measure up: the proposal of its withdrawal, with the reason; its figures stay."""

from datetime import date

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.items.change_measure import propose_change
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.editing.entries.edit_measure import withdrawal_change
from strategy_tracker.editing.refusals import has_come
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewWithdrawal


def propose_withdrawal(portfolio: Portfolio, measure: str | Item, new: NewWithdrawal, today: date) -> Proposal:
    """The proposal to withdraw a measure, which is named by its id or by any unambiguous end of it.

    Raises `Problem` where there is no reason, where it was withdrawn before, and for a day that lies ahead.
    """
    meant = find(portfolio, measure, ("measure",)) if isinstance(measure, str) else measure
    on = day(new.on, "--on") or today.isoformat()
    has_come(on, today, "--on is the day from which it is no longer rated")
    said = NewWithdrawal(new.why.strip(), new.approved_by.strip(), on, new.resolution.strip())
    return propose_change(portfolio, meant, lambda held: withdrawal_change(held, meant.route, said), today)
