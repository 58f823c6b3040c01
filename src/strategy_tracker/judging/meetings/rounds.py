"""Works out the round before a meeting: which one is meant on a day, who is asked for what, and who has answered.

A body with `asks_before` opens a round that long before each of its meetings, and takes answers until the meeting, and
late ones until the `grace` after it has passed. Asked are the owners of actions that were live when it opened, and of
readings that fall due by the meeting. An answer is an update, a move of a date or a reading, said while it is open.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from strategy_tracker.judging.actions.clocks import known_updates, stated_of
from strategy_tracker.judging.actions.no_change import ASKED_ABOUT, times_said
from strategy_tracker.judging.standing.of_rounds import AnswerKind, AskedThing, RoundStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.judging.unconfirmed import said_by_people
from strategy_tracker.model.action import CLOSED, Action
from strategy_tracker.model.dates.period import latest
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.strategy import Body, Priority, Strategy
from strategy_tracker.model.values import When

_DAY = timedelta(days=1)


def stand_round(body: Body, clock: Clock, strategy: Strategy, today: date) -> RoundStanding | None:
    """Give the round of a body that is open at `today`, or else the last one that was; with the actions it asks for.

    `clock` is that of its next meeting. None where the body opens no rounds, or has not opened one yet.
    """
    if body.asks_before is None or not body.reviews:
        return None
    meetings = _meetings(body, clock, today)
    windows = [_window(body, meeting) for meeting in meetings]
    opened = [number for number, window in enumerate(windows) if window.opens <= today]
    if not opened:
        return None
    number = next((n for n in opened if today <= windows[n].closes), opened[-1])
    window, former = windows[number], meetings[number - 1] if number else None
    return RoundStanding(
        meeting=meetings[number].text,
        opens=window.opens,
        meets=meetings[number].last,
        closes=window.closes,
        is_open=today <= window.closes,
        since=former.last if former else None,
        asked=tuple(_asked_of_actions(strategy, window, today)),
    )


def opens_next(body: Body, clock: Clock, today: date) -> date | None:
    """Give the day after `today` on which the next round of a body opens, as far as its next meeting is known."""
    if body.asks_before is None or not body.reviews:
        return None
    days = (_window(body, meeting).opens for meeting in _meetings(body, clock, today))
    return next((day for day in days if day > today), None)


class _Window(NamedTuple):
    """The days of a round."""

    opens: date
    meets: date
    closes: date


def _meetings(body: Body, clock: Clock, today: date) -> list[When]:
    """List the meetings of a body, oldest first: those held, the one fixed, or else the one wanted by its interval.

    A meeting that was held after `today` was planned before it: its round is judged by the day it turned out to be.
    """
    fixed = sorted({*body.met, *([body.next] if body.next else [])}, key=lambda when: (when.last, when.first))
    last = fixed[-1] if fixed else None
    if clock.due and (last is None or (last in body.met and last.first <= today and last.last < clock.due)):
        fixed.append(When(clock.due.isoformat(), clock.due, clock.due))
    return fixed


def _window(body: Body, meeting: When) -> _Window:
    assert body.asks_before is not None, "a body without 'asks_before' opens no round"
    closes = body.grace.after(meeting.last) if body.grace else meeting.last
    return _Window(body.asks_before.before(meeting.first), meeting.last, closes)


# actions


def _asked_of_actions(strategy: Strategy, window: _Window, today: date) -> Iterator[AskedThing]:
    for priority in strategy.priorities:
        for action in priority.actions:
            if _is_live(action, window):
                yield _of_action(action, priority, strategy, window, today)


def _is_live(action: Action, window: _Window) -> bool:
    """Whether an action was live when the round opened; one to begin only after the meeting is not asked about."""
    stated = stated_of(known_updates(action.updates, window.opens - _DAY))
    state = stated.state if stated else None
    if state in CLOSED:
        return False
    return not (state in (None, "not-started") and action.starts and action.starts.first > window.meets)


def _of_action(action: Action, priority: Priority, strategy: Strategy, window: _Window, today: date) -> AskedThing:
    asked = AskedThing(
        item=f"{strategy.id}/{action.id}",
        asked_for="decision" if action.kind == "decision" else "update",
        owners=tuple(dict.fromkeys(action.owner or priority.owner or strategy.owner)),
        priorities=(f"{strategy.id}/{priority.id}",),
    )
    until = min(today, window.closes)
    given = [(when, kind) for when, kind in _words_of(action) if window.opens <= when.first <= until]
    if not given:
        drafted = any(one.drafted and window.opens <= one.on.first <= until for one in action.updates)
        return asked._replace(drafted=drafted)
    when, kind = min(given, key=lambda each: (each[0].first, each[0].last, each[1]))
    times = times_said(said_by_people(known_updates(action.updates, until)), sentences=True)
    again = times if times >= ASKED_ABOUT else 0
    return asked._replace(answered=when.text, answer=kind, late=when.first > window.meets, again=again)


def _words_of(action: Action) -> Iterator[tuple[When, AnswerKind]]:
    """Every day on which somebody said something of an action: an update, or a date that was moved."""
    for update in said_by_people(action.updates):
        yield update.on, "no-change" if update.no_change else "update"
    for moves in (action.moved, *(step.moved for step in action.milestones)):
        yield from ((move.on, "move") for move in moves)


# readings


def asked_of_measure(
    measure: Measure, owners: tuple[str, ...], priorities: Iterable[str], round_: RoundStanding, today: date
) -> AskedThing | None:
    """Give what a round asks of a measure: the reading that falls due by the meeting; None where none does.

    A reading that does not say when it became known cannot be told from one that was there before the round opened:
    it is an answer without a day where it fell due since the meeting before.
    """
    every, until = measure.frequency, min(today, round_.closes)
    if every is None or measure.withdrawn_by(until):
        return None
    every_one = {period: one for period, one in measure.readings.items() if one.is_known(period, until)}
    known = {period: one for period, one in every_one.items() if not one.drafted}
    last = latest(list(known))
    if last is None:
        return None

    def due(end: date) -> date:
        return measure.lag.after(end) if measure.lag else end

    asked = AskedThing(measure.id, "reading", owners, tuple(priorities))
    if due(every.after(last.end)) <= round_.meets:
        return asked._replace(drafted=any(period.end > last.end for period in every_one))
    since = round_.since or round_.opens
    new = {
        period
        for period, one in known.items()
        if (one.recorded.first >= round_.opens if one.recorded else due(period.end) > since)
    }
    former = max((period.end for period in known.keys() - new), default=date.min)
    came = [known[period].recorded for period in new if former < period.end and due(period.end) <= round_.meets]
    if not came:
        return None
    days = [when for when in came if when]
    if not days:
        return asked._replace(answered="", answer="reading")
    day = max(days, key=lambda when: (when.first, when.last))
    return asked._replace(answered=day.text, answer="reading", late=day.first > round_.meets)
