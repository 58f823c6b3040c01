"""Giving an action another due date, without a terminal."""

from datetime import date

import pytest

from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.move import propose_move
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewDueDate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY
from tests.cli.repository import carers


def test_a_move_keeps_the_former_date_and_says_how_far_it_went(portfolio, texts):
    before = texts()
    made = propose_move(portfolio, "safe-01", NewDueDate("2026-03-06", "Snow", "The board"), DAY)
    action = made.files[0].after.priorities[0].actions[0]
    (move,) = action.moved
    assert (str(action.due), str(move.former), str(move.to), move.approved_by) == (
        "2026-03-06",
        "2025-12-20",
        "2026-03-06",
        "The board",
    )
    assert made.colour.sentences == ("due 2026-03-06: 76 days later than the original date, 2025-12-20; moved once",)
    assert texts() == before


def test_a_date_typed_over_is_put_on_record_where_it_stands(portfolio):
    path = portfolio.root / "strategies" / "plan.yaml"
    commit(propose_move(portfolio, "safe-01", NewDueDate("2026-03-06", "Snow", "The board"), DAY))
    path.write_text(path.read_text().replace("due: 2026-03-06", "due: 2026-06-30"))
    again = NewDueDate("2026-06-30", "More snow")
    made = propose_move(open_portfolio(portfolio.root), "safe-01", again, DAY)
    action = made.files[0].after.priorities[0].actions[0]
    assert [(str(one.former), str(one.to), one.approved_by) for one in action.moved] == [
        ("2025-12-20", "2026-03-06", "The board"),
        ("2026-03-06", "2026-06-30", None),
    ]
    assert str(action.due) == "2026-06-30"
    commit(made)
    with pytest.raises(Problem, match="is due 2026-06-30 already"):
        propose_move(open_portfolio(portfolio.root), "safe-01", again, DAY)


def test_a_date_typed_over_without_any_record_is_put_on_record_from_the_one_git_knows(tmp_path):
    repo = carers(tmp_path / "repo")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-03")
    repo.change("due: 2022-09-30", "due: 2022-12-30")
    new, today = NewDueDate("2022-12-30", "Snow", "The board", "2022-05-20"), date(2022, 6, 1)
    made = propose_move(open_portfolio(repo.root), "seen-01", new, today)
    (move,) = made.files[0].after.priorities[0].actions[0].moved
    assert (str(move.former), str(move.to), move.why) == ("2022-09-30", "2022-12-30", "Snow")
    repo.change("due: 2022-12-30", "due: 2022-06-30")
    with pytest.raises(Problem, match="'seen-01' is due 2022-06-30 already"):
        propose_move(open_portfolio(repo.root), "seen-01", new._replace(due="2022-06-30"), today)


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NewDueDate(""), "there is no date to move to"),
        (NewDueDate("2026-03-06"), "a due date does not move without a reason"),
        (NewDueDate("2025-12-20", "Snow"), "'safe-01' is due 2025-12-20 already"),
        (NewDueDate("soon", "Snow"), "--to: 'soon' is not a date"),
    ],
)
def test_a_move_that_says_nothing_is_a_problem(portfolio, new, message):
    with pytest.raises(Problem, match=message):
        propose_move(portfolio, "safe-01", new, DAY)


def test_a_milestone_keeps_its_former_date_as_an_action_does(portfolio):
    made = propose_move(portfolio, "safe-01", NewDueDate("2025-12-05", "Snow", "The board"), DAY, "course")
    action = made.files[0].after.priorities[0].actions[0]
    (step,) = action.milestones
    (move,) = step.moved
    assert (str(step.due), str(move.former), str(move.to), move.why) == (
        "2025-12-05",
        "2025-11-01",
        "2025-12-05",
        "Snow",
    )
    assert (str(action.due), action.moved) == ("2025-12-20", ())
    assert made.colour.sentences == (
        "milestone 'Write the course' due 2025-12-05: 34 days later than the original date, 2025-11-01; moved once",
    )
    with pytest.raises(Problem, match="without a reason"):
        propose_move(portfolio, "safe-01", NewDueDate("2025-12-05"), DAY, "course")
    with pytest.raises(Problem, match="'cake' is not one milestone"):
        propose_move(portfolio, "safe-01", NewDueDate("2025-12-05", "Snow"), DAY, "cake")
