"""What a sentence prints is read where it says what it is, and said where it does not."""

import pytest

from strategy_tracker.intake.cells.days import Days
from strategy_tracker.intake.documents.sentences import (
    dates_of,
    interval,
    intervals_of,
    owner_in_brackets,
    sentences_of,
)
from strategy_tracker.model.dates.period import MARCH

DAYS = Days(day_first=True, year_end=MARCH)


@pytest.mark.parametrize(
    ("text", "starts", "due"),
    [
        ("Open it by 30 June 2026", "", "2026-06-30"),
        ("Open it by the end of 2027", "", "2027-12"),
        ("Open it by 2028", "", "2028"),
        ("Open it before March 2027, if we can", "", "2027-03"),
        ("Run it from May 2026 to July 2027", "2026-05", "2027-07"),
        ("Open it (March 2027)", "", ""),
        ("Half by March 2026, all by March 2028", "", ""),
        ("Open it before spring 2027", "", ""),
        ("Plant 2030 trees", "", ""),
    ],
)
def test_a_date_counts_where_its_word_says_of_what_it_is(text, starts, due):
    found = dates_of(text, DAYS)
    assert (found.starts, found.due) == (starts, due)


def test_other_dates_are_said():
    assert [one.code for one in dates_of("Open it (March 2027)", DAYS).said] == ["date-of-what"]
    assert [one.code for one in dates_of("Half by March 2026, all by March 2028", DAYS).said] == ["two-dates"]
    assert [one.code for one in dates_of("Open it by spring 2027", DAYS).said] == ["not-a-date-in-a-cell"]


@pytest.mark.parametrize(
    ("text", "left", "owner"),
    [
        ("Open it (Head of Housing)", "Open it", "Head of Housing"),
        ("Open it (lead: Housing Team).", "Open it.", "Housing Team"),
        ("Open it (including carers)", "Open it (including carers)", ""),
        ("Ask the Living in Care Council (LinCC)", "Ask the Living in Care Council (LinCC)", ""),
        ("Open it (Jane Smith)", "Open it", ""),
    ],
)
def test_a_post_in_brackets_at_the_end_answers(text, left, owner):
    found, owners = owner_in_brackets(text)
    assert (found, owners.owner) == (left, owner)


def test_intervals():
    assert intervals_of("Publish tests every month").every == "month"
    assert intervals_of("Keep rooms, reviewed every quarter").review == "quarter"
    assert intervals_of("Meet every six weeks, and report every year") == ("", "", "")
    assert interval("each quarter") == "quarter"
    assert interval("every six weeks") == "6 weeks"


def test_sentences():
    assert sentences_of("One is here. Two is there; Three too.") == ["One is here.", "Two is there;", "Three too."]
