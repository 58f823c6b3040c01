"""Dates and periods as people say them, and the small things that several parts of a report share."""

import re
from datetime import date
from functools import lru_cache

from strategy_tracker.views.screens.text_charts import long_date
from strategy_tracker.views.sheet import Table

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_MONTH_IN = re.compile(r"\b(in|by|to|due|update|done|expected) (\d{4}-(?:0[1-9]|1[0-2]))\b(?!-)", re.ASCII)


@lru_cache(maxsize=4096)
def when(text: str) -> str:
    """A date or a period for people: `4 October 2022`, `August 2022`, `academic year 2021/22`; others as they are."""
    if _DAY.fullmatch(text):
        return _day(text)
    if found := _MONTH.fullmatch(text):
        return f"{date(int(found[1]), int(found[2]), 1):%B %Y}"
    return f"academic year {text[3:]}" if text.startswith("AY ") else text


def _day(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text


def dates_in(text: str) -> str:
    """A sentence of ours with its dates as people say them; what may be two years, such as 2011-12, stays."""
    if "-" not in text:
        return text
    return _MONTH_IN.sub(_month_in, _DAY.sub(_day_in, text))


def _day_in(found: re.Match[str]) -> str:
    return when(found[0])


def _month_in(found: re.Match[str]) -> str:
    year, month = found[2].split("-")
    two_years = int(month) == (int(year) + 1) % 100
    return found[0] if two_years else f"{found[1]} {when(found[2])}"


def sentence(text: str) -> str:
    """A text that begins with a capital letter and ends with a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def without_empty(table: Table, keep: int) -> Table:
    """The table without the columns, after the first `keep`, that have nothing in any row."""
    used = [n for n in range(len(table.columns)) if n < keep or any(row[n].text != "–" for row in table.rows)]
    rows = tuple(tuple(row[n] for n in used) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in used), rows=rows)
