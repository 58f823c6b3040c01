"""Says when an action is silent: nothing new was said of it for longer than its review cadence.

Reviews are a clock of their own. An action may be on time and silent, or late and well looked after.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.actions.clocks import days_words, stated_of
from strategy_tracker.judging.actions.no_change import ASKED_ABOUT, times_said
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.action import CLOSED, Update
from strategy_tracker.model.values import Interval


class Beginning(NamedTuple):
    """What silence counts from while nothing was said: the day, and how a sentence names it."""

    day: date
    words: str


def review_clock(
    known: Sequence[Update], cadence: Interval, begins: Beginning | None, today: date, *, in_rounds: bool = False
) -> Clock:
    """Read the clock of a live action: silent once `cadence` has passed without news, very silent after twice that.

    `known` is newest first, as `known_updates` gives it. Only a substantive update breaks the silence: one
    with a note, evidence or a forecast, with another state or colour than the one before it, or one that says "no
    change": that its owner has looked. Said for the third time in a row it breaks none, and `in_rounds` neither does
    the same sentence. Silence never counts from before `begins`.
    """
    stated = stated_of(known)
    if stated and stated.state in CLOSED:
        return Clock("closed", None, 0, f"{stated.state}; no more updates are wanted")
    if not known and begins is None:
        return Clock("none", None, 0, "never updated, and the strategy has no start date to count from")
    since, fresh, silent = _silence(known, begins, today, in_rounds)
    due = cadence.after(since)
    days = (today - due).days
    if days <= 0:
        return Clock("fresh", due, 0, f"{fresh}; the next update is wanted by {due}")
    kind: Literal["very-silent", "silent"] = "very-silent" if today > cadence.after(since, 2) else "silent"
    return Clock(kind, due, days, f"{silent}, a review is wanted every {cadence.text}")


def _silence(known: Sequence[Update], begins: Beginning | None, today: date, in_rounds: bool) -> tuple[date, str, str]:
    """Find since when nothing new was said, and the words for it while that is fine and when it is not."""
    place = next((i for i in range(len(known)) if _is_substantive(known[i:], in_rounds)), None)
    if begins and (place is None or begins.day > known[place].on.last):
        never = "no update" if known else "never updated"
        days = days_words(max(0, (today - begins.day).days))
        return begins.day, f"{never} since {begins.words}", f"{never} in {days} since {begins.words}"
    assert place is not None  # the oldest update is always news
    on = known[place].on
    last = f"last update with anything new {on.text}, repeated unchanged since" if place else f"last update {on.text}"
    return on.last, last, f"silent for {days_words(max(0, (today - on.last).days))}: {last}"


def _is_substantive(said: Sequence[Update], in_rounds: bool) -> bool:
    update, before = said[0], said[1:2]
    if times_said(said, sentences=in_rounds) >= ASKED_ABOUT:
        return False
    if not before or update.no_change or update.note or update.evidence or update.forecast:
        return True
    return update.state not in (None, before[0].state) or update.rag != before[0].rag
