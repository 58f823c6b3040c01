"""A meeting that was held, and one that is planned: in the governance of the strategies it was about."""

from datetime import date

import pytest

from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.meeting import propose_meeting
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewMeeting
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

FILE = "strategies/young-carers.yaml"


@pytest.fixture
def lines(small):
    """The lines that a meeting takes out and puts in."""

    def made(body, today=DAY, **said):
        proposal = propose_meeting(open_portfolio(small), body, NewMeeting(**said), today)
        commit(proposal)
        changed = [line.strip() for line in proposal.diff.splitlines()[2:] if line[:1] in "+-"]
        return changed, [note.message for note in proposal.notes]

    return made


def test_a_meeting_is_added_where_its_owner_writes_the_newest(lines):
    changed, notes = lines("senior team", held="2025-09-30")
    assert changed == ["-    held: [2025-04-10]", "+    held: [2025-04-10, 2025-09-30]"]
    assert notes == ["Senior Team: next meeting in 91 days, by 2025-12-31 (last met 2025-09-30, every quarter)"]


def test_the_first_one_makes_the_list(lines):
    assert lines("schools forum", held="2025-09-30")[0][-1].endswith("held: [2025-09-30]}")


def test_the_meeting_that_was_planned_is_taken_out_once_it_was_held(lines):
    changed, notes = lines("carers board", today=date(2025, 10, 21), held="2025-10-20")
    assert "-    next: 2025-10-20" in changed
    assert notes[-1] == "the meeting planned for 2025-10-20 is the one that was held, so 'next' is taken out"


def test_one_held_before_it_leaves_it(lines):
    changed, _ = lines("carers board", held="2025-09-20")
    assert not any("next" in line for line in changed)


def test_a_planned_one_takes_the_place_of_the_former(lines):
    changed, notes = lines("carers board", planned="2025-11-03")
    assert changed == ["-    next: 2025-10-20", "+    next: 2025-11-03"]
    assert notes == ["Carers Board: next meeting in 33 days, fixed for 2025-11-03"]


def test_both_are_said_at_once(lines):
    changed, _ = lines("carers board", today=date(2025, 10, 21), held="2025-10-20", planned="2026-04-20")
    assert "+    next: 2026-04-20" in changed
    assert any(line.startswith("+") and "2025-10-20" in line for line in changed)


def test_what_is_on_record_is_not_written_again(small):
    said = NewMeeting(held="2025-04-20", planned="2025-10-20")
    made = propose_meeting(open_portfolio(small), "carers board", said, DAY)
    assert (made.files, made.already) == ((), "'Carers Board': met on 2025-04-20 and next 2025-10-20 (young-carers)")


@pytest.mark.parametrize(
    ("body", "said", "message"),
    [
        ("carers board", {}, "a meeting has a day"),
        ("carers board", {"held": "2025-10-02"}, "2025-10-02 has not come yet"),
        ("carers board", {"planned": "2025-09-30"}, "2025-09-30 has passed"),
        ("carers board", {"held": "soon"}, "--held: 'soon' is not a date"),
        ("carer", {"held": "2025-09-30"}, "'carer' may be Carers Board or Young Carers Panel"),
        ("bord", {"held": "2025-09-30"}, "no body is called 'bord'"),
        ("", {"held": "2025-09-30"}, "no body is called ''"),
    ],
)
def test_what_cannot_be_is_refused(small, body, said, message):
    with pytest.raises(Problem) as caught:
        propose_meeting(open_portfolio(small), body, NewMeeting(**said), DAY)
    assert caught.value.message.startswith(message)


def test_a_body_of_two_strategies_meets_about_those_that_are_named(small):
    text = (small / FILE).read_text("utf-8").replace("id: young-carers", "id: second")
    (small / "strategies/second.yaml").write_text(text, encoding="utf-8")
    found = open_portfolio(small)
    with pytest.raises(Problem) as caught:
        propose_meeting(found, "carers board", NewMeeting(held="2025-09-30"), DAY)
    assert caught.value.message == "'Carers Board' is a body of 2 strategies"
    assert caught.value.next_step == "say which it met about: --strategy second --strategy young-carers"
    one = propose_meeting(found, "carers board", NewMeeting(held="2025-09-30", strategies=("second",)), DAY)
    assert [file.file.name for file in one.files] == ["strategies/second.yaml"]
    both = NewMeeting(held="2025-09-30", strategies=("second", "young-carers"))
    assert len(propose_meeting(found, "carers board", both, DAY).files) == 2
