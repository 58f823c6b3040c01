"""The sentences that open a paper, and the list of what was asked for."""

import pytest

from strategy_tracker.briefing.material import ChangesSince, Material, choose_meeting
from strategy_tracker.views.papers.front.what_became import opening, resolutions
from tests.judging.action_builder import portfolio, priority, stand, strategy


def made(*asks, today="2018-12-01", held="2018-07-12", before=(), plain=(), **keys):
    meetings = [{"held": "2018-04-12", "asks": list(before)}, {"held": held, "asks": [*asks, *plain]}]
    given = {"body": "Carers Board", "meetings": meetings}
    one = stand(strategy(priority(id="p"), governance=(given,), **keys), today)
    standing = portfolio(one, today=today)
    meeting = choose_meeting(standing, "Carers Board")
    return Material(standing, {}, {}, (), meeting, ChangesSince(), "the files", "month")


def ask(name, **keys):
    return {"id": name, "text": f"Do {name}", "resolved": "agreed", "by": "Head", "due": "2018-11-01", **keys}


DONE = {"done": "2018-10-01"}
UNOWNED = {"id": "d", "text": "Do d", "resolved": "answer-wanted"}


def words(*asks, **keys):
    return " ".join(block.text for block in opening(made(*asks, **keys)))


def test_a_paper_opens_with_what_became_of_what_was_asked():
    assert words(ask("a", **DONE), ask("b", **DONE), ask("c"), UNOWNED) == (
        "In July you asked for four things: two are done, one is late and one has no owner."
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (ask("a", **DONE), "it is done."),
        (ask("a"), "it is late."),
        (ask("a", due="2019-01-10"), "it is open."),
        (UNOWNED, "it has no owner."),
    ],
)
def test_one_thing_is_told_as_one(asked, told):
    assert words(asked) == f"In July you asked for one thing, and {told}"


def test_another_year_is_said_and_so_is_a_day_that_is_not_known():
    assert words(ask("a", **DONE), today="2019-02-01").startswith("In July 2018 you asked")
    assert words(ask("a"), held="2018").startswith("In 2018 you asked")


def test_what_was_asked_before_and_what_got_no_answer_is_said_beside_it():
    told = words(ask("a"), before=[ask("old"), ask("older")], plain=[{"id": "n", "text": "N"}])
    assert told.endswith(
        "it is late. Of what you asked for before that, two are still to be done. To one thing that you were asked no "
        "answer is on record."
    )
    assert words(plain=[{"id": "n", "text": "N"}]) == "To one thing that you were asked no answer is on record."


def test_without_anything_asked_nothing_is_said_or_listed():
    assert (opening(made()), resolutions(made())) == ((), None)


def test_the_list_has_the_minute_and_who_is_to_do_it():
    section = resolutions(made(ask("a", minute="4", to_do="Bring a plan"), UNOWNED))
    rows = [[cell.text for cell in row] for row in section.blocks[0].rows]
    assert rows == [
        ["Bring a plan", "agreed on 12 July 2018 (minute 4)", "Head", "30 days late, due 1 November 2018"],
        ["Do d", "answer wanted on 12 July 2018", "nobody is named",
         "nobody is named to do it; no day on record by which it is due"],
    ]  # fmt: skip
