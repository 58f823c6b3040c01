"""A standing is plain data, and what it names is there once, in printed order."""

import pickle
from datetime import date

import pytest

from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.rating import Clock, grey
from tests.views.builders import action, measure, priority, standing, strategy

SEEN = priority(
    action("a", measures=("calls", "waits")), action("b", measures=("waits",)), measures=("grants", "calls")
)
HEARD = priority(action("c", measures=("mood",)), name="heard", measures=("grants",))


def test_a_priority_and_a_strategy_name_each_measure_once():
    assert SEEN.every_measure == ("grants", "calls", "waits")
    assert strategy(SEEN, HEARD).measures == ("grants", "calls", "waits", "mood")
    assert [one.id for one in strategy(SEEN, HEARD).actions] == ["a", "b", "c"]


def test_measures_that_are_named_and_are_not_on_record_are_left_out():
    found = standing(strategy(SEEN), measures=[measure("waits"), measure("grants")])
    assert [one.id for one in found.named(("grants", "calls", "waits"))] == ["grants", "waits"]


@pytest.mark.parametrize(
    ("kind", "run_out"),
    [(kind, True) for kind in ("passed", "missed", "silent", "very-silent")]
    + [(kind, False) for kind in ("none", "uncounted", "on-time", "due-soon", "due-today", "fresh", "closed")],
)
def test_a_clock_says_whether_it_has_run_out(kind, run_out):
    assert Clock(kind, None, 0, "").run_out is run_out


@pytest.mark.parametrize(
    ("kind", "runs"),
    [("running", True), ("undated", True), ("not-begun", False), ("ended", False), ("superseded", False)],
)
def test_a_strategy_without_dates_runs(kind, runs):
    assert Phase(kind, "").runs is runs


def test_grey_is_an_answer_with_its_reason():
    assert grey("no-target", "no target is declared") == ("grey", "not rated", "no target is declared", "no-target")


def test_one_process_can_hand_it_to_another():
    found = standing(strategy(SEEN, HEARD), measures=[measure("waits")])
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.as_at == date(2025, 10, 1)
