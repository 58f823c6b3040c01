"""Works out how one action stands: its state, timing, judgement and forecast, its clocks, and its colour."""

from collections.abc import Iterable, Sequence
from datetime import date

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.actions.action_colour import (
    LIVE,
    disagreement,
)
from strategy_tracker.judging.actions.clocks import (
    known_updates,
    stated_of,
)
from strategy_tracker.judging.actions.date_forecasts import stand_date_forecasts
from strategy_tracker.judging.actions.halts import halt_of
from strategy_tracker.judging.actions.judge_action import KnownAction, judge_outside, judge_running, known_due
from strategy_tracker.judging.actions.no_change import with_what_holds
from strategy_tracker.judging.actions.progress import last_share, progress_words
from strategy_tracker.judging.actions.sign_off import sign_off, with_sign_off
from strategy_tracker.judging.standing.of_actions import (
    ActionStanding,
    Inherited,
    MoveStanding,
    UpdateStanding,
)
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.owners import first_of
from strategy_tracker.judging.unconfirmed import with_draft_of_action
from strategy_tracker.model.action import Action, Milestone, Update
from strategy_tracker.model.dates.date_steps import DateStep, date_steps
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Priority, Strategy

KEYS_READ = frozenset({"id", "owner", "starts", "ends", "superseded", "review_every", "governance"})
"""Keys of a strategy and of a priority that the standing of their actions, and the phase of the strategy, turn on.

Who cuts files down (`history/cut.py`) leaves these in; a test lets `stand_action` and `phase_of` read no other.
"""


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
    due, _ = known_due(action.due, action.moved, today)
    steps = _steps(action, today, typed)
    original = steps[0].former if steps else due
    share = last_share(known)
    facts = KnownAction(action, strategy, said, known, stated, due)
    found = judge_running(facts, settings, today) if phase.runs else judge_outside(facts, phase, today)
    clocks, judged, timing, need, rating = found
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


def _steps(item: Action | Milestone, today: date, typed: Sequence[TypedDate]) -> list[DateStep]:
    """Give the steps of a due date up to `today`, with those that git knows of."""
    due, moves = known_due(item.due, item.moved, today)
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
