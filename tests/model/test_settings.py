"""Settings: a good default for each, and a year end that is a day of the calendar."""

import calendar
from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.dates.period import MARCH, YearEnd
from strategy_tracker.model.settings import DEFAULTS, Settings


def settings(**given):
    return Settings.model_validate(given)


def test_without_a_word_the_year_ends_in_march_and_reviews_are_quarterly():
    assert (DEFAULTS.year_end, DEFAULTS.review_every.text, DEFAULTS.suppress_below) == (MARCH, "quarter", None)
    assert settings() == DEFAULTS


@pytest.mark.parametrize("month", range(1, 13))
def test_the_year_may_end_with_any_month(month):
    day = calendar.monthrange(2023, month)[1]
    assert settings(year_end=f"{day} {calendar.month_name[month]}").year_end == YearEnd(month)


def test_the_year_may_end_on_any_day():
    assert settings(year_end="5 April").year_end == YearEnd(4, 5)
    assert settings(year_end="30 March").year_end == YearEnd(3, 30)


def test_february_ends_on_the_28th_or_the_29th():
    assert settings(year_end="29 February").year_end == settings(year_end="28 February").year_end == YearEnd(2)


@pytest.mark.parametrize(
    "value",
    [
        "31 April",
        "30 February",
        "0 March",
        "05 April",
        "31 march",
        "31 Mars",
        "March",
        "",
        "31 March ",
        Decimal(3),
        True,
        ("31 March",),
        {},
    ],
)
def test_any_other_year_end_is_refused(value):
    with pytest.raises(ValidationError) as caught:
        settings(year_end=value)
    assert caught.value.errors()[0]["type"] == "not-a-year-end"


def test_a_severity_is_one_of_four_words():
    assert settings(severity={"due-on-weekend": "off"}).severity == {"due-on-weekend": "off"}
    with pytest.raises(ValidationError):
        settings(severity={"due-on-weekend": False})


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/org/repo",
        "https://git.example.gov.uk:8443/a/b",
        "https://a.example/{path}?at={commit}#L{line}",
    ],
)
def test_an_address_of_a_repository_is_one_a_browser_shows(address):
    assert settings(repository=address).repository == address


@pytest.mark.parametrize(
    "address",
    [
        "github.com/org/repo",
        "http://github.com/org/repo",
        "https://github.com",
        "https://user:secret@github.com/org/repo",
        "git@github.com:org/repo.git",
        "javascript:alert(1)//https://a.b/c",
        'https://a.example/"onclick',
        "https://a.example/a b",
        "https://a.example/<b>",
        7,
    ],
)
def test_anything_else_is_no_address(address):
    with pytest.raises(ValidationError, match=r"not-an-address|is not an address"):
        settings(repository=address)
