"""One cell to a number: what is taken, what is said, and that nothing is invented."""

from decimal import Decimal

import pytest

from strategy_tracker.intake.cells.numbers import has_decimal_commas, read_number
from strategy_tracker.intake.outline import GridCell


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
