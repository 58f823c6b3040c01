"""What was said of an action in one cell: several dated updates, split only where a line begins with a date."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.outline import GridCell

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_NAMED_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})[a-z]*\.?,? \d{{4}}"
_DAY = rf"{_NAMED_DAY}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
_MONTH = rf"(?:{_MONTHS})[a-z]*\.?,? '?(?:\d{{4}}|\d\d)"
_QUARTER = r"q[1-4](?:[ :,]+(?:\d{4}|\d\d)[-/]\d{2,4})?|(?:\d{4}|\d\d)[-/]\d{2} q[1-4]"
_HEAD = re.compile(
    rf"\s*[-•*–]?\s*\[?\(?(?:update |as at |updated |progress |position |at )?"
    rf"(?P<when>{_DAY}|{_MONTH}|{_QUARTER})\)?\]?\s*"
    rf"(?:update|progress|position)?\s*(?:[:–—-]|\n|$|\)|(?=\s))",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"\b(?P<when>{_DAY})\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(by|due|will|until|before|from|to be|planned|expected|target|scheduled)\b", re.IGNORECASE)


class DatedUpdate(NamedTuple):
    """What was said: `on` is its day or month, empty where the cell names none; `period` is a quarter named instead."""

    note: str
    on: str = ""
    period: str = ""


def split_updates(text: str, days: Days, year: str = "") -> list[DatedUpdate]:
    """Split the text of a cell; what stands before the first date is one update without a day.

    A line that begins with a date or a month begins an update, and so does a quarter (`Q1: 24%`).
    """
    found: list[DatedUpdate] = []
    when, lines = "", list[str]()
    for line in text.split("\n"):
        head = _HEAD.match(line)
        if head:
            found += _update(when, lines, days, year)
            when, lines = head["when"], [line[head.end() :].strip(" :-–—")]
        else:
            lines.append(line.strip())
    return found + _update(when, lines, days, year)


def _update(when: str, lines: list[str], days: Days, year: str) -> list[DatedUpdate]:
    note = "\n".join(line for line in lines if line).strip()
    if not note and not when:
        return []
    if not when:
        return [DatedUpdate(note, _day_inside(note, days))]
    day = read_day(GridCell(when), days)
    if day.value and day.code != "last-month":
        return [DatedUpdate(note or when, day.value)]
    quarter = read_period(when, days.year_end, year)
    return [DatedUpdate(note or when, period=quarter.value or when)]


def _day_inside(note: str, days: Days) -> str:
    """The only day that a sentence names, such as `Agreed 22 July 2025`; none where it names two, or looks ahead."""
    found = [one["when"] for one in _INSIDE.finditer(note)]
    ahead = re.search(
        r"\b(by|due|will|until|before|from|to be|planned|expected|target|scheduled)\b", note, re.IGNORECASE
    )
    if len(found) != 1 or ahead or len(note) > 120:
        return ""
    return read_day(GridCell(found[0]), days).value
