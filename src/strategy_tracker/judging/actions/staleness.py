"""Says when an action is silent: nothing new was said of it for longer than its review cadence.

Reviews are a clock of their own. An action may be on time and silent, or late and well looked after.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.actions.clocks import days_from, stated_of
from strategy_tracker.judging.actions.no_change import ASKED_ABOUT, times_said
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.action import CLOSED, Update
from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.values import Interval, When


class Beginning(NamedTuple):
    """What silence counts from while nothing was said: the date, and how a sentence names it."""

    on: When
    words: Label


def review_clock(
    known: Sequence[Update],
    cadence: Interval,
    begins: Beginning | None,
    today: date,
    *,
    in_rounds: bool = False,
    drafted: bool = False,
) -> Clock:
    """Read the clock of a live action: silent once `cadence` has passed without news, very silent after twice that.

    `known` is newest first, as `known_updates` gives it. Only a substantive update breaks the silence: one
    with a note, evidence or a forecast, with another state or colour than the one before it, or one that says "no
    change": that its owner has looked. Said for the third time in a row it breaks none, and `in_rounds` neither does
    the same sentence. Silence never counts from before `begins`. Where something was `drafted` by a machine it is not
    said that there was never an update.
    """
    stated = stated_of(known)
    if stated and stated.state in CLOSED:
        return Clock("closed", None, 0, phrase("no-more-updates", state=stated.state))
    if not known and begins is None:
        return Clock("none", None, 0, phrase("never-updated-no-start"))
    never = _NEVER[bool(known), drafted]
    since, fresh, silent = _silence(known, begins, today, in_rounds, never)
    due = cadence.after(since)
    days = (today - due).days
    if days <= 0:
        return Clock("fresh", due, 0, phrase("next-update-by", told=fresh, date=due.isoformat()))
    kind: Literal["very-silent", "silent"] = "very-silent" if today > cadence.after(since, 2) else "silent"
    return Clock(kind, due, days, phrase("review-wanted-every", told=silent, cadence=cadence.text))


def _silence(
    known: Sequence[Update], begins: Beginning | None, today: date, in_rounds: bool, never: tuple[Word, Word]
) -> tuple[date, Label, Label]:
    """Find since when nothing new was said, and the words for it while that is fine and when it is not."""
    place = next((i for i in range(len(known)) if _is_substantive(known[i:], in_rounds)), None)
    if begins and (place is None or begins.on.last > known[place].on.last):
        since, within = never
        days = days_from(max(0, (today - begins.on.last).days), begins.on)
        told = phrase(within, days=days, begins=begins.words)
        return begins.on.last, phrase(since, begins=begins.words), told
    assert place is not None  # the oldest update is always news
    on = known[place].on
    last = phrase("last-news" if place else "last-update", date=on.text)
    return on.last, last, phrase("silent-for", days=days_from(max(0, (today - on.last).days), on), told=last)


_NEVER: dict[tuple[bool, bool], tuple[Word, Word]] = {
    (True, False): ("no-update-since", "no-update-in"),
    (True, True): ("no-update-since", "no-update-in"),
    (False, False): ("never-updated-since", "never-updated-in"),
    (False, True): ("not-confirmed-since", "not-confirmed-in"),
}
"""How it is said that there was no update, by whether people said anything, and whether a machine did."""


def _is_substantive(said: Sequence[Update], in_rounds: bool) -> bool:
    update, before = said[0], said[1:2]
    if times_said(said, sentences=in_rounds) >= ASKED_ABOUT:
        return False
    if not before or update.no_change or update.note or update.evidence or update.forecast:
        return True
    return update.state not in (None, before[0].state) or update.rag != before[0].rag
