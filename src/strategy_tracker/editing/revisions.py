"""A reading as it is to be: a figure that changes stays in view as what the reading was."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from strategy_tracker.judging.measures.next_reading import next_reading
from strategy_tracker.model.dates.period import Period, YearEnd, financial_year, parse_period
from strategy_tracker.model.measures.ends import Ends
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.values import Interval

_RANGE = ("from", "to", "above", "below")
FIGURE = ("value", "numerator", "denominator", "symbol", "words", *_RANGE)
_SAID = (
    "undated",
    "position",
    "direction",
    "note",
    "cause",
    "response",
    "doubt",
    "state",
    "was",
    "source",
    "source_note",
    "recorded",
    "drafted",
)
ORDER = (*FIGURE, "by", *_SAID)
"""All keys of a reading in the order they are written: a key that is not among them would be lost in a revision."""


def same_period(when: Period, readings: Iterable[Period]) -> Period | None:
    """The period as the file writes it; `2022/23` and `2022/2023` are one."""
    return next((one for one in readings if one[1:] == when[1:]), None)


def dated(measure: Measure, when: Period, known: str, today: date) -> dict[str, str]:
    """The day it became known: the one given; today for a period still running, or it would not count yet.

    So also for the first figures of a measure, where the next one would be late at once: nobody was asked for it.
    """
    if not known and (when.end > today or _begins_late(measure, when, today)):
        known = today.isoformat()
    return {"recorded": known} if known else {}


def _begins_late(measure: Measure, when: Period, today: date) -> bool:
    others = [one.recorded for one in measure.readings.values()]
    is_first = all(day is not None and day.first >= today for day in others)
    return is_first and next_reading(when.end, measure.frequency, measure.lag, today).run_out


def whole(held: Any) -> dict[str, Any]:
    """A reading as a map, also where it is written short."""
    return held if isinstance(held, dict) else {"symbol" if held in SYMBOLS else "value": held}


def revised(
    held: Any, typed: dict[str, Any], said: dict[str, str], until: str, why: str, *, revise: bool
) -> dict[str, Any]:
    """The reading as it is to be: a new figure keeps the former one in `was`, with `why`; the same may become final."""
    old = whole(held)
    groups = {"by": _more_groups(old.get("by", {}), typed["by"])} if "by" in typed else {}
    typed = {key: value for key, value in typed.items() if key != "by"}
    was = {key: old[key] for key in FIGURE if key in old}
    if typed.items() <= was.items() and typed.get("symbol") == was.get("symbol"):
        final = {"state": "final"} if revise and old.get("state") == "provisional" else {}
        same = {**old, **final, **said, **groups}
        return {key: same[key] for key in ORDER if key in same}
    kept = {key: text for key, text in old.items() if key not in FIGURE}
    former = {**_as_former(was), "until": until} | ({"why": why} if why else {})
    new = {**typed, **kept, **groups, "state": "revised", **said, "was": (*old.get("was", ()), former)}
    return {key: new[key] for key in ORDER if key in new}


def _as_former(was: dict[str, Any]) -> dict[str, Any]:
    """What a figure was: of one known as a range the words, such as `427 to 431`."""
    ends = Ends(was.get("from", was.get("above")), was.get("to", was.get("below")))
    if ends == (None, None, False):
        return was
    return {"words": was.get("words") or ends.words(str(ends.low), str(ends.high))}


def _more_groups(held: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of groups as they are to be: those that were typed, and beside them those that were not."""
    return {by: {**held.get(by, {}), **typed.get(by, {})} for by in (*held, *(by for by in typed if by not in held))}


def expected(last: Period, every: Interval, year_end: YearEnd) -> str:
    """The name of the period a measure's next reading is for, of the same kind as its last one."""
    if last.kind == "range":
        ends = (parse_period(name, year_end) for name in last.text.split(".."))
        return "..".join(expected(one, every, year_end) for one in ends)
    end = every.after(last.end)
    if last.kind == "academic-year":
        first = end.year - (end.month < 9)
        return f"AY {first}/{(first + 1) % 100:02d}"
    if last.kind in ("year", "quarter", "half"):
        end -= timedelta(days=3) if every.months else timedelta()  # a quarter that ends on 28 February has no 31 May
        year = financial_year(end, year_end).text
        names = {"year": ("",), "half": (" H1", " H2"), "quarter": (" Q1", " Q2", " Q3", " Q4")}[last.kind]
        return next(one.text for name in names if (one := parse_period(year + name, year_end)).end >= end)
    return end.isoformat()[: {"day": 10, "month": 7, "calendar-year": 4}[last.kind]]
