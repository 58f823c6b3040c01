"""Works out how one action stands: its state, timing, judgement and forecast, its clocks, and its colour."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.actions.action_colour import (
    LIVE,
    disagreement,
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
    known_updates,
    start_clock,
    stated_of,
)
from strategy_tracker.judging.actions.date_forecasts import stand_date_forecasts
from strategy_tracker.judging.actions.halts import halt_of
from strategy_tracker.judging.actions.need import need_of, with_need
from strategy_tracker.judging.actions.no_change import with_what_holds
from strategy_tracker.judging.actions.progress import by_progress, last_share, progress_words
from strategy_tracker.judging.actions.sign_off import sign_off, with_sign_off
from strategy_tracker.judging.actions.staleness import Beginning, review_clock
from strategy_tracker.judging.standing.of_actions import (
    ActionStanding,
    Inherited,
    MilestoneStanding,
    MoveStanding,
    UpdateStanding,
)
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.owners import first_of
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.judging.unconfirmed import said_by_people, with_draft_of_action
from strategy_tracker.model.action import Action, Milestone, Move, State, Update
from strategy_tracker.model.dates.date_steps import DateStep, date_steps, moves_in_order
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.model.values import Interval, When

_UNBEGUN: tuple[State | None, ...] = (None, "not-started")

KEYS_READ = frozenset({"id", "owner", "starts", "ends", "superseded", "review_every", "governance"})
"""Keys of a strategy and of a priority that the standing of their actions, and the phase of the strategy, turn on.

Who cuts files down (`history/cut.py`) leaves these in; a test lets `stand_action` and `phase_of` read no other.
"""


class _Clocks(NamedTuple):
    start: Clock
    due: Clock
    interval: Clock
    review: Clock
    milestones: tuple[MilestoneStanding, ...]


def stand_action(
    action: Action,
    priority: Priority,
    strategy: Strategy,
    phase: Phase,
    today: date,
    settings: Settings,
    route: Route,
    typed: Sequence[TypedDate] = (),
) -> ActionStanding:
    """Work out the standing of `action` at `today`; updates, moves and other facts dated later are not known yet.

    The owner is inherited from the priority, then the strategy. `slipped` counts calendar days. Updates come
    newest first, moves oldest first. `typed` are dates that git knows of and the record does not.
    """
    said = known_updates(action.updates, today)
    known = with_what_holds(said) if any(update.no_change for update in said) else said
    latest, stated = (known[0] if known else None), stated_of(known)
    owners = tuple(dict.fromkeys(action.owner or priority.owner or strategy.owner))
    signed = sign_off(known, action.kind, owners, settings.completion, today)
    if signed and stated:
        stated = stated.model_copy(update={"state": signed.state})
    state = stated.state if stated else None
    due, _ = _known_due(action.due, action.moved, today)
    steps = _steps(action, today, typed)
    original = steps[0].former if steps else due
    share = last_share(known)
    if phase.runs:
        cadence = action.review_every or strategy.review_every or settings.review_every
        clocks = _running(action, strategy, said, due=due, cadence=cadence, today=today, settings=settings)
        judged = judge(latest, state, cadence, today)
        dates = (clocks.due, clocks.interval, clocks.start)
        timing = read_dates(dates, clocks.milestones, settings.late_is_red_after, today)
        if share and settings.progress and state in LIVE:
            timing = by_progress(timing, share, action.starts or strategy.starts, due, settings.progress, today)
        people = said_by_people(known)
        need = need_of(dates, clocks.milestones, clocks.review, people)
        heard = without_word(rate(action, latest, stated, judged, timing, today), people, cadence, today)
        rating = with_need(heard, need)
    else:
        clocks = _standing_still(action, due, phase, today)
        judged = timing = need = None
        rating = rate_outside(latest, stated, phase)
    rating = with_draft_of_action(with_sign_off(rating, signed, phase.words), (latest, stated))
    return ActionStanding(
        id=action.id,
        text=action.text,
        kind=action.kind,
        priority=priority.id,
        owner=first_of(owners),
        partners=action.partners,
        measures=action.measures,
        state=state,
        rating=rating,
        start=clocks.start,
        due=clocks.due,
        interval=clocks.interval,
        review=clocks.review,
        milestones=tuple(
            stood._replace(moves=_move_standings(_steps(one, today, typed)), undated=one.undated, doubt=one.doubt)
            for one, stood in zip(action.milestones, clocks.milestones, strict=True)
        ),
        days_late=timing.days if timing else 0,
        original_due=original.last if original else None,
        slipped=max(0, (due.last - original.last).days) if due and original else 0,
        moves=_move_standings(steps),
        judgement=latest.rag if latest and state in LIVE else None,
        judgement_is_old=judged is not None and judged.old,
        disagreement=disagreement(judged, timing),
        forecast=latest.forecast.text if latest and latest.forecast else None,
        updates=tuple(map(_update_standing, known)),
        note=action.note,
        route=route,
        owner_from=_owner_from(action, priority, strategy),
        halt=halt_of(known),
        need=need,
        owners=owners,
        drafted=action.drafted,
        unconfirmed=action.drafted + sum(update.drafted for update in said),
        lacks=signed.lacks if signed else (),
        complete=share.complete if share else None,
        progress=progress_words(share, action.starts or strategy.starts, due, today) if share else "",
        forecasts=stand_date_forecasts(said, today) if any(update.forecast for update in said) else (),
        doubt=action.doubt,
        source_note=action.source_note,
        stage=action.stage,
    )


def _owner_from(action: Action, priority: Priority, strategy: Strategy) -> Inherited | None:
    """Say whose owner an action has that names none; None where it names one, and where nobody is named."""
    if action.owner:
        return None
    if priority.owner:
        return "priority"
    return "strategy" if strategy.owner else None


def _known_due(due: When | None, moved: Sequence[Move], today: date) -> tuple[When | None, Sequence[Move]]:
    """Find a due date as it stood at `today`, and the moves made by then, oldest first."""
    if not moved:
        return due, ()
    moves = moves_in_order(moved)
    made = [move for move in moves if move.on.first <= today]
    to_come = next((move for move in moves if move.on.first > today), None)
    return (to_come.former if to_come else due), made


def _steps(item: Action | Milestone, today: date, typed: Sequence[TypedDate]) -> list[DateStep]:
    """Give the steps of a due date up to `today`, with those that git knows of."""
    due, moves = _known_due(item.due, item.moved, today)
    steps = list(date_steps(moves, due))
    if not typed:
        return steps
    name = item.text if isinstance(item, Milestone) else ""
    return steps_with_typed(steps, due, [one for one in typed if one.step == name])


def _move_standings(steps: Iterable[DateStep]) -> tuple[MoveStanding, ...]:
    """Say of each move where it led, and where the file has gone on without one."""
    return tuple(
        MoveStanding(
            step.move.on.text if step.move else None,
            step.former.text,
            step.to.text if step.to else phrase("no-date"),
            step.move.why if step.move else None,
            step.move.approved_by if step.move else None,
            step.since,
            step.move.resolution if step.move else None,
        )
        for step in steps
    )


def _update_standing(update: Update) -> UpdateStanding:
    forecast = update.forecast.text if update.forecast else None
    return UpdateStanding(
        update.on.text,
        update.state,
        update.rag,
        update.note,
        update.by,
        forecast,
        update.evidence,
        update.public,
        update.approved_by,
        update.happened.text if update.happened else None,
        update.no_change,
        update.drafted,
        update.accepted_by,
        update.accepted_on.text if update.accepted_on else None,
        update.complete,
        update.undated,
        update.doubt,
        update.source_note,
        update.resolution,
    )


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
    due, _ = _known_due(milestone.due, milestone.moved, today)
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
        day, _ = _known_due(milestone.due, milestone.moved, today)
        done = milestone.done.text if milestone.done and milestone.done.first <= today else None
        return MilestoneStanding(milestone.text, done, clock(day))

    milestones = tuple(map(still, action.milestones))
    recurs = clock(None) if action.every else Clock("none", None, 0, phrase("does-not-recur"))
    return _Clocks(clock(action.starts), clock(due), recurs, clock(None), milestones)
