"""What owners said: a red says why, a closed action has no colour, and nothing has happened before its day."""

import pytest

from strategy_tracker.checks.updates import (
    closed_actions_have_no_colour,
    nothing_happened_tomorrow,
    reds_have_a_note,
)

from .builder import action, found, priority, strategy

RAG = "priorities.0.actions.0.updates.0.rag"


def said(**keys):
    return strategy(action(updates=[{"on": "2018-07-02", "state": "in-progress", **keys}]))


def test_a_red_without_a_note_is_told():
    assert found(reds_have_a_note, said(rag="red")) == [("red-without-note", RAG)]


@pytest.mark.parametrize("keys", [{"rag": "red", "note": "Two vacancies"}, {"rag": "amber"}, {"rag": "green"}, {}])
def test_any_other_update_needs_no_note(keys):
    assert found(reds_have_a_note, said(**keys)) == []


@pytest.mark.parametrize("state", ["delivered", "complete", "paused", "stopped", "superseded"])
def test_a_colour_on_an_action_that_is_not_running_is_told(state):
    assert found(closed_actions_have_no_colour, said(state=state, rag="green")) == [("rag-on-closed", RAG)]
    assert found(closed_actions_have_no_colour, said(state=state)) == []


@pytest.mark.parametrize("state", ["not-started", "in-progress"])
def test_a_colour_on_a_running_action_is_fine(state):
    assert found(closed_actions_have_no_colour, said(state=state, rag="green")) == []


def happened(on):
    """A strategy in which everything that can have happened did so on one day."""
    one = action(
        updates=[{"on": on, "state": "in-progress"}],
        done=[on],
        due="2030",
        moved=[{"on": on, "from": "2029", "why": "late"}],
        milestones=[{"text": "A step", "done": on}, {"text": "Another", "due": "2030"}],
    )
    return strategy(
        governance=[{"body": "Board", "held": [on], "next": "2030"}],
        priorities=[priority("safe", one, judgements=[{"on": on, "note": "Well"}])],
    )


@pytest.mark.parametrize("on", ["2026-01-15", "2026-01", "2026", "2025-12-31"])
def test_what_may_have_happened_by_today_is_fine(on):
    assert found(nothing_happened_tomorrow, happened(on)) == []


@pytest.mark.parametrize("on", ["2026-01-16", "2026-02", "2027"])
def test_whatever_happened_tomorrow_is_told(on):
    routes = [route for _, route in found(nothing_happened_tomorrow, happened(on))]
    assert routes == [
        "governance.0.held.0",
        "priorities.0.judgements.0.on",
        "priorities.0.actions.0.updates.0.on",
        "priorities.0.actions.0.done.0",
        "priorities.0.actions.0.moved.0.on",
        "priorities.0.actions.0.milestones.0.done",
    ]
