"""Months in other languages are read where the whole text is a date, and nothing else is changed."""

import pytest

from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.months import in_english
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import MARCH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31. März 2026", "2026-03-31"),
        ("1er avril 2026", "2026-04-01"),
        ("12 de marzo de 2026", "2026-03-12"),
        ("31 Mawrth 2026", "2026-03-31"),
        ("1 mei 2026", "2026-05-01"),
        ("Dezember 2026", "2026-12"),
    ],
)
def test_a_date_in_another_language_is_a_date(text, day):
    assert read_day(GridCell(text), Days(day_first=True, year_end=MARCH)).value == day


def test_a_month_over_a_column_is_a_period():
    assert read_period("Juni 2025", MARCH).value == "2025-06"


@pytest.mark.parametrize("text", ["Mars Bars 2026", "im Mai", "medi", "Juni", "31 March 2026", "wird 2026"])
def test_any_other_text_stays_as_it_is(text):
    assert in_english(text) == text
