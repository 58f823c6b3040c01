"""A report names the rules it makes use of, and no others."""

from types import SimpleNamespace

from strategy_tracker.briefing.terms import terms_used
from strategy_tracker.judging.standing.of_actions import MilestoneStanding, Need
from strategy_tracker.judging.standing.of_measures import Arrow, Comparison
from strategy_tracker.judging.standing.rating import Clock, Rating
from tests.views.builders import DAY, RED, action, measure, priority, standing, strategy

LATE = Clock("passed", DAY, 3, "overdue by 3 days")


def used(*actions, measures=()):
    words = {one.id: SimpleNamespace(family="band") for one in measures}
    return terms_used(
        SimpleNamespace(standing=standing(strategy(priority(*actions)), measures=measures), measures=words)
    )


def test_an_action_uses_the_rule_of_its_colour_and_of_the_word_it_needs_somebody_in():
    assert used(action()) == {"action:no-target"}
    need = Need("waiting", DAY, 3, ("overdue by 3 days",), "silent")
    assert used(action(rating=RED, due=LATE, need=need)) == {"action:late", "need:waiting"}
    soon = LATE._replace(kind="due-soon")
    assert "clock:due-soon" in used(action(interval=soon))
    assert "clock:due-soon" in used(action(milestones=(MilestoneStanding("Booked", None, soon),)))


def test_what_is_said_of_an_action_beside_its_colour():
    found = used(action(slipped=3, disagreement="its owner judged it green", judgement_is_old=True))
    assert found >= {"clock:slipped", "action:disagreement", "action:old-judgement"}


def test_a_measure_uses_the_rule_it_is_rated_by_or_the_reason_it_is_not():
    assert used(measures=(measure(),)) == {"measure:rated", "grey:no-target"}
    red = Rating("red", "red", "far off", "missed")
    assert used(measures=(measure(rating=red),)) == {"measure:rated", "family:band"}


def test_arrows_positions_and_late_readings_are_explained_where_there_are_any():
    arrow = Arrow("better", "better: 2 to 1")
    compared = (Comparison("England", "above", "above England"),)
    found = used(measures=(measure(short=arrow, trend=arrow, comparisons=compared, late=LATE),))
    assert found == {"measure:rated", "grey:no-target", "arrow:short", "arrow:trend", "position", "late-reading"}
