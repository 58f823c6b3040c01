"""The clock of a measure's next reading: late once its period ended longer ago than figures take to come out."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.judging.actions.clocks import days_words
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.plain.interval import Interval

if TYPE_CHECKING:
    from strategy_tracker.judging.measures.known_readings import KnownReading

_AT_ONCE = Interval("0 days", 0, 0)


def next_reading(
    last: date | None, every: Interval | None, lag: Interval | None, today: date, since: date | None = None
) -> Clock:
    """Give the clock of the reading after the one whose period ended on the day `last`.

    None is expected for a period that ended before the day `since` which the record begins: a figure that was typed
    for an old period makes none late that nobody was asked for.
    """
    if last is None:
        return Clock("none", None, 0, phrase("no-reading-yet"))
    if every is None:
        return Clock("none", None, 0, phrase("no-frequency-declared"))
    times, end = 1, every.after(last)
    while since is not None and end < min(since, today):
        times += 1
        end = every.after(last, times)
    due = (lag or _AT_ONCE).after(end)
    reading = phrase("reading-for-to", interval=every.text, day=f"{end}")
    days = (today - due).days
    if days <= 0:
        return Clock("on-time", due, 0, phrase("reading-expected", reading=reading, day=f"{due}"))
    return Clock("passed", due, days, phrase("reading-late", reading=reading, days=days_words(days)))


def known_since(readings: "Iterable[KnownReading]") -> date | None:
    """Give the first day on which any figure was known: the end of its period, or the day it was recorded."""
    return min(
        (one.reading.recorded.first if one.reading.recorded else one.period.end for one in readings), default=None
    )
