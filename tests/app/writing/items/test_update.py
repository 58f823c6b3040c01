"""Saying how an action is going, without a terminal: a proposal shows all of it and writes nothing."""

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.items.update import action_now, propose_update
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def test_a_proposal_shows_the_lines_and_the_colour_before_and_after_and_writes_nothing(portfolio, texts):
    before = texts()
    made = propose_update(portfolio, "safe-01", NewUpdate(rag="red", note="No trainer; we hire one"), DAY)
    assert made.diff.splitlines()[:2] == ["--- a/strategies/plan.yaml", "+++ b/strategies/plan.yaml"]
    assert [line for line in made.diff.splitlines()[2:] if line[:1] in "+-"] == [
        "+          - {on: 2025-10-01, state: in-progress, rag: red, note: No trainer; we hire one}"
    ]
    assert made.item.address == "plan/safe-01"
    assert (made.colour.before.rating.colour, made.colour.after.rating.colour) == ("green", "red")
    assert made.colour.after.rating.reason
    assert texts() == before


def test_the_record_before_and_after_goes_with_it(portfolio):
    made = propose_update(portfolio, "safe-01", NewUpdate(note="All are trained"), DAY)
    before, after = (one.priorities[0].actions[0].updates for one in (made.files[0].before, made.files[0].after))
    assert [str(one.on) for one in after] == [*(str(one.on) for one in before), "2025-10-01"]


def test_what_the_former_update_said_and_this_one_does_not_is_a_note(portfolio):
    made = propose_update(portfolio, "safe-01", NewUpdate(note="All are trained"), DAY)
    assert [note.message for note in made.colour.notes] == [
        "the update of 2025-09-01 said green, and this one does not"
    ]
    assert made.colour.notes[0].next_step == "where that is still so, say it again: --rag green"


def test_what_is_recorded_already_is_no_change(portfolio):
    same = NewUpdate("in-progress", "green", "Half are trained", on="2025-09-01")
    made = propose_update(portfolio, "safe-01", same, DAY)
    assert (made.files, made.diff, made.colour) == ((), "", None)
    assert made.already.startswith("'safe-01' has the update {on: 2025-09-01")


def test_milestones_and_a_day_go_with_the_update(portfolio):
    made = propose_update(portfolio, "safe-01", NewUpdate(ticked=("course",)), DAY)
    assert str(made.files[0].after.priorities[0].actions[0].milestones[0].done) == "2025-10-01"
    made = propose_update(portfolio, "safe-02", NewUpdate(did="2025-09-15"), DAY)
    assert "2025-09-15" in [str(day) for day in made.files[0].after.priorities[0].actions[1].done]


def test_a_step_is_ticked_on_the_day_it_happened_and_the_update_is_of_the_day_it_is_said(portfolio):
    new = NewUpdate(note="All were trained", ticked=("course",), happened="2025-09-12")
    action = propose_update(portfolio, "safe-01", new, DAY).files[0].after.priorities[0].actions[0]
    assert str(action.milestones[0].done) == "2025-09-12"
    (said,) = [one for one in action.updates if one.note == "All were trained"]
    assert (str(said.on), str(said.happened)) == ("2025-10-01", "2025-09-12")


def test_a_word_without_a_state_gives_none_where_nobody_had_said_one(portfolio):
    made = propose_update(portfolio, "safe-02", NewUpdate(note="Asked the schools", rag="green"), DAY)
    action = made.files[0].after.priorities[0].actions[1]
    assert [(one.state, one.rag, one.note) for one in action.updates] == [(None, "green", "Asked the schools")]
    made = propose_update(portfolio, "safe-02", NewUpdate(did="2025-09-15"), DAY)
    assert made.files[0].after.priorities[0].actions[1].updates == ()


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NewUpdate(), "there is nothing to record"),
        (NewUpdate(by="Head of Service"), "there is nothing to record"),
        (NewUpdate(rag="red"), "red without a note"),
        (NewUpdate(state="stopped", approved_by="Board"), "stopped without a reason"),
        (NewUpdate(note="x", on="soon"), "--on: 'soon' is not a date"),
        (NewUpdate(note="x", on="2026-01-01"), "2026-01-01 has not come yet"),
        (NewUpdate(note="x", happened="2025-10-02"), "--happened 2025-10-02 lies after the update, of 2025-10-01"),
        (NewUpdate(state="complete", forecast="2026"), "an action that is complete is not expected any more"),
        (NewUpdate(note="a\u202eb"), "has a character nobody can see"),
    ],
)
def test_what_a_board_could_not_use_is_a_problem_with_its_reason(portfolio, new, message):
    with pytest.raises(Problem) as caught:
        propose_update(portfolio, "safe-01", new, DAY)
    assert message in caught.value.message
    assert caught.value.next_step


PRIVATE = {"check_privacy": True, "severity": {"personal-data": "warning"}}


def test_findings_are_those_that_the_change_brings(portfolio):
    checked = portfolio.with_settings(portfolio.settings.model_copy(update=PRIVATE))
    made = propose_update(checked, "safe-01", NewUpdate(note="Ask mum.jones@example.org", rag="green"), DAY)
    assert "personal-data" in [item.code for item in made.findings]


def test_a_strategy_that_is_over_is_a_note_of_the_file(root, portfolio):
    path = root / "strategies/plan.yaml"
    path.write_text(path.read_text("utf-8").replace("2028-03-31", "2025-09-30"), encoding="utf-8")
    made = propose_update(portfolio, "safe-01", NewUpdate(state="complete"), DAY)
    assert [note.message for note in made.notes] == [
        "the strategy ended on 2025-09-30, so this only completes its record"
    ]


def test_how_an_action_stands_now_is_known_before_anything_is_asked(portfolio):
    item = find(portfolio, "safe-01")
    before = action_now(portfolio, item, DAY)
    assert (item.address, before.rating.colour, before.state) == ("plan/safe-01", "green", "in-progress")
