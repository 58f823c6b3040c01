"""Accepting what was delivered: proposed as every change is, and refused where nobody does it."""

import pytest

from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.accept import propose_acceptance
from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def test_it_turns_delivered_into_complete(root):
    commit(propose_update(open_portfolio(root), "safe-01", NewUpdate("delivered", by="Head"), DAY))
    made = propose_acceptance(open_portfolio(root), "safe-01", " Board ", "", DAY)
    assert [one.state for one in (made.colour.before, made.colour.after)] == ["delivered", "complete"]
    commit(made)
    text = (root / "strategies/plan.yaml").read_text("utf-8")
    assert "accepted_by: Board, accepted_on: 2025-10-01}" in text
    assert propose_acceptance(open_portfolio(root), "safe-01", "Board", "", DAY).already


def test_somebody_accepts_it_on_a_day_that_has_come(portfolio):
    with pytest.raises(Problem, match="nobody accepts it"):
        propose_acceptance(portfolio, "safe-01", " ", "", DAY)
    with pytest.raises(Problem, match="2025-10-02 has not come yet"):
        propose_acceptance(portfolio, "safe-01", "Board", "2025-10-02", DAY)
