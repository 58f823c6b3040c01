"""What a figure changes in a measures file: a new line in its order, or a revision that keeps what it was."""

from datetime import date

import pytest

from strategy_tracker.editing.changes import Append, Drop, Put
from strategy_tracker.editing.entries.edit_reading import reading_changes
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load_bytes
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.problem import Problem

TODAY = date(2025, 10, 1)
FILE = """\
measures:
  - id: calls
    title: Calls
    unit: count
    readings:
      2024/25 Q4: 14
      2025/26 Q1: {value: 15, state: provisional, note: To come}
"""
ROUTE = ("measures", 0)
READINGS = (*ROUTE, "readings")


def changed(period, value, text=FILE, **more):
    data = text.encode()
    (measure,) = load_bytes(
        DataFile("measures/a.yaml", "", "measures", len(data)), data, DEFAULTS.year_end
    ).record.measures
    when = parse_period(period)
    return reading_changes(measure, data, ROUTE, when, NewReading(period, value, **more), TODAY, DEFAULTS)


def test_a_new_figure_is_written_short_after_the_period_before_it():
    assert changed("2025/26 Q2", "17") == [Put(READINGS, "2025/26 Q2", 17, ["2025/26 Q1"])]
    (found,) = changed("2024/25 Q3", "c")
    assert (found.key, found.value, found.first) == ("2024/25 Q3", "c", True)


def test_where_the_newest_stands_first_it_stands_before_the_period_before_it():
    text = FILE.replace("      2024/25 Q4: 14\n", "") + "      2024/25 Q4: 14\n"
    (found,) = changed("2025/26 Q2", "17", text)
    assert (found.key, found.first) == ("2025/26 Q2", True)


def test_what_is_said_of_it_goes_with_it():
    (found,) = changed("2025/26 Q2", "17", note="By hand", provisional=True)
    assert found.value == {"value": 17, "state": "provisional", "note": "By hand"}


def test_a_figure_that_is_there_changes_only_where_that_is_asked_for():
    with pytest.raises(Problem, match="'calls' has a reading for 2024/25 Q4: 14") as caught:
        changed("2024/25 Q4", "13")
    assert "--revise" in caught.value.next_step
    with pytest.raises(Already, match="'calls' for 2024/25 Q4 is 14"):
        changed("2024/25 Q4", "14")
    with pytest.raises(Problem, match="has no reading for 2025/26 Q2 to revise"):
        changed("2025/26 Q2", "17", revise=True)


def test_a_revision_keeps_what_it_was():
    (found,) = changed("2024/25 Q4", "13", revise=True)
    assert (found.route, found.key) == (READINGS, "2024/25 Q4")
    assert found.value["value"] == 13
    assert [dict(one) for one in found.value["was"]] == [{"value": 14, "until": "2025-10-01"}]


def test_a_reading_of_several_keys_changes_key_by_key():
    found = changed("2025/26 Q1", "16", revise=True)
    assert {type(one) for one in found} <= {Put, Append, Drop}
    assert all(one.route[: len(READINGS) + 1] == (*READINGS, "2025/26 Q1") for one in found)


def test_a_provisional_figure_is_not_confirmed_in_passing():
    with pytest.raises(Problem, match="'calls' for 2025/26 Q1 is provisional"):
        changed("2025/26 Q1", "15", note="To come")


def test_what_the_checks_would_find_wrong_is_refused_in_their_words():
    with pytest.raises(Problem, match="nothing was written: "):
        changed("2030/31", "17")
