"""Filters keep what they ask for and nothing else, and a name that nothing has is a mistype."""

import pytest

from strategy_tracker.judging.filters import Filters, UnknownName, is_owner, narrow, unknown_name
from strategy_tracker.judging.standing.of_actions import Need
from tests.views.builders import RED, action, body, measure, priority, standing, strategy

SEEN = priority(
    action("seen-01", rating=RED, measures=("calls",)), action("seen-02", owner="Clerk", state="complete"),
    measures=("trained",),
)  # fmt: skip
HEARD = priority(
    action("heard-01", owner="Participation Officer", stage="considering"), name="heard", owner="Participation Officer"
)
CARERS = strategy(SEEN, HEARD, bodies=(body(), body("Panel", paper_by="Clerk")), gaps=("2 actions have no date",))
PARKS = strategy(priority(action("open-01", owner="Ranger")), name="parks")
ALL = standing(
    CARERS, PARKS, measures=[measure(), measure("calls", rating=RED), measure("alone", owner="Ranger")]
)  # fmt: skip


def kept(**filters):
    """Addresses of the actions, and ids of the measures, that are kept."""
    found = narrow(ALL, Filters(**filters))
    return [f"{s.id}/{one.id}" for s in found.strategies for one in s.actions], sorted(found.measures)


@pytest.mark.parametrize(
    ("filters", "actions", "measures"),
    [
        ({"owner": "clerk"}, ["young-carers/seen-02"], []),
        ({"owner": "Ranger"}, ["parks/open-01"], ["alone"]),
        ({"rag": "red"}, ["young-carers/seen-01"], ["calls"]),
        ({"state": "complete"}, ["young-carers/seen-02"], []),
        ({"stage": "considering"}, ["young-carers/heard-01"], []),
        ({"priority": "heard"}, ["young-carers/heard-01"], []),
        ({"strategy": "parks"}, ["parks/open-01"], []),
        ({"strategy": "young-carers", "rag": "grey"}, ["young-carers/seen-02", "young-carers/heard-01"], ["trained"]),
        ({"owner": "clerk", "rag": "red"}, [], []),
    ],
)
def test_each_filter_keeps_what_it_asks_for(filters, actions, measures):
    assert kept(**filters) == (actions, measures)


def test_no_filter_keeps_all():
    assert narrow(ALL, Filters()) is ALL


def test_an_owner_keeps_the_papers_they_write_and_drops_what_speaks_of_everybody():
    (carers,) = narrow(ALL, Filters(owner="clerk")).strategies
    assert [one.body for one in carers.bodies] == ["Panel"]
    assert carers.gaps == ()
    assert narrow(ALL, Filters(strategy="young-carers")).strategies[0].gaps == CARERS.gaps


def test_a_measure_of_an_action_stays_with_its_priority():
    assert narrow(ALL, Filters(rag="red")).strategies[0].priorities[0].measures == ("trained", "calls")


def test_filters_in_words():
    assert Filters(owner="Clerk", rag="red").words() == "owner 'Clerk', rag 'red'"
    assert Filters().words() == ""


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [("Head of Service", "HEAD", True), ("Clerk", "head", False), (None, "head", False), (None, "", True)],
)
def test_a_part_of_a_name_in_any_case_is_enough(name, wanted, found):
    assert is_owner(name, wanted) is found


@pytest.mark.parametrize(
    ("filters", "unknown"),
    [
        ({"strategy": "roads"}, ("strategy", "roads", ("parks", "young-carers"))),
        ({"priority": "herd"}, ("priority", "herd", ("heard", "seen"))),
        (
            {"owner": "Mayor"},
            ("owner", "Mayor", ("Clerk", "Head of Service", "Participation Officer", "Performance Team", "Ranger")),
        ),
    ],
)
def test_a_name_that_nothing_has_is_told_with_those_there_are(filters, unknown):
    assert unknown_name(ALL, Filters(**filters)) == UnknownName(*unknown)


@pytest.mark.parametrize(
    "filters", [{}, {"owner": "performance"}, {"strategy": "parks", "priority": "heard", "owner": "ranger"}]
)
def test_a_name_that_something_has_is_none(filters):
    assert unknown_name(ALL, Filters(**filters)) is None


def test_without_anybody_on_record_no_owner_is_missed():
    assert unknown_name(standing(), Filters()) is None


def test_a_word_is_kept_with_what_is_worse_and_without_measures_and_bodies():
    needs = {
        "late": Need("late", None, 3, ("late",)),
        "waiting": Need("waiting", None, 3, ("waiting",)),
        "quiet": Need("waiting", None, 3, ("waiting",), "silent"),
        "very": Need("very-silent", None, 3, ("silent",)),
        "fine": None,
    }
    one = strategy(priority(*(action(name, need=need) for name, need in needs.items())), bodies=(body(),))
    both = standing(one, measures=[measure("alone")])
    for wanted, left in (
        ("late", ["late", "waiting", "quiet"]), ("waiting", ["waiting", "quiet"]), ("silent", ["quiet", "very"]),
        ("very-silent", ["very"]),
    ):  # fmt: skip
        found = narrow(both, Filters(need=wanted))
        assert [a.id for s in found.strategies for a in s.actions] == left
        assert (found.measures, found.strategies[0].bodies) == ({}, ())
