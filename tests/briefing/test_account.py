"""The account of one priority: what is done, coming, at risk and open, and which figures are told first."""

from datetime import date

from strategy_tracker.briefing.account import KEY_MEASURES, account_of, coming_dates, key_measures, worse_measures
from strategy_tracker.judging.standing.of_actions import Need, UpdateStanding
from strategy_tracker.judging.standing.of_measures import Arrow, Comparison
from strategy_tracker.judging.standing.rating import Clock, Rating
from tests.views.builders import DAY, GREY, RED, action, measure, point, priority, standing, strategy

NEXT_MONTH = Clock("on-time", date(2025, 11, 30), 0, "due in 60 days", "2025-11")
CONTEXT = Rating("grey", "context", "describes people", "context")


def done(on):
    said = UpdateStanding(on, "complete", None, None, None, None, (), True)
    return action(f"done-{on}", state="complete", updates=(said,))


def account(*actions, measures=(), since=date(2025, 4, 20)):
    of = priority(*actions, measures=tuple(one.id for one in measures))
    return account_of(of, standing(strategy(of), measures=measures), since)


def ids(actions):
    return [one.id for one in actions]


def test_each_action_is_told_once_under_the_head_that_fits():
    late = action("late", rating=RED, kind="deliverable")
    waiting = action("waiting", need=Need("waiting", DAY, 3, ("x",)))
    undated = action("undated", kind="decision")
    practice = action("practice", kind="practice", state="in-progress")
    idle, unsaid = action("idle", kind="practice", state="not-started"), action("unsaid", kind="practice", state=None)
    dated = action("dated", kind="deliverable", due=NEXT_MONTH)
    told = account(done("2025-05"), done("2025-03"), late, waiting, undated, practice, dated, idle, unsaid)
    assert ids(told.done) == ["done-2025-05"]
    assert ids(told.at_risk) == ["late", "waiting"]
    assert ids(told.open) == ["undated"]
    assert [(one.day, one.when) for one in told.coming] == [(date(2025, 11, 30), "2025-11")]
    assert (told.ongoing, told.not_begun, told.unsaid) == (1, 1, 1)


def test_dates_to_come_are_in_order_and_within_their_bounds():
    later = action("later", text="Later", due=NEXT_MONTH._replace(due=date(2026, 1, 31)))
    sooner = action("sooner", text="Sooner", due=NEXT_MONTH)
    assert [one.text for one in coming_dates((later, sooner), DAY, date(2025, 12, 31))] == ["Sooner"]
    assert [one.text for one in coming_dates((later, sooner), DAY, date(2026, 12, 31))] == ["Sooner", "Later"]


def test_measures_that_a_member_would_ask_for_are_told_in_printed_order():
    plain = [measure(f"plain-{n}", (point("2025", n),), better=None) for n in range(9)]
    rated = measure("rated", (point("2025", 1),), rating=RED)
    beside = measure("beside", (point("2025", 1),), better=None, comparisons=(Comparison("E", "above", "above E"),))
    people = measure("people", (point("2025", 1),), rating=CONTEXT)
    found = key_measures([people, beside, *plain, rated])
    assert [one.id for one in found] == ["beside", "rated"]
    assert [one.id for one in key_measures(plain)] == ["plain-0", "plain-1", "plain-2"]
    many = [measure(f"m{n}", (point("2025", n),)) for n in range(20)]
    assert len(key_measures(many)) == KEY_MEASURES


def test_what_got_worse_and_is_not_red_is_listed():
    worse = Arrow("worse", "worse: 2 to 1", "2024", "2")
    made = (
        measure("worse", (point("2025", 1),), short=worse, rating=GREY),
        measure("red", (point("2025", 1),), short=worse, rating=RED),
        measure("same", (point("2025", 1),)),
    )
    assert [one.id for one in worse_measures(standing(measures=made))] == ["worse"]
