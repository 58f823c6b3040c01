"""The usual spellings of dates and periods, and the one right spelling of each. Day comes before month, as in Britain.

A file holds one spelling of a thing only. What people type instead is answered with that one; where it can mean a
single thing, `strategy validate --fix` writes it so. Tables and forms that are read in understand the same spellings.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Spelling(NamedTuple):
    """How a file writes what a person typed; `certain` where it can mean nothing else, `words` the next step."""

    text: str
    certain: bool
    words: str


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS).replace("sep(", "sept?(")
_OPEN = frozenset(
    {"ongoing", "on-going", "on going", "continuous", "continuing", "rolling", "always", "permanent"}
    | {"tbc", "tba", "tbd", "to be confirmed", "n/a", "na", "none", "various", "asap"}
)
_YEARS = r"(\d{4}|\d\d) ?[-–/] ?(\d{4}|\d\d)"


def is_open(text: str) -> bool:
    """Tells whether `text` is what people write where there is no date, such as `ongoing` or `TBC`."""
    return _plain(text).rstrip(".") in _OPEN


def spelled_date(text: str) -> Spelling | None:
    """Finds how a date typed as `30/06/2026`, `30th June 2026`, `June 2026` or `Jun-26` is written; None if it is none.

    `03/04/2026` is taken for 3 April, and is not certain. A date that the calendar has not is None too.
    """
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", _plain(text).replace(",", " "))
    plain = " ".join(re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? ", "", plain).split())
    return _numeric_day(plain) or _named_day(plain) or _named_month(plain)


def spelled_period(text: str) -> Spelling | None:
    """Finds how a period typed as `Q1 2025/26`, `FY2025-26`, `AY 2021-22` or as a date is written; None if it is none.

    A bare `2011-12` may be a year or a month, and `FY25` one year or the next: neither has one right spelling.
    """
    plain = _plain(text)
    years = (
        _several_years(plain)
        or _academic(plain)
        or _financial(plain)
        or _calendar_quarter(plain)
        or _unclear_year(plain)
    )
    return years or _not_a_year(spelled_date(text))


def _not_a_year(meant: Spelling | None) -> Spelling | None:
    """The spelling of a day or a month; of a month such as December 2011 its last day, as `2011-12` may be a year."""
    if meant is None or not _like_a_year(meant.text):
        return meant
    last = f"{meant.text}-{monthrange(int(meant.text[:4]), int(meant.text[5:]))[1]}"
    return meant._replace(text=last, words=f"write it as {last}, its last day: {meant.text} may be a year")


def _like_a_year(text: str) -> bool:
    return len(text) == 7 and int(text[5:]) == (int(text[2:4]) + 1) % 100


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _made(year: int, month: int, day: int = 0, *, certain: bool = True) -> Spelling | None:
    """The spelling of a day or a month; None where the calendar, or a strategy, cannot have it."""
    try:
        exact = date(year, month, day or 1)
    except ValueError:
        return None
    if not 1900 <= year <= 2199:
        return None
    text = exact.isoformat() if day else f"{year:04}-{month:02}"
    if certain:
        return Spelling(text, certain, f"write it as {text}")
    return Spelling(text, certain, f"write it as {text} if it is {day} {_MONTHS[month - 1].title()}: days come first")


def _numeric_day(plain: str) -> Spelling | None:
    found = re.fullmatch(r"(\d{4})[/.](\d\d?)[/.](\d\d?)", plain, re.ASCII)
    if found:
        return _made(int(found[1]), int(found[2]), int(found[3]))
    found = re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})", plain, re.ASCII)
    if found:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if month > 12 >= day:  # only an American can have meant it
            return _made(year, day, month)
        return _made(year, month, day, certain=day > 12 or day == month)
    found = re.fullmatch(r"(\d\d?)[/.](\d{4})", plain, re.ASCII)
    if found:
        return _made(int(found[2]), int(found[1]))
    found = re.fullmatch(r"(\d{4})([/.])(\d\d?)", plain, re.ASCII)
    if found and not (found[2] == "/" and found[3] == f"{int(found[1]) + 1}"[2:]):
        return _made(int(found[1]), int(found[3]))
    return None


def _named_day(plain: str) -> Spelling | None:
    found = re.fullmatch(rf"(\d\d?)[ /.-]?(?:of )?({_MONTH})\.?[ /.-]?(\d{{4}}|\d\d)", plain, re.ASCII)
    if found:
        return _made(_year(found[3]), _month(found[2]), int(found[1]))
    found = re.fullmatch(rf"({_MONTH})\.? (\d\d?) (\d{{4}})", plain, re.ASCII)
    if found:
        return _made(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _named_month(plain: str) -> Spelling | None:
    found = re.fullmatch(rf"(?:end (?:of )?)?({_MONTH})\.?[ /.'-]*(\d{{4}})", plain, re.ASCII)
    if found:
        return _made(int(found[2]), _month(found[1]))
    found = re.fullmatch(rf"({_MONTH})\.?[ '-]*(\d\d)", plain, re.ASCII)
    if found and (made := _made(_year(found[2]), _month(found[1]))):
        return made._replace(certain=False, words=f"write it as {made.text} if a month of {made.text[:4]} is meant")
    return None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _span(first: str, second: str) -> str:
    """`2025/26` for two years that follow each other; nothing for any other two."""
    year = _year(first)
    return f"{year}/{(year + 1) % 100:02}" if second in (f"{year + 1}", f"{year + 1}"[2:]) else ""


def _period(text: str) -> Spelling:
    return Spelling(text, certain=True, words=f"write it as {text}")


def _academic(plain: str) -> Spelling | None:
    found = re.fullmatch(rf"(?:ay|academic year):? ?{_YEARS}|{_YEARS} ?(?:ay|academic year)", plain, re.ASCII)
    if not found:
        return None
    span = _span(found[1] or found[3], found[2] or found[4])
    return _period(f"AY {span}") if span else None


def _financial(plain: str) -> Spelling | None:
    quarter = re.search(r"\b(?:q|qtr ?|quarter )([1-4])\b", plain, re.ASCII)
    rest = f"{plain[: quarter.start()]} {plain[quarter.end() :]}" if quarter else plain
    rest = re.sub(r"\b(?:fy|financial year):? ?", "", rest.replace(" of ", " ").strip(" ,:-/()"))
    found = re.fullmatch(_YEARS, rest.strip(" ,:-/()"), re.ASCII)
    span = _span(*found.groups()) if found else ""
    if not span:
        return None
    if quarter:
        return _period(f"{span} Q{quarter[1]}")
    is_named, as_month = rest != plain, re.fullmatch(r"\d{4} ?[-–] ?(0[1-9]|1[0-2])", rest, re.ASCII)
    return _period(span) if is_named or not as_month else None


def calendar_quarter(text: str) -> tuple[int, int] | None:
    """Year and number of a quarter typed as `2025-Q1`, `Q1 2025` or `2025 q1`; None for anything else."""
    found = re.fullmatch(r"(\d{4})[ /-]?q([1-4])|q([1-4])[ /-]?(\d{4})", _plain(text), re.ASCII)
    return (int(found[1] or found[4]), int(found[2] or found[3])) if found else None


def _several_years(plain: str) -> Spelling | None:
    """Years that do not follow each other, or two financial ones: `2020-2024`, `2020/21 to 2024/25`."""
    found = re.fullmatch(r"(\d{4}(?:/\d\d)?) ?(?:[-–]|to|until|\.\.) ?(\d{4}(?:/\d\d)?)", plain, re.ASCII)
    first, last = found.groups() if found else ("", "")
    if len(first) != len(last) or int(last[:4] or 0) - int(first[:4] or 0) < 1 + (len(first) == 4):
        return None
    return _period(f"{first}..{last}")


def _calendar_quarter(plain: str) -> Spelling | None:
    found = calendar_quarter(plain)
    if not found:
        return None
    year, quarter = found
    made = _made(year, 3 * quarter)
    last = "a calendar quarter is written as its last month"
    if made and _like_a_year(made.text):
        made, last = _not_a_year(made), "a calendar quarter is written as its last day"
    words = f"{last}, {made and made.text}; one of a financial year as"
    return made and made._replace(certain=False, words=f"{words} {year}/{(year + 1) % 100:02} Q{quarter}")


def _unclear_year(plain: str) -> Spelling | None:
    found = re.fullmatch(r"(q[1-4] )?fy ?(\d{4}|\d\d)( q[1-4])?", plain, re.ASCII)
    if not found or (found[1] and found[3]):
        return None
    year, quarter = _year(found[2]), f" {(found[1] or found[3] or '').strip().upper()}".rstrip()
    ends, begins = f"{year - 1}/{year % 100:02}{quarter}", f"{year}/{(year + 1) % 100:02}{quarter}"
    return Spelling(ends, certain=False, words=f"write {ends} for the year that ends in {year}, {begins} for the next")
