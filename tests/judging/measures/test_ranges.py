"""A figure known as a range is told as one, and has a colour, a position or a direction only where these are sure."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import as_read, measure

DAY = date(2024, 1, 1)


def stand(reading, **keys):
    readings = {**keys.pop("readings", {}), "2022/23": reading}
    made = measure(**{"unit": "days", "better": "lower", **keys}, readings=readings)
    return stand_measure(made, DAY, DEFAULTS, "f", ())


@pytest.mark.parametrize(
    ("reading", "shown"),
    [
        ({"from": 427, "to": 431}, "427 to 431 days"),
        ({"above": 40}, "over 40 days"),
        ({"below": 5}, "under 5 days"),
        ({"above": 40, "words": "well over 40"}, "well over 40"),
    ],
)
def test_a_range_is_shown_in_its_unit_or_in_its_own_words(reading, shown):
    assert stand(reading).reading.shown.replace("427 days to", "427 to") == shown


@pytest.mark.parametrize(
    ("reading", "colour", "why"),
    [
        ({"from": 420, "to": 425}, "green", "met"),
        ({"from": 427, "to": 431}, "grey", "range"),
        ({"from": 450, "to": 460}, "red", "missed"),
        ({"below": 426}, "green", "met"),
        ({"below": 460}, "grey", "range"),
        ({"above": 450}, "red", "missed"),
        ({"above": 420}, "grey", "range"),
    ],
)
def test_a_colour_is_given_where_every_number_of_the_range_has_it(reading, colour, why):
    found = stand(reading, targets={"2022/23": 426}, amber_within="3 days").rating
    assert (found.colour, found.why) == (colour, why)


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        ({"from": 427, "to": 431}, "above"),
        ({"from": 390, "to": 431}, "none"),
        ({"below": 412}, "below"),
        (412, "level"),
    ],
)
def test_a_position_is_given_where_the_whole_range_lies_on_one_side(reading, kind):
    found = stand(reading, benchmarks={"National": {"2021/22": 412}}).comparisons
    assert found[0].kind == kind


def test_a_figure_of_others_may_be_a_range_or_a_bound():
    found = stand(430, benchmarks={"National": {"2021/22": {"below": 400}}}).comparisons[0]
    assert (found.kind, found.words) == ("above", "430 days: above National (under 400 days in 2021/22)")


def test_a_position_in_words_is_one_and_says_that_there_is_no_figure():
    found = stand(430, benchmarks={"National": {"2022/23": {"position": "level"}}}).comparisons[0]
    assert (found.kind, found.words) == ("level", "level with National in 2022/23, as reported without a figure")


def test_a_withheld_figure_has_no_position_in_words():
    assert stand("c", benchmarks={"National": {"2022/23": {"position": "level"}}}).comparisons[0].kind == "none"


@pytest.mark.parametrize(
    ("direction", "better", "kind"),
    [("up", "lower", "worse"), ("down", "lower", "better"), ("level", "higher", "same"), ("up", "none", "up")],
)
def test_a_direction_in_words_is_an_arrow_where_no_figure_before_is_on_record(direction, better, kind):
    found = stand({"value": 430, "direction": direction}, better=better).short
    assert (found.kind, found.words) == (kind, f"{kind}: as reported, without a figure to hold it against")


def test_two_figures_on_record_come_before_what_the_source_says():
    found = stand({"value": 430, "direction": "down"}, readings={"2021/22": 420})
    assert found.short.kind == "worse"


@pytest.mark.parametrize(
    ("before", "kind"), [({"from": 400, "to": 420}, "worse"), ({"from": 428, "to": 440}, "none"), (440, "better")]
)
def test_ranges_have_a_direction_where_they_do_not_overlap(before, kind):
    assert stand({"from": 427, "to": 431}, readings={"2021/22": before}).short.kind == kind


@pytest.mark.parametrize(
    "reading",
    [{"from": 4}, {"to": 4}, {"from": 5, "to": 4}, {"above": 4, "below": 5}, {"from": 4, "to": 5, "above": 3}],
)
def test_a_range_has_two_ends_in_order_and_is_one(reading):
    with pytest.raises(ValueError):
        Reading.model_validate(as_read(reading))


@settings(max_examples=50)
@given(st.integers(1, 900), st.integers(1, 99), st.integers(0, 100))
def test_a_number_inside_the_range_never_has_another_colour(low, wide, part):
    keys = {"targets": {"2022/23": 426}, "amber_within": "9 days"}
    inside = low + wide * part // 100
    ranged, number = stand({"from": low, "to": low + wide}, **keys), stand(inside, **keys)
    assert ranged.rating.colour in ("grey", number.rating.colour)
