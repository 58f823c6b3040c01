"""What a board has to look at, and until when something is ahead."""

from datetime import date

from strategy_tracker.briefing.concerns import concerns, due_by
from strategy_tracker.judging.standing import Clock, Rating
from tests.cli.conftest import write_portfolio
from tests.views.builders import DAY, action, measure, point, priority, standing, strategy
from tests.views.conftest import material


def test_a_reading_that_is_late_is_an_exception_without_being_red():
    late = measure("m", (point("2024", 1, note="By hand"),), late=Clock("overdue", DAY, 9, "9 days late"))
    (found,) = concerns(standing(strategy(priority(measures=("m",))), measures=(late,)))
    assert (found.group, found.thing, found.correction, found.said) == ("late", "measure", None, "By hand")


def test_a_red_action_is_as_late_as_the_date_that_makes_it_red():
    never_done = Clock("missed", DAY, 400, "no day is recorded on which it was done")
    late = action("a", rating=Rating("red", "red", "overdue by 40 days", "late"), interval=never_done, days_late=40)
    (found,) = concerns(standing(strategy(priority(late))))
    assert (found.group, found.days) == ("red", 40)


def test_what_falls_due_is_told_until_the_day_and_no_longer(tmp_path):
    carers = material(write_portfolio(tmp_path), DAY, "young-carers", body="Carers Board")
    assert [one.text for one in due_by(carers.standing, date(2025, 10, 12))] == ["Invitations sent"]
    assert due_by(carers.standing, DAY) == ()
