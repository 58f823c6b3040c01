from datetime import date

import pytest

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.needs import headline, meeting_day
from tests.views.builders import DAY, standing


def made(*kinds):
    return headline([AttentionItem((kind,), None, (), "a", "A", DAY, 1, "late") for kind in kinds], standing())


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], "Nothing is late, waiting for a word or silent"),
        (["late"], "1 late"),
        (["missed-review"], "1 review missed · none late"),
        (["missed-review", "missed-review"], "2 reviews missed · none late"),
        (["late-reading", "silent", "waiting"], "1 waiting for a word · 1 silent · 1 reading late · none late"),
        (["upcoming", "very-silent", "silent", "late"], "1 late · 2 silent · 1 coming"),
    ],
)
def test_counts_stand_worst_first_and_that_nothing_is_late_is_said(kinds, words):
    assert "".join(part.text for part in made(*kinds)) == words


def test_each_count_has_the_colour_of_its_column():
    assert [(part.text, part.colour) for part in made("late", "waiting", "late-reading") if part.text != " · "] == [
        ("1 late", "red"), ("1 waiting for a word", "amber"), ("1 reading late", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "due", "shown"),
    [
        ("2025-10-20", date(2025, 10, 20), "on 20 October"), ("2025-11", date(2025, 11, 30), "in November 2025"),
        ("", date(2025, 12, 1), "by 1 December"), ("2027-10-04", date(2027, 10, 4), "on 4 October 2027"),
    ],
)  # fmt: skip
def test_a_meeting_is_on_a_day_in_a_month_or_wanted_by_a_day(text, due, shown):
    assert meeting_day(Clock("on-time", due, 0, "", text), DAY) == shown
