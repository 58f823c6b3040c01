from datetime import date, timedelta

from strategy_tracker.comparing.life_events import LifeEvent, days_that_passed, slippage
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.commit import Commit
from tests.judging.action_builder import an_action

FIRST = date(2022, 1, 1)


def rating(colour):
    return Rating(colour, colour, f"it is {colour}", "x")


def rate(*moved):
    """A rating that takes each colour from its day on."""

    def rated(day):
        return rating(next(colour for start, colour in reversed(moved) if day >= start))

    return rated


def passed(rated, days):
    return [
        (one.day, one.before, one.after, one.worse)
        for one in days_that_passed("i", rated, FIRST, FIRST + timedelta(days))
    ]


def test_the_very_day_a_colour_moved_is_found():
    for ahead in (1, 2, 27, 28, 29, 100, 365):
        day = FIRST + timedelta(ahead)
        rated = rate((date.min, "green"), (day, "amber"))
        assert passed(rated, 365) == [(day, "green", "amber", True)]
        assert passed(rated, ahead - 1) == []


def test_several_moves_are_found_in_their_order():
    one, two = FIRST + timedelta(10), FIRST + timedelta(41)
    rated = rate((date.min, "green"), (one, "amber"), (two, "red"))
    assert [found[0] for found in passed(rated, 60)] == [one, two]
    ended = rate((date.min, "red"), (two, "grey"))
    assert passed(ended, 60) == [(two, "red", "grey", None)]


def move(on, former, **keys):
    return {"on": on, "from": former, "why": "Ill", **keys}


def due(day, before, after):
    return LifeEvent(date.fromisoformat(day), "due", "i", before, after, "", Commit("a" * 40, FIRST, "Ann", "x"))


def test_a_date_that_never_moved_has_no_slippage():
    assert slippage(an_action(due="2022-06-30"), ()) is None
    assert slippage(an_action(due="2022-06-30"), (due("2022-02-01", "no date", "2022-06-30"),)) is None


def test_moves_of_the_file_and_of_the_commits_are_one_list():
    action = an_action(due="2022-12-31", moved=(move("2022-08-01", "2022-09-30", approved_by="Board"),))
    events = (due("2022-08-02", "2022-09-30", "2022-12-31"), due("2022-05-01", "2022-06-30", "2022-09-30"))
    found = slippage(action, events)
    assert (found.original, found.present, found.days, found.approved) == ("2022-06-30", "2022-12-31", 184, 1)
    assert [(one.on, one.former, one.to, one.days) for one in found.shifts] == [
        ("2022-05-01", "2022-06-30", "2022-09-30", 92),
        ("2022-08-01", "2022-09-30", "2022-12-31", 92),
    ]


def test_moves_that_only_the_file_knows_count():
    action = an_action(due="2022-12", moved=(move("2022-03-01", "2022-06-30"), move("2022-02-01", "2022-03-31")))
    found = slippage(action, ())
    assert [(one.former, one.to, one.days, one.commit) for one in found.shifts] == [
        ("2022-03-31", "2022-06-30", 91, None),
        ("2022-06-30", "2022-12", 184, None),
    ]


def test_a_date_that_was_taken_away_in_the_end():
    found = slippage(an_action(moved=(move("2022-02-01", "2022-03-31"),)), ())
    assert (found.present, found.days) == ("no date", 0)


def test_a_date_that_was_taken_away_by_hand_is_no_date_any_more():
    events = (due("2022-05-01", "2022-06-30", "no date"), due("2022-03-01", "2022-03-31", "2022-06-30"))
    found = slippage(an_action(), events)
    assert (found.original, found.present, found.days, len(found.shifts)) == ("2022-03-31", "no date", 0, 1)


def test_a_date_taken_away_and_another_set_later_is_a_move():
    events = (due("2022-05-01", "no date", "2022-12-31"), due("2022-04-01", "2022-06-30", "no date"))
    found = slippage(an_action(due="2022-12-31"), events)
    assert [(one.on, one.former, one.to, one.days) for one in found.shifts] == [
        ("2022-05-01", "2022-06-30", "2022-12-31", 184)
    ]
    again = (due("2022-05-01", "no date", "2022-06-30"), due("2022-04-01", "2022-06-30", "no date"))
    assert slippage(an_action(due="2022-06-30"), again) is None


def test_two_moves_in_one_commit_are_two():
    recorded = (move("2022-02-01", "2022-03-31", approved_by="Board"), move("2022-03-01", "2022-06-30"))
    found = slippage(an_action(due="2022-12-31", moved=recorded), (due("2022-03-02", "2022-03-31", "2022-12-31"),))
    assert [(one.on, one.former, one.to, one.days, one.approved_by) for one in found.shifts] == [
        ("2022-02-01", "2022-03-31", "2022-06-30", 91, "Board"),
        ("2022-03-01", "2022-06-30", "2022-12-31", 184, ""),
    ]


def test_a_move_on_record_between_two_that_are_not_keeps_its_own_dates():
    recorded = (move("2022-02-01", "2022-03-31"), move("2022-05-01", "2022-09-30"))
    events = (
        due("2022-05-02", "2022-09-30", "2022-12-31"),
        due("2022-03-02", "2022-06-30", "2022-09-30"),
        due("2022-02-02", "2022-03-31", "2022-06-30"),
    )
    found = slippage(an_action(due="2022-12-31", moved=recorded), events)
    assert [(one.former, one.to) for one in found.shifts] == [
        ("2022-03-31", "2022-06-30"),
        ("2022-06-30", "2022-09-30"),
        ("2022-09-30", "2022-12-31"),
    ]


def test_a_commit_that_went_on_beyond_the_move_on_record_is_two_steps():
    approved = move("2022-02-01", "2022-03-31", to="2022-06-30", approved_by="Board")
    action = an_action(due="2022-12-31", moved=(approved,))
    expected = [("2022-03-31", "2022-06-30", "Board"), ("2022-06-30", "2022-12-31", "")]
    for events in (
        (),
        (due("2022-02-02", "2022-03-31", "2022-12-31"),),
        (due("2022-05-01", "2022-06-30", "2022-12-31"), due("2022-02-02", "2022-03-31", "2022-06-30")),
    ):
        found = slippage(action, events)
        assert [(one.former, one.to, one.approved_by) for one in found.shifts] == expected
        assert found.approved == 1
