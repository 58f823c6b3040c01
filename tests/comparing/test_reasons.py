"""An approval is told for the step it was given for, and for no other."""

import re
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.eased import reason_of
from strategy_tracker.comparing.reasons import new_steps, reasons
from strategy_tracker.model.dates.date_steps import date_steps, same_date
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.values import read_when
from tests.comparing.test_compare import one as action
from tests.comparing.test_compare import side
from tests.judging.measure_builder import measure


def test_without_a_record_there_is_no_reason():
    assert reasons(None, None, [], [], same_date, str) == ""
    steps = list(date_steps([], read_when("2027-01-31")))
    assert reasons(read_when("2027-01-01"), read_when("2027-01-31"), [], steps, same_date, str) == ""


STEPS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=6)
"""Of each step, whether it was recorded, and whether somebody agreed."""


def record(steps, values, first):
    """What is on record of steps from one value to the next, from number `first` on; each step has its own board."""
    pairs = list(pairwise(values))
    return [
        {"on": f"2022-01-{n + 1:02}", "from": old, "to": new, "why": f"Why {n}"}
        | ({"approved_by": f"Board {n}"} if agreed else {})
        for n, ((recorded, agreed), (old, new)) in enumerate(zip(steps, pairs, strict=True))
        if recorded and n >= first
    ]


def is_of_its_step(told, steps, values, first):
    """Whether each approval told stands in the part of its own step, and each recorded step is told."""
    parts = re.split("; then ", told)
    new = [n for n in range(first, len(steps)) if steps[n][0]]
    assert [n for n in new if any(f"Why {n};" in part for part in parts)] == new
    for part in parts:
        for n in map(int, re.findall(r"Board (\d)", part)):
            assert steps[n] == (True, True)
            assert f"Why {n}; approved by Board {n}" in part
            assert len(parts) == 1 or part.startswith(f"to {values[n + 1]}")
    if len(parts) == 1 and "approved by" in told:
        assert new == list(range(first, len(steps)))  # it covers everything that was moved


@settings(max_examples=100)
@given(STEPS, st.data())
def test_an_approval_of_a_target_is_told_for_its_step_alone(steps, data):
    values = [90 - n for n in range(len(steps) + 1)]
    before = data.draw(st.integers(0, len(steps) - 1))
    every = [{"target": "2022/23"} | one for one in record(steps, values, 0)]
    held = [one for one in every if one["from"] > values[before]]
    old = measure(targets={"2022/23": values[before]}, changed=held)
    new = measure(targets={"2022/23": values[-1]}, changed=every)
    told = reason_of(old, new, parse_period("2022/23"), None)
    if any(recorded for recorded, _ in steps[before:]):
        is_of_its_step(told, steps, [f"{value}%" for value in values], before)
    else:
        assert told == ""


@settings(max_examples=100)
@given(STEPS, st.data())
def test_an_approval_of_a_date_is_told_for_its_step_alone(steps, data):
    values = [f"2027-{n + 1:02}-01" for n in range(len(steps) + 1)]
    before = data.draw(st.integers(0, len(steps) - 1))
    every = record(steps, values, 0)
    held = tuple(one for one in every if one["from"] < values[before])
    old, new = side(action(due=values[before], moved=held)), side(action(due=values[-1], moved=tuple(every)))
    (found,) = [one for one in compare(old, new) if one.kind == "due"]
    told = found.why.partition("; ")[2]
    if any(recorded for recorded, _ in steps[before:]):
        is_of_its_step(told, steps, values, before)
    else:
        assert told == "the file does not say why"


class Entry(NamedTuple):
    former: str
    to: str | None


def entry(way):
    """`AB` records a step from A to B, `A` one from A without saying where to."""
    return Entry(way[0], way[1] if len(way) > 1 else None)


def quiet(old, new, ways, known=()):
    """The steps without an entry from `old` to `new`; `ways` are of the new version, with an entry in capitals."""
    steps = [(way[0].upper(), way[1].upper(), entry(way) if way.isupper() else None) for way in ways.split()]
    before = [(way[0], way[1], entry(way)) for way in known]
    found = new_steps(old, new, before, steps, lambda one, other: one == other)
    return ["".join(step[:2]) for step in found if step[2] is None]


@pytest.mark.parametrize(
    ("old", "new", "ways", "known", "found"),
    [
        ("A", "B", "", (), ["AB"]),
        ("A", "B", "AB", (), []),
        ("A", "C", "AB BC", (), []),
        ("B", "C", "AB BC", ("AB",), []),
        ("A", "C", "AB bc", (), ["BC"]),
        ("A", "D", "AB bc CD", (), ["BC"]),
        ("B", "C", "AB bc", ("AB",), ["BC"]),
        ("A", "C", "BC", (), ["AB"]),  # an entry from another value than the one it had
        ("C", "B", "AB", ("AB",), []),  # written back to where its record ends
        ("C", "D", "AB bd", ("AB",), ["CD"]),
        ("C", "D", "AB bc CD", ("AB",), []),  # typed over before, by the book now
        ("A", "C", "AB BA AC", ("AB", "BA"), []),
        ("B", "C", "OA AB BC", ("AB",), []),  # an older step that was put on record later
    ],
)
def test_only_what_no_entry_records_is_quiet(old, new, ways, known, found):
    assert quiet(old, new, ways, known) == found


def test_an_entry_that_does_not_say_where_it_led_excuses_no_other_value():
    open_end = Entry("A", None)
    found = new_steps("B", "C", [("A", "B", open_end)], [("A", "C", open_end)], lambda one, other: one == other)
    assert found == [("B", "C", None, None)]
