"""Periods that readings and targets belong to: days, months, quarters, half-years, three kinds of year, and ranges."""

import re
from calendar import month_name
from collections.abc import Callable, Collection
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from strategy_tracker.model.values import end_of_month, months_after, pattern, refuse, sane, shown

PeriodKind = Literal["day", "month", "quarter", "half", "year", "calendar-year", "academic-year", "range"]


class YearEnd(NamedTuple):
    """The day of the calendar on which the financial year ends; the 31st is the last day also of a shorter month."""

    month: int
    day: int = 31

    def in_year(self, year: int, later: int = 0) -> date:
        """Give the year end of a calendar year, or the same day so many months `later`."""
        years, month = divmod(self.month - 1 + later, 12)
        last = end_of_month(year + years, month + 1)
        return last.replace(day=min(self.day, last.day))

    @property
    def is_of_calendar(self) -> bool:
        """Tell whether the financial year is the calendar year, which is named by one number."""
        return (self.month, self.day) == (12, 31)

    def __str__(self) -> str:
        return f"{self.in_year(2023).day} {month_name[self.month]}"


MARCH = YearEnd(3)
DECEMBER = YearEnd(12)
YEARS: frozenset[PeriodKind] = frozenset({"year", "calendar-year", "academic-year"})


class Period(NamedTuple):
    """A span of days with the name people use for it; `year` is the one it began to count from."""

    text: str
    kind: PeriodKind
    start: date
    end: date

    def __str__(self) -> str:
        return self.text

    def holds(self, other: "Period") -> bool:
        """Whether `other` ends inside this period and is no longer than it."""
        return self.start <= other.end <= self.end and other.start >= self.start

    def is_like(self, other: "Period") -> bool:
        """Whether both are of one kind, so that they may be compared; ranges must be of one length too."""
        if self.kind != "range" or other.kind != "range":
            return self.kind == other.kind
        lengths = [(one.end - one.start).days for one in (self, other)]
        return abs(lengths[0] - lengths[1]) <= _LEAP_DAYS


_DAY = timedelta(days=1)
_LEAP_DAYS = 3
"""Days by which two ranges of so many quarters or years may differ in length."""
_end, _start = attrgetter("end"), attrgetter("start", "text")


def latest(periods: Collection[Period]) -> Period | None:
    """Choose the period whose reading is shown and rated: it ended last, and of those it is the longest."""
    if not periods:
        return None
    last = max(periods, key=_end).end
    found = [one for one in periods if one.end == last]
    return found[0] if len(found) == 1 else min(found, key=_start)


_SLASH = r"(\d{4})/(\d\d|\d{4})"
_FORMS = (
    re.compile(rf"(AY )?{_SLASH}(?: (Q[1-4]|H[12]))?", re.ASCII),
    re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?| (Q[1-4]|H[12]))?", re.ASCII),
)
_HINT = "write 2022/23, 2022/23 Q1, 2022-06, 2022-06-30, 2022 or AY 2021/22; several years as 2020/21..2024/25"


@lru_cache(maxsize=16384)
def parse_period(text: str, year_end: YearEnd = MARCH) -> Period:
    """Read the name of a period; `year_end` is the day that closes the financial year.

    Raises a refusal for anything unclear, such as `2011-12`, which people write for a year and a month.
    """
    if ".." in text:
        return _range(text, year_end)
    years = _FORMS[0].fullmatch(text)
    days = None if years else _FORMS[1].fullmatch(text)
    if not years and not days:
        raise refuse("not-a-period", f"{shown(text)} is not a period", _right_period(text, year_end))
    try:
        if years:
            return _of_years(text, years, year_end)
        assert days is not None
        return _of_calendar(text, days, year_end)
    except PydanticCustomError:
        raise
    except (ValueError, OverflowError, IndexError):
        raise refuse("impossible-date", f"there is no period {shown(text)} in the calendar", "correct it") from None


def _range(text: str, year_end: YearEnd) -> Period:
    """Read two periods of one kind as all the days from the first to the last: `2020/21..2024/25`."""
    names = text.split("..")
    if len(names) != 2 or not all(names):
        raise refuse("not-a-period", f"{shown(text)} is not a range of periods", "write it as 2020/21..2024/25")
    first, last = (parse_period(name, year_end) for name in names)
    if first.kind != last.kind:
        kinds = " and ".join(f"'{one}' ({one.kind.replace('-', ' ')})" for one in (first, last))
        why = f"{shown(text)} joins two kinds of period, {kinds}"
        raise refuse("not-a-period", why, "write both in the same way: 2020/21..2024/25, or 2020..2024")
    if first.start >= last.start:
        same = first.start == last.start
        why = f"{shown(text)} {'is one period only' if same else 'ends before it begins'}"
        raise refuse("not-a-period", why, f"write {first if same else f'{last}..{first}'}")
    return Period(text, "range", first.start, last.end)


def _right_period(text: str, year_end: YearEnd) -> str:
    """The next step for what is not spelled as a period here."""
    from strategy_tracker.model.spellings import calendar_quarter, spelled_period

    if year_end.is_of_calendar and (quarter := calendar_quarter(text)):
        return f"write it as {quarter[0]} Q{quarter[1]}"
    meant = spelled_period(text)
    if meant is None or (year_end.is_of_calendar and "/" in meant.text and not meant.text.startswith("AY ")):
        return _HINT
    return meant.words


def _of_years(text: str, found: re.Match[str], year_end: YearEnd) -> Period:
    academic, first, second, part = found.groups()
    year = int(first)
    sane(1900 if year == 1899 else year)  # 1899/00 holds January 1900
    if second not in (str(year + 1), str(year + 1)[2:]):
        raise refuse("not-a-period", f"{shown(text)} does not name two years that follow each other", _HINT)
    if academic:
        if part:
            raise refuse("not-a-period", f"{shown(text)}: an academic year has no quarters here", _HINT)
        # 1 September to 31 August, as England's school statistics count it
        return Period(text, "academic-year", date(year, 9, 1), date(year + 1, 8, 31))
    if year_end.is_of_calendar:
        after = f" {part}" if part else ""
        next_step = f"write {year}{after} or {year + 1}{after}"
        raise refuse(
            "not-a-period", f"{shown(text)} names two years, and the financial year ends on {year_end}", next_step
        )
    return _part_of_year(text, year, part, year_end) if part else _year(text, year, year_end)


def _year(text: str, first: int, year_end: YearEnd) -> Period:
    """Give the financial year that begins on the day after the year end of the calendar year `first`."""
    kind: PeriodKind = "calendar-year" if year_end.is_of_calendar else "year"
    return Period(text, kind, year_end.in_year(first) + _DAY, year_end.in_year(first + 1))


def _part_of_year(text: str, first: int, part: str, year_end: YearEnd) -> Period:
    """Give a quarter (`Q3`) or a half (`H2`) of the financial year that begins after the year end of `first`."""
    kind: PeriodKind = "quarter" if part[0] == "Q" else "half"
    months, number = 3 if kind == "quarter" else 6, int(part[1])
    start = year_end.in_year(first, months * (number - 1)) + _DAY
    return Period(text, kind, start, year_end.in_year(first, months * number))


def _of_calendar(text: str, found: re.Match[str], year_end: YearEnd) -> Period:
    year, month, day, part = found.groups()
    sane(int(year))
    if part and not year_end.is_of_calendar:
        name, months = ("quarter", 3) if part[0] == "Q" else ("half", 6)
        why = f"{shown(text)} is a {name} of a calendar year, and the financial year ends on {year_end}"
        last = f"{year}-{int(part[1]) * months:02d}"
        raise refuse(
            "not-a-period", why, f"write its last month, {last}, or a financial {name}: {year}/{_next(year)} {part}"
        )
    if part:
        return _part_of_year(text, int(year) - 1, part, year_end)
    if not month:
        return Period(text, "calendar-year", date(int(year), 1, 1), date(int(year), 12, 31))
    if day:
        exact = date.fromisoformat(text)
        return Period(text, "day", exact, exact)
    if int(month) == int(year[2:]) + 1:
        unclear = int(month) <= 12
        raise refuse(
            "ambiguous-period" if unclear else "not-a-period",
            f"{shown(text)} may be a financial year or a month" if unclear else f"{shown(text)} is not a month",
            f"write {year}/{month} for the year" + (", or the last day for the month" if unclear else ""),
        )
    start = date(int(year), int(month), 1)
    return Period(text, "month", start, end_of_month(start.year, start.month))


def _next(year: str) -> str:
    return f"{(int(year) + 1) % 100:02d}"


@lru_cache(maxsize=4096)
def financial_year(day: date, year_end: YearEnd = MARCH) -> Period:
    """The financial year that holds `day`."""
    first = day.year if day > year_end.in_year(day.year) else day.year - 1
    return _year(str(day.year) if year_end.is_of_calendar else f"{first}/{(first + 1) % 100:02d}", first, year_end)


def year_of(kind: PeriodKind, day: date, year_end: YearEnd = MARCH) -> Period:
    """The year of a kind that holds `day`: financial, calendar or academic."""
    if kind == "calendar-year":
        return financial_year(day, DECEMBER)
    if kind == "academic-year":
        first = day.year - (day.month < 9)
        return parse_period(f"AY {first}/{(first + 1) % 100:02d}")
    return financial_year(day, year_end)


def year_earlier(period: Period, years: int = 1) -> date:
    """Find a day inside the same period so many years before: its last one moves where a February has 29 days."""
    return months_after(period.start + (period.end - period.start) // 2, -12 * years)


def _read(value: Any, info: ValidationInfo) -> Period:
    if isinstance(value, Decimal):  # a year alone, where it is no key
        value = str(value)
    if not isinstance(value, str):
        raise refuse("not-a-period", "a period is wanted here", _HINT)
    context: dict[str, Any] = info.context or {}
    return parse_period(value, context.get("year_end", MARCH))


_reader: Callable[..., Period] = _read
_ONE = (
    r"(AY \d{4}/(\d\d|\d{4})|\d{4}/(\d\d|\d{4})( (Q[1-4]|H[12]))?"
    r"|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?| (Q[1-4]|H[12]))?)"
)
PeriodKey = Annotated[
    Period,
    PlainValidator(_reader),
    pattern(_HINT, rf"{_ONE}(\.\.{_ONE})?", type=["string", "integer"], minimum=1900, maximum=2199),
]
