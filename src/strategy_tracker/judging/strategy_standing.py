"""Works out how one strategy stands: its phase, priorities and bodies, and what its record lacks."""

from collections.abc import Iterator, Sequence
from datetime import date

from strategy_tracker.judging.actions.action_standing import stand_action
from strategy_tracker.judging.levels import level_of, places_in_order
from strategy_tracker.judging.meetings.minutes import with_minutes
from strategy_tracker.judging.meetings.resolutions import stand_resolutions
from strategy_tracker.judging.meetings.reviews import phase_of, stand_body
from strategy_tracker.judging.meetings.rounds import opens_next, stand_round
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import (
    BodyStanding,
    HeadlineDeclared,
    JudgementStanding,
    Phase,
    PriorityStanding,
    StrategyStanding,
)
from strategy_tracker.judging.standing.owners import first_of
from strategy_tracker.model.dates.typed_dates import NOTHING_TYPED, TypedDates
from strategy_tracker.model.names.joined import listed, semicolons
from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Body, Judgement, Priority, Strategy


def stand_strategy(
    strategy: Strategy, today: date, settings: Settings, file: str, typed: TypedDates = NOTHING_TYPED
) -> StrategyStanding:
    """Work out the standing of `strategy` at `today`, as read from `file`; what is dated later is not known yet.

    `typed` are dates that git knows of and the record does not.
    """
    phase = phase_of(strategy, today)
    priorities = tuple(
        _stand_priority(strategy, place, phase, today, settings, typed)
        for place in places_in_order(strategy.priorities)
    )
    actions = [action for priority in priorities for action in priority.actions]
    standing = StrategyStanding(
        id=strategy.id,
        title=strategy.title,
        organisation=strategy.organisation or settings.organisation,
        owner=first_of(strategy.owner),
        phase=phase,
        priorities=priorities,
        bodies=tuple(_stand_body(body, strategy, actions, phase, today, settings) for body in strategy.governance),
        gaps=(),
        file=file,
        owners=tuple(dict.fromkeys(strategy.owner)),
        starts=strategy.starts.first if strategy.starts else None,
        plan=strategy.plan,
    )
    return with_minutes(standing._replace(gaps=tuple(_gaps(strategy, standing, settings))))


def _stand_body(
    body: Body, strategy: Strategy, actions: Sequence[ActionStanding], phase: Phase, today: date, settings: Settings
) -> BodyStanding:
    stood = stand_body(body, actions, phase, today, settings)
    stood = stood._replace(resolutions=stand_resolutions(body, strategy, actions, phase, today))
    if not (body.asks_before and phase.runs):
        return stood
    return stood._replace(
        round=stand_round(body, stood.clock, strategy, today), asks=opens_next(body, stood.clock, today)
    )


def _stand_priority(
    strategy: Strategy, place: int, phase: Phase, today: date, settings: Settings, typed: TypedDates
) -> PriorityStanding:
    priority = strategy.priorities[place]
    owners = tuple(dict.fromkeys(priority.owner or strategy.owner))
    route = ("priorities", place)
    return PriorityStanding(
        id=priority.id,
        title=priority.title,
        group=_group_title(strategy, priority),
        owner=first_of(owners),
        judgement=_latest_judgement(priority.judgements, today),
        aspirations=priority.aspirations,
        measures=priority.measures,
        actions=tuple(
            stand_action(
                action,
                priority,
                strategy,
                phase,
                today,
                settings,
                (*route, "actions", j),
                typed.get(f"{strategy.id}/{action.id}", ()),
            )
            for j, action in enumerate(priority.actions)
        ),
        route=route,
        owner_from="strategy" if strategy.owner and not priority.owner else None,
        headline=_headline(strategy, settings),
        owners=owners,
        plan=strategy.plan,
        under=priority.under if any(one.id == priority.under for one in strategy.priorities) else None,
        over=any(one.under == priority.id for one in strategy.priorities),
        level=level_of(priority, strategy.priorities, settings),
        short_title=priority.short,
        stem=priority.measures_stem,
    )


def _headline(strategy: Strategy, settings: Settings) -> HeadlineDeclared | None:
    """The rule of the strategy, else that of the settings."""
    declared = strategy.headline or settings.headline
    return HeadlineDeclared(declared.name, declared.rule) if declared else None


def _group_title(strategy: Strategy, priority: Priority) -> str | None:
    """Find the heading over the priority; an id that no group has stands for itself."""
    return next((group.title for group in strategy.groups if group.id == priority.group), priority.group)


def _latest_judgement(judgements: Sequence[Judgement], today: date) -> JudgementStanding | None:
    """Find the lead's latest account known at `today`, whatever the order in the file."""
    known = [judgement for judgement in judgements if judgement.on.first <= today]
    if not known:
        return None
    latest = max(known, key=lambda said: (said.on.last, said.on.first, said.note, said.rag or "", said.by or ""))
    return JudgementStanding(latest.on.text, latest.rag, latest.note, latest.by)


def _gaps(strategy: Strategy, standing: StrategyStanding, settings: Settings) -> Iterator[str]:
    """List what the record lacks, in short sentences: the strategy first, then its actions."""
    if not strategy.starts or not strategy.ends:
        both = not strategy.starts and not strategy.ends
        yield phrase("no-start-or-end" if both else "no-start-date" if strategy.ends else "no-end-date")
    if not standing.measures and standing.tells_measures:
        yield phrase("no-measures")
    if not standing.reviewing:
        judges = listed([one.body for one in standing.judging]) if standing.judging else ""
        told = [phrase("pledge-is-judged-by", bodies=judges)] if judges else []
        yield semicolons([phrase("no-governance"), *told])
    met = [body for body in standing.reviewing if body.held]
    silent = sum(body.every is None for body in met)
    if silent:
        name: Word = "no-interval-for-one" if len(met) == 1 else "no-interval-for"
        yield phrase(name, number=f"{silent}", total=f"{len(met)}")
    if not strategy.review_every and standing.tells_actions:
        yield phrase("no-cadence", interval=settings.review_every.text)
    empty = sum(one.tells_actions and not one.actions for one in standing.priorities)
    if empty:
        yield _of("no-actions-in", empty, len(strategy.priorities))
    yield from _gaps_of_actions(standing.actions)


def _gaps_of_actions(actions: Sequence[ActionStanding]) -> Iterator[str]:
    unowned = sum(action.owner is None for action in actions)
    if unowned:
        yield _of("no-owner-for", unowned, len(actions))
    silent = sum(not action.updates for action in actions)
    if silent:
        yield _of("one-without-update" if silent == 1 else "without-update", silent, len(actions))
    undated = sum(action.kind in ("deliverable", "decision") and action.due.due is None for action in actions)
    if undated:
        yield phrase("gap-undated-one" if undated == 1 else "gap-undated", number=f"{undated}")


def _of(name: Word, number: int, total: int) -> Label:
    """So many of all; where there is one of them, its noun is another."""
    return phrase(f"{name}-of-one" if total == 1 else name, number=f"{number}", total=f"{total}")
