"""Forecasts of measures and of actions beside what came, and how often each owner was right."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.app.find_item import find
from strategy_tracker.app.standing import stand
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.items.versions import THINGS
from strategy_tracker.judging.forecast_score import ForecastScore, ScoredForecast, by_owner, by_strategy, scored
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.values import read_when


class ScoredForecasts(NamedTuple):
    """Every forecast on record by a day, and its counts by owner and strategy; `item` is what they were narrowed to."""

    as_at: date
    item: Item | None
    forecasts: tuple[ScoredForecast, ...]
    owners: tuple[ForecastScore, ...]
    strategies: tuple[ForecastScore, ...]
    wrong: tuple[Diagnostic, ...]


def scored_forecasts(
    portfolio: Portfolio, today: date, *, item: str = "", since: date | None = None
) -> ScoredForecasts:
    """The forecasts known at `today`, those made from `since` on, of all things or of one that `item` names.

    Raises `Problem` where there is no such item.
    """
    meant = find(portfolio, item, THINGS) if item else None
    standing, wrong = stand(portfolio, today)
    found = scored(standing, meant.address, meant.thing) if meant else scored(standing)
    kept = tuple(one for one in found if since is None or read_when(one.on).last >= since)
    return ScoredForecasts(today, meant, kept, tuple(by_owner(kept)), tuple(by_strategy(kept)), tuple(wrong))
