"""Lengths of time as people say them, such as `quarter` and `6 weeks`."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from strategy_tracker.model.plain.calendar_months import months_after
from strategy_tracker.model.plain.quoted import shown
from strategy_tracker.model.plain.refusal import refuse


class Interval(NamedTuple):
    """A length of time as people say it: `quarter`, `6 weeks`. Months and days are kept apart."""

    text: str
    months: int
    days: int

    def after(self, day: date, times: int = 1) -> date:
        """The date `times` intervals after `day`; months after the last day of a month end with the last of another."""
        try:
            if self.months:
                day = months_after(day, self.months * times)
            return day + timedelta(days=self.days * times)
        except (ValueError, OverflowError):
            return date.max

    def before(self, day: date) -> date:
        """The date one interval before `day`; a month before the last day of a month is the last day of another."""
        if self.months:
            day = months_after(day, -self.months)
        return day - timedelta(days=min(self.days, (day - date.min).days))

    def __str__(self) -> str:
        return self.text


_UNITS = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "quarter": (3, 0), "year": (12, 0)}
INTERVAL = re.compile(r"(?:([1-9]\d{0,2}) )?(day|week|month|quarter|year)(s?)", re.ASCII)
_UNCLEAR = re.compile(r"bi-?(annual|ennial|monthly|weekly)", re.IGNORECASE)


def read_interval(value: object) -> Interval:
    """Read an interval such as `quarter`, `6 weeks` or `2 years`. Raises what `refuse` makes."""
    found = _interval(value) if isinstance(value, str) else None  # what cannot be hashed cannot be cached
    if found is None:
        why = "can mean two things" if isinstance(value, str) and _UNCLEAR.search(value) else "is not an interval"
        raise refuse(
            "not-an-interval", f"{shown(value)} {why}", "write week, 6 weeks, month, quarter, 6 months or year"
        )
    return found


def typed_interval(text: str) -> Interval:
    """Read an interval as a person types it: `30d` and `6w` as well. Raises what `refuse` makes."""
    short = re.fullmatch(r"(\d+) ?([dwmy])", text.strip(), re.ASCII)
    words = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
    return read_interval(f"{short[1]} {words[short[2]]}" if short else text.strip())


@lru_cache(maxsize=256)
def _interval(text: str) -> Interval | None:
    found = INTERVAL.fullmatch(text)
    if not found:
        return None
    months, days = _UNITS[found[2]]
    count = int(found[1] or 1)
    return Interval(text, months * count, days * count)
