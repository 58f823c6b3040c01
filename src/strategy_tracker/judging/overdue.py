"""Lists everything that needs somebody, as rows: what is late, silent, or due soon."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.standing import (
    ActionStanding,
    BodyStanding,
    Clock,
    Inherited,
    MeasureStanding,
    Standing,
    StrategyStanding,
)
from strategy_tracker.model.values import Interval

OverdueKind = Literal[
    "overdue", "late-start", "missed", "stale", "very-stale", "late-reading", "missed-review", "upcoming"
]


class OverdueItem(NamedTuple):
    """One thing that needs somebody.

    `item` is `strategy/action`, the id of a measure, or the name of a body; `text` says what it is. A
    measure may serve several `strategies`. `days` is how many days late it is, below 0 while it is still
    to come. `owner_from` says whose owner is asked, where an action names none.
    """

    kind: OverdueKind
    owner: str | None
    strategies: tuple[str, ...]
    item: str
    text: str
    due: date | None
    days: int
    words: str
    owner_from: Inherited | None = None


def list_overdue(standing: Standing, within: Interval | None, today: date) -> tuple[OverdueItem, ...]:
    """List what is late at `today` and what falls due `within` (None: nothing to come), most late first, then by item.

    A late reading is left out where every strategy that names the measure is over or has not begun.
    """
    until = within.after(today) if within else None
    found = [overdue for strategy in standing.strategies for overdue in _in_strategy(strategy, until, today)]
    found += _late_readings(standing)
    return tuple(sorted(found, key=lambda c: (-c.days, c.item, c.kind, c.text, c.strategies)))


def _in_strategy(strategy: StrategyStanding, until: date | None, today: date) -> Iterator[OverdueItem]:
    for action in strategy.actions:
        for clock, text in _clocks(action):
            kind = _kind(clock, until)
            if kind:
                item = f"{strategy.id}/{action.id}"
                days, whose = _days(clock, today), action.owner_from
                yield OverdueItem(kind, action.owner, (strategy.id,), item, text, clock.due, days, clock.words, whose)
    for body in strategy.bodies:
        kind = _body_kind(body, until)
        if kind:
            days = _days(body.clock, today)
            yield OverdueItem(
                kind, body.paper_by, (strategy.id,), body.body, body.body, body.clock.due, days, body.clock.words
            )


def _clocks(action: ActionStanding) -> Iterator[tuple[Clock, str]]:
    yield action.start, action.text
    yield action.due, action.text
    yield action.interval, action.text
    yield action.review, action.text
    for milestone in action.milestones:
        yield milestone.clock, milestone.text


def _kind(clock: Clock, until: date | None) -> OverdueKind | None:
    if clock.kind in ("overdue", "late-start", "missed", "stale", "very-stale"):
        return clock.kind
    coming = clock.kind in ("on-time", "due-soon", "due-today")
    return "upcoming" if coming and until and clock.due and clock.due <= until else None


def _body_kind(body: BodyStanding, until: date | None) -> OverdueKind | None:
    kind = _kind(body.clock, until)
    return "missed-review" if kind == "missed" else kind


def _days(clock: Clock, today: date) -> int:
    return clock.days if clock.late or clock.due is None else (today - clock.due).days


def _late_readings(standing: Standing) -> Iterator[OverdueItem]:
    named: dict[str, list[StrategyStanding]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            named.setdefault(name, []).append(strategy)
    for measure in standing.measures.values():
        serves = named.get(measure.id, [])
        if measure.late.late and (not serves or any(s.phase.runs for s in serves)):
            yield _late_reading(measure, tuple(s.id for s in serves))


def _late_reading(measure: MeasureStanding, strategies: tuple[str, ...]) -> OverdueItem:
    late = measure.late
    return OverdueItem(
        "late-reading", measure.owner, strategies, measure.id, measure.title, late.due, late.days, late.words
    )
