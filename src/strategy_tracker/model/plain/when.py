"""Dates that may be partial, as a file has them: a day, a month or a year."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from strategy_tracker.model.plain.calendar_months import end_of_month
from strategy_tracker.model.plain.quoted import shown
from strategy_tracker.model.plain.refusal import refuse


class When(NamedTuple):
    """A date known to the day, the month or the year: `2018-07-02`, `2018-07`, `2018`."""

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text


_WHEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def sane(year: int) -> None:
    """Refuse a year that nobody can have meant, such as 0206."""
    if not 1900 <= year <= 2199:
        raise refuse("impossible-date", f"the year {year:04} cannot be meant", "correct it: years are 1900 to 2199")


@lru_cache(maxsize=8192)
def _when(text: str) -> When:
    found = _WHEN.fullmatch(text)
    if not found:
        raise refuse("not-a-date", f"{shown(text)} is not a date", _right_date(text))
    year, month, day = int(found[1]), found[2], found[3]
    sane(year)
    try:
        if not month:
            return When(text, date(year, 1, 1), date(year, 12, 31))
        if not day:
            return When(text, date(year, int(month), 1), end_of_month(year, int(month)))
        exact = date.fromisoformat(text)
        return When(text, exact, exact)
    except (ValueError, IndexError):  # calendar raises IllegalMonthError, which is both
        raise refuse("impossible-date", f"there is no date {shown(text)} in the calendar", "correct it") from None


def _right_date(text: str) -> str:
    """The next step for what is not spelled as a date here."""
    from strategy_tracker.model.spellings import is_open, spelled_date

    if is_open(text):
        return "leave the date out; 'kind: practice' is for what has no end, 'every: month' for what comes again"
    meant = spelled_date(text)
    return meant.words if meant else "write it as 2018-07-02; 2018-07 or 2018 where the day is not known"


def read_when(value: object) -> When:
    """Read a date from what stood in the file; a bare year is a number there. Raises what `refuse` makes."""
    if isinstance(value, Decimal):
        value = str(value)
    if not isinstance(value, str):
        raise refuse("not-a-date", "a date is wanted here", "write it as 2018-07-02")
    return _when(value)
