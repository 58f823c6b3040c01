"""A forecast as it stands in a file: one more entry of its period, wherever and however the others are written."""

from datetime import date

import pytest

from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.entries.edit_forecast import forecast_change
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.merging.merge import merge
from strategy_tracker.model.dates.period import MARCH, parse_period
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem

TODAY = date(2021, 12, 1)
NEW = NewReading("", "78")
HEAD = """\
measures:
  - id: dental          # as printed
    title: Dental checks
    unit: percent
"""
TAIL = """\
    readings:
      2020/21: 74
"""
LISTED = """\
    forecasts:
      2021/22:          # the year of the new clinic
        - value: 82
          on: 2021-10-04
"""
NEWEST_FIRST = (
    LISTED
    + """\
        - value: 85
          on: 2021-07-01
"""
)


def written(held: str, period: str = "2021/22", new: NewReading = NEW) -> str:
    """What becomes of the lines between head and tail."""
    text = f"{HEAD}{held}{TAIL}"
    data = text.encode()
    (one,) = Measures.model_validate(read_tree(data), context={"year_end": MARCH}).measures
    made = edit_all(data, [forecast_change(one, data, ("measures", 0), parse_period(period), new, TODAY)])
    after = made.after.decode()
    assert after.startswith(HEAD)
    assert after.endswith(TAIL)
    return after[len(HEAD) : -len(TAIL)]


def test_the_first_one_stands_before_the_readings_on_lines_of_its_own():
    assert written("") == ("    forecasts:\n      2021/22:\n        - value: 78\n          on: 2021-12-01\n")


def test_another_one_is_added_below_those_before_it_and_nothing_else_changes():
    assert written(LISTED) == LISTED + "        - value: 78\n          on: 2021-12-01\n"


def test_where_the_newest_stands_first_it_stands_first():
    assert written(NEWEST_FIRST).index("value: 78") < written(NEWEST_FIRST).index("value: 82")


@pytest.mark.parametrize(("period", "before"), [("2022/23", False), ("2020/21 Q4", True)])
def test_another_period_stands_by_its_end(period, before):
    made = written(LISTED, period)
    assert (made.index(f"{period}:") < made.index("2021/22:")) == before


def test_one_forecast_in_braces_becomes_the_first_of_a_list():
    one = "    forecasts: {2021/22: {value: 82, on: 2021-10-04}}\n"
    assert written(one) == ("    forecasts: {2021/22: [{value: 82, on: 2021-10-04}, {value: 78, on: 2021-12-01}]}\n")


def test_a_comment_inside_one_forecast_is_not_lost():
    with pytest.raises(CannotEdit, match="comment"):
        written("    forecasts:\n      2021/22:\n        value: 82    # says the clinic\n        on: 2021-10-04\n")


def test_who_says_the_same_again_has_said_it():
    with pytest.raises(Already, match="the forecast of 2021-10-04 for 'dental' in 2021/22 is 82"):
        written(LISTED, new=NewReading("", "82%", on="2021-10-04"))


@pytest.mark.parametrize(
    ("new", "period", "message"),
    [
        (NewReading("", "83", on="2021-10-04"), "2021/22", "has a forecast of 2021-10-04 for 2021/22: 82"),
        (NewReading("", "83", on="2022-01-01"), "2021/22", "2022-01-01 has not come yet"),
        (NewReading("", "c"), "2021/22", "a forecast is one number, not 'c'"),
        (NewReading("", "1/2"), "2021/22", "a forecast is one number, not '1/2'"),
        (NewReading("", "83"), "2020/21", "has come out for 2020/21: its reading is 74"),
        (NewReading("", "83", revise=True), "2021/22", "--revise is said of a figure that came"),
        (NewReading("", "83", why="x"), "2021/22", "--why is said of a figure that came"),
    ],
)
def test_what_is_no_forecast_is_refused(new, period, message):
    with pytest.raises(Problem) as caught:
        written(LISTED, period, new)
    assert message in caught.value.message


def test_a_forecast_of_long_ago_may_be_written_down_late():
    assert "on: 2020-11-01" in written(LISTED, "2020/21", NewReading("", "70", on="2020-11-01"))


def test_two_people_who_forecast_the_same_period_are_merged():
    base = f"{HEAD}{LISTED}{TAIL}"
    ours, theirs = (
        f"{HEAD}{written(LISTED, new=NewReading('', value, on=on))}{TAIL}"
        for value, on in (("78", "2021-11-01"), ("79", "2021-11-20"))
    )
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found.clean
    (one,) = Measures.model_validate(read_tree(found.data), context={"year_end": MARCH}).measures
    assert [int(said.value) for said in one.forecasts[parse_period("2021/22")]] == [82, 78, 79]
