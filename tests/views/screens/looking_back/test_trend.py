from datetime import date

from strategy_tracker.judging.colour_counts import ORDER, DayCounts
from strategy_tracker.model.commit import Commit
from strategy_tracker.views.screens.looking_back.trend import trend_rows, trend_sheet

DAY = date(2022, 3, 31)
COMMIT = Commit("a" * 40, DAY, "Ann", "First")


def counted(thing, *numbers, words=""):
    return DayCounts(DAY, COMMIT, thing, dict(zip(ORDER, numbers, strict=True)), words)


def lines(*found):
    return [line for section in trend_sheet(found, "T", ("x",)).sections for line in section.lines]


def test_actions_and_measures_have_charts_of_their_own():
    sheet = trend_sheet([counted("actions", 1, 0, 0, 0, 0), counted("measures", 0, 1, 0, 0, 0)], "T", ("x",))
    assert [section.title for section in sheet.sections] == ["Actions", "Measures"]
    assert sheet.lines == ("x", "▼ red, ◆ amber, ● green, ✔ complete, ○ not rated")
    assert all(section.drawn for section in sheet.sections)


def test_a_line_has_marks_and_figures():
    assert lines(counted("actions", 1, 2, 10, 0, 1)) == ["2022-03-31  ▼ 1  ◆ 2  ● 10  ✔ 0  ○ 1  ▼◆◆●●●●●●●●●●○"]


def test_a_time_without_any_is_said_and_one_item_is_a_word():
    assert lines(counted("actions", 0, 0, 0, 0, 0), counted("actions", 1, 0, 0, 0, 0, words="red")) == [
        "2022-03-31  none on record",
        "2022-03-31  ▼ red",
    ]
    assert lines(counted("measures", 0, 0, 0, 0, 0)) == []


def test_a_colour_that_is_there_has_a_mark_whatever_the_scale():
    (line,) = lines(counted("actions", 1, 0, 500, 1, 0))
    assert line.endswith(f"▼{'●' * 30}✔")
    assert len(line) <= 80


def test_rows_have_every_colour():
    (row,) = trend_rows([counted("actions", 1, 2, 3, 4, 5)])
    assert row == {
        "day": DAY, "thing": "actions", "red": 1, "amber": 2, "green": 3, "blue": 4, "grey": 5, "total": 15, "word": "",
        "commit": "a" * 40,
    }  # fmt: skip
