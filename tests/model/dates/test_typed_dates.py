"""The way of a due date with what git knows of it: no step is lost, and no approval covers a date that was typed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.model.action import Move
from strategy_tracker.model.dates.date_steps import date_steps, moves_in_order
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.values import read_when

A, B, C, D = (f"2027-0{n}-01" for n in range(1, 5))


def move(on, former, to=None):
    tree = {"on": on, "from": former, "to": to, "why": "Late", "approved_by": "Board"}
    return Move.model_validate({key: value for key, value in tree.items() if value})


def typed(former, to, since="2026-05-03"):
    return TypedDate("", read_when(former), read_when(to) if to else None, since)


def told(moves, due, *known):
    day = read_when(due) if due else None
    found = steps_with_typed(list(date_steps(moves_in_order(moves), day)), day, known)
    return [(str(one.former), str(one.to), "Board" if one.move else one.since) for one in found]


AGREED = move("2026-01-01", A, B)


@pytest.mark.parametrize(
    ("moves", "due", "known", "steps"),
    [
        ([], C, [], []),
        ([], C, [typed(A, C)], [(A, C, "2026-05-03")]),
        ([], C, [typed(A, B, "2026-02-01"), typed(B, C)], [(A, B, "2026-02-01"), (B, C, "2026-05-03")]),
        ([], None, [typed(A, None)], [(A, "None", "2026-05-03")]),
        ([AGREED], B, [], [(A, B, "Board")]),
        ([AGREED], C, [], [(A, B, "Board"), (B, C, None)]),
        ([AGREED], C, [typed(B, C, "")], [(A, B, "Board"), (B, C, "")]),
        ([AGREED], D, [typed(B, C), typed(C, D)], [(A, B, "Board"), (B, C, "2026-05-03"), (C, D, "2026-05-03")]),
        ([AGREED], D, [typed(C, D)], [(A, B, "Board"), (B, D, "2026-05-03")]),
        ([AGREED], B, [typed(D, A)], [(D, A, "2026-05-03"), (A, B, "Board")]),
        # a move of 0.1.0 does not say where it led: as far as the next typed date
        ([move("2026-01-01", A)], C, [], [(A, C, "Board")]),
        ([move("2026-01-01", A)], C, [typed(B, C)], [(A, B, "Board"), (B, C, "2026-05-03")]),
        ([move("2026-01-01", A)], C, [typed(A, C)], [(A, C, "Board")]),
    ],
)
def test_what_was_typed_stands_beside_what_was_recorded(moves, due, known, steps):
    assert told(moves, due, *known) == steps


STEPS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=7)
"""Of each step, whether it was recorded, and whether git has a commit of it."""


@settings(max_examples=100)
@given(STEPS)
def test_every_step_is_told_once_with_its_own_word(steps):
    dates = [f"2027-{n + 1:02}-01" for n in range(len(steps) + 1)]
    every = list(enumerate(zip(steps, pairwise(dates), strict=True)))
    moves = [move(f"2026-01-{n + 1:02}", *pair) for n, ((recorded, _), pair) in every if recorded]
    known = [typed(*pair, f"2026-02-{n + 1:02}") for n, ((recorded, seen), pair) in every if not recorded and seen]
    found = told(moves, dates[-1], *known)
    assert [row for row in found if row[2] == "Board"] == [(*pair, "Board") for _, ((one, _), pair) in every if one]
    assert all(row[0] == before[1] for before, row in pairwise(found))
    assert not found or found[-1][1] == dates[-1]
    if all(recorded or seen for recorded, seen in steps):
        assert [row[:2] for row in found] == list(pairwise(dates))
        assert None not in [row[2] for row in found]
