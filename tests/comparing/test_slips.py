"""Every move of the due dates of a strategy: what its file records, what git knows, and each once."""

from datetime import date

from strategy_tracker.comparing.slips import slips
from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.model.commit import Commit
from tests.checks.builder import action, strategy

MOVE = {"on": "2026-01-10", "from": "2026-03-31", "to": "2026-06-30", "why": "Late", "approved_by": "Board"}
BEN = Commit("a" * 40, date(2026, 2, 1), "Ben", "Later")


def quiet(before, after, what="", commit=BEN):
    return QuietChange("due", "plan/safe-01", what, before, after, commit)


def told(one, *known):
    return [
        (
            one.milestone,
            f"{one.number}/{one.times}",
            one.on,
            one.former,
            one.to,
            one.days,
            one.recorded,
            one.approved_by,
        )
        for one in slips(one, known)
    ]


def test_a_recorded_move_has_its_day_its_days_and_its_approval():
    (one,) = slips(strategy(action(due="2026-06-30", moved=[MOVE])), ())
    assert (one.strategy, one.item, one.text, one.why, one.commit) == (
        "plan",
        "plan/safe-01",
        "Do safe-01",
        "Late",
        None,
    )
    assert told(strategy(action(due="2026-06-30", moved=[MOVE]))) == [
        ("", "1/1", "2026-01-10", "2026-03-31", "2026-06-30", 91, True, "Board")
    ]


def test_what_git_knows_stands_in_its_place_between_the_others():
    later = {"on": "2026-03-01", "from": "2026-07-31", "to": "2026-07-15", "why": "Sooner"}
    given = strategy(action(due="2026-07-15", moved=[MOVE, later]))
    assert told(given, quiet("2026-06-30", "2026-07-31")) == [
        ("", "1/3", "2026-01-10", "2026-03-31", "2026-06-30", 91, True, "Board"),
        ("", "2/3", "2026-02-01", "2026-06-30", "2026-07-31", 31, False, ""),
        ("", "3/3", "2026-03-01", "2026-07-31", "2026-07-15", -16, True, ""),
    ]


def test_a_step_that_only_the_file_shows_has_no_day():
    given = strategy(action(due="2026-09-30", moved=[MOVE]))
    step = ("", "2/2", "", "2026-06-30", "2026-09-30", 92, False, "")
    assert told(given)[1] == step
    two = (quiet("2026-06-30", "2026-07-31"), quiet("2026-07-31", "2026-09-30"))
    assert [one[1:5] for one in told(given, *two)[1:]] == [
        ("2/3", "2026-02-01", "2026-06-30", "2026-07-31"),
        ("3/3", "2026-02-01", "2026-07-31", "2026-09-30"),
    ]


def test_milestones_have_their_own_moves_and_a_date_that_was_taken_away_has_none():
    steps = [{"text": "Venue", "due": "2026-06-30", "moved": [MOVE]}, {"text": "Speakers", "due": "2026-01-31"}]
    given = strategy(action(milestones=steps))
    known = (quiet("2025-12-31", "2026-01-31", "Speakers"), quiet("2026-05-31", ""))
    assert [(one[0], *one[3:6]) for one in told(given, *known)] == [
        ("", "2026-05-31", "", 0),
        ("Venue", "2026-03-31", "2026-06-30", 91),
        ("Speakers", "2025-12-31", "2026-01-31", 31),
    ]


def test_other_quiet_changes_and_other_items_are_no_moves():
    other = quiet("2026-03-31", "2026-06-30")
    assert told(strategy(action(due="2026-06-30")), other._replace(kind="owner"), other._replace(item="plan/b")) == []
