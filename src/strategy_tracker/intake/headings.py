"""What a heading says of its column: what it holds, and of which period."""

import re
from typing import Literal, NamedTuple, cast, get_args

from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.words import Role, meaning, meanings, simple
from strategy_tracker.model.dates.period import YearEnd

_ROLES = frozenset(get_args(Role))
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH = rf"(?:{_MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_YEARS = r"(?:\d{4}|\d\d) ?(?:[-/–]|to) ?(?:\d{4}|\d\d)"
_PERIOD = re.compile(
    rf"\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}\b"
    rf"|(?:ay |academic year |fy ?|financial year )?\b(?:{_YEARS})\b(?:[ ,:]*\(?(?:q[1-4]|{_MONTH} to {_MONTH})\)?)?"
    rf"|q[1-4][ ,:/-]*(?:of )?(?:fy ?)?(?:{_YEARS}|\d{{4}})?|\d{{4}}[ -]?q[1-4]"
    rf"|\(?\b{_MONTH} to {_MONTH}\)?"
    rf"|\b{_MONTH}\b[ '/-]*(?:\d{{4}}|\d\d)\b|\b\d{{4}}-\d\d\b"
    rf"|(?:fy ?)?\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PLAN_YEAR = re.compile(r"\b(?:y|yr|year) ?\d\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(up to and including|as at|at|for|in|by|of|ending|year ending|to)\b", re.IGNORECASE)
"""Words that join a period to the rest of a heading."""
_STARTS = re.compile(r"\b(start|starts|starting|begin|begins|beginning|commence|commences|from)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(end|ends|finish|to|until|completion)\b", re.IGNORECASE)
"""`Timescale: start` is no due date, and `Timescale: start and end` is one of both."""
_SHORT = ("lead", "owner", "rag", "kpi", "due", "unit")
"""Short words that say what a column is wherever they stand in its heading."""
_LONG = 6
"""Words of a heading up to which a phrase inside it says what the column is."""


class Heading(NamedTuple):
    """What a heading says: what the column holds ("" where nobody can tell), and the words of a period.

    `plan_year` says that it counts the years of a plan, as `Year 1 2026/27` does; `certain` that the whole heading is
    known, and not a phrase inside it only.
    """

    text: str
    role: Role | Literal[""]
    period: str = ""
    plan_year: bool = False
    certain: bool = False


def read_heading(text: str, year_end: YearEnd) -> Heading:
    """Read the words over a column. A period alone stands over readings; `Target 25/26` over targets of that year."""
    shown = " ".join(text.split())
    whole = _role(shown)
    if whole:
        return Heading(shown, whole, certain=True)
    spaced = re.sub(r"_(\d\d(?:\d\d)?)_(\d\d)\b", r" \1/\2", shown).replace("_", " ")
    found = [one for one in _PERIOD.finditer(spaced) if one[0].strip()]
    periods = " ".join(one[0] for one in found)
    period = period_in(periods, year_end) if found else ""
    if not period:
        return Heading(shown, _inside(shown))
    rest = _PERIOD.sub(" ", spaced)
    plan_year = bool(_PLAN_YEAR.search(rest))
    rest = simple(
        re.sub(r"\b(up to and including|as at|at|for|in|by|of|ending|year ending|to)\b", " ", _PLAN_YEAR.sub(" ", rest))
    )
    known: Role | Literal[""] = "reading" if not rest else _role(rest)
    return Heading(shown, known or _inside(rest), period, plan_year, certain=bool(known))


def period_in(text: str, year_end: YearEnd) -> str:
    """The period that the words of a heading name together: the words themselves where a year is still missing."""
    plain = " ".join(text.split())
    read = read_period(plain, year_end)
    if read.value or read.code:
        return plain
    quarter = re.search(
        r"\bq([1-4])\b", re.sub(rf"\(?\b{_MONTH} to {_MONTH}\b\)?", _quarter, plain, flags=re.IGNORECASE), re.IGNORECASE
    )
    years = re.search(rf"(?:fy ?|financial year )?{_YEARS}", plain, re.IGNORECASE)
    if not quarter:
        return ""
    return f"{years[0]} Q{quarter[1]}" if years else f"Q{quarter[1]}"


def _quarter(found: re.Match[str]) -> str:
    """`Q1` for `April to June`, as a financial year that ends in March has it."""
    first = found[0].strip("( ").casefold()[:3]
    return {"apr": "Q1", "jul": "Q2", "oct": "Q3", "jan": "Q4"}.get(first, found[0])


def _role(text: str) -> Role | Literal[""]:
    """What a whole heading means; of one in two languages, or of two words for a thing, what both parts mean."""
    found = meaning("heading", text) if text else ""
    if not found and "/" in text:
        parts = {meaning("heading", one) for one in text.split("/")}
        found = parts.pop() if len(parts) == 1 else ""
    return cast("Role", found) if found in _ROLES else ""


def _inside(text: str) -> Role | Literal[""]:
    """What the longest known phrase inside a short heading says; brackets are left out first."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    role = (_role(bare) if bare != text else "") or _longest_inside(bare)
    return "starts" if role == "due" and _STARTS.search(text) and not _ENDS.search(text) else role


def _longest_inside(bare: str) -> Role | Literal[""]:
    """What the longest known phrase of a few words says."""
    words = simple(bare).split()
    if not 0 < len(words) <= _LONG:
        return ""
    if {"total", "cumulative"} & set(words):
        return "unused"
    known = meanings("heading")
    size = len(words)
    spans = [(start, start + length) for length in range(size, 0, -1) for start in range(size - length + 1)]
    phrases = ((" ".join(words[start:end]), end - start) for start, end in spans)
    telling = (one for one, length in phrases if one in known and (length > 1 or len(one) > 5 or one in _SHORT))
    return _role(next(telling, ""))
