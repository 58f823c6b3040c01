from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.standing import Arrow
from strategy_tracker.views.screens.text_charts import (
    amount,
    arrow,
    as_at,
    chart,
    distance,
    long_date,
    spark,
    target_of,
    trend,
)
from tests.views.builders import measure, point, standing


def test_a_date_is_written_out():
    assert long_date(date(2022, 10, 4)) == "4 October 2022"


def test_the_date_of_an_output_says_which_commit_it_is_from():
    assert as_at(standing()) == "as at 1 October 2025"
    assert as_at(standing()._replace(known="commit 1a2b3c4")) == "as at 1 October 2025, from commit 1a2b3c4"


def test_an_amount_has_its_unit_and_nothing_stays_nothing():
    assert amount(Decimal("88.5"), "percent") == "88.5%"
    assert amount(None, "percent") is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("better", "▲ better"),
        ("worse", "▼ worse"),
        ("same", "= same"),
        ("up", "↑ up"),
        ("down", "↓ down"),
        ("level", "= level"),
        ("none", ""),
    ],
)
def test_an_arrow_has_its_word(kind, words):
    assert arrow(Arrow(kind, "")) == words
    assert trend(Arrow(kind, "")) == ("" if kind == "none" else kind)


@pytest.mark.parametrize(
    ("unit", "reading", "boundary", "words", "mirrored"),
    [
        ("percent", "88", "85", "+3 points", "-3 points"), ("percent", "84", "85", "-1 point", "+1 point"),
        ("score", "3.5", "3", "+0.5 points", "-0.5 points"), ("days", "31", "22", "+9 days", "-9 days"),
        ("days", "23", "22", "+1 day", "-1 day"), ("pounds", "1250", "800", "+£450", "-£450"),
        ("pounds", "750", "800", "-£50", "+£50"), ("count", "5", "5", "0", "0"),
        ("percent", "75.96", "76", "-0.04 points", "+0.04 points"),
        ("percent", "75.999", "76", "just outside", "just inside"),
    ],
)  # fmt: skip
def test_the_distance_to_the_boundary_is_plus_on_the_good_side(unit, reading, boundary, words, mirrored):
    known = measure(points=[point("2024/25", reading)], unit=unit, boundary=Decimal(boundary))
    assert (distance(known), distance(known._replace(better="lower"))) == (words, mirrored)


@pytest.mark.parametrize(
    ("target", "shown"), [("76", "76%"), ("76.0004", "just over 76%"), ("75.96", "75.96%"), ("80", "80%")]
)
def test_a_target_is_not_rounded_onto_the_reading_it_is_held_against(target, shown):
    assert target_of(measure(points=[point("2024/25", "76")], target=Decimal(target))) == shown
    assert target_of(measure(target=Decimal("76.0004"))) == "76.0%"
    assert target_of(measure()) is None


def test_without_a_boundary_or_a_number_there_is_no_distance():
    assert distance(measure(points=[point("2024/25", "5")])) is None
    assert distance(measure(boundary=Decimal(5))) is None
    assert distance(measure(points=[point("2024/25")], boundary=Decimal(5))) is None


def test_a_gap_in_a_spark_is_a_dot_and_never_joined():
    assert spark([point("a", "1"), point("b"), point("c", "8")]) == "▁·█"


def test_a_spark_has_a_space_where_counting_began_again():
    again = point("c", "1")._replace(anew=True)
    assert spark([point("a", "4"), point("b", "8"), again, point("d", "3")]) == "▄█ ▁▃"
    assert spark([point("a", "4"), again, point("d", "8")], 2) == "▁█"


@pytest.mark.parametrize("points", [[], [point("a", "1")], [point("a", "1"), point("b")]])
def test_fewer_than_two_numbers_give_no_spark(points):
    assert spark(points) == ""


def test_a_spark_of_equal_numbers_is_level_and_shows_the_last_ones():
    assert spark([point(str(n), "0") for n in range(3)]) == "▄▄▄"
    assert spark([point(str(n), str(n)) for n in range(20)], 4) == "▁▃▅█"


def test_a_suppressed_reading_has_words_and_no_bar():
    assert chart([point("2023/24", "10"), point("2024/25")], 40) == [
        "2023/24  10  ███████████████████████████",
        "2024/25  suppressed",
    ]


def test_zero_has_no_bar_and_a_number_below_zero_a_light_one():
    first, second, third = chart([point("a", "4"), point("b", "0"), point("c", "-2")], 29)
    assert first.count("█") == 2 * third.count("░")
    assert second == "b   0"
    assert "█" not in third


def test_zeros_alone_and_nothing_at_all_are_no_fault():
    assert chart([point("a", "0")], 40) == ["a  0"]
    assert chart([], 40) == []


@given(
    st.lists(
        st.tuples(st.integers(-(10**6), 10**6), st.sampled_from([None, "provisional", "final"])), min_size=1, max_size=6
    ),
    st.integers(45, 200),
)
def test_a_chart_fits_its_width(readings, width):
    drawn = chart([point("2024/25 Q1", str(number), state=state) for number, state in readings], width)
    assert max(map(len, drawn)) <= width
    assert all(line == line.rstrip() for line in drawn)
    assert all(f"({state})" in line for line, (_, state) in zip(drawn, readings, strict=True) if state)
