"""One change of a measure: the proposal of it, with its colour before and after."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import file_of, item_in, measure_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.changes import Change
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.address import Item


def propose_change(portfolio: Portfolio, meant: Item, change: Callable[[Measure], Change], today: date) -> Proposal:
    """The proposal of what `change` makes of a measure as its file has it; two opinions on record are said.

    Raises `Problem` where `change` does, and where the file cannot take it; where `change` raises `Already`, there is
    nothing to write.
    """
    file, settings = file_of(portfolio, meant), portfolio.settings

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        try:
            made = edited(loaded, [change(item_in(loaded.record, meant))], today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        before, after = (measure_in(record, meant, today, portfolio) for record in (made.before, made.after))
        differs = (after.disagreement,) if after.disagreement else ()
        return Draft(meant, (made,), (ColourChange(before, after, differs),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)
