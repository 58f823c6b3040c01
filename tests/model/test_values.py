"""Values are read exactly or refused with a code; nothing is coerced."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from strategy_tracker.diagnostics import CODES
from strategy_tracker.model.values import (
    Ids,
    end_of_month,
    is_end_of_month,
    read_currency,
    read_distance,
    read_id,
    read_interval,
    read_number,
    read_when,
    refuse,
    shown,
)

READERS = [read_when, read_interval, read_distance, read_number, read_id, read_currency]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def refusal(reader, value):
    """The code with which a reader refuses a value."""
    with pytest.raises(PydanticCustomError) as caught:
        reader(value)
    return caught.value.type


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("value", [None, True, {"a": {"b": "c"}}, ({"a": "b"},), (), "", " ", "yes", "\n2018"])
def test_what_is_not_the_value_is_refused_by_a_code_of_the_catalogue(reader, value):
    if reader is read_id and value == "yes":
        return
    assert refusal(reader, value) in CODES


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Quarter", "'Quarter'"),
        (True, "'true'"),
        (Decimal("1.10"), "'1.10'"),
        ({"a": 1}, "a set of 'key: value' lines"),
        (("a",), "a list"),
        ("x" * 61, "'" + "x" * 57 + "…'"),
    ],
)
def test_a_value_is_shown_as_the_person_wrote_it(value, words):
    assert shown(value) == words


def test_a_refusal_carries_its_message_and_its_next_step():
    error = refuse("not-a-date", "'{x}' is not a date", "write it")
    assert error.message() == "'{x}' is not a date"
    assert error.context == {"message": "'{x}' is not a date", "next_step": "write it"}


# dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-07-02", date(2018, 7, 2), date(2018, 7, 2)),
        ("2018-07", date(2018, 7, 1), date(2018, 7, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        (Decimal(2018), date(2018, 1, 1), date(2018, 12, 31)),
        ("2199-12", date(2199, 12, 1), date(2199, 12, 31)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
    ],
)
def test_a_date_may_be_known_to_the_month_or_the_year_only(text, first, last):
    when = read_when(text)
    assert (when.first, when.last, str(when)) == (first, last, str(text))


@pytest.mark.parametrize(
    "text",
    [Decimal(86400), Decimal("2018.0"), "18-07-02", "2018/07/02", "2018-7-2", "２０１８", "2018-07-02\n", "-2018"],
)
def test_what_is_not_written_as_a_date_is_not_one(text):
    assert refusal(read_when, text) == "not-a-date"


@pytest.mark.parametrize(
    "text", ["2018-02-30", "2018-13", "2018-00", "0000", "0206-05-01", "2200", "0000-13", "0000-01", "2018-00-00"]
)
def test_a_date_outside_the_calendar_is_refused(text):
    assert refusal(read_when, text) == "impossible-date"


@given(DAYS)
def test_every_day_is_read_as_itself(day):
    assert read_when(day.isoformat())[1:] == (day, day)


# intervals


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("day", 0, 1), ("30 days", 0, 30), ("week", 0, 7), ("6 weeks", 0, 42), ("month", 1, 0), ("quarter", 3, 0),
        ("6 months", 6, 0), ("year", 12, 0), ("2 years", 24, 0), ("999 years", 11988, 0),
    ],
)  # fmt: skip
def test_an_interval_keeps_months_and_days_apart(text, months, days):
    interval = read_interval(text)
    assert (interval.months, interval.days, str(interval)) == (months, days, text)


@pytest.mark.parametrize(
    "value",
    [Decimal(3), "3", "0 weeks", "-1 week", "1.5 years", "1000 days", "Week", "6weeks", "fortnight", "6  weeks"],
)
def test_what_is_not_written_as_an_interval_is_not_one(value):
    assert refusal(read_interval, value) == "not-an-interval"


@pytest.mark.parametrize("text", ["biannual", "bi-annual", "Biennial", "bimonthly", "bi-weekly"])
def test_a_word_with_two_meanings_is_refused_as_such(text):
    with pytest.raises(PydanticCustomError, match="two things"):
        read_interval(text)


@pytest.mark.parametrize(
    ("start", "interval", "times", "end"),
    [
        (date(2018, 1, 31), "month", 1, date(2018, 2, 28)),
        (date(2018, 1, 31), "month", 2, date(2018, 3, 31)),
        (date(2020, 2, 29), "year", 1, date(2021, 2, 28)),
        (date(2020, 2, 29), "year", 4, date(2024, 2, 29)),
        (date(2018, 2, 28), "month", 1, date(2018, 3, 31)),
        (date(2020, 2, 28), "month", 1, date(2020, 3, 28)),
        (date(2018, 4, 30), "quarter", 1, date(2018, 7, 31)),
        (date(2019, 2, 28), "year", 1, date(2020, 2, 29)),
        (date(2018, 11, 30), "quarter", 1, date(2019, 2, 28)),
        (date(2018, 12, 31), "week", 1, date(2019, 1, 7)),
        (date(2018, 7, 2), "30 days", 2, date(2018, 8, 31)),
        (date(9999, 12, 31), "day", 1, date.max),
        (date(9999, 12, 31), "999 years", 999, date.max),
    ],
)
def test_a_months_end_stays_a_months_end(start, interval, times, end):
    assert read_interval(interval).after(start, times) == end


@pytest.mark.parametrize(
    ("start", "interval", "end"),
    [
        (date(2018, 3, 31), "month", date(2018, 2, 28)),
        (date(2018, 2, 28), "month", date(2018, 1, 31)),
        (date(2018, 3, 30), "month", date(2018, 2, 28)),
        (date(2018, 1, 31), "quarter", date(2017, 10, 31)),
        (date(2020, 2, 29), "year", date(2019, 2, 28)),
        (date(2018, 1, 3), "7 days", date(2017, 12, 27)),
        (date(1, 1, 3), "30 days", date.min),
        (date(1, 2, 3), "999 years", date(1, 2, 3)),
    ],
)
def test_one_interval_before_a_months_end_is_a_months_end(start, interval, end):
    assert read_interval(interval).before(start) == end


@given(DAYS, st.sampled_from(["day", "week", "6 weeks", "month", "quarter", "6 months", "year"]))
def test_before_undoes_after_but_for_a_months_end(day, text):
    interval = read_interval(text)
    back = interval.before(interval.after(day))
    assert timedelta(-3) <= day - back <= timedelta(days=3)
    assert back == day or day.day >= 28


@given(DAYS, st.integers(0, 40), st.sampled_from(["month", "quarter", "year"]))
def test_after_the_last_day_of_a_month_comes_the_last_day_of_another(day, times, text):
    last = end_of_month(day.year, day.month)
    assert is_end_of_month(read_interval(text).after(last, times))


@given(DAYS, DAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_later_day_is_never_earlier_after_an_interval(one, other, text):
    first, second = sorted((one, other))
    assert read_interval(text).after(first) <= read_interval(text).after(second)
    assert read_interval(text).before(first) <= read_interval(text).before(second)


@given(DAYS, st.integers(0, 40), st.sampled_from(["week", "month", "quarter", "year"]))
def test_more_intervals_are_later(day, times, text):
    interval = read_interval(text)
    assert interval.after(day, times) < interval.after(day, times + 1)


# currencies


@pytest.mark.parametrize(("value", "next_step"), [("euro", "EUR"), ("Dollars", "USD"), ("€", "EUR"), ("gbp", "GBP")])
def test_a_currency_is_written_as_banks_write_it(value, next_step):
    assert read_currency("CHF") == "CHF"
    with pytest.raises(PydanticCustomError) as caught:
        read_currency(value)
    assert (caught.value.type, caught.value.context["next_step"]) == ("not-a-currency", f"write {next_step}")


# distances


@pytest.mark.parametrize(
    ("text", "amount", "of_target", "word"),
    [
        ("5 points", "5", False, "points"),
        ("0.5 points", "0.5", False, "points"),
        ("10% of target", "10", True, ""),
        ("10 percent of target", "10", True, ""),
        ("3 days", "3", False, "days"),
    ],
)
def test_a_distance_names_its_unit(text, amount, of_target, word):
    distance = read_distance(text)
    assert (distance.amount, distance.of_target, distance.word) == (Decimal(amount), of_target, word)
    assert str(distance) == text


@pytest.mark.parametrize(
    "value", [Decimal(5), "5", "5%", "5 %", "5 percent", "5 pc", "-5 points", ".5 points", "5% of last year"]
)
def test_a_distance_without_its_unit_is_refused(value):
    assert refusal(read_distance, value) == "distance-without-unit"


def test_a_share_of_a_target_is_of_its_size_whatever_its_sign():
    assert read_distance("10% of target").at(Decimal(-40)) == 4
    assert read_distance("5 points").at(Decimal(-40)) == 5


# numbers and ids


def test_a_number_is_kept_exactly_as_typed():
    assert str(read_number(Decimal("1.10"))) == "1.10"


@pytest.mark.parametrize("value", ["95", "1,000", "95%", "+5", "1_000", "1.5%"])
def test_a_number_in_the_wrong_clothes_says_which_to_take_off(value):
    with pytest.raises(PydanticCustomError) as caught:
        read_number(value)
    assert caught.value.context["next_step"].startswith("write it without")


@pytest.mark.parametrize("value", [".nan", ".inf", "0x10", "1e5", "yes", "ninety", "", "1.", "٣"])
def test_what_is_not_a_plain_number_is_not_one(value):
    with pytest.raises(PydanticCustomError) as caught:
        read_number(value)
    assert (caught.value.type, caught.value.context["next_step"]) == (
        "not-a-number",
        "write a plain number such as 97.5",
    )


@pytest.mark.parametrize("text", ["a", "safe-04", "2018", "x" * 60])
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(text):
    assert read_id(text) == text


@pytest.mark.parametrize(
    "value", ["Safe", "safe_04", "safe--04", "-safe", "safe-", "x" * 61, "für", "a b", Decimal(4), False]
)
def test_what_is_not_an_id_is_refused(value):
    assert refusal(read_id, value) == "not-an-id"


@pytest.mark.parametrize(("text", "next_step"), [("m1, m2", "write [m1, m2]"), ("a;b ; c", "write [a, b, c]")])
def test_ids_written_as_one_text_are_several(text, next_step):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Ids).validate_python(text)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["next_step"]) == ("not-an-id", next_step)


@pytest.mark.parametrize(
    ("text", "next_step"), [("safe 04", "write 'safe-04'"), ("Dogs, and cats", "write 'dogs-and-cats'")]
)
def test_one_id_written_as_words_is_one(text, next_step):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Ids).validate_python(text)
    assert caught.value.errors()[0]["ctx"]["next_step"] == next_step


@given(st.text(min_size=1, max_size=90))
def test_a_proposed_id_is_an_id(text):
    try:
        read_id(text)
    except PydanticCustomError as error:
        next_step = error.context["next_step"]
        assert next_step == "give it letters" or read_id(next_step.removeprefix("write '").removesuffix("'"))


@given(st.text(max_size=12), st.sampled_from(READERS))
def test_no_text_makes_a_reader_stumble(text, reader):
    refused = ""
    try:
        assert str(reader(text)) == text
    except PydanticCustomError as error:
        refused = error.type
    assert not refused or refused in CODES


def test_the_end_of_a_month_knows_leap_years():
    assert [end_of_month(year, 2).day for year in (1900, 2000, 2023, 2024)] == [28, 29, 28, 29]
