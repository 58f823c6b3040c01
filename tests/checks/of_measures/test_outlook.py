"""What is expected of a measure is possible, and limits are asked of figures that can have them."""

from strategy_tracker.checks.of_measures.outlook import (
    forecasts_are_possible,
    forecasts_were_made,
    limits_fit,
    red_forecasts_have_a_note,
)
from tests.checks.builder import found, measures


def said(**keys):
    return measures(forecasts={"2025/26": keys})


def test_a_forecast_is_as_possible_as_a_figure():
    assert found(forecasts_are_possible, said(value=101, on="2025-10-01")) == [
        ("out-of-range", "measures.0.forecasts.2025/26.0")
    ]
    assert found(forecasts_are_possible, said(value=99, on="2025-10-01")) == []
    assert (
        found(forecasts_are_possible, measures(may_exceed=True, forecasts={"2025/26": {"value": 101, "on": "2025"}}))
        == []
    )


def test_a_year_has_its_forecasts_under_one_name():
    one = {"value": 99, "on": "2025-10-01"}
    both = measures(forecasts={"2025/26": one, "2025/2026": one})
    assert found(forecasts_are_possible, both) == [("same-period-twice", "measures.0.forecasts.2025/2026")]


def test_no_forecast_is_made_tomorrow():
    assert found(forecasts_were_made, said(value=99, on="2026-01-15")) == []
    assert found(forecasts_were_made, said(value=99, on="2026-02-01")) == [
        ("dated-in-future", "measures.0.forecasts.2025/26.0.on")
    ]


def test_limits_need_figures_that_stand_beside_each_other():
    assert found(limits_fit, measures(variation="xmr", limits_over={"from": "2024-04"})) == []
    assert found(limits_fit, measures(variation="xmr", span="cumulative")) == [
        ("limits-do-not-fit", "measures.0.variation")
    ]
    assert found(limits_fit, measures(limits_over={"to": "2024-04"})) == [
        ("limits-do-not-fit", "measures.0.limits_over")
    ]


RED = {"better": "higher", "targets": {"2025/26": 90}, "amber_within": "5 points", "rated_by": "forecast"}


def test_a_forecast_by_which_a_measure_is_red_has_a_note():
    said = {"value": 70, "on": "2025-10-01"}
    told = [("red-without-note", "measures.0.forecasts.2025/26")]
    assert found(red_forecasts_have_a_note, measures(**RED, forecasts={"2025/26": said})) == told
    for more in ({"note": "A second clinic opens"}, {"value": 86}):
        assert found(red_forecasts_have_a_note, measures(**RED, forecasts={"2025/26": said | more})) == []
    assert (
        found(red_forecasts_have_a_note, measures(**RED, forecasts={"2025/26": [said, said | {"on": "2025-11"}]}))
        == told
    )
    green = {"value": 95, "on": "2025-12-01"}
    assert found(red_forecasts_have_a_note, measures(**RED, forecasts={"2025/26": [said, green]})) == []
    assert found(red_forecasts_have_a_note, measures(**{**RED, "rated_by": None}, forecasts={"2025/26": said})) == []
