"""What owners answered: "no change" of something, and not the same for ever."""

import pytest

from strategy_tracker.checks.answers import no_change_is_clear, the_same_is_asked_about

from .builder import action, found, strategy

AT = "priorities.0.actions.0.updates"


def said(*updates, asks=False):
    bodies = [{"body": "Board", **({"asks_before": "3 weeks"} if asks else {})}]
    days = ("2018-01-01", "2018-04-01", "2018-07-01", "2018-10-01", "2019-01-01")
    dated = [{"on": on, **update} for on, update in zip(days, updates, strict=False)]
    return strategy(action(updates=dated), governance=bodies)


WAITING, SAME = {"state": "in-progress", "note": "Waiting"}, {"no_change": True}


def test_no_change_of_something_is_clear():
    assert found(no_change_is_clear, said(WAITING, SAME, {**SAME, "note": "Still waiting"})) == []


def test_no_change_of_nothing_is_told_once():
    assert found(no_change_is_clear, said(SAME, SAME)) == [("no-change-unclear", f"{AT}.0.no_change")]


@pytest.mark.parametrize("keys", [{"state": "complete"}, {"rag": "red", "note": "Late"}, {"forecast": "2020-01"}])
def test_no_change_beside_a_change_is_told(keys):
    assert found(no_change_is_clear, said(WAITING, {**SAME, **keys})) == [("no-change-unclear", f"{AT}.1.no_change")]


def test_the_third_no_change_in_a_row_is_asked_about():
    assert found(the_same_is_asked_about, said(WAITING, SAME, SAME)) == []
    assert found(the_same_is_asked_about, said(WAITING, SAME, SAME, SAME)) == [
        ("same-words-again", f"{AT}.3.no_change")
    ]
    assert found(the_same_is_asked_about, said(WAITING, SAME, SAME, SAME, {"note": "The landlord has signed"})) == []


def test_a_sentence_is_asked_about_where_a_body_asks():
    assert found(the_same_is_asked_about, said(WAITING, WAITING, WAITING)) == []
    assert found(the_same_is_asked_about, said(WAITING, WAITING, asks=True)) == []
    assert found(the_same_is_asked_about, said(WAITING, WAITING, WAITING, asks=True)) == [
        ("same-words-again", f"{AT}.2.note")
    ]


def test_what_is_over_is_not_asked_about():
    over = {"state": "complete", "note": "Waiting"}
    assert found(the_same_is_asked_about, said(WAITING, WAITING, over, asks=True)) == []
