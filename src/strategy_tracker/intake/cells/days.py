"""The text of a cell to a date. A year that is not in the text is never added, a day never invented."""

import re
from datetime import date
from typing import NamedTuple

from strategy_tracker.intake.cells.months import in_english
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.understood import NOTHING_THERE, Understood, formula_error
from strategy_tracker.intake.cells.words import is_to_come, says_nothing
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import YearEnd, parse_period
from strategy_tracker.model.spellings import spelled_date


class Days(NamedTuple):
    """How days are read in a file: whether the day stands before the month, and when the financial year ends."""

    day_first: bool
    year_end: YearEnd


_LOOK = "write the day, or the month with its year, if another one was meant"
_LEAD = re.compile(
    r"^(by|due|target|deadline|before the end of|by the end of|end of|end|by end of|by end)[: ]+", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d\d)\b(?![/.-]?\d)", re.ASCII)


def read_day(cell: GridCell, days: Days) -> Understood:
    """Read a date: `2026-03-31`, `2026-03` where only the month is said, `2028` where only the year is."""
    if cell.day is not None:
        return Understood(cell.text)
    if cell.kind == "error":
        return formula_error(cell)
    text = " ".join(cell.text.split())
    if re.fullmatch(r"(19|20|21)\d\d", text, re.ASCII):
        return Understood(text)
    if cell.number is not None or re.fullmatch(r"\d{5}", text, re.ASCII):
        words = f"{text} is a number where a date is expected: a spreadsheet counts days so"
        return Understood("", "number-as-day", words, "give the column a date format, and save it again")
    return _typed_day(text, days)


def _typed_day(text: str, days: Days) -> Understood:
    plain = _LEAD.sub("", _LEAD.sub("", text)).strip(" .,")
    if stamped := re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?", plain, re.ASCII):
        plain = stamped[1]
    if re.fullmatch(r"(19|20|21)\d\d", plain, re.ASCII):
        at_end = bool(re.search(r"\bend\b", text, re.IGNORECASE))
        return Understood(f"{plain}-12" if at_end else plain)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain, re.ASCII):
        return Understood(plain) if _exists(plain) else _no_such_day(text)
    swapped = _in_order(in_english(plain), days)
    found = spelled_date(swapped)
    if found:
        named = re.search(r"[^\W\d]", swapped) is not None
        if found.certain or not named:
            return Understood(found.text)
        return Understood(found.text, "short-year", f"'{text}' was read as {found.text}", _LOOK)
    if _looks_like_a_day(swapped):
        return _no_such_day(text)
    return _last_month(plain, days) or _no_date(text)


def _in_order(text: str, days: Days) -> str:
    """The same numeric day with the day before the month and four digits of the year."""
    text = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", text)
    if days.day_first:
        return text
    return re.sub(r"^(\d\d?)([/.-])(\d\d?)\2(\d{4})$", r"\3\2\1\2\4", text)


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _looks_like_a_day(text: str) -> bool:
    named = r"\d{1,2}(st|nd|rd|th)? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{4}"
    return bool(re.fullmatch(rf"\d{{1,2}}([/.-])\d{{1,2}}\1\d{{4}}|{named}", text.casefold(), re.ASCII))


def _no_such_day(text: str) -> Understood:
    return Understood("", "no-such-day", f"there is no day '{text}' in the calendar", "correct the cell")


def _last_month(text: str, days: Days) -> Understood | None:
    """The last month of a quarter or a year that a due date names, such as `Q3 25/26`."""
    period = read_period(text, days.year_end)
    if not period.value or period.code:
        return None
    last = parse_period(period.value, days.year_end).end
    return Understood(f"{last:%Y-%m}", "last-month", f"'{text}' was read as its last month, {last:%Y-%m}", _LOOK)


def _no_date(text: str) -> Understood:
    if says_nothing(text):
        return NOTHING_THERE
    if is_to_come(text):
        return Understood("", "not-a-date-in-a-cell", f"'{text}' is no date yet", "write the date when it is known")
    example = "2026-03" if any(char.isdigit() for char in text) else "every:month"
    step = "leave it, or say what it means: --map-value 'due:" + text.replace("'", "") + f"={example}'"
    return Understood("", "not-a-date-in-a-cell", f"'{text}' is no date", step)


def month_stands_first(texts: list[str]) -> bool:
    """Whether the dates of a file are American: one has a number over 12 in the second place, none in the first."""
    found = [re.match(r"^\D{0,12}(\d\d?)[/.-](\d\d?)[/.-]\d\d(\d\d)?\b", text, re.ASCII) for text in texts]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    return any(b > 12 >= a for a, b in pairs) and not any(a > 12 for a, _ in pairs)
