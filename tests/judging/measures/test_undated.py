"""An undated figure is shown and stands beside others; it is told as of no month, has no target and no arrow."""

from datetime import date

import pytest

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.measures.undated import at, dated
from strategy_tracker.model.settings import Settings
from tests.judging.measure_builder import known, measure, series

UNDATED = {"value": 95, "undated": True}


def stand(**given):
    return stand_measure(measure(**given), date(2022, 8, 31), Settings(), "m.yaml", ())


def test_only_figures_with_a_date_stand_before_or_after_another():
    readings = series({"2022-06": 90, "2022-08": UNDATED})
    assert [each.period.text for each in dated(readings)] == ["2022-06"]


@pytest.mark.parametrize(
    ("period", "reading", "words"),
    [("2022-08", 1, "8 in 2022-08"), ("2022-06-30", 1, "8 on 2022-06-30"), ("2022-08", UNDATED, "8, undated")],
)
def test_when_a_figure_is_is_said_by_its_kind(period, reading, words):
    assert at("8", known(period, reading)) == words


def test_an_undated_reading_takes_no_arrow_and_gives_none():
    last = stand(readings={"2022-06": 90, "2022-08": UNDATED})
    before = stand(readings={"2022-06": UNDATED, "2022-08": 90})
    assert last.short.words == last.long.words == last.trend.words == "no arrow: the figure is undated"
    assert before.short.words == "not enough data: no earlier number of the same kind of period"


@pytest.mark.parametrize(
    ("rule", "why", "words"),
    [
        ({"targets": {"2022": 100}}, "undated", "which target counts for it"),
        ({"compared_with": "National", "benchmarks": {"National": {"2022-08": 90}}}, "undated", "figures of others"),
        ({}, "no-target", "no target is declared"),
        ({"better": "none"}, "context", "context only"),
    ],
)
def test_an_undated_reading_has_no_colour_and_says_why(rule, why, words):
    rating = stand(readings={"2022-08": UNDATED}, **rule).rating
    assert (rating.colour, rating.why) == ("grey", why)
    assert words in rating.reason
    assert "2022-08" not in rating.reason


def test_a_position_beside_an_undated_figure_says_that_it_is():
    (beside,) = stand(
        readings={"2022-08": UNDATED}, benchmarks={"Residents": {"2022-08": {"value": 70, "undated": True}}}
    ).comparisons
    assert (beside.kind, beside.words) == ("above", "25 points above Residents (70%, undated)")


def test_the_softened_rule_takes_no_undated_figure_for_last_year():
    rule = {"green_within": "1 point", "amber_if": "no-worse-than-last-year", "targets": {"2022/23": 99}}
    readings = {"2021-08": {"value": 80, "undated": True}, "2022-08": 90}
    assert stand(readings=readings, **rule).rating.why != "softened"
    assert "last year" in stand(readings=readings, **rule).rating.reason


def test_what_the_source_says_of_an_undated_figure_is_its_arrow():
    said = stand(better="lower", readings={"2022-08": UNDATED | {"direction": "level"}})
    assert (said.short.kind, said.short.words) == ("same", "same: as reported, without a figure to hold it against")
    assert said.long.words == "no arrow: the figure is undated"
