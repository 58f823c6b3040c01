"""Readings in their short and long forms, and what a part of a whole comes to."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.measures.reading import SYMBOLS, Reading
from strategy_tracker.model.measures.unit import PER


def reading(given):
    return Reading.model_validate(given)


def number(text):
    return Decimal(text)


def test_a_bare_number_is_a_reading_with_a_value():
    assert reading(number("97.50")) == Reading(value=number("97.50"))


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_bare_symbol_is_a_reading_without_a_number(symbol):
    assert reading(symbol).symbol == symbol
    assert reading(symbol).amount("percent") is None


@pytest.mark.parametrize("value", ["C", "95", "over 70%", "", True, (), None])
def test_anything_else_is_not_a_reading(value):
    with pytest.raises(ValidationError):
        reading(value)


def test_a_number_in_quotes_is_told_to_take_them_off():
    with pytest.raises(ValidationError) as caught:
        reading("95%")
    assert caught.value.errors()[0]["ctx"]["next_step"].startswith("write it without")


@pytest.mark.parametrize("text", ["279/336", "279 / 336"])
def test_a_part_of_a_whole_is_told_the_two_keys_it_goes_in(text):
    with pytest.raises(ValidationError) as caught:
        reading(text)
    assert caught.value.errors()[0]["ctx"]["next_step"] == "write it as {numerator: 279, denominator: 336}"


@pytest.mark.parametrize("text", ["279/0", "a/b", "1/2/3", "/336", "27,9/336"])
def test_what_is_no_part_of_a_whole_is_told_what_a_reading_may_be(text):
    with pytest.raises(ValidationError) as caught:
        reading(text)
    assert caught.value.errors()[0]["ctx"]["next_step"].startswith("write a plain number")


@pytest.mark.parametrize(("unit", "scale"), PER.items())
def test_a_part_of_a_whole_is_worked_out_exactly(unit, scale):
    part = reading({"numerator": number(1), "denominator": number(8), "value": number(13)})
    assert part.amount(unit) == number(scale) / 8


def test_the_typed_value_counts_where_there_is_nothing_to_work_out():
    part = {"value": number(13), "numerator": number(1)}
    assert reading(part).amount("percent") == 13
    assert reading({**part, "denominator": number(0)}).amount("percent") == 13
    assert reading({**part, "denominator": number(8)}).amount("count") == 13
