"""What people type for dates and periods, with the one right spelling of each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.model.dates.period import YearEnd, parse_period
from strategy_tracker.model.spellings import is_open, spelled_date, spelled_period
from strategy_tracker.model.values import read_when


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Q1 2025/26", "2025/26 Q1"),
        ("2025/26 q1", "2025/26 Q1"),
        ("2025-26 Q1", "2025/26 Q1"),
        ("FY2025-26", "2025/26"),
        ("FY 2025/2026 Q1", "2025/26 Q1"),
        ("2025/26  Q1", "2025/26 Q1"),
        ("2025/26\u00a0Q4", "2025/26 Q4"),
        ("Quarter 2 of 2025/26", "2025/26 Q2"),
        ("2025/26 (Q2)", "2025/26 Q2"),
        ("2025-26", "2025/26"),
        ("25/26", "2025/26"),
        ("AY 2021-22", "AY 2021/22"),
        ("academic year 2021/22", "AY 2021/22"),
        ("2021/22 AY", "AY 2021/22"),
        ("2020-2024", "2020..2024"),
        ("2020 to 2024", "2020..2024"),
        ("2020/21 – 2024/25", "2020/21..2024/25"),
        ("June 2026", "2026-06"),
        ("06/2026", "2026-06"),
        ("30/06/2026", "2026-06-30"),
    ],
)
def test_a_period_has_one_right_spelling(typed, right):
    found = spelled_period(typed)
    assert found == (right, True, f"write it as {right}")
    assert parse_period(found.text).text == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("30/06/2026", "2026-06-30"),
        ("30.06.2026", "2026-06-30"),
        ("30-06-2026", "2026-06-30"),
        ("2026/06/30", "2026-06-30"),
        ("12/31/2026", "2026-12-31"),
        ("07/07/2026", "2026-07-07"),
        ("30th June 2026", "2026-06-30"),
        ("Monday 5 May 2025", "2025-05-05"),
        ("September 30, 2026", "2026-09-30"),
        ("1 Sept 2026", "2026-09-01"),
        ("30 Jun 26", "2026-06-30"),
        ("June 2026", "2026-06"),
        ("end of March 2027", "2027-03"),
        ("2026/06", "2026-06"),
    ],
)
def test_a_date_has_one_right_spelling(typed, right):
    assert spelled_date(typed) == (right, True, f"write it as {right}")


@pytest.mark.parametrize(
    ("typed", "right", "words"),
    [
        ("03/04/2026", "2026-04-03", "write it as 2026-04-03 if it is 3 April: days come first"),
        ("Jun-26", "2026-06", "write it as 2026-06 if a month of 2026 is meant"),
    ],
)
def test_what_may_be_two_dates_is_not_certain_and_day_comes_before_month(typed, right, words):
    assert spelled_date(typed) == (right, False, words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (
            "2025-Q1",
            "a calendar quarter is written as its last month, 2025-03; one of a financial year as 2025/26 Q1",
        ),
        ("FY25 Q1", "write 2024/25 Q1 for the year that ends in 2025, 2025/26 Q1 for the next"),
    ],
)
def test_what_may_be_two_periods_is_told_with_both(typed, words):
    assert spelled_period(typed)[1:] == (False, words)


@pytest.mark.parametrize(
    "typed",
    [
        "2011-12",
        "31/02/2026",
        "13/13/2026",
        "2025-27",
        "2024-2020",
        "2020/21-2020/21",
        "Q5 2025/26",
        "soon",
        "",
        "1/2/3",
    ],
)
def test_what_is_none_is_not_guessed(typed):
    assert spelled_period(typed) is None
    assert spelled_date(typed) is None


def test_no_date_is_told_apart_from_a_mistyped_one():
    assert [is_open(typed) for typed in ("ongoing", "TBC.", "Ongoing ", "2026")] == [True, True, True, False]
    with pytest.raises(Exception, match="not a date") as refused:
        read_when("ongoing")
    assert "leave the date out" in refused.value.context["next_step"]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_written_in_words_is_that_day(day):
    for form in ("{d} %B %Y", "%B {d} %Y", "{d} %b %Y", "%A {d} %B %Y"):
        assert spelled_date(day.strftime(form.replace("{d}", str(day.day)))).text == day.isoformat()
    found = spelled_date(day.strftime("%d/%m/%Y"))
    assert found.text == day.isoformat()
    assert found.certain == (day.day > 12 or day.day == day.month)


@given(st.text(max_size=20))
def test_whatever_is_typed_what_is_offered_reads_back(text):
    if found := spelled_period(text):
        assert parse_period(found.text).text == found.text
    if found := spelled_date(text):
        assert read_when(found.text).text == found.text


def test_a_month_that_would_look_like_a_year_is_written_as_its_last_day():
    assert spelled_period("December 2011") == (
        "2011-12-31",
        True,
        "write it as 2011-12-31, its last day: 2011-12 may be a year",
    )
    assert spelled_period("Dec 2012").text == "2012-12"
    assert "last day, 2011-12-31;" in spelled_period("2011 Q4").words


def test_where_the_financial_year_is_the_calendar_year_its_quarters_are_answered_and_two_years_are_not():
    for typed, help_ in (
        ("Q1 2025", "write it as 2025 Q1"),
        ("Q1 2025/26", "write 2022/23"),
        ("June 2025", "write it as"),
    ):
        with pytest.raises(Exception, match="not a period") as refused:
            parse_period(typed, YearEnd(12))
        assert refused.value.context["next_step"].startswith(help_)
