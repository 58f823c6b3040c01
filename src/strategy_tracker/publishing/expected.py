"""Decides which forecasts the public may see: each is a figure of its period, and nobody solves sums of forecasts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.model.dates.period import Period, YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.outlook import Forecast
from strategy_tracker.model.measures.unit import PER
from strategy_tracker.publishing.cells import is_about_people, scale_of
from strategy_tracker.publishing.extents import is_left_out
from strategy_tracker.publishing.withhold import Threshold


class ForecastCell(NamedTuple):
    """One forecast: its measure, the days it is of, the day it was made, and what it says."""

    measure: str
    start: date
    end: date
    on: str
    value: Decimal


def cell_of(measure: Measure, period: Period, one: Forecast) -> ForecastCell:
    """Name a forecast."""
    return ForecastCell(measure.id, period.start, period.end, one.on.text, one.value)


def forecasts_that_leave(
    family: Sequence[str],
    measures: Mapping[str, Measure],
    withheld: Collection[str],
    threshold: Threshold,
    year_end: YearEnd,
) -> Iterator[ForecastCell]:
    """Give the forecasts of a family of measures that may be published.

    None of a measure of which any figure is `withheld`, and of people none where others add up with it: rules 1 to 3 of
    docs/howto/publish.md are kept by leaving all of them inside.
    """
    for measure in (measures[name] for name in family):
        people = is_about_people(measure)
        if not measure.public or measure.id in withheld or (people and len(family) > 1):
            continue
        counted = people and measure.unit not in PER
        for period, forecasts in measure.forecasts.items():
            if is_left_out(measure, period, measures, year_end):
                continue
            for one in forecasts:
                if not (counted and threshold.hides(one.value * (scale_of(measure.unit) or 1))):
                    yield cell_of(measure, period, one)
