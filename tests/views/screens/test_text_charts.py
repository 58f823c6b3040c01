import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.views.screens.text_charts import chart, spark
from tests.views.builders import point


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


def test_where_it_ends_at_its_pace_is_drawn_in_dots():
    first, last = chart([point("2022-04", "5")], 40, point("2023-03-31", "10")._replace(state="at this pace"))
    assert (first.count("█"), last.count("·")) == (4, 8)
    assert last.endswith("· (at this pace)")


def test_the_baseline_stands_before_the_readings():
    start = point("2020-03-31", "4")._replace(state="baseline")
    lines = chart([point("2022-06-30", "5")], 60, None, start)
    assert [line.partition("  ")[0] for line in lines] == ["31 March 2020", "30 June 2022"]
    assert lines[0].endswith("(baseline)")
