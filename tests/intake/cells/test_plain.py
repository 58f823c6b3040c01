"""One cell to a date, a number, a state: what is taken, what is said, and that nothing is invented."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.intake.cells.plain import (
    Days,
    has_decimal_commas,
    month_stands_first,
    read_better,
    read_colour,
    read_day,
    read_every,
    read_number,
    read_period,
    read_state,
    read_symbol,
    read_unit,
)
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import MARCH, YearEnd

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


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("1,250", False, 1250),
        ("1.204", True, 1204),
        ("81,4 %", True, "81.4"),
        ("£1.2m", False, 1200000),
        ("(5)", False, -5),
        ("≤18", False, 18),
        ("-3.5%", False, "-3.5"),
        ("12 000", False, 12000),
    ],
)
def test_a_number_is_read_by_the_habit_of_its_column(text, comma, value):
    assert read_number(GridCell(text), decimal_comma=comma).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<5", "bound-not-a-number"),
        ("12-Jan", "number-as-day"),
        ("tbc", "no-figure-yet"),
        ("many", "not-a-number-in-a-cell"),
        ("5;2", "two-figures"),
        ("n/a", ""),
        ("–", ""),
        ("1,2,3", "not-a-number-in-a-cell"),
    ],
)
def test_what_is_no_number_is_said(text, code):
    found = read_number(GridCell(text))
    assert (found.value, found.said.code) == (None, code)


def test_a_part_of_a_whole_keeps_both():
    assert read_number(GridCell("5/20")).part == (5, 20)
    found = read_number(GridCell("95% (190/200)"))
    assert (found.value, found.part) == (95, (190, 200))


def test_an_error_is_no_value():
    assert read_number(GridCell("#REF!", "error")).said.code == "formula-error"
    assert read_number(GridCell("(a formula without a value)", "error", formula=True)).said.code == "no-value"


def test_decimal_commas_are_told_by_one_that_can_be_nothing_else():
    assert has_decimal_commas(["81,4", "1.204"])
    assert not has_decimal_commas(["1,204", "81.4"])
    assert not has_decimal_commas(["1,204"])
    assert not has_decimal_commas(["81,4", "81.4"])


@pytest.mark.parametrize(
    ("text", "state", "rag"),
    [
        ("Complete", "complete", ""),
        ("On track", "in-progress", "green"),
        ("Green - on track", "in-progress", "green"),
        ("Complete (Blue)", "complete", "blue"),
        ("G", "", "green"),
        ("Project complete", "complete", ""),
        ("no longer required", "stopped", ""),
    ],
)
def test_the_words_of_an_owner_are_a_state_a_colour_or_both(text, state, rag):
    assert read_state(text)[:2] == (state, rag)


def test_a_word_with_two_meanings_is_asked_about():
    assert read_state("Open").said.code == "two-meanings"
    assert read_state("Amber/Green").said.code == "colour-between"
    assert read_state("wobbly").said.code == "not-a-state"
    assert read_state("n/a") == ("", "", ("", "", "", ""))
    assert read_every("Biannual").code == "two-meanings"
    assert read_every("Monthly / Quarterly").code == "two-frequencies"
    assert read_better("sideways").code == "not-a-direction"


def test_closed_lists_answer_in_the_words_of_the_files():
    assert read_colour("Amber").value == "amber"
    assert read_better("hoch").value == "higher"
    assert read_every("Annually").value == "year"
    assert (read_unit("£"), read_unit("per cent"), read_unit("furlongs")) == ("GBP", "percent", "")
    assert (read_symbol("c"), read_symbol("*"), read_symbol("9")) == ("c", "c", "")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q1 2024/25", "2024/25 Q1"),
        ("25/26", "2025/26"),
        ("Financial year 2024 to 2025 (Apr to Jun)", "2024/25 Q1"),
        ("2024/25", "2024/25"),
        ("AY 2021-22", "AY 2021/22"),
        ("June 2025", "2025-06"),
        ("2021", "2021"),
    ],
)
def test_a_period_is_read_in_its_usual_spellings(text, period):
    found = read_period(text, MARCH)
    assert (found.value, found.code) == (period, "")


def test_a_quarter_without_a_year_takes_the_one_that_is_said_and_no_other():
    assert read_period("Q2", MARCH).code == "no-period-in-a-table"
    assert read_period("Q2", MARCH, "2025/26").value == "2025/26 Q2"
    assert read_period("2025 Q1", MARCH).code == "two-periods"
    assert read_period("2025 Q1", YearEnd(12)).code == ""


@pytest.mark.parametrize("text", ["1025/26", "5025/26", "FY1025-26"])
def test_a_year_that_cannot_be_meant_is_no_period(text):
    assert read_period(text, MARCH).value == ""
