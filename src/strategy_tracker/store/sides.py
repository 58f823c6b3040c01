"""One of two moments, ready to be compared: records and standings of the files that differ."""

from datetime import date

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.measure import Measure, Measures
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.rules.changes import Side
from strategy_tracker.rules.measures import stand_measure
from strategy_tracker.rules.standing import ActionStanding, MeasureStanding
from strategy_tracker.rules.strategies import stand_strategy
from strategy_tracker.store.load import load
from strategy_tracker.store.portfolio import Portfolio


def side(portfolio: Portfolio, today: date) -> tuple[Side, list[Diagnostic]]:
    """The records of a portfolio, how they stood at `today`, and what could not be read."""
    wrong = list(portfolio.diagnostics)
    strategies: dict[str, Strategy] = {}
    measures: dict[str, Measure] = {}
    actions_stood: dict[str, ActionStanding] = {}
    measures_stood: dict[str, MeasureStanding] = {}
    for file in portfolio.files:
        loaded = load(file, portfolio.settings.year_end)
        wrong += loaded.diagnostics
        if isinstance(loaded.record, Strategy):
            strategy = loaded.record
            strategies[strategy.id] = strategy
            stood = stand_strategy(strategy, today, portfolio.settings, file.name)
            actions_stood |= {f"{strategy.id}/{action.id}": action for action in stood.actions}
        elif isinstance(loaded.record, Measures):
            for n, measure in enumerate(loaded.record.measures):
                measures[measure.id] = measure
                place = ("measures", n)
                measures_stood[measure.id] = stand_measure(measure, today, portfolio.settings, file.name, place)
    return Side(strategies, measures, actions_stood, measures_stood), wrong
