from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.show_figures import show_amount, show_gap, show_near
from strategy_tracker.model.measures.measure import PER, Reading


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
