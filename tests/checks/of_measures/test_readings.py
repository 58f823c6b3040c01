"""Readings: one thing each, possible for their unit, in agreement with their parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.checks.of_measures.readings import (
    QUESTIONS,
    agree_with_their_parts,
    all_readings,
    are_of_a_period_that_is_over,
    are_possible,
    counts_are_whole,
    hold_one_thing,
    readings_make_sense,
    targets_are_possible,
    were_known_in_order,
    were_not_read_tomorrow,
)
from strategy_tracker.model.measures.unit import PER
from tests.checks.builder import found, measures

AT = "measures.0.readings.2021/22"


def read(question, reading, unit="percent", period="2021/22"):
    """What a question says of one reading, as a reading and, the same, as a benchmark."""

    def check(file, today, settings):
        return question(all_readings(file), today)

    items = found(check, measures(unit=unit, readings={period: reading}))
    mirror = found(check, measures(unit=unit, benchmarks={"England": {period: reading}}))
    assert [(code, at.replace("benchmarks.England", "readings")) for code, at in mirror] == items
    return items


@pytest.mark.parametrize(
    "reading",
    [
        91, 0, 100, "c", "low", {"symbol": "u"}, {"symbol": "u", "value": 80}, {"words": "over 70%"},
        {"numerator": 279, "denominator": 336}, {"value": 83, "numerator": 279, "denominator": 336},
        {"numerator": 0, "denominator": 5}, {"numerator": 0, "denominator": 0}, {"numerator": 5, "denominator": 5},
        {"value": 91, "recorded": "2026-01-15"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_sound_reading_is_fine(question, reading):
    assert read(question, reading) == []


@pytest.mark.parametrize(
    ("reading", "codes"),
    [
        (91, []),
        (101, ["out-of-range"]),
        ({"value": 101, "recorded": "2021-03"}, ["out-of-range", "dates-out-of-order"]),
        ({"numerator": 5, "words": "five"}, ["mixed-reading", "half-a-fraction"]),
        ({"value": 91, "recorded": "2026-02"}, ["dated-in-future"]),
    ],
)
def test_every_question_is_asked(reading, codes):
    assert [code for code, _ in found(readings_make_sense, measures(readings={"2021/22": reading}))] == codes


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        ({}, "empty-reading"),
        ({"note": "closed", "state": "final"}, "empty-reading"),
        ({"value": 5, "symbol": "c"}, "mixed-reading"),
        ({"value": 5, "words": "about five"}, "mixed-reading"),
        ({"numerator": 5, "denominator": 6, "symbol": "x"}, "mixed-reading"),
        ({"denominator": 6, "words": "six"}, "mixed-reading"),
        ({"symbol": "u", "words": "unsure"}, "mixed-reading"),
        ({"symbol": "u", "words": "unsure", "value": 5}, "mixed-reading"),
    ],
)
def test_a_reading_holds_one_thing(reading, code):
    assert read(hold_one_thing, reading) == [(code, AT)]


@pytest.mark.parametrize(
    ("unit", "value", "possible"),
    [
        ("percent", 100.1, False),
        ("percent", -0.1, False),
        ("percent-change", -0.4, True),
        ("percent-change", 150, True),
        ("count", 4.5, True),
        ("thousands", 4.5, True),
        ("millions", -1, False),
        ("money", -5, True),
        ("count", 4.0, True),
        ("count", -1, False),
        ("pounds", -5, True),
        ("score", -4.4, True),
        ("days", -1, True),
        ("days", 4.5, True),
        ("rate-per-1000", 1500, True),
    ],
)
def test_a_number_is_possible_for_its_unit(unit, value, possible):
    assert read(are_possible, value, unit) == [("out-of-range", AT)] * (not possible)


@pytest.mark.parametrize(
    ("unit", "value", "possible"),
    [("percent", 101, True), ("count", 4.5, True), ("days", -1, True), ("count", -1, False)],
)
def test_a_target_is_possible_for_its_unit_but_need_not_be_whole(unit, value, possible):
    given = measures(unit=unit, targets={"2021/22": value})
    assert found(targets_are_possible, given) == [("out-of-range", "measures.0.targets.2021/22")] * (not possible)


@pytest.mark.parametrize("keys", [{"may_exceed": True}, {"targets": {"2022/23": 110}}])
def test_a_percentage_may_be_over_100_where_the_measure_says_so(keys):
    parts = {"numerator": 130, "denominator": 100}
    given = measures(readings={"2021/22": 130, "2022/23": parts}, **keys)
    assert found(readings_make_sense, given) == []
    assert [code for code, _ in found(readings_make_sense, measures(readings={"2021/22": 130, "2022/23": parts}))] == [
        "out-of-range",
        "part-over-whole",
    ]
    assert found(readings_make_sense, measures(readings={"2021/22": -1}, **keys)) == [("out-of-range", AT)]


@pytest.mark.parametrize(("unit", "told"), [("count", 1), ("thousands", 0), ("millions", 0), ("score", 0)])
def test_a_count_with_a_part_is_asked_about(unit, told):
    assert read(counts_are_whole, 4.5, unit) == [("count-with-a-part", AT)] * told
    assert read(counts_are_whole, 4.0, unit) == []


@pytest.mark.parametrize(
    ("period", "reading", "told"),
    [
        ("2026", 5, 1),
        ("2025/26", {"value": 5, "recorded": "2026-01-10"}, 1),
        ("2026-01", {"numerator": 1, "denominator": 2}, 1),
        ("2026-01", {"value": 5, "state": "provisional"}, 0),
        ("2026-01", {"value": 5, "note": "To 12 January"}, 0),
        ("2026-01", "x", 0),
        ("2026-01", {"words": "about five"}, 0),
        ("2025", 5, 0),
        ("2026-01-15", 5, 0),
        ("2027", 5, 0),
    ],
)
def test_a_figure_for_a_period_that_is_not_over_is_asked_about(period, reading, told):
    at = AT.replace("2021/22", period)
    assert read(are_of_a_period_that_is_over, reading, period=period) == [("period-not-over", at)] * told


@pytest.mark.parametrize(
    ("parts", "at"),
    [((5, 0), "denominator"), ((5, -1), "denominator"), ((0, -1), "denominator"), ((-5, 6), "numerator")],
)
def test_a_fraction_has_possible_parts(parts, at):
    reading = {"numerator": parts[0], "denominator": parts[1]}
    assert read(are_possible, reading) == [("out-of-range", f"{AT}.{at}")]


@pytest.mark.parametrize("unit", PER)
def test_nothing_of_nothing_has_no_typed_share(unit):
    wrong = [("percentage-disagrees", f"{AT}.value")]
    assert read(agree_with_their_parts, {"value": 0, "numerator": 0, "denominator": 0}, unit) == wrong


def test_half_a_fraction_is_told():
    assert read(agree_with_their_parts, {"numerator": 5}) == [("half-a-fraction", AT)]
    assert read(agree_with_their_parts, {"denominator": 5}) == [("half-a-fraction", AT)]


@pytest.mark.parametrize("unit", PER)
def test_a_part_is_not_larger_than_its_whole(unit):
    assert read(agree_with_their_parts, {"numerator": 6, "denominator": 5}, unit) == [
        ("part-over-whole", f"{AT}.numerator")
    ]


def test_a_unit_that_is_no_share_may_have_any_parts():
    assert read(agree_with_their_parts, {"value": 99, "numerator": 6, "denominator": 5}, "days") == []


@pytest.mark.parametrize(
    ("unit", "value", "agrees"),
    [
        ("percent", "80", True),
        ("percent", "79.7", True),
        ("percent", "79.71", True),
        ("percent", "79.7143", True),
        ("percent", "79", False),
        ("percent", "79.8", False),
        ("percent", "79.72", False),
        ("percent", "80.0", False),
        ("rate-per-1000", "797", True),
        ("rate-per-10000", "7971", True),
        ("rate-per-100000", "79714", True),
        ("rate-per-1000", "79.7", False),
    ],
)
def test_a_typed_share_agrees_with_its_parts_to_the_precision_it_is_typed_in(unit, value, agrees):
    reading = {"value": Decimal(value), "numerator": 279, "denominator": 350}
    assert read(agree_with_their_parts, reading, unit) == [("percentage-disagrees", f"{AT}.value")] * (not agrees)


def test_a_half_may_be_rounded_either_way():
    for value in (12, 13):
        assert read(agree_with_their_parts, {"value": value, "numerator": 1, "denominator": 8}) == []


NUMBERS = st.decimals(-(10**18), 10**18, places=12) | st.integers(-(10**17), 10**17) | st.just(Decimal("1E-12"))


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(sorted(PER)))
def test_no_number_that_can_be_typed_makes_a_check_stumble(value, top, whole, unit):
    for question in QUESTIONS:
        read(question, {"value": value, "numerator": top, "denominator": whole}, unit)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 6))
def test_a_share_rounded_to_any_precision_agrees(top, more, places):
    exact = Decimal(top) * 100 / (top + more)
    value = exact.quantize(Decimal(1).scaleb(-places))
    assert read(agree_with_their_parts, {"value": value, "numerator": top, "denominator": top + more}) == []


@pytest.mark.parametrize("period", ["2025/26", "2026-01", "2026-01-15", "2026"])
def test_a_period_that_has_begun_may_have_a_reading(period):
    assert read(were_not_read_tomorrow, 91, period=period) == []


@pytest.mark.parametrize("period", ["2026/27", "2026-02", "2026-01-16", "2027"])
def test_a_period_that_has_not_begun_has_no_reading(period):
    assert read(were_not_read_tomorrow, 91, period=period) == [("dated-in-future", f"measures.0.readings.{period}")]


@pytest.mark.parametrize("recorded", ["2021-04-01", "2021-04", "2021", "2021-12-01", "2022-04-20"])
def test_a_figure_may_be_known_from_the_day_on_which_its_period_begins(recorded):
    assert read(were_known_in_order, {"value": 91, "recorded": recorded}) == []


@pytest.mark.parametrize("recorded", ["2021-03-31", "2021-03", "2020"])
def test_no_figure_is_known_before_its_period_begins(recorded):
    early = [("dates-out-of-order", f"{AT}.recorded")]
    assert read(were_known_in_order, {"value": 91, "recorded": recorded}) == early


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        (["2022-05-01", "2022-06-01"], []),
        (["2022-05", "2022-05-01"], []),
        ([None, "2022-05-01", None], []),
        (["2022-06-01", "2022-05-01"], [1]),
        (["2022-06-01", None, "2022-05", "2022-05-20"], [2]),
        (["2021-03-31", "2021-04-01"], [0]),
    ],
)
def test_former_values_stand_in_the_order_in_which_they_ended(days, wrong):
    was = tuple({"value": 90, **({"until": day} if day else {})} for day in days)
    expected = [("dates-out-of-order", f"{AT}.was.{n}.until") for n in wrong]
    assert read(were_known_in_order, {"value": 91, "was": was}) == expected


def test_nothing_became_known_tomorrow():
    assert read(were_not_read_tomorrow, {"value": 91, "recorded": "2026-02"}) == [("dated-in-future", f"{AT}.recorded")]
