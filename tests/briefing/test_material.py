"""For which meeting a report is, and which strategies that body looks at."""

from datetime import timedelta

import pytest

from strategy_tracker.briefing.material import NoSuchBody, choose_meeting, only, strategies_of
from strategy_tracker.judging.standing.rating import Clock
from tests.views.builders import DAY, body, measure, priority, standing, strategy


def soon(days):
    return Clock("on-time", DAY + timedelta(days), 0, "next meeting")


def test_the_body_that_meets_on_the_day_goes_before_the_next_one():
    meets, later = body("Committee", held=("2025-10-01",)), body("Board", soon(5))
    found = choose_meeting(standing(strategy(bodies=(later, meets))), "")
    assert (found.body, found.today, found.last) == ("Committee", True, None)


def test_without_one_on_the_day_the_next_to_meet_is_meant():
    bodies = (body("Board", soon(9)), body("Team", soon(3)), body("Late", Clock("missed", DAY, 3, "missed")))
    assert choose_meeting(standing(strategy(bodies=bodies)), "").body == "Team"


def test_a_group_that_works_in_a_strategy_is_asked_only_by_its_name():
    panel = body("Panel", soon(1), role="works", held=("2025-10-01",))
    stands = standing(strategy(bodies=(panel, body("Board", soon(9)))))
    assert choose_meeting(stands, "").body == "Board"
    found = choose_meeting(stands, "panel")
    assert (found.body, found.reviews, strategies_of(stands, found.body)) == ("Panel", False, ("young-carers",))
    assert choose_meeting(standing(strategy(bodies=(panel,))), "") is None


def test_what_no_priority_names_is_kept_where_everything_is_asked_for():
    stands = standing(strategy(priority(measures=("a",)), name="x"), measures=[measure("a"), measure("b")])
    assert list(only(stands, ["x"]).measures) == ["a"]
    assert list(only(stands, ["x"], unnamed=True).measures) == ["a", "b"]


def test_nobody_is_meant_where_nobody_knows_when_anybody_meets():
    assert choose_meeting(standing(strategy(bodies=(body(),))), "") is None


def test_a_part_of_a_name_is_enough_but_a_whole_name_goes_first():
    stands = standing(strategy(bodies=(body("Board"), body("Carers Board"), body("Team"))))
    assert choose_meeting(stands, "board").body == "Board"
    assert choose_meeting(stands, "tea").body == "Team"
    with pytest.raises(NoSuchBody) as found:
        choose_meeting(stands, "a")
    assert found.value.names == ("Board", "Carers Board", "Team")
    with pytest.raises(NoSuchBody, match="no body has 'x' in its name"):
        choose_meeting(stands, "x")


def test_one_body_of_two_strategies_is_one_meeting():
    one = strategy(bodies=(body("Board", held=("2025-04-01",), paper_by=None),), name="one")
    two = strategy(bodies=(body("Board", soon(3), held=("2025-07",), paper_by="Head", note="Asks much"),), name="two")
    found = choose_meeting(standing(one, two), "Board")
    assert (found.last, found.paper_by, found.note, found.next.due) == ("2025-07", "Head", "Asks much", soon(3).due)
    assert strategies_of(standing(one, two, strategy(name="three")), "Board") == ("one", "two")


def test_a_meeting_of_this_very_month_is_not_yet_past():
    assert choose_meeting(standing(strategy(bodies=(body(held=("2025-10",)),))), "Board").last is None


def test_only_the_measures_of_the_strategies_kept_are_kept():
    kept = strategy(priority(measures=("a",)), name="one")
    stands = standing(kept, strategy(name="two"), measures=(measure("a"), measure("b")))
    assert list(only(stands, ["one"]).measures) == ["a"]
