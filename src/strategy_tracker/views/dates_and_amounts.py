"""Dates, amounts and directions as people say them: on a screen, on paper and on a page alike."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from strategy_tracker.judging.measures.show_figures import ZERO, show_amount, show_gap, show_near, signed
from strategy_tracker.judging.standing.of_actions import MoveStanding
from strategy_tracker.judging.standing.of_measures import (
    Arrow,
    MeasureStanding,
    RuleStepStanding,
    TargetStep,
)
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.left_out import left_out_words
from strategy_tracker.model.names.joined import commas, listed, semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.names.quiet_words import quiet_words
from strategy_tracker.model.plain.unit_name import ShownUnit
from strategy_tracker.views.text import NO_REASON, file_name

_YEAR = re.compile(r"\d{4}", re.ASCII)
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_MONTH_IN = re.compile(r"\b(in|by|to|due|update|done|expected|since|word) (\d{4}-(?:0[1-9]|1[0-2]))\b(?!-)", re.ASCII)
_ACADEMIC = re.compile(r"\bAY (\d{4}/\d\d)\b", re.ASCII)
FEW = 4
"""Targets that are listed one by one."""


@lru_cache(maxsize=4096)
def long_date(day: date) -> str:
    """Writes a day out: `4 October 2022`."""
    return f"{day.day} {day:%B %Y}"


def as_at(standing: Standing) -> str:
    """Says of which day and commit an output is: `as at 4 October 2022, from commit 1a2b3c4 of 2022-10-03`."""
    parts = [f"as at {long_date(standing.as_at)}"]
    parts += [f"from {standing.known}"] if standing.known else []
    parts += [without_errors(standing)] if standing.unread else []
    return ", ".join(parts)


def moment_data(standing: Standing) -> dict[str, Any]:
    """Says the same to a program: the day, the commit if it is not of the files today, and the files left out of."""
    data: dict[str, Any] = {"as_at": standing.as_at, "known": standing.known or None}
    if standing.unread:
        data |= {"left_out": list(standing.unread), "left_out_count": dict(standing.left_out)}
    return data | ({"moves_not_known": standing.moves_not_known} if standing.moves_not_known else {})


def without_errors(standing: Standing) -> str:
    """Says in which files something has an error and is left out of an output."""
    named = [file_name(name) for name in standing.unread[:5]]
    more = len(standing.unread) - len(named)
    told = f": {left_out_words(standing.left_out)}" if standing.left_out else ""
    return f"without what has an error in {', '.join(named)}{f' and {more} more files' if more else ''}{told}"


@lru_cache(maxsize=4096)
def when(text: str) -> str:
    """Writes a date or a period of a file for people: `August 2022`, `academic year 2021/22`; what is neither stays."""
    if ".." in text:
        first, last = text.split("..")
        return phrase("from-to", first=when(first), last=when(last))
    if _DAY.fullmatch(text):
        return _day(text)
    if found := _MONTH.fullmatch(text):
        return f"{date(int(found[1]), int(found[2]), 1):%B %Y}"
    return f"academic year {text[3:]}" if text.startswith("AY ") else text


def at_time(text: str) -> str:
    """Writes when something was, to stand in a sentence: `in August 2022`, `on 30 September 2017`."""
    if _DAY.fullmatch(text):
        return phrase("on-the-day", day=when(text))
    return phrase("in-the-month", month=when(text))


def by_when(text: str) -> str:
    """Writes a date to come for people: of a year alone only its end is meant."""
    return phrase("by-end-of", year=text) if _YEAR.fullmatch(text) else when(text)


_SHORT = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_MONTHS = tuple(f"{date(2000, month, 1):%B}" for month in range(1, 13))
_NEAR = 300
"""Days from today within which a date needs no year."""


def near_date(day: date, today: date) -> str:
    """Writes a day: `4 October`, with its year where that is not the one which everybody takes it for."""
    return near_when(day.isoformat(), today)


def near_when(text: str, today: date) -> str:
    """Writes a date of a file: `29 July`, `August`, `October 2021`, `2022`; what is none of these stays."""
    return _near(text, today, _MONTHS)


def short_when(text: str, today: date) -> str:
    """Writes a date of a file for a column: `29 July`, `Aug`, `Oct 2021`, `2022`; what is none of these stays."""
    return _near(text, today, _SHORT)


def _near(text: str, today: date, months: Sequence[str]) -> str:
    if not (found := _DAY.fullmatch(text) or _MONTH.fullmatch(text)):
        return text
    day = date.fromisoformat(text if len(text) == len("2022-07-29") else f"{text}-01")
    year = "" if abs((day - today).days) < _NEAR else f" {day.year}"
    return f"{f'{day.day} ' if found.re is _DAY else ''}{months[day.month - 1]}{year}"


def _day(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text


def dates_in(text: str) -> str:
    """Writes the dates in a sentence of ours as people say them; what may be two years, such as 2011-12, stays."""
    if isinstance(text, Label):
        return text.with_values(dates_in)
    if "AY " in text:
        text = _ACADEMIC.sub(r"academic year \1", text)
    if "-" not in text:
        return text
    if found := _MONTH.fullmatch(text):
        return text if _is_two_years(*found.groups()) else when(text)
    return _MONTH_IN.sub(_month_in, _DAY.sub(_day_in, text))


def _day_in(found: re.Match[str]) -> str:
    return when(found[0])


def _month_in(found: re.Match[str]) -> str:
    return found[0] if _is_two_years(*found[2].split("-")) else f"{found[1]} {when(found[2])}"


def _is_two_years(first: str, second: str) -> bool:
    return int(second) == (int(first) + 1) % 100


def amount(value: Decimal | None, unit: ShownUnit) -> str | None:
    """Writes an amount with its unit; None where there is none."""
    return None if value is None else show_amount(value, unit)


def target_of(measure: MeasureStanding) -> str | None:
    """The target of a measure, never rounded onto its reading; None where there is none."""
    return None if measure.target is None else measure.target_words or target_shown(measure, measure.target)


def target_shown(measure: MeasureStanding, target: Decimal) -> str:
    """A target with its unit, never rounded onto the latest reading."""
    reading = measure.reading.amount if measure.reading else None
    return show_near(target, measure.shown_in, *(() if reading is None else (reading,)))


def targets_of(measure: MeasureStanding) -> str:
    """The targets that readings are held against, each with its period where they differ, and where amber is now."""
    steps = measure.targets
    if not steps:
        return ""
    changed = [one for n, one in enumerate(steps) if not n or one.value != steps[n - 1].value]
    named = [phrase("target-for", target=step_shown(measure, one), period=when(one.period)) for one in changed]
    told = step_shown(measure, steps[0])
    if len(named) > 1:
        told = commas(named) if len(named) <= FEW else phrase("from-to", first=named[0], last=named[-1])
    zones = [_zone(zone, measure) for zone in steps[-1].amber]
    if not zones:
        return told
    amber = phrase("amber-from", zones=listed(zones))
    if len(named) > 1:
        amber = phrase("amber-from-for", zones=listed(zones), period=when(steps[-1].period))
    return semicolons([told, amber])


def _zone(zone: Sequence[Decimal], measure: MeasureStanding) -> str:
    edges = [show_amount(edge, measure.shown_in) for edge in zone]
    return phrase("zone", first=edges[0], last=edges[1]) if len(edges) > 1 else phrase("zone-open", first=edges[0])


def step_shown(measure: MeasureStanding, step: TargetStep) -> str:
    """What was wanted in a word and a figure: `target 80%`, or on the way to one `expected 45`."""
    return phrase(
        "figure-expected" if step.expected else "figure-target", figure=step.wanted or target_shown(measure, step.value)
    )


def next_target_of(measure: MeasureStanding, *, whole: bool = True) -> str | None:
    """The target that is to come, with its period; where `whole`, how far it is, and each target after it."""
    coming = measure.next_target
    if coming is None:
        return None
    told, *later = (
        phrase("target-for", target=one.wanted or target_shown(measure, one.value), period=when(one.period))
        for one in (coming, *coming.then)
    )
    if not whole:
        return told
    told = phrase("two-words", first=told, second=dates_in(coming.words)) if coming.words else told
    return semicolons([told, phrase("then-targets", targets=commas(later))]) if later else told


def target_with_period(measure: MeasureStanding) -> str | None:
    """The target with its period, or the next one that is not due yet; None where there is none."""
    if measure.target is None:
        return next_target_of(measure, whole=False)
    told = target_of(measure)
    if told is None or not measure.target_period:
        return told
    return phrase("target-for", target=told, period=when(measure.target_period))


def distance(measure: MeasureStanding) -> str | None:
    """How far the reading is from the boundary between amber and red; None where there is no boundary.

    Plus is the good side, also where lower is better. What is too small for two places is told in words.
    """
    if measure.boundary is None or measure.reading is None or measure.reading.amount is None:
        return None
    apart = measure.reading.amount - measure.boundary
    good = apart < 0 if measure.better == "lower" else apart > 0
    text = show_gap(abs(apart), measure.shown_in, ZERO)
    if text.startswith("just"):
        return phrase("just-inside" if good else "just-outside")
    return text if not apart else signed(text, "+" if good else "-")


def way_word(direction: Arrow) -> str:
    """Which way a figure went, as a word and never a sign; empty where there is not enough data."""
    return phrase(direction.kind) if direction.kind != "none" else ""


def headline(measure: MeasureStanding) -> str:
    """Which way a measure went, and where that is not since the period before, since when."""
    word = way_word(measure.headline)
    return phrase("on-last-year", way=word) if word and measure.headline is not measure.short else word


def trend(direction: Arrow) -> str:
    """The word of a trend over six readings or more; empty where there are fewer."""
    return phrase(direction.kind) if direction.kind != "none" else ""


def why_changed(step: MoveStanding | RuleStepStanding) -> str:
    """Says why a date or a target was changed, or since when it is in the file with nobody on record."""
    if step.on:
        return step.why or NO_REASON
    return quiet_words(step.since if isinstance(step, MoveStanding) else None)
