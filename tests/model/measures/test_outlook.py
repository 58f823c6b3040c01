"""Forecasts and limits as they are written: one forecast or several of a period, and days in their order."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.measures.outlook import LimitsOver
from tests.judging.measure_builder import as_read, measure

YEAR = parse_period("2021/22")


def test_one_forecast_is_a_list_of_one():
    said = {"value": 82, "on": "2021-10-04"}
    one, several = measure(forecasts={"2021/22": said}), measure(forecasts={"2021/22": [said, said]})
    assert [each.value for each in one.forecasts[YEAR]] == [Decimal(82)]
    assert len(several.forecasts[YEAR]) == 2


@pytest.mark.parametrize("given", [{"value": 82}, {"on": "2021-10-04"}, 82])
def test_a_forecast_has_a_value_and_a_day(given):
    with pytest.raises(ValidationError):
        measure(forecasts={"2021/22": given})


@pytest.mark.parametrize(
    ("given", "code"), [({}, "missing-key"), ({"from": "2024-05", "to": "2024-04"}, "wrong-shape")]
)
def test_limits_are_over_some_days(given, code):
    with pytest.raises(ValidationError) as refused:
        LimitsOver.model_validate(as_read(given))
    assert [one["type"] for one in refused.value.errors()] == [code]


def test_limits_may_be_over_a_part_of_a_day_known():
    assert LimitsOver.model_validate({"from": "2024-04", "to": "2024-04"}).since
