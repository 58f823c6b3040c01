"""What a person types: a day, a figure, a period, or a period and a figure on one line."""

import re
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from strategy_tracker.model.dates.period import Period, YearEnd, parse_period
from strategy_tracker.model.measures.measure import PER, SYMBOLS, Unit
from strategy_tracker.model.spellings import is_open, spelled_date
from strategy_tracker.model.values import nearly_a_number, read_when, shown
from strategy_tracker.problem import Problem


def day(text: str, what: str) -> str:
    """A date, whole or partial, as it is written in a file; empty where none was typed. `what` names it in a fault.

    Raises `Problem`.
    """
    try:
        return str(read_when(text.strip())) if text else ""
    except PydanticCustomError as error:
        next_step = "write it as 2018-07-02, or 2018-07 where the day is not known"
        if is_open(text) or spelled_date(text):
            next_step = error.context["next_step"] if error.context else next_step
        raise Problem(f"{what}: {error.message()}", next_step) from None


def written(day: str) -> str | Decimal:
    """A date as it stands in a file; a year alone is a number there."""
    return Decimal(day) if len(day) == 4 else day


def figure(typed: str, unit: Unit) -> dict[str, Any]:
    """The keys of a reading that hold what was typed: a number, a part of a whole, a symbol; or words.

    Raises `Problem`.
    """
    text = typed.strip()
    if text.lower() in SYMBOLS:
        return {"symbol": text.lower()}
    if unit == "narrative" and text:
        return {"words": text}
    text = text.replace("\N{MINUS SIGN}", "-")
    if "/" not in text:
        return {"value": number(text.removesuffix("%").rstrip() if unit.startswith("percent") else text)}
    if unit not in PER:
        raise Problem(f"'{text}' is a part of a whole, but the unit is {unit}", "type the number alone")
    part, _, whole = text.partition("/")
    return {"numerator": number(part.strip()), "denominator": number(whole.strip())}


def number(text: str) -> Decimal:
    """An exact number.

    Raises `Problem`.
    """
    if re.fullmatch(r"-?(0|[1-9]\d{0,17})(\.\d{1,12})?", text, re.ASCII):
        return Decimal(text)
    forms = "write a plain number, a part of a whole such as 105/262, or one of c, x, z, low, u"
    raise Problem(f"{shown(text)} is neither a number nor a symbol", nearly_a_number(text) or forms)


def period(text: str, year_end: YearEnd) -> Period:
    """The period a person typed.

    Raises `Problem`.
    """
    try:
        return parse_period(" ".join(text.split()), year_end)
    except PydanticCustomError as error:
        raise Problem(error.message(), (error.context or {})["next_step"]) from None


def _is_period(text: str, year_end: YearEnd) -> bool:
    try:
        parse_period(text, year_end)
    except PydanticCustomError:
        return False
    return True


def period_and_figure(text: str, year_end: YearEnd) -> tuple[Period, str]:
    """A period and what follows it: `2022/23 Q2 64`, `2022-06 105/262`, `AY 2021/22 c`.

    Raises `Problem`.
    """
    words, many = text.split(), 3  # the longest one first: '2022/23 Q2' is not the year 2022/23
    while many > 1 and not _is_period(" ".join(words[:many]), year_end):
        many -= 1
    found = period(" ".join(words[:many]), year_end)
    if not words[many:]:
        raise Problem(f"there is no figure after {found}", f"write it as {found} 64")
    return found, " ".join(words[many:])
