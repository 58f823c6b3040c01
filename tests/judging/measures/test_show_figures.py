from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.show_figures import show_amount, show_gap, show_near
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import PER, UnitName

TONNES = UnitName("tonnes", "tonne", "CO2", 0)


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("83.0", "percent", "83.0%"),
        ("-0.4", "percent-change", "-0.4%"),
        ("45", "rate-per-10000", "45 per 10,000"),
        ("266", "pounds", "£266"),
        ("-1266.50", "pounds", "-£1,266.50"),
        ("12", "weeks", "12 weeks"),
        ("1200", "EUR", "€1,200"),
        ("-5", "USD", "-$5"),
        ("1200", "CHF", "CHF 1,200"),
        ("-1200", "CHF", "-CHF 1,200"),
        ("7", "GBP", "£7"),
        ("1200000", "GBP", "£1.2 million"),
        ("-1234567", "EUR", "-€1.23 million"),
        ("999999", "GBP", "£999,999"),
        ("999994999", "GBP", "£999.99 million"),
        ("999995000", "GBP", "£1 billion"),
        ("2500000000", "CHF", "CHF 2.5 billion"),
        ("1234567", "pounds", "£1,234,567"),
        ("1234567", "count", "1,234,567"),
        ("12", TONNES, "12 tonnes of CO2"),
        ("1", TONNES, "1 tonne of CO2"),
        ("-1", TONNES, "-1 tonne of CO2"),
        ("33.333333", TONNES, "33 tonnes of CO2"),
        ("79.97", TONNES, "79.97 tonnes of CO2"),
        ("2340000", TONNES, "2.34 million tonnes of CO2"),
        ("1", UnitName("طن"), "1 طن"),
        ("12.5", UnitName("kg", decimals=2), "12.50 kg"),
        ("0.1234567", UnitName("kg", decimals=3), "0.123 kg"),
        ("33.333333", UnitName("kg"), "33.3 kg"),
        ("1", "rank", "1st"),
        ("2", "rank", "2nd"),
        ("3", "rank", "3rd"),
        ("4", "rank", "4th"),
        ("11", "rank", "11th"),
        ("112", "rank", "112th"),
        ("122", "rank", "122nd"),
        ("4.5", "rank", "4.5"),
        ("1", "yes-no", "yes"),
        ("0", "yes-no", "no"),
        ("1.8", "ratio", "1.8 : 1"),
        ("1.5", "billions", "1.5 billion"),
        ("1.83", "millions", "1.83 million"),
        ("12", "thousands", "12 thousand"),
        ("1234", "count", "1,234"),
        ("5", "score", "5"),
        ("83.25", "percent", "83.25%"),
        ("83.333333", "percent", "83.3%"),
        ("83.350", "percent", "83.35%"),
        ("-0.041", "percent-change", "-0.0%"),
        ("1E+3", "count", "1,000"),
    ],
)
def test_an_amount_is_written_with_its_unit_and_rounded_only_for_people(amount, unit, words):
    assert show_amount(Decimal(amount), unit) == words


@given(st.decimals(-(10**18), 10**18, places=12), st.integers(1, 10**18), st.sampled_from(sorted(PER)))
def test_every_amount_can_be_shown(top, whole, unit):
    exact = Reading(numerator=top, denominator=Decimal(whole).scaleb(-12)).amount(unit)
    assert show_amount(exact, unit)


@pytest.mark.parametrize(
    ("amount", "limits", "expected"),
    [
        ("79.97", ["80"], "79.97%"),
        ("79.9666", ["80"], "79.97%"),
        ("79.93333", ["80"], "79.9%"),
        ("79.9999", ["80"], "just under 80%"),
        ("80.0001", ["80"], "just over 80%"),
        ("80.0001", [], "80.0%"),
        ("80.123", ["80.123"], "80.1%"),
        ("1E+35", ["80"], "100,000,000,000,000,000,000,000,000,000,000,000%"),
    ],
)
def test_a_figure_is_never_rounded_onto_its_limit(amount: str, limits: list[str], expected: str) -> None:
    assert show_near(Decimal(amount), "percent", *map(Decimal, limits)) == expected


@pytest.mark.parametrize(
    ("gap", "unit", "expected"),
    [
        ("4.5", "percent", "4.5 points"),
        ("1", "score", "1 point"),
        ("1", "days", "1 day"),
        ("2", "days", "2 days"),
        ("3", "count", "3"),
        ("4", "rate-per-10000", "4 per 10,000"),
        ("1200", "pounds", "£1,200"),
    ],
)
def test_gaps_are_told_in_the_units_people_use(gap: str, unit: Any, expected: str) -> None:
    assert show_gap(Decimal(gap), unit) == expected


@pytest.mark.parametrize(
    ("amount", "limits", "expected"),
    [
        ("1234567", [], "£1.23 million"),
        ("1234567", ["1230000"], "£1,234,567"),
        ("1234567", ["1234000"], "£1,234,567"),
        ("1234567", ["1240000"], "£1.23 million"),
        ("1234567.89", ["1234567"], "£1,234,567.89"),
        ("1234567.891", ["1234567"], "£1,234,567.9"),
        ("1230000", ["1230000.01"], "£1.23 million"),
    ],
)
def test_a_large_figure_is_printed_in_full_where_millions_would_hide_its_limit(amount, limits, expected):
    assert show_near(Decimal(amount), "GBP", *map(Decimal, limits)) == expected


def _figure(text: str) -> Decimal:
    """The number that a printed amount of pounds says."""
    digits, _, size = text.removeprefix("£").replace(",", "").partition(" ")
    return Decimal(digits) * {"": 1, "million": 10**6, "billion": 10**9}[size]


@settings(max_examples=100)
@given(st.decimals(1, 10**12, places=2), st.decimals(1, 10**12, places=2))
def test_what_is_printed_lies_on_the_same_side_of_its_limit(amount: Decimal, limit: Decimal) -> None:
    shown = _figure(show_near(amount, "GBP", limit))
    assert amount == limit or shown.compare(limit) == amount.compare(limit)


def test_a_gap_is_in_the_unit_without_what_it_is_of() -> None:
    assert show_gap(Decimal(1), TONNES) == "1 tonne"
    assert show_gap(Decimal(2570), TONNES) == "2,570 tonnes"
    assert [show_gap(Decimal(n), "rank") for n in (1, 2)] == ["1 place", "2 places"]
    assert show_gap(Decimal("0.2"), "ratio") == "0.2"
