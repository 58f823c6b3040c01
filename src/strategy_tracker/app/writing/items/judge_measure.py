"""Judging a measure: the proposal of a colour that somebody gives it, beside the one its rule gives."""

from datetime import date

from strategy_tracker.app.writing.items.answer_ask import propose_answer_to_ask
from strategy_tracker.app.writing.items.change_measure import propose_change
from strategy_tracker.app.writing.items.update import propose_update, with_days
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.editing.entries.edit_measure import judgement_change
from strategy_tracker.editing.refusals import has_come
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

_SAID = frozenset({"rag", "note", "by", "on"})
"""What may be said of a measure, of all that may be said of an action."""


def propose_word(portfolio: Portfolio, meant: Item, new: NewUpdate, today: date, *, asked: bool) -> Proposal:
    """The proposal of an update of an action, a judgement of a measure or an answer to a body, whichever is meant.

    Raises `Problem` as they do; `asked` as an update is.
    """
    if meant.thing == "ask":
        return propose_answer_to_ask(portfolio, meant, new, today)
    if meant.thing == "measure":
        return propose_judgement(portfolio, meant, new, today)
    return propose_update(portfolio, meant, new, today, asked=asked)


def propose_judgement(portfolio: Portfolio, meant: Item, new: NewUpdate, today: date) -> Proposal:
    """The proposal to judge a measure red, amber or green, with a note and who says so.

    Raises `Problem` where no colour is said or something that only an action has, and for a day that lies ahead.
    """
    other = [key for key, value in new._asdict().items() if value and key not in _SAID]
    if other:
        what = f"'{meant.address}' is a measure, and has no {other[0].replace('_', ' ')}"
        raise Problem(what, "say --rag, --note, --by and --on; 'strategy record' writes a figure of it")
    said = with_days(new, today)
    has_come(said.on, today, "--on is the day it was judged")
    return propose_change(portfolio, meant, lambda held: judgement_change(held, meant.route, said), today)
