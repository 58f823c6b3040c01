"""The proposal to judge a measure."""

from datetime import date

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.judge_measure import propose_judgement
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.cli.conftest import write_portfolio

DAY = date(2025, 10, 1)
NEW = NewUpdate(rag="amber", note="Two homes closed", by="Board")


@pytest.fixture
def portfolio(tmp_path):
    return open_portfolio(write_portfolio(tmp_path))


def proposed(portfolio, new=NEW):
    return propose_judgement(portfolio, find(portfolio, "waiting", ("measure",)), new, DAY)


def test_the_computed_colour_stays_and_the_disagreement_is_told(portfolio):
    made = proposed(portfolio)
    assert (made.colour.before.rating, made.colour.after.judgements[0].rag) == (made.colour.after.rating, "amber")
    assert made.colour.sentences == (made.colour.after.disagreement,)
    commit(made)
    again = proposed(portfolio)
    assert again.files == ()
    assert again.already.startswith("'waiting' has the judgement {on: 2025-10-01, rag: amber, note: Two homes closed")


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NEW._replace(rag=""), "a measure is judged by a colour"),
        (NEW._replace(note=" "), "amber without a note"),
        (NEW._replace(on="2026-01-01"), "2026-01-01 has not come yet"),
        (NEW._replace(state="complete"), "'waiting' is a measure, and has no state"),
        (NEW._replace(forecast="2026-01-01"), "'waiting' is a measure, and has no forecast"),
    ],
)
def test_what_says_no_colour_or_is_of_actions_is_a_problem(portfolio, new, message):
    with pytest.raises(Problem) as caught:
        proposed(portfolio, new)
    assert message in caught.value.message
