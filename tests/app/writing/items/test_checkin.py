"""A check-in without a terminal: what waits is data, and an answer is a proposal like any other."""

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.looking.status import Filters, filtered_standing
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.writing.answers import forecast_of, last_done_of, reading_wanted, seen, ticked_of
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.checkin import (
    WaitingItem,
    open_sitting,
    propose_answer,
    unchanged,
    what_waits,
)
from strategy_tracker.app.writing.items.record import reading_of_line
from strategy_tracker.app.writing.items.update import action_now
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def waiting(sitting):
    found = filtered_standing(Moment(sitting.portfolio, sitting.today), Filters(), whole=True)
    return what_waits(sitting, found.standing)


def test_what_waits_is_listed_actions_before_readings(portfolio):
    assert waiting(open_sitting(portfolio, DAY)) == (
        WaitingItem((), "action", "plan/safe-02"),
        WaitingItem((), "measure", "calls"),
    )


def test_what_has_an_update_of_the_day_waits_no_more(portfolio):
    sitting = open_sitting(portfolio, DAY, by="Head of Service")
    meant = find(portfolio, "safe-02")
    commit(propose_answer(sitting, meant, NewUpdate("in-progress", note="Weekly now")))
    assert [one.address for one in waiting(sitting)] == ["calls"]


def test_an_answer_is_of_the_day_of_the_meeting_and_of_the_post_that_speaks(portfolio):
    sitting = open_sitting(portfolio, DAY, "2025-09-30", " Head of Service ")
    meant = find(portfolio, "safe-01")
    before = action_now(portfolio, meant, DAY)
    made = propose_answer(sitting, meant, unchanged(sitting, before))
    last = made.files[0].after.priorities[0].actions[0].updates[-1]
    assert (str(last.on), last.no_change, last.rag, last.by) == ("2025-09-30", True, None, "Head of Service")
    assert made.colour.after.judgement == "green"
    meant = find(portfolio, "calls")
    assert propose_answer(sitting, meant, reading_of_line(portfolio, "2025/26 Q2 17")).item.address == "calls"


def test_nothing_said_yet_cannot_be_kept(portfolio):
    before = action_now(portfolio, find(portfolio, "safe-02"), DAY)
    with pytest.raises(Problem, match="nothing has been said of it yet that could be kept"):
        unchanged(open_sitting(portfolio, DAY), before)


def test_a_meeting_to_come_is_not_held_yet(portfolio):
    with pytest.raises(Problem, match="2025-11-01 has not come yet"):
        open_sitting(portfolio, DAY, "2025-11-01")


def test_no_meeting_is_held_on_settings_that_are_wrong(root):
    (root / "strategy-tracker.yaml").write_text("late_is_red_after: soon\n", encoding="utf-8")
    with pytest.raises(Problem, match=r"the file has an error at strategy-tracker.yaml:1:20"):
        open_sitting(open_portfolio(root), DAY)


class TestSingleAnswers:
    def test_each_means_what_a_file_will_hold(self, portfolio):
        before = action_now(portfolio, find(portfolio, "safe-01"), DAY)
        assert ticked_of("1", before.milestones) == ("1",)
        assert ticked_of("", before.milestones) == ()
        assert forecast_of("2026", NewUpdate("in-progress", on="2025-10-01"), DAY) == "2026"
        assert last_done_of("", DAY) == ""
        assert seen("No change", "the answer") == "No change"
        meant = find(portfolio, "calls")
        assert reading_wanted(portfolio, meant, DAY) == "2025/26 Q2 64"

    def test_what_cannot_be_is_asked_again(self, portfolio):
        before = action_now(portfolio, find(portfolio, "safe-01"), DAY)
        with pytest.raises(Problem, match="'9' is not one milestone of this action"):
            ticked_of("9", before.milestones)
        with pytest.raises(Problem, match="expected by: 'soon' is not a date"):
            forecast_of("soon", NewUpdate("in-progress", on="2025-10-01"), DAY)
        with pytest.raises(Problem, match="2025-11-01 has not come yet"):
            last_done_of("2025-11-01", DAY)
        with pytest.raises(Problem, match="the answer: there is a character nobody can see"):
            seen("\x1b[A", "the answer")
