"""What waits for a post is what a check-in with it would ask, with the reasons."""

import pytest

from strategy_tracker.app.serving.memory import PictureMemory
from strategy_tracker.app.serving.waiting import waiting_by_post
from strategy_tracker.app.writing.items.checkin import open_sitting, what_waits
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def test_it_is_what_a_checkin_asks_under_each_owner(small):
    picture = PictureMemory(small, lambda: DAY).picture()
    found = waiting_by_post(picture)
    asked = what_waits(open_sitting(picture.portfolio, DAY), picture.standing)
    told = {(one.post, thing.address) for one in found for thing in one.things}
    assert told == {(owner, one.address) for one in asked for owner in one.owners or ("",)}
    assert [one.post for one in found] == sorted((one.post for one in found), key=lambda name: (not name, name))
    assert all(thing.why for one in found for thing in one.things)


def test_a_round_that_asks_says_before_which_meeting(small):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    next: 2025-10-20\n", "    next: 2025-10-20\n    asks_before: 3 weeks\n"), encoding="utf-8"
    )
    found = waiting_by_post(PictureMemory(small, lambda: DAY).picture())
    said = [line for one in found for thing in one.things for line in thing.why]
    assert "asked before the meeting of Carers Board on 2025-10-20" in said


def test_wrong_settings_are_said(small):
    (small / "strategy-tracker.yaml").write_text("due_soon: never\n", encoding="utf-8")
    with pytest.raises(Problem, match="strategy-tracker"):
        waiting_by_post(PictureMemory(small, lambda: DAY).picture())
