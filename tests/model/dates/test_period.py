"""Periods: each way of writing one, other year ends, and the same period a year before."""

import contextlib
import itertools
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from strategy_tracker.model.dates.period import MARCH, PeriodKey, YearEnd, financial_year, parse_period, year_earlier

YEARS = st.integers(1901, 2190)
ENDS = st.dates(date(2024, 1, 1), date(2024, 12, 30)).map(lambda day: YearEnd(day.month, day.day))
DECEMBER = YearEnd(12)


def span(text, year_end=MARCH):
    period = parse_period(text, year_end)
    return period.kind, period.start.isoformat(), period.end.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022/23", ("year", "2022-04-01", "2023-03-31")),
        ("2022/2023", ("year", "2022-04-01", "2023-03-31")),
        ("1999/00", ("year", "1999-04-01", "2000-03-31")),
        ("2022/23 Q1", ("quarter", "2022-04-01", "2022-06-30")),
        ("2022/23 Q4", ("quarter", "2023-01-01", "2023-03-31")),
        ("2022/23 H1", ("half", "2022-04-01", "2022-09-30")),
        ("2022/23 H2", ("half", "2022-10-01", "2023-03-31")),
        ("2020/21..2024/25", ("range", "2020-04-01", "2025-03-31")),
        ("2020..2024", ("range", "2020-01-01", "2024-12-31")),
        ("AY 2020/21..AY 2022/23", ("range", "2020-09-01", "2023-08-31")),
        ("2022/23 Q2..2022/23 Q3", ("range", "2022-07-01", "2022-12-31")),
        ("2022-05..2022-07", ("range", "2022-05-01", "2022-07-31")),
        ("2022-06", ("month", "2022-06-01", "2022-06-30")),
        ("2022-06-30", ("day", "2022-06-30", "2022-06-30")),
        ("2022", ("calendar-year", "2022-01-01", "2022-12-31")),
        ("AY 2021/22", ("academic-year", "2021-09-01", "2022-08-31")),
    ],
)
def test_each_way_of_writing_a_period_means_its_days(text, expected):
    assert span(text) == expected
    assert str(parse_period(text)) == text


@pytest.mark.parametrize(
    ("text", "year_end", "expected"),
    [
        ("2022/23", YearEnd(8), ("year", "2022-09-01", "2023-08-31")),
        ("2022/23", YearEnd(2), ("year", "2022-03-01", "2023-02-28")),
        ("2023/24", YearEnd(2), ("year", "2023-03-01", "2024-02-29")),
        ("2022/23 Q1", YearEnd(8), ("quarter", "2022-09-01", "2022-11-30")),
        ("2022/23 Q2", YearEnd(11), ("quarter", "2023-03-01", "2023-05-31")),
        ("2022/23 Q1", YearEnd(11), ("quarter", "2022-12-01", "2023-02-28")),
        ("2022/23 Q4", YearEnd(1), ("quarter", "2022-11-01", "2023-01-31")),
        ("2022/23", YearEnd(4, 5), ("year", "2022-04-06", "2023-04-05")),
        ("2022/23 Q1", YearEnd(4, 5), ("quarter", "2022-04-06", "2022-07-05")),
        ("2022/23 Q3", YearEnd(4, 5), ("quarter", "2022-10-06", "2023-01-05")),
        ("2022/23 Q3", YearEnd(6), ("quarter", "2023-01-01", "2023-03-31")),
        ("2022/23 Q3", YearEnd(5, 30), ("quarter", "2022-12-01", "2023-02-28")),
        ("2023/24 Q3", YearEnd(5, 30), ("quarter", "2023-12-01", "2024-02-29")),
        ("2022", DECEMBER, ("calendar-year", "2022-01-01", "2022-12-31")),
        ("2022 Q1", DECEMBER, ("quarter", "2022-01-01", "2022-03-31")),
        ("2022 Q4", DECEMBER, ("quarter", "2022-10-01", "2022-12-31")),
        ("2023 H1", DECEMBER, ("half", "2023-01-01", "2023-06-30")),
        ("2023 H2", DECEMBER, ("half", "2023-07-01", "2023-12-31")),
        ("2022/23 H2", YearEnd(6), ("half", "2023-01-01", "2023-06-30")),
        ("2022/23..2023/24", YearEnd(6), ("range", "2022-07-01", "2024-06-30")),
        ("2022 Q1..2022 Q3", DECEMBER, ("range", "2022-01-01", "2022-09-30")),
        ("AY 2021/22", YearEnd(8), ("academic-year", "2021-09-01", "2022-08-31")),
    ],
)
def test_the_financial_year_ends_when_the_settings_say(text, year_end, expected):
    assert span(text, year_end) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2011-12", "ambiguous-period"),
        ("2008-09", "ambiguous-period"),
        ("2000-01", "ambiguous-period"),
        ("2012-13", "not-a-period"),
        ("2021/23", "not-a-period"),
        ("2021/2021", "not-a-period"),
        ("2021/00", "not-a-period"),
        ("AY 2021/22 Q1", "not-a-period"),
        ("2022/23 Q5", "not-a-period"),
        ("2022/23Q1", "not-a-period"),
        ("2022/23 H3", "not-a-period"),
        ("AY 2021/22 H1", "not-a-period"),
        ("2020..2024/25", "not-a-period"),
        ("2024..2020", "not-a-period"),
        ("2024..2024", "not-a-period"),
        ("2020..2022..2024", "not-a-period"),
        ("2020..", "not-a-period"),
        ("2011-12..2012-11", "ambiguous-period"),
        ("Q1", "not-a-period"),
        ("", "not-a-period"),
        ("２０２２", "not-a-period"),
        ("2022-06\n", "not-a-period"),
        ("2022-13", "impossible-date"),
        ("2022-00", "impossible-date"),
        ("2022-02-30", "impossible-date"),
        ("0000", "impossible-date"),
        ("0000-05-01", "impossible-date"),
    ],
)
def test_an_unclear_period_is_refused(text, code):
    with pytest.raises(PydanticCustomError) as caught:
        parse_period(text)
    assert caught.value.type == code


@pytest.mark.parametrize(
    ("text", "year_end", "message", "next_step"),
    [
        ("2022/23", DECEMBER, "names two years, and the financial year ends on 31 December", "write 2022 or 2023"),
        ("2022/23 Q2", DECEMBER, "names two years", "write 2022 Q2 or 2023 Q2"),
        ("2022 Q1", MARCH, "and the financial year ends on 31 March", "write its last month, 2022-03, or a financial"),
        (
            "2023 H1",
            MARCH,
            "is a half of a calendar year",
            "write its last month, 2023-06, or a financial half: 2023/24 H1",
        ),
        ("2022/23 H1", DECEMBER, "names two years", "write 2022 H1 or 2023 H1"),
        ("2020..2024/25", MARCH, r"'2020' \(calendar year\) and '2024/25' \(year\)", "write both in the same way"),
        ("2024..2020", MARCH, "ends before it begins", "write 2020..2024"),
        ("2024..2024", MARCH, "is one period only", "write 2024"),
    ],
)
def test_a_year_is_named_as_it_is_counted(text, year_end, message, next_step):
    with pytest.raises(PydanticCustomError, match=message) as caught:
        parse_period(text, year_end)
    assert caught.value.context["next_step"].startswith(next_step)


def test_a_year_end_is_said_as_people_write_it():
    assert [str(YearEnd(*each)) for each in ((3,), (6,), (2,), (4, 5))] == [
        "31 March",
        "30 June",
        "28 February",
        "5 April",
    ]


def test_the_year_end_reaches_the_keys_of_a_file_and_march_is_the_default():
    keys = TypeAdapter(PeriodKey)
    assert keys.validate_python("2022/23").end == date(2023, 3, 31)
    assert keys.validate_python("2022/23", context={"year_end": YearEnd(8)}).end == date(2023, 8, 31)
    with pytest.raises(ValidationError, match="a period is wanted"):
        keys.validate_python(2022)


def test_a_period_holds_what_ends_inside_it_and_is_no_longer():
    year, quarter, day = parse_period("2022/23"), parse_period("2022/23 Q2"), parse_period("2022-08-31")
    assert year.holds(quarter)
    assert quarter.holds(day)
    assert year.holds(year)
    assert not quarter.holds(year)
    assert not year.holds(parse_period("2022"))


def test_periods_of_one_kind_are_alike_and_ranges_only_where_they_are_of_one_length():
    def like(one, other):
        return parse_period(one).is_like(parse_period(other))

    assert like("2021/22", "2022/23")
    assert not like("2021/22", "2022")
    assert like("2018..2020", "2019..2021")
    assert not like("2018..2020", "2018..2021")
    assert not like("2018..2019", "2018/19")


@given(st.dates(date(1901, 1, 1), date(2190, 12, 31)), ENDS)
@example(date(2024, 12, 31), DECEMBER)
def test_a_day_lies_in_its_financial_year(day, year_end):
    year = financial_year(day, year_end)
    assert year.start <= day <= year.end
    assert parse_period(year.text, year_end) == year


@given(YEARS, ENDS)
def test_four_quarters_make_a_year(first, year_end):
    name = f"{first}/{(first + 1) % 100:02d}"
    year = parse_period(name, year_end)
    quarters = [parse_period(f"{name} Q{n}", year_end) for n in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[3].end) == (year.start, year.end)
    for one, other in itertools.pairwise(quarters):
        assert other.start - one.end == timedelta(days=1)


@given(YEARS, ENDS)
def test_financial_years_follow_each_other_without_a_gap(first, year_end):
    one, other = (parse_period(f"{y}/{y + 1}", year_end) for y in (first, first + 1))
    assert other.start - one.end == timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("2022/23", "2021/22"),
        ("2022/23 Q4", "2021/22 Q4"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2022-06-29", "2021-06-29"),
        ("2024-02-29", "2023-02-28"),
        ("2023-02-28", "2022-02-28"),
        ("2022", "2021"),
        ("1901", "1900"),
        ("AY 2022/23", "AY 2021/22"),
    ],
)
def test_a_year_earlier_lies_in_the_same_period_of_the_year_before(text, earlier):
    before = parse_period(earlier)
    assert before.start <= year_earlier(parse_period(text)) <= before.end


@given(st.text(max_size=14))
def test_no_text_makes_a_period_stumble(text):
    with contextlib.suppress(PydanticCustomError):
        assert parse_period(text).text == text


@given(st.from_regex(r"(AY )?\d{4}/(\d\d|\d{4})( Q[1-4])?|\d{4}(-\d\d(-\d\d)?)?", fullmatch=True), ENDS)
def test_what_looks_like_a_period_is_one_or_is_refused(text, year_end):
    try:
        period = parse_period(text, year_end)
    except PydanticCustomError:
        return
    assert period.start <= period.end
