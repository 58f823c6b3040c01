"""Judges one action: reads its clocks, and says what they, its owner and its progress give."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.actions.action_colour import (
    LIVE,
    OwnerJudgement,
    Timing,
    judge,
    rate,
    rate_outside,
    read_dates,
    without_word,
)
from strategy_tracker.judging.actions.clocks import (
    days_done,
    due_clock,
    interval_clock,
    start_clock,
    stated_of,
)
from strategy_tracker.judging.actions.need import need_of, with_need
from strategy_tracker.judging.actions.progress import by_progress, last_share
from strategy_tracker.judging.actions.staleness import Beginning, review_clock
from strategy_tracker.judging.standing.of_actions import (
    MilestoneStanding,
    Need,
)
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.judging.unconfirmed import said_by_people
from strategy_tracker.model.action import Action, Milestone, Move, State, Update
from strategy_tracker.model.dates.date_steps import moves_in_order
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import Interval, When

_UNBEGUN: tuple[State | None, ...] = (None, "not-started")


class _Clocks(NamedTuple):
    start: Clock
    due: Clock
    interval: Clock
    review: Clock
    milestones: tuple[MilestoneStanding, ...]


class KnownAction(NamedTuple):
    """An action and what is known of it on a day: what was `said`, newest first, and what holds with it."""

    action: Action
    strategy: Strategy
    said: Sequence[Update]
    known: Sequence[Update]
    stated: Update | None
    due: When | None


class JudgedAction(NamedTuple):
    """What is thought of an action: its clocks, its owner's judgement, what its dates give, its need, its colour."""

    clocks: _Clocks
    judged: OwnerJudgement | None
    timing: Timing | None
    need: Need | None
    rating: Rating


def judge_running(one: KnownAction, settings: Settings, today: date) -> JudgedAction:
    """Judge an action of a strategy that runs."""
    action, strategy, known = one.action, one.strategy, one.known
    latest, state = (known[0] if known else None), (one.stated.state if one.stated else None)
    cadence = action.review_every or strategy.review_every or settings.review_every
    clocks = _running(action, strategy, one.said, due=one.due, cadence=cadence, today=today, settings=settings)
    judged = judge(latest, state, cadence, today)
    dates = (clocks.due, clocks.interval, clocks.start)
    timing = read_dates(dates, clocks.milestones, settings.late_is_red_after, today)
    share = last_share(known)
    if share and settings.progress and state in LIVE:
        timing = by_progress(timing, share, action.starts or strategy.starts, one.due, settings.progress, today)
    people = said_by_people(known)
    need = need_of(dates, clocks.milestones, clocks.review, people)
    heard = without_word(rate(action, latest, one.stated, judged, timing, today), people, cadence, today)
    return JudgedAction(clocks, judged, timing, need, with_need(heard, need))


def judge_outside(one: KnownAction, phase: Phase, today: date) -> JudgedAction:
    """Judge an action of a strategy that is over or has not begun: nothing of it is late."""
    clocks = _standing_still(one.action, one.due, phase, today)
    return JudgedAction(clocks, None, None, None, rate_outside(one.known[0] if one.known else None, one.stated, phase))


def _running(
    action: Action,
    strategy: Strategy,
    known: Sequence[Update],
    *,
    due: When | None,
    cadence: Interval,
    today: date,
    settings: Settings,
) -> _Clocks:
    """Read the clocks of an action whose strategy is running."""
    stated, soon = stated_of(known), settings.due_soon
    in_rounds = any(body.asks_before for body in strategy.governance)
    state = stated.state if stated else None
    begins = _begins(strategy, action.starts)
    people = said_by_people(known)
    reviewed_from = begins if state in _UNBEGUN else _begins(strategy, None)
    return _Clocks(
        start_clock(action.starts, state, today, spoken=bool(known)),
        due_clock(due, state, today, soon),
        interval_clock(action.every, days_done(action.done, known), state=state, today=today, due_soon=soon),
        review_clock(people, cadence, reviewed_from, today, in_rounds=in_rounds, drafted=len(known) > len(people)),
        tuple([_milestone(milestone, state, today, soon) for milestone in action.milestones]),
    )


def _milestone(milestone: Milestone, state: State | None, today: date, due_soon: Interval) -> MilestoneStanding:
    due, _ = known_due(milestone.due, milestone.moved, today)
    done = milestone.done
    if done is None or done.first > today:
        return MilestoneStanding(milestone.text, None, due_clock(due, state, today, due_soon))
    words = phrase("done-undated" if milestone.undated else "done-on", date=done.text)
    if due:
        words = phrase("thing-of", what=words, of=phrase("due-on", date=due.text))
    return MilestoneStanding(milestone.text, done.text, Clock("closed", due.last if due else None, 0, words))


def _begins(strategy: Strategy, own: When | None) -> Beginning | None:
    """Take the later of the strategy's start and the action's own."""
    starts = strategy.starts
    if own and (starts is None or own.last > starts.last):
        return Beginning(own, phrase("its-start-date"))
    return Beginning(starts, phrase("strategy-began")) if starts else None


def _standing_still(action: Action, due: When | None, phase: Phase, today: date) -> _Clocks:
    """Stop the clocks of an action whose strategy is over or has not begun."""

    def clock(day: When | None) -> Clock:
        return Clock("closed" if phase.ended else "none", day.last if day else None, 0, phase.words)

    def still(milestone: Milestone) -> MilestoneStanding:
        day, _ = known_due(milestone.due, milestone.moved, today)
        done = milestone.done.text if milestone.done and milestone.done.first <= today else None
        return MilestoneStanding(milestone.text, done, clock(day))

    milestones = tuple(map(still, action.milestones))
    recurs = clock(None) if action.every else Clock("none", None, 0, phrase("does-not-recur"))
    return _Clocks(clock(action.starts), clock(due), recurs, clock(None), milestones)


def known_due(due: When | None, moved: Sequence[Move], today: date) -> tuple[When | None, Sequence[Move]]:
    """Find a due date as it stood at `today`, and the moves made by then, oldest first."""
    if not moved:
        return due, ()
    moves = moves_in_order(moved)
    made = [move for move in moves if move.on.first <= today]
    to_come = next((move for move in moves if move.on.first > today), None)
    return (to_come.former if to_come else due), made
