"""What a board is told first of what has changed."""

from datetime import date
from decimal import Decimal

from strategy_tracker.briefing.news import MOST, news
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.standing.of_actions import UpdateStanding
from strategy_tracker.judging.standing.of_measures import Arrow
from tests.views.builders import action, measure, point, priority, standing, strategy

LONG_AGO = date(2020, 1, 1)


def moved(name, before, now, kind="better", better="higher", unit="percent"):
    arrow = Arrow(kind, f"{kind}: {before} to {now}", "2024", str(before))
    return measure(name, (point("2024", before), point("2025", now)), title=name, short=arrow, better=better, unit=unit)


def told(*measures, changes=None, actions=()):
    names = tuple(one.id for one in measures)
    made = standing(strategy(priority(*actions, measures=names)), measures=measures)
    return news(made, changes, LONG_AGO)


def test_shares_come_before_other_figures_and_the_largest_change_first():
    found = told(moved("a", 50, 52), moved("b", 10, 90, unit="count"), moved("c", 60, 40, "worse"))
    assert [(one.text, one.worse, one.rose) for one in found] == [
        ("c", True, False), ("a", False, True), ("b", False, True)
    ]  # fmt: skip


def test_half_of_the_room_is_kept_for_what_got_worse():
    many = [moved(f"up-{n}", 10, 90 - n) for n in range(9)] + [moved(f"down-{n}", 50, 49, "worse") for n in range(2)]
    found = told(*many)
    assert len(found) == MOST
    assert [one.text for one in found if one.worse] == ["down-0", "down-1"]


def test_a_figure_that_is_not_at_its_best_is_told_with_its_best():
    one = moved("teeth", 64, 83)
    one = one._replace(points=(point("2019", 91), *one.points))
    (found,) = told(one)
    assert found.best == ("91", "2019")


def test_what_was_done_is_told_once_and_together():
    def done(name, on):
        said = UpdateStanding(on, "complete", None, None, None, None, (), True)
        return action(name, text=name, state="complete", updates=(said,))

    (found,) = told(actions=(done("House", "2025-04"), done("Covenant", "2025-05"), done("Before", "2019-05")))
    assert found.texts == ("House", "Covenant")


def test_where_two_moments_are_compared_only_what_changed_between_them_is_told():
    change = Difference("reading", "a", "measure", "a", "", "")
    assert [one.text for one in told(moved("a", 1, 2), moved("b", 1, 9), changes=(change,))] == ["a"]
    worse = Difference("colour", "s/x", "action", "Open a house", "green", "red", worse=True)
    assert [(one.kind, one.before, one.after) for one in told(changes=(worse,))] == [("colour", "green", "red")]


def test_a_change_from_nothing_is_the_whole_of_it():
    one = moved("a", 0, 5, unit="count")
    assert told(one)[0].after == "5"
    assert one.points[0].amount == Decimal(0)
