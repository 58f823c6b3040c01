"""Numbers are read in figures and in words; dates and names are not numbers."""

from decimal import Decimal

import pytest

from strategy_tracker.publishing.numbers_in_text import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("three of 1,234 children, 7.5% and twenty-two", {"3", "1234", "7.5", "22"}),
        ("twenty days; 12.", {"20", "12"}),
        ("on 2022-08-01, 1/8/2022, in 2021/22, 2022/23 Q3, paragraph 3.4.9, item A3, T4u", set()),
        ("someone, often, tense, firstly", set()),
        ("(5)", {"5"}),
        ("3/12 of them", {"3", "12"}),
        ("the 3rd, 4-ish or fiveish", {"3", "4", "5"}),
        ("a trio, half a dozen, the fourth", {"3", "6", "4"}),
        ("3-year-old", {"3"}),
    ],
)
def test_numbers_are_read_however_they_are_written(text, numbers):
    assert numbers_in(text) == {Decimal(one) for one in numbers}
