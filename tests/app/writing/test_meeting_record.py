"""What a body resolved is written about each ask of its paper, and what it agreed to points there."""

import pytest

from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.meeting_record import asks_waiting, propose_resolution
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewResolution
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY, MEASURES, PLAN
from tests.cli.repository import Repository

BOARD = """\
governance:
  - body: Board   # upstairs
    every: quarter
    held: [2025-04-14]
    next: 2025-09-15

priorities:
"""
MOVED = """\
        moved:
          - {on: 2025-09-01, from: 2025-11-30, to: 2025-12-20, why: late}
"""
CHANGED = """\
    targets: {2025/26: 20}
    changed:
      - {on: 2025-09-01, target: 2025/26, from: 30, to: 20, why: hard}
"""
HELD = "2025-09-15"
APPROVE, EASED = f"{HELD}-approve-safe-01", f"{HELD}-eased-calls"


@pytest.fixture
def board(tmp_path):
    """A board whose paper of September was frozen: a date was moved, and a target eased, with nobody's word."""
    plan = PLAN.replace("priorities:\n", BOARD, 1).replace("        milestones:\n", f"{MOVED}        milestones:\n", 1)
    measures = MEASURES.replace("    readings:\n", f"{CHANGED}    readings:\n", 1)
    made = Repository(tmp_path / "portfolio").write(strategies__plan=plan, measures__plan=measures)
    made.commit("one", "2025-09-08")
    from strategy_tracker.app.looking_back.freeze import freeze_report

    freeze_report(open_portfolio(made.root), "2025-q2", DAY.replace(month=9, day=8), body="Board")
    return made.root


def resolve(root, ask, resolved="agreed", **said):
    paper = said.pop("paper", "")
    new = NewResolution(ask, resolved, **said)
    made = propose_resolution(open_portfolio(root), "board", HELD, new, (), DAY, paper)
    return made if made.already else commit(made)


def waiting(root):
    ((_, found),) = asks_waiting(open_portfolio(root), "board", HELD, (), DAY)
    return found


def plan(root):
    return (root / "strategies/plan.yaml").read_text("utf-8")


def test_what_the_frozen_paper_asks_waits_for_an_answer_each_by_a_name_of_its_own(board):
    found = waiting(board)
    assert found.paper == "2025-q2"
    assert [one.id for one in found.asks][:3] == [f"{HELD}-note", APPROVE, EASED]
    assert found.asks[1].text == (
        "Approve or refuse a date that was moved without an approval on record: Train every school (30 November 2025, "
        "now 20 December 2025)"
    )
    resolve(board, APPROVE, "deferred")
    assert [one.id for one in waiting(board).asks][:2] == [f"{HELD}-note", EASED]


def test_a_move_that_is_agreed_points_to_its_resolution_and_nothing_else_in_the_file_changes(board):
    before = plan(board)
    resolve(board, APPROVE, minute="14.2", seal=True)
    wanted = "why: late, approved_by: Board, resolution: 2025-09-15-approve-safe-01}"
    text = plan(board)
    assert text.count(wanted) == 1
    kept = text.replace(", approved_by: Board, resolution: 2025-09-15-approve-safe-01", "").splitlines()
    added = kept[kept.index("    meetings:") : kept.index("priorities:") - 1]
    assert [line for line in kept if line not in added] == [
        line for line in before.splitlines() if line != "    next: 2025-09-15"
    ]
    assert ("approved: {due: 2025-12-20}" in text, "paper: 2025-q2" in text) == (True, True)
    assert resolve(board, APPROVE, minute="14.2", seal=True).already


def test_what_is_refused_points_to_it_with_nobody_said_to_have_agreed(board):
    resolve(board, APPROVE, "refused")
    assert "why: late, resolution: 2025-09-15-approve-safe-01}" in plan(board)
    assert "approved_by" not in plan(board)


def test_a_target_that_was_eased_points_to_its_resolution_in_its_own_file(board):
    assert len(resolve(board, EASED, minute="15").files) == 2
    measures = (board / "measures/plan.yaml").read_text("utf-8")
    assert "why: hard, approved_by: Board, resolution: plan/2025-09-15-eased-calls}" in measures


def test_what_a_body_asked_for_by_itself_gets_an_id_of_its_words(board):
    resolve(board, "Ask why the visits stopped", "answer-wanted", about="safe-02", by="Head", due="2025-12-01")
    wanted = "          - id: ask-why-visits-stopped\n            text: Ask why the visits stopped\n"
    assert f"{wanted}            about: safe-02\n            resolved: answer-wanted\n" in plan(board)
    resolve(board, "ask-why-visits-stopped", "answer-wanted", to_do="Bring the figures")
    assert plan(board).count("ask-why-visits-stopped") == 1
    assert "to_do: Bring the figures" in plan(board)


def test_what_was_deferred_comes_back_at_the_next_meeting_with_its_id(board):
    resolve(board, APPROVE, "deferred", due="2025-09-29")
    new = NewResolution(APPROVE, "agreed")
    ((_, found),) = asks_waiting(open_portfolio(board), "board", "2025-09-29", (), DAY)
    assert [(one.id, one.before) for one in found.asks] == [(APPROVE, "deferred on 2025-09-15")]
    commit(propose_resolution(open_portfolio(board), "board", "2025-09-29", new, (), DAY))
    assert f"approved_by: Board, resolution: {APPROVE}" in plan(board)


def test_words_that_name_an_internal_action_are_not_for_the_public(board):
    path = board / "strategies/plan.yaml"
    path.write_text(
        plan(board).replace("        due: 2025-12-20\n", "        due: 2025-12-20\n        internal: true\n"), "utf-8"
    )
    resolve(board, APPROVE)
    assert "            internal: true\n" in plan(board)


@pytest.mark.parametrize(
    ("ask", "said", "message"),
    [
        ("nothing-99", {}, "'nothing-99' is nothing this body was asked at that meeting"),
        (APPROVE, {"resolved": "refused", "seal": True}, "only what was agreed is approved"),
        (f"{HELD}-note", {"seal": True}, "nothing is named that was approved"),
        ("Ask about it", {"about": "safe-02", "seal": True}, "has no date, target or tolerance to approve"),
        ("Ask about it", {"about": "nowhere"}, "has the id 'nowhere'"),
        ("Ask about it", {"due": "soon"}, "--due"),
        ("Ask about it", {"paper": "2024-q1"}, "no paper was frozen as '2024-q1'"),
        ("⑴ ⑵", {}, None),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(board, ask, said, message):
    before = plan(board)
    if message is None:
        resolve(board, ask)
        assert "  id: 1-2" in plan(board) or "id: 1-2" in plan(board)
        return
    with pytest.raises(Problem, match=message):
        resolve(board, ask, **said)
    assert plan(board) == before


def test_a_meeting_to_come_has_resolved_nothing(board):
    with pytest.raises(Problem, match="2025-10-02 has not come yet"):
        propose_resolution(open_portfolio(board), "board", "2025-10-02", NewResolution("Ask it"), (), DAY)


def test_without_git_what_was_typed_by_hand_waits_all_the_same(root):
    text = PLAN.replace("priorities:\n", BOARD, 1)
    meeting = f"    meetings: [{{held: {HELD}, asks: [{{id: why, text: Say why}}]}}]\n"
    (root / "strategies/plan.yaml").write_text(text.replace("    next: 2025-09-15\n", meeting), "utf-8")
    assert [one.id for one in waiting(root).asks] == ["why"]
