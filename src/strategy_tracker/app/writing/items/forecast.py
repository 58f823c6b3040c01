"""Writing down forecasts of a measure: the proposal of one or of several, each beside those that were made before."""

from collections.abc import Sequence
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
from strategy_tracker.editing import typed_figures
from strategy_tracker.editing.entries.edit_forecast import forecast_change
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem


def propose_forecasts(portfolio: Portfolio, meant: Item, said: Sequence[NewReading], today: date) -> Proposal:
    """The proposal of forecasts of a measure, each for a period of its own: all of them or none.

    Raises `Problem` where one is no number, is for a period named before, or the file cannot take it.
    """
    file, settings = file_of(portfolio, meant), portfolio.settings
    typed = [(typed_figures.period(one.period, settings.year_end), _tidy(one)) for one in said]
    if len({period[1:] for period, _ in typed}) < len(typed):
        raise Problem("two forecasts are for one period", "give each period once")

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        held: Measure = item_in(loaded.record, meant)
        changes, already = [], list[str]()
        for period, one in typed:
            try:
                changes.append(forecast_change(held, loaded.data, meant.route, period, one, today))
            except Already as same:
                already.append(str(same))
            held = held.model_copy(update={"forecasts": {period: (), **held.forecasts}})  # the next one joins it
        if not changes:
            return Draft(meant, (), already="; ".join(already))
        made = edited(loaded, changes, today, settings)
        before, after = (measure_in(record, meant, today, portfolio) for record in (made.before, made.after))
        return Draft(meant, (made,), (ColourChange(before, after),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def _tidy(one: NewReading) -> NewReading:
    return one._replace(note=one.note.strip(), on=typed_figures.day(one.on, "--on"))
