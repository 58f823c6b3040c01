"""Reads the clocks of an action that count towards a date: its start, its due date and its interval, each by itself.

How long an action has been silent is counted in `staleness`. A date known only to the month or the year is read in
favour of the owner: nothing is late before the last day the date can mean. A fact dated after `today` is not known yet.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.action_words import CLOSED, Rag, State
from strategy_tracker.model.plain.interval import Interval
from strategy_tracker.model.plain.when import When

if TYPE_CHECKING:
    from strategy_tracker.model.action import Update

RESTING: frozenset[State] = CLOSED | {"paused"}
"""States in which neither a due date nor an interval counts; a paused action is still reviewed."""

# Two updates of one day, or of a day and of the month it is in, have no order of their own: without one, the colour of
# an action would depend on the order of lines in a file.
_FURTHER: dict[State | None, int] = {
    None: -1,
    "not-started": 0,
    "in-progress": 1,
    "paused": 2,
    "delivered": 3,
    "complete": 4,
    "stopped": 5,
    "superseded": 6,
}
_WORSE: dict[Rag | None, int] = {None: 0, "green": 1, "amber": 2, "red": 3}


def days_words(days: int) -> str:
    """Write `1 day` or `1,339 days`."""
    return f"{days:,} day" if days == 1 else f"{days:,} days"


def days_from(days: int, *dates: When) -> str:
    """Write so many days, counted from the last day that each date can mean: of a month or a year `at least 92 days`.

    That is for what happened on a day that nobody wrote down. A date by which something is wanted has passed on its
    last day, whichever day of it was meant.
    """
    known = all(one.first == one.last for one in dates)
    return days_words(days) if known else phrase("at-least", days=days_words(days))


def in_days(days: int) -> Label:
    """Write `today` or `in 12 days`."""
    return phrase("in-so-long", days=days_words(days)) if days else phrase("today")


def dated(when: When) -> Label:
    """Write `on 2018-07-02`, or `in 2018-07` where the day is not known."""
    if when.first == when.last:
        return phrase("on-the-day", day=when.text)
    return phrase("in-the-month", month=when.text)


def latest_of(dates: Sequence[When], today: date) -> When | None:
    """Find the latest of the dates that had come by `today`; None where none had."""
    return max((when for when in dates if when.first <= today), key=lambda when: (when.last, when.first), default=None)


def known_updates(updates: "Sequence[Update]", today: date) -> "list[Update]":
    """List the updates known at `today`, the one said last first, whatever their order in the file.

    Of two said on one day, the one that tells of the later day is the newer, then the one further on in its life, then
    the one with the worse colour, then the one whose text sorts later.
    """
    known = [update for update in updates if update.on.first <= today]
    if len(known) > 1:
        known.sort(key=_place, reverse=True)
    return known


def _place(update: "Update") -> tuple[Any, ...]:
    said = (update.note or "", update.by or "", update.forecast or (), update.evidence, update.public, update.internal)
    of = update.happened or update.on
    return (update.on.last, update.on.first, of.last, of.first, _FURTHER[update.state], _WORSE[update.rag], said)


def stated_of(known: "Sequence[Update]") -> "Update | None":
    """Find the update that says how far the action is, of the known ones, newest first; None where none does."""
    return next((update for update in known if update.state), None)


_DOING: frozenset[State | None] = frozenset({None, "in-progress", "delivered", "complete"})


def days_done(done: Sequence[When], known: "Sequence[Update]") -> tuple[When, ...]:
    """List the days on which a recurring action is on record as done: its own list, and what updates say happened."""
    return (*done, *(one.happened for one in known if one.happened and one.state in _DOING))


def ahead(due: date, today: date, due_soon: Interval) -> Literal["on-time", "due-soon", "due-today"]:
    """Name the kind of a clock that has not run out; `due` is `today` or later."""
    if due == today:
        return "due-today"
    return "due-soon" if due <= due_soon.after(today) else "on-time"


def ahead_again(since: date, due: date, today: date, due_soon: Interval) -> Literal["on-time", "due-soon", "due-today"]:
    """Name the kind of a clock of what recurs: if it comes round faster than `due_soon`, it is never "soon"."""
    kind = ahead(due, today, due_soon)
    return "on-time" if kind == "due-soon" and due_soon.after(since) >= due else kind


def start_clock(starts: When | None, state: State | None, today: date, *, spoken: bool = False) -> Clock:
    """Read the clock of a start date: late where the action is said not to have started, and never "on time".

    `spoken` says whether there is any update.
    """
    if starts is None:
        return Clock("none", None, 0, phrase("no-start-date"))
    if state not in (None, "not-started"):
        return Clock("closed", starts.last, 0, phrase("start-date-was", state=state, date=starts.text), starts.text)
    days = (today - starts.last).days
    if days <= 0:
        return Clock("none", starts.last, 0, phrase("due-to-start", when=dated(starts)), starts.text)
    if state is None:
        unknown = phrase("unsaid-if-begun") if spoken else phrase("never-updated")
        return Clock("closed", starts.last, 0, phrase("start-date-was", state=unknown, date=starts.text), starts.text)
    words = phrase("late-to-start", days=days_words(days), date=starts.text)
    return Clock("passed", starts.last, days, words, starts.text)


def due_clock(due: When | None, state: State | None, today: date, due_soon: Interval) -> Clock:
    """Read the clock of a due date: late from the day after the last day it can mean; `days` are calendar days."""
    if due is None:
        return Clock("none", None, 0, phrase("no-date"))
    if state in RESTING:
        return Clock("closed", due.last, 0, phrase("due-date-was", state=state or "", date=due.text), due.text)
    days = (today - due.last).days
    if days > 0:
        return Clock("passed", due.last, days, phrase("overdue-by", days=days_words(days), date=due.text), due.text)
    kind = ahead(due.last, today, due_soon)
    words = phrase("due-in", days=days_words(-days), date=due.text) if days else phrase("due-today", date=due.text)
    return Clock(kind, due.last, 0, words, due.text)


def interval_clock(
    every: Interval | None, done: Sequence[When], *, state: State | None, today: date, due_soon: Interval
) -> Clock:
    """Read the clock of an action that recurs: missed once the interval since it was last done has passed.

    It begins with the first day on record. Without one there is nothing to count from: it may be done every week by
    people who never write it down.
    """
    if every is None:
        return Clock("none", None, 0, phrase("does-not-recur"))
    last = latest_of(done, today)
    due = every.after(last.last) if last else None
    done_on = phrase("last-done", date=last.text) if last else phrase("no-day-done")
    told = phrase("wanted-every", told=done_on, interval=every.text)
    if state in RESTING:
        return Clock("closed", due, 0, semicolons([state or "", told]))
    if last is None or due is None:
        return Clock("uncounted", None, 0, told)
    days = (today - due).days
    if days > 0:
        return Clock(
            "passed", due, days, phrase("missed-by", days=days_from(days, last), told=told), month_text(last, due)
        )
    text = month_text(last, due)
    words = phrase("wanted-again", when=in_days(-days), told=told)
    return Clock(ahead_again(last.last, due, today, due_soon), due, 0, words, text)


def month_text(last: When, due: date) -> str:
    """Give the month of a day that was counted from a month, `2022-10`; empty where the day is known."""
    is_month = len(last.text) == len("2021-10") and (due + timedelta(days=1)).day == 1
    return due.isoformat()[: len("2021-10")] if is_month else ""
