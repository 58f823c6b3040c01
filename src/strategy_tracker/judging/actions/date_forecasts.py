"""Holds what owners expected of the day an action is done against the day on which it was."""

from collections.abc import Iterator, Sequence
from datetime import date

from strategy_tracker.judging.actions.clocks import days_from
from strategy_tracker.judging.standing.of_outlook import DateForecastStanding, ForecastVerdict
from strategy_tracker.model.action import HALTED, State, Update
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.values import When

_DONE: frozenset[State] = frozenset({"delivered", "complete"})


def stand_date_forecasts(said: Sequence[Update], today: date) -> tuple[DateForecastStanding, ...]:
    """List every date that was expected in updates known by `today`, the oldest first, beside what came.

    `said` comes newest first. A date that is only said again counts once, from the day it was said first; what a
    machine drafted counts not at all.
    """
    told = [update for update in reversed(said) if not update.drafted]
    done, state = _done(told)
    return tuple(_standing(update, done, state, today) for update in _new_ones(told))


def _new_ones(told: Sequence[Update]) -> Iterator[Update]:
    before: When | None = None
    for update in told:
        if update.forecast and update.forecast != before:
            before = update.forecast
            yield update


def _done(told: Sequence[Update]) -> tuple[When | None, State | None]:
    """Find the day on which it was done and stayed so, and the state it is in."""
    done: When | None = None
    state: State | None = None
    for update in told:
        state = update.state or state
        if state not in _DONE:
            done = None
        elif done is None:
            done = update.happened or update.on
    return done, state


def _standing(update: Update, done: When | None, state: State | None, today: date) -> DateForecastStanding:
    expected = update.forecast
    assert expected
    verdict: ForecastVerdict = "open"
    days, came = 0, phrase("not-done-yet")
    if done:
        days = _apart(expected, done.first, done.last)
        verdict = "too-hopeful" if days > 0 else "too-cautious" if days else "right"
        came = phrase("came-done", date=done.text, verdict=_verdict(days, expected, done))
    elif state in HALTED:
        verdict, came = "unknown", phrase("it-is", state=state or "")
    elif expected.last < today:
        days = (today - expected.last).days
        verdict, came = "too-hopeful", phrase("not-done-and-later", later=_later(days))
    words = phrase("expected-and-came", date=expected.text, day=update.on.text, came=came)
    return DateForecastStanding(
        update.on.text, expected.text, update.by, done.text if done else None, days, verdict, words
    )


def _apart(expected: When, first: date, last: date) -> int:
    """Days from what was expected to what came: 0 where the two may be one, above it where it came later."""
    if first > expected.last:
        return (first - expected.last).days
    return min(0, (last - expected.first).days)


def _verdict(days: int, expected: When, done: When) -> str:
    """How it came; a month that was expected is over on its last day, and before its first nobody knows the day."""
    if not days:
        return phrase("forecast-right")
    return commas(
        [
            phrase("too-hopeful" if days > 0 else "too-cautious"),
            _later(days, *((done,) if days > 0 else (done, expected))),
        ]
    )


def _later(days: int, *dates: When) -> Label:
    return phrase("so-much-later" if days > 0 else "so-much-earlier", days=days_from(abs(days), *dates))
