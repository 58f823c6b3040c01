"""An approval is told for the step it was given for, and for no other."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.eased import reason_of
from strategy_tracker.comparing.reasons import reasons
from strategy_tracker.model.date_steps import date_steps, same_date
from strategy_tracker.model.period import parse_period
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
