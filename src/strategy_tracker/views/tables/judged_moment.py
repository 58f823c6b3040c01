"""Everything the tables of one portfolio at one day are written from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When

Row = dict[str, Any]
"""The cells of one row by the names of their columns; a column that is left out is empty."""

_PLACES = Decimal("0.000001")


class JudgedMoment(NamedTuple):
    """A portfolio as it stands at a day, with the records themselves by their ids.

    `organisation` is an id, `organisation_name` what the settings call it, and `settings` what they say, as JSON.
    `measures` hold the figures of others as well. `commit` is the one the files are of: its name and day, or empty.
    """

    organisation: str
    organisation_name: str | None
    standing: Standing
    strategies: Mapping[str, Strategy]
    measures: Mapping[str, Measure]
    commit_id: str
    commit_day: date | None
    is_public: bool
    settings: str


def precision(when: When | None) -> str | None:
    """How exactly a date is known: `day`, `month` or `year`."""
    return {4: "year", 7: "month"}.get(len(when.text), "day") if when else None


def rounded(amount: Decimal | None) -> Decimal | None:
    """Give an amount with at most six places, as a unit may have; a longer one is rounded, half to the even digit."""
    return None if amount is None else amount if amount == (near := amount.quantize(_PLACES)) else near
