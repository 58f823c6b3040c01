from datetime import date

import pytest

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.standing.needs import count_lines, meeting_day
from strategy_tracker.views.sheet import Cell, line_text
from tests.views.builders import DAY, standing


def made(*kinds, moved=()):
    found = [AttentionItem((kind,), None, (), "a", "A", DAY, 1, "late") for kind in kinds]
    return count_lines(found, standing(), moved)


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
    assert list(map(line_text, made(*kinds))) == [words]


def test_what_is_too_long_for_a_line_has_the_figures_and_meetings_that_have_not_come_on_a_second():
    kinds = ["waiting", "silent", "missed-review", "late-reading", "late-resolution"]
    moved = (Cell("measures: "), Cell("4 red", "red"), Cell(", 9 better"))
    assert list(map(line_text, made(*kinds, moved=moved))) == [
        "1 waiting for a word · 1 silent · none late · measures: 4 red, 9 better",
        "1 review missed · 1 resolution late · 1 reading late",
    ]
    assert list(map(line_text, made(*kinds[:3], moved=moved[:2]))) == [
        "1 waiting for a word · 1 silent · 1 review missed · none late · measures: 4 red"
    ]


def test_counts_that_are_too_long_beside_those_of_measures_stand_on_a_line_of_their_own():
    moved = (Cell("measures: 3,527 red, 11,617 better, 11,745 worse, and more that is worth a word"),)
    assert list(map(line_text, made("late", "silent", moved=moved))) == ["1 late · 1 silent", line_text(moved)]


def test_each_count_has_the_colour_of_its_column():
    (told,) = made("late", "waiting", "late-reading")
    assert [(part.text, part.colour) for part in told if part.text != " · "] == [
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
