"""Months of the calendar: their last days, and the same day so many of them later."""

import calendar
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def is_end_of_month(day: date) -> bool:
    """Tell whether `day` is the last of its month."""
    return day == end_of_month(day.year, day.month)


def months_after(day: date, months: int) -> date:
    """Give the same day so many months later (earlier below 0), inside the shorter month; a month's end stays one.

    One month after 28 February is 31 March: who had until the end of a month has until the end of the next.
    """
    years, month = divmod(day.month - 1 + months, 12)
    last = end_of_month(max(day.year + years, 1), month + 1)
    return last if is_end_of_month(day) else last.replace(day=min(day.day, last.day))
