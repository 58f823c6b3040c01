"""One cell to a date: what is taken, what is said, and that nothing is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.intake.cells.days import Days, month_stands_first, read_day
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import MARCH

BRITISH = Days(day_first=True, year_end=MARCH)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2026", "2026-03-31"),
        ("31/03/26", "2026-03-31"),
        ("31.3.2026", "2026-03-31"),
        ("30th June 2026", "2026-06-30"),
        ("June 2026", "2026-06"),
        ("by end of March 2026", "2026-03"),
        ("end of 2026", "2026-12"),
        ("by 2028", "2028"),
        ("2026-03-31 00:00:00", "2026-03-31"),
        ("Q3 25/26", "2025-12"),
        ("2025/26", "2026-03"),
        ("Mar-26", "2026-03"),
    ],
)
def test_a_date_in_one_of_its_usual_forms_is_taken(text, day):
    assert read_day(GridCell(text), BRITISH).value == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/11/2025", "no-such-day"),
        ("31 November 2025", "no-such-day"),
        ("ongoing", "not-a-date-in-a-cell"),
        ("Year 1", "not-a-date-in-a-cell"),
        ("15 Aug", "not-a-date-in-a-cell"),
        ("asap", "not-a-date-in-a-cell"),
        ("Easter", "not-a-date-in-a-cell"),
        ("TBC", "not-a-date-in-a-cell"),
        ("46022", "number-as-day"),
    ],
)
def test_what_is_no_date_is_said_and_no_day_is_invented(text, code):
    found = read_day(GridCell(text), BRITISH)
    assert (found.value, found.code) == ("", code)
    assert found.words
    assert found.next_step


@given(some.dates(date(1901, 1, 1), date(2198, 12, 31)), some.booleans())
def test_every_day_is_read_in_the_order_of_its_file(day, day_first):
    text = f"{day:%d/%m/%Y}" if day_first else f"{day:%m/%d/%Y}"
    assert read_day(GridCell(text), Days(day_first, MARCH)).value == day.isoformat()


@given(some.text(max_size=30))
def test_no_text_is_a_day_that_its_digits_do_not_hold(text):
    value = read_day(GridCell(text), BRITISH).value
    year = value[:4]
    assert not value or year in text or year[2:] in text


def test_the_month_stands_first_only_where_a_day_can_be_nothing_else():
    assert month_stands_first(["03/04/2026", "03/28/2026"])
    assert not month_stands_first(["03/04/2026"])
    assert not month_stands_first(["03/28/2026", "28/03/2026"])
