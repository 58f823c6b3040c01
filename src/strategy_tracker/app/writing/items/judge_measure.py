"""Judging a measure: the proposal of a colour that somebody gives it, beside the one its rule gives."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import file_of, item_in, measure_in
from strategy_tracker.app.writing.items.answer_ask import propose_answer_to_ask
from strategy_tracker.app.writing.items.update import propose_update, with_days
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.entries.edit_measure import judgement_change
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.measures.measure import Measure
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
    file, settings = file_of(portfolio, meant), portfolio.settings

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        held: Measure = item_in(loaded.record, meant)
        try:
            made = edited(loaded, [judgement_change(held, meant.route, said)], today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        before, after = (measure_in(record, meant, today, portfolio) for record in (made.before, made.after))
        differs = (after.disagreement,) if after.disagreement else ()
        return Draft(meant, (made,), (ColourChange(before, after, differs),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
