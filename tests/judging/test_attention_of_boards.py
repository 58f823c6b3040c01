"""What a board has to look at, and what is said of it there."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.attention import list_attention, list_coming
from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.of_measures import MeasureJudgementStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from tests.cli.conftest import write_portfolio
from tests.views.builders import DAY, action, measure, point, priority, standing, strategy
from tests.views.conftest import material


def test_a_reading_that_is_late_is_an_exception_without_being_red():
    late = measure("m", (point("2024", 1, note="By hand"),), late=Clock("passed", DAY, 9, "9 days late"))
    (found,) = list_attention(standing(strategy(priority(measures=("m",))), measures=(late,)))
    assert (found.kind, found.thing, found.correction, found.said) == ("late-reading", "measure", None, "By hand")


def test_a_target_missed_without_amber_is_a_concern_with_its_note_and_one_that_is_only_late_is_not_missed():
    rating = Rating("grey", "not rated", "60% missed the target of 80%", "no-rule")
    missed = measure(
        "m", (point("2024", 60, note="By hand"),), rating=rating, gap=Decimal(-20), late=Clock("passed", DAY, 9, "late")
    )
    (found,) = list_attention(standing(strategy(priority(measures=("m",))), measures=(missed,)))
    assert (found.kind, found.correction, found.days) == ("no-amber-rule", None, 9)
    assert found.why == ("60% missed the target of 80%", "late")
    over = list_attention(standing(strategy(priority(measures=("m",)), kind="ended"), measures=(missed,)))
    assert [(one.kind, one.asked, one.days) for one in over] == [("no-amber-rule", None, 0)]


def test_a_measure_that_was_judged_red_is_told_with_the_words_of_the_judgement():
    rating = Rating("red", "judged red", "judged red by the Board on 2025-09-30; no rule gives it a colour", "judged")
    said = MeasureJudgementStanding("2025-09-30", "red", "Two more patrols", "Board", False, "quarter")
    judged = measure("m", (point("2024", 1, note="By hand"),), rating=rating, judgements=(said,))
    (found,) = list_attention(standing(strategy(priority(measures=("m",))), measures=(judged,)))
    assert (found.kind, found.word, found.correction) == ("red-measure", "judged red", "Two more patrols")
    silent = judged._replace(judgements=(said._replace(note=None),))
    (found,) = list_attention(standing(strategy(priority(measures=("m",))), measures=(silent,)))
    assert (found.correction, found.said) == (None, "By hand")


RED = Rating("red", "red, waiting", "overdue by 40 days; nothing said since 2025-08", "late")


def test_a_red_action_is_told_by_its_word_with_what_its_colour_does_not_say():
    words = ("overdue by 40 days", "missed by 3 days", "nothing said since 2025-08")
    (found,) = list_attention(
        standing(strategy(priority(action("a", rating=RED, need=Need("waiting", DAY, 40, words)))))
    )
    assert (found.kind, found.word, found.days) == ("waiting", "red, waiting", 40)
    assert found.why == (RED.reason, "missed by 3 days")


def test_each_thing_is_in_the_first_group_that_fits_in_the_order_of_the_heads():
    judged, amber = RED._replace(word="red", why="judgement"), RED._replace(colour="amber", word="amber, late")
    made = {
        "a": (amber, Need("late", DAY, 5, ("overdue by 5 days", "last word 2025-09-30"))),
        "b": (RED, Need("waiting", DAY, 40, ("overdue by 40 days",), "silent")),
        "c": (judged, Need("silent", DAY, 9, ("silent for 100 days",))),
        "d": (judged, None),
        "e": (RED._replace(colour="grey", word="not rated"), Need("very-silent", DAY, 99, ("silent for 200 days",))),
    }
    found = list_attention(
        standing(strategy(priority(*(action(name, rating=rating, need=need) for name, (rating, need) in made.items()))))
    )
    assert [(one.item[-1], one.kind) for one in found] == [
        ("a", "late"), ("b", "waiting"), ("c", "red-action"), ("d", "red-action"), ("e", "very-silent"),
    ]  # fmt: skip
    assert [(one.item[-1], one.asked) for one in found if one.kind == "red-action"] == [("c", "silent"), ("d", None)]


def test_what_falls_due_is_told_until_the_day_and_no_longer(tmp_path):
    carers = material(write_portfolio(tmp_path), DAY, "young-carers", body="Carers Board")
    assert [one.text for one in list_coming(carers.standing, date(2025, 10, 12))] == ["Invitations sent"]
    assert list_coming(carers.standing, DAY) == ()
