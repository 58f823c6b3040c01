"""Confirming a draft: of an action and of a measure, and of nothing else."""

import pytest

from strategy_tracker.app.find_item import Offered
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.confirm import propose_confirmation
from strategy_tracker.files.portfolio import open_portfolio
from tests.app.conftest import DAY


def test_the_marks_of_an_action_go_and_its_colour_stands_on_a_word(root):
    plan = root / "strategies/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("rag: green", "rag: amber, drafted: true", 1), "utf-8")
    made = propose_confirmation(open_portfolio(root), "safe-01", "Head", DAY)
    assert [one.rating.word for one in (made.colour.before, made.colour.after)] == [
        "amber, silent, not confirmed", "amber",
    ]  # fmt: skip
    commit(made)
    assert "rag: amber, note: Half are trained, by: Head}" in plan.read_text("utf-8")


def test_the_marks_of_figures_go(root):
    path = root / "measures/plan.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Q1: 15", "Q1: {value: 15, drafted: true}"), "utf-8")
    commit(propose_confirmation(open_portfolio(root), "calls", "", DAY))
    assert path.read_text("utf-8") == text.replace("Q1: 15", "Q1: {value: 15}")
    assert propose_confirmation(open_portfolio(root), "calls", "", DAY).already


def test_a_strategy_is_not_confirmed(portfolio):
    with pytest.raises(Offered, match="is a strategy, not an action or a measure"):
        propose_confirmation(portfolio, "plan", "", DAY)
