"""Saying that what a body asked for is done."""

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.judge_measure import propose_word
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY, PLAN

BOARD = """\
governance:
  - body: Board   # meets upstairs
    meetings:
      - held: 2025-07-14
        asks:
          - {id: why, text: Say why, resolved: answer-wanted, by: Head, due: 2025-09-01}

priorities:
"""


@pytest.fixture
def asked(root):
    (root / "strategies/plan.yaml").write_text(PLAN.replace("priorities:\n", BOARD), "utf-8")
    return root


def said(root, **new):
    portfolio = open_portfolio(root)
    return propose_word(portfolio, find(portfolio, "why"), NewUpdate(**new), DAY, asked=False)


def test_the_day_and_the_answer_are_written_and_nothing_else(asked):
    before = (asked / "strategies/plan.yaml").read_text("utf-8")
    commit(said(asked, note=" Two posts were empty ", on="2025-09-03"))
    after = (asked / "strategies/plan.yaml").read_text("utf-8")
    wanted = "due: 2025-09-01, done: 2025-09-03, answer: Two posts were empty}"
    assert after == before.replace("due: 2025-09-01}", wanted)
    assert said(asked, note="Two posts were empty", on="2025-09-03").already


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ({}, "there is nothing to record"),
        ({"rag": "red"}, "has no rag"),
        ({"state": "stopped"}, "has no state"),
        ({"state": "complete", "on": "2025-10-02"}, "2025-10-02 has not come yet"),
    ],
)
def test_what_an_ask_does_not_have_is_refused(asked, new, message):
    with pytest.raises(Problem, match=message):
        said(asked, **new)
