import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.views.formats.charts.chart_label import place, shortened, wide

BOX = (0, 344, 2, 96)
FLAT = [(26, 50), (330, 50)]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ([(26, 90), (330, 80)], (344, 35, True)),  # nothing is near: over the end
        ([(26, 90), (330, 32)], (344, 53, True)),  # over the end goes a line: under it
        ([(26, 90), (330, 36)], (16, 35, False)),  # it goes through both: over the beginning
    ],
)
def test_words_stand_where_no_line_goes_through_them(line, where):
    assert place("target 95%", 16, 344, 40, [line], BOX) == where


def test_where_every_place_is_crossed_it_is_one_beside_the_target_all_the_same():
    lines = [[(0, y), (344, y)] for y in range(0, 100, 4)]
    assert place("target 95%", 16, 344, 40, lines, BOX).y in (35, 53)


@given(st.integers(16, 300), st.integers(20, 340), st.integers(26, 84), st.text(min_size=1, max_size=60))
@settings(max_examples=50)
def test_words_stay_in_the_picture(begins, length, y, words):
    ends = min(begins + length, 344)
    found = place(words, begins, ends, y, [FLAT], BOX)
    assert 2 <= found.y <= 97
    assert found.x - wide(words) >= 0 if found.end else found.x + wide(words) <= 344 or wide(words) > 344


def test_two_texts_on_a_line_do_not_meet():
    assert shortened("2018/19", "2020/21", 328) == "2018/19"
    first = shortened("12,345,678 tonnes of CO2 equivalent", "9,265.8 homes at this pace", 328)
    assert first == "12,345,678 tonnes of …"
