"""A doubt and a remark on a source are each named as what they are, so that nobody takes them for the owner's word."""

from strategy_tracker.judging.standing.of_actions import MilestoneStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.doubts import doubt_words, milestone_words


def test_each_is_named():
    assert list(doubt_words("whose it is", "told in a footnote")) == [
        "in doubt: whose it is",
        "of the source: told in a footnote",
    ]


def test_where_nothing_is_said_nothing_stands():
    assert list(doubt_words(None)) == []


def test_the_doubt_of_a_milestone_stands_behind_its_words():
    step = MilestoneStanding("Venue booked", "2022-08", Clock("closed", None, 0, ""), (), True, "which venue")
    assert milestone_words(step) == "Venue booked; in doubt: which venue"
