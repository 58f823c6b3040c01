"""Entries that a faulty version holds and we cannot read stand as they last could be read."""

from strategy_tracker.history.items.carry_over import carry_over, entries
from tests.files.shipped import load_text

ACTION = """\
id: s
title: S
priorities:
  - id: p
    title: P
    actions:
      - id: a
        text: Do it
        updates:
          - {on: 2018-05-01, state: in-progress, note: One}
          - {on: 2018-06-01, state: in-progress, note: Two}
"""
MEASURE = "measures:\n  - {id: m, title: M, unit: count, readings: {2018/19 Q1: 4, 2018/19 Q2: 5}}\n"


def notes(record):
    return [one.note for one in record.priorities[0].actions[0].updates]


def test_an_update_that_stands_there_unreadable_is_what_it_was():
    former = load_text(ACTION).record.priorities[0].actions[0]
    faulty = load_text(ACTION.replace("2018-06-01, state: in-progress", "2018-06-01, state: doing"))
    assert notes(faulty.record) == ["One"]
    assert notes(carry_over(faulty, former)) == ["One", "Two"]


def test_an_update_that_was_taken_away_does_not_come_back():
    former = load_text(ACTION).record.priorities[0].actions[0]
    second = "          - {on: 2018-06-01, state: in-progress, note: Two}\n"
    faulty = load_text(ACTION.replace(second, "unknown: x\n"))
    assert faulty.diagnostics
    assert notes(carry_over(faulty, former)) == ["One"]


def test_a_reading_that_stands_there_unreadable_is_what_it_was():
    former = load_text(MEASURE, "measures").record.measures[0]
    faulty = load_text(MEASURE.replace("Q2: 5", "Q2: five"), "measures")
    assert [str(period) for period in faulty.record.measures[0].readings] == ["2018/19 Q1"]
    found = carry_over(faulty, former).measures[0].readings
    assert {str(period): reading.value for period, reading in found.items()} == {"2018/19 Q1": 4, "2018/19 Q2": 5}


def test_a_version_without_a_fault_and_one_without_a_former_stay_as_they_are():
    sound, faulty = load_text(ACTION), load_text(ACTION.replace("state: in-progress, note: Two", "state: doing"))
    assert carry_over(sound, faulty.record.priorities[0].actions[0]) is sound.record
    assert carry_over(faulty, None) is faulty.record


def test_entries_are_those_written_as_maps():
    assert list(entries({"updates": ({"on": "2018"}, "x")}, "updates")) == [{"on": "2018"}]
    assert list(entries({"updates": "x"}, "updates")) == []
