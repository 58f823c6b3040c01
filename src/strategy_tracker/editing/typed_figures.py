"""What a person types: a day, a figure, a period, or a period and a figure on one line."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.model.dates.period import Period, YearEnd, parse_period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.measures.unit import ANSWERS, PER, SPOKEN, OwnUnit, Unit, number_in_words
from strategy_tracker.model.spellings import is_open, spelled_date
from strategy_tracker.model.values import nearly_a_number, read_when, shown, typed_interval
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
        raise Problem(f"{what}: {error.message()}", next_step, what.removeprefix("--")) from None


def interval(text: str, what: str) -> str:
    """A length of time as it is written in a file; empty where none was typed. `what` names it in a fault.

    Raises `Problem`.
    """
    try:
        return typed_interval(text).text if text.strip() else ""
    except PydanticCustomError as error:
        raise Problem(f"{what}: {error.message()}", "write it as 3 weeks, 5 days or month") from None


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
    if unit == "yes-no":
        return {"value": _answer(text)}
    if unit in SPOKEN and (spoken := number_in_words(text, unit)) is not None:
        return {"value": spoken}
    if "/" not in text or isinstance(unit, OwnUnit):
        return {"value": number(_without_unit(text, unit))}
    if unit not in PER:
        raise Problem(f"'{text}' is a part of a whole, but the unit is {unit}", "type the number alone", "value")
    part, _, whole = text.partition("/")
    return {"numerator": number(part.strip()), "denominator": number(whole.strip())}


def target(typed: str, unit: Unit) -> Decimal | str:
    """A target as a file holds it. Raises `Problem` where it is no number, nor one in the words of its unit."""
    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    if unit == "yes-no":
        return _answer(text)
    spoken = number_in_words(text, unit) if unit in SPOKEN else None
    return number(_without_unit(text.removesuffix("%"), unit)) if spoken is None else spoken


def _answer(text: str) -> str:
    """Yes or no as a file holds it. Raises `Problem`."""
    if (found := number_in_words(text, "yes-no")) is None:
        raise Problem(f"{shown(text)} is neither yes nor no", "write yes, no, or one of c, x, z, low, u", "value")
    return ANSWERS[int(found)]


def _without_unit(text: str, unit: Unit) -> str:
    """A number without the words of its unit behind it: `12 tonnes of CO2`, `83%`."""
    if isinstance(unit, OwnUnit):
        digits, _, words = text.partition(" ")
        return digits if " ".join(words.split()).casefold() in unit.printed.words else text
    return text.removesuffix("%").rstrip() if unit in ("percent", "percent-change") else text


def number(text: str) -> Decimal:
    """An exact number.

    Raises `Problem`.
    """
    if re.fullmatch(r"-?(0|[1-9]\d{0,17})(\.\d{1,12})?", text, re.ASCII):
        return Decimal(text)
    forms = "write a plain number, a part of a whole such as 105/262, or one of c, x, z, low, u"
    raise Problem(f"{shown(text)} is neither a number nor a symbol", nearly_a_number(text) or forms, "value")


def period(text: str, year_end: YearEnd) -> Period:
    """The period a person typed.

    Raises `Problem`.
    """
    try:
        return parse_period(" ".join(text.split()), year_end)
    except PydanticCustomError as error:
        raise Problem(error.message(), (error.context or {})["next_step"], "period") from None


def _is_period(text: str, year_end: YearEnd) -> bool:
    try:
        parse_period(text, year_end)
    except PydanticCustomError:
        return False
    return True


def figures_of_groups(measure: Measure, typed: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The figures of groups as a reading holds them, from words such as `women=40` or `sex/women=40`.

    Raises `Problem` where a measure has no such group, or two by different things.
    """
    found: dict[str, dict[str, Any]] = {by: {} for by in measure.by}
    for one in typed:
        name, mark, value = (part.strip() for part in one.partition("="))
        if not (mark and name and value):
            raise Problem(f"'{one}' does not say a group and its figure", "write it as women=40")
        by, group = _group_meant(measure, name)
        made = figure(value, measure.unit)
        found[by][group] = next(iter(made.values())) if set(made) in ({"value"}, {"symbol"}) else made
    return {by: groups for by, groups in found.items() if groups}


def _group_meant(measure: Measure, typed: str) -> tuple[str, str]:
    """By what a group is one, and its name. Raises `Problem` where there is none, or more than one."""
    every = [(by, group) for by, groups in measure.by.items() for group in groups]
    meant = [one for one in every if typed.casefold() in (one[1].casefold(), "/".join(one).casefold())]
    if len(meant) > 1:
        raise Problem(
            f"'{typed}' is a group by {' and by '.join(by for by, _ in meant)}", f"write {meant[0][0]}/{typed}"
        )
    if not every:
        raise Problem(f"'{measure.id}' has no groups", "add them to the measure: by: {sex: [women, men]}")
    if not meant:
        names = [group for _, group in every]
        raise Problem(
            f"'{measure.id}' has no group '{typed}'",
            did_you_mean(nearest(typed, names), f"its groups are {', '.join(names)}"),
        )
    return meant[0]


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


def share(text: str) -> Decimal:
    """Reads a share in percent as it was typed: 40 or 40%. Raises `Problem` for what is none."""
    plain = text.strip().removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,3}(\.\d{1,6})?", plain, re.ASCII) or Decimal(plain) > 100:
        raise Problem(
            f"--complete: {shown(text)} is no share of an action", "write a percentage from 0 to 100", "complete"
        )
    return Decimal(plain)
