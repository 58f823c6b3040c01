"""One text to a period: what is taken, what is asked about, and that no year is invented."""

import pytest

from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.model.dates.period import MARCH, YearEnd


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
