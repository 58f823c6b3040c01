"""The text of a heading or a cell to a period, in any of its usual spellings; what can mean two is asked about."""

import re

from strategy_tracker.intake.cells.months import in_english
from strategy_tracker.intake.cells.understood import NOTHING_THERE, Understood
from strategy_tracker.model.dates.period import YearEnd, parse_period
from strategy_tracker.model.spellings import spelled_period

_QUARTERS = {"apr to jun": 1, "jul to sep": 2, "oct to dec": 3, "jan to mar": 4}


def read_period(text: str, year_end: YearEnd, year: str = "") -> Understood:
    """Read the name of a period as files have it; `year` is the financial year of a quarter that names none.

    Of `2025 Q1` the code is `two-periods`: the first quarter of the calendar's year, or of the financial year.
    """
    plain = _tidy(in_english(text))
    quarter = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", plain, re.ASCII)
    if quarter and year:
        return Understood(f"{year} Q{quarter[1]}")
    if quarter:
        step = "say which: --year 2025/26"
        return Understood(f"Q{quarter[1]}", "no-period-in-a-table", f"'{text}' names no year", step)
    try:
        return Understood(parse_period(plain.upper() if plain[:2] == "ay" else plain.replace("q", "Q"), year_end).text)
    except ValueError:
        return _spelled(text, plain, year_end)


def _spelled(text: str, plain: str, year_end: YearEnd) -> Understood:
    """A period in one of its usual spellings; none of a year that cannot be meant."""
    found = spelled_period(plain)
    if found is None or not _is_period(found.text, year_end):
        return NOTHING_THERE
    named = re.search(r"[a-z]{3}", plain) and not plain.startswith("fy")
    if found.certain or (named and not re.search(r"q[1-4]", plain)):
        return Understood(found.text)
    if re.search(r"q[1-4]", plain):
        words = f"'{text}' may be a quarter of the calendar, or of a financial year"
        return Understood(found.text, "two-periods", words, found.words)
    return Understood("", "two-periods", f"'{text}' may be one period or another", found.words)


def _is_period(text: str, year_end: YearEnd) -> bool:
    try:
        parse_period(text, year_end)
    except ValueError:
        return False
    return True


def _tidy(text: str) -> str:
    """A heading's period without what stands round it: brackets, `financial year`, two years joined by `to`."""
    plain = " ".join(text.casefold().replace("\u2013", "-").replace("\u2014", "-").split()).strip(" ,:;()[]")
    plain = re.sub(r"\b(year ending|as at|at|to date|end of)\b", " ", plain)
    plain = re.sub(r"(\d{4}) to (\d{4})", r"\1/\2", plain)
    for words, number in _QUARTERS.items():
        plain = re.sub(rf"\(?\b{words}\b\)?", f"q{number}", plain)
    plain = re.sub(r"\b(\d\d)[-/](\d\d)\b(?![-/]?\d)", lambda one: _years(one[1], one[2]) or one[0], plain)
    plain = re.sub(r"_(\d\d(\d\d)?)_(\d\d)\b", r" \1/\3", plain)
    return " ".join(plain.split()).strip(" ,:;()[]")


def _years(first: str, second: str) -> str:
    """Two years written with two digits each, where the second follows the first."""
    return f"20{first}/{second}" if int(second) == (int(first) + 1) % 100 else ""
