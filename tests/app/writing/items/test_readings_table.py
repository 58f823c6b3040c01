"""A table of figures as a person pastes it: every shape gives the same readings, each with its place."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.app.writing.items.readings_table import reading_of_pair, readings_in
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem

SAID = NewReading("", "", source="Performance Team")


def read(text, measure=""):
    return [(one.place, one.measure, one.new.period, one.new.value) for one in readings_in(text, measure, SAID, MARCH)]


def test_the_place_of_a_reading_is_its_line_and_of_a_wide_table_its_column_too():
    assert read("measure,period,value\ncalls,2024,3\n") == [("line 2", "calls", "2024", "3")]
    assert read("measure,2024,2025\n\ncalls,3,4\n") == [
        ("line 3, 2024", "calls", "2024", "3"),
        ("line 3, 2025", "calls", "2025", "4"),
    ]


def test_the_measure_of_the_command_holds_where_the_table_names_none():
    assert read("period\tvalue\n2024\t3", "calls") == [("line 2", "calls", "2024", "3")]
    assert read("2023/24 Q1\t2023/24 Q2\n3\t4", "calls") == [
        ("line 2, 2023/24 Q1", "calls", "2023/24 Q1", "3"),
        ("line 2, 2023/24 Q2", "calls", "2023/24 Q2", "4"),
    ]


def test_what_is_said_of_all_holds_where_a_row_says_nothing_else():
    one, other = readings_in("measure,period,value,source\na,2024,3,Ours\nb,2024,4,\n", "", SAID, MARCH)
    assert (one.new.source, other.new.source) == ("Ours", "Performance Team")


def test_a_pair_is_named_by_its_own_words():
    assert reading_of_pair("2024/25 Q1 = 105/262", "calls", SAID)[:2] == ("'2024/25 Q1 = 105/262'", "calls")
    with pytest.raises(Problem, match="'2024' does not say a period and its figure"):
        reading_of_pair("2024", "calls", SAID)


CELL = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(
    st.lists(st.tuples(CELL, st.sampled_from(["2024", "2023/24 Q1", "2024-05"]), CELL), min_size=1, max_size=6),
    st.sampled_from(",;\t"),
)
def test_no_cell_is_lost_or_changed_whatever_stands_in_it(rows, mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([("measure", "period", "value"), *rows])
    assert [one[1:] for one in read(out.getvalue())] == rows
