"""Finds what a board must look at: each red, overdue or silent thing once, with its reasons and its correction."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.overdue import OverdueItem, list_overdue
from strategy_tracker.judging.standing import (
    ActionStanding,
    Inherited,
    MeasureStanding,
    Standing,
    StrategyStanding,
    UpdateStanding,
)
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.values import Interval

ConcernGroup = Literal["red", "late", "silent"]
NO_CORRECTION = "no corrective action recorded"
_GROUPS: dict[str, ConcernGroup] = {
    "overdue": "late",
    "late-start": "late",
    "missed": "late",
    "missed-review": "late",
    "late-reading": "late",
    "very-stale": "silent",
    "stale": "silent",
}


class Concern(NamedTuple):
    """One thing to look at. `colour` and `word` are its rating in the standing.

    `days` is how late or silent it is: by the date that decides its colour, where one does.
    `correction` is what was recorded as to be done about it; None where nothing was. `said` is the last thing
    that was said of it, whatever it was. `owner_from` says whose owner it is, where an action names none.
    """

    group: ConcernGroup
    thing: Literal["action", "measure", "meeting"]
    item: str
    text: str
    owner: str | None
    strategies: tuple[str, ...]
    colour: Colour
    word: str
    why: tuple[str, ...]
    correction: str | None
    said: str | None
    days: int
    owner_from: Inherited | None = None


def concerns(standing: Standing) -> tuple[Concern, ...]:
    """List every red, overdue, missed, late or silent thing: the red first, the silent last, most days first."""
    late_items: dict[tuple[str, tuple[str, ...]], list[OverdueItem]] = {}
    for one in list_overdue(standing, None, standing.as_at):
        late_items.setdefault((one.item, one.strategies), []).append(one)
    found = [*_actions(standing, late_items), *_measures(standing, late_items), *_meetings(late_items)]
    order: tuple[ConcernGroup, ...] = ("red", "late", "silent")
    return tuple(sorted(found, key=lambda one: (order.index(one.group), -one.days, one.item)))


class SharedConcern(NamedTuple):
    """Several silent things of one owner about which the same is to be said."""

    owner: str | None
    owner_from: Inherited | None
    why: tuple[str, ...]
    items: tuple[Concern, ...]


ALIKE = 3
"""Silent things alike from which they are told together."""


def together(found: Sequence[Concern]) -> tuple[tuple[SharedConcern, ...], tuple[Concern, ...]]:
    """Put together silent things of one owner of which nothing was ever said, for one reason; and give the others."""
    groups: dict[tuple[str | None, Inherited | None, tuple[str, ...]], list[Concern]] = {}
    for one in found:
        if one.group == "silent" and one.said is None:
            groups.setdefault((one.owner, one.owner_from, one.why), []).append(one)
    shared = tuple(SharedConcern(*key, tuple(each)) for key, each in groups.items() if len(each) >= ALIKE)
    told = {one.item for each in shared for one in each.items}
    return shared, tuple(one for one in found if one.item not in told)


def due_by(standing: Standing, last: date) -> tuple[OverdueItem, ...]:
    """List what falls due from the as-at date to `last`, the earliest first."""
    days = (last - standing.as_at).days
    found = list_overdue(standing, Interval(f"{days} days", 0, days), standing.as_at) if days > 0 else ()
    return tuple(one for one in found if one.kind == "upcoming")


_LateItems = dict[tuple[str, tuple[str, ...]], list[OverdueItem]]


def _actions(standing: Standing, late_items: _LateItems) -> Iterator[Concern]:
    for strategy in standing.strategies:
        for action in strategy.actions:
            late = late_items.pop((f"{strategy.id}/{action.id}", (strategy.id,)), [])
            if late or action.rating.colour == "red":
                yield _action(strategy, action, late)


def _action(strategy: StrategyStanding, action: ActionStanding, late: list[OverdueItem]) -> Concern:
    red = action.rating.colour == "red"
    deciding = [one.words for one in late if one.words not in action.rating.reason]
    return Concern(
        group="red" if red else _worst(late),
        thing="action",
        item=f"{strategy.id}/{action.id}",
        text=action.text,
        owner=action.owner,
        strategies=(strategy.id,),
        colour=action.rating.colour,
        word=action.rating.word,
        why=(action.rating.reason, *deciding) if red else tuple(_named(one, action) for one in late),
        correction=_correction(action),
        said=_last_said(action),
        days=action.days_late or max((one.days for one in late), default=0),
        owner_from=action.owner_from,
    )


def _named(one: OverdueItem, action: ActionStanding) -> str:
    """What is late, with the milestone it is true of."""
    return one.words if one.text == action.text else f"milestone '{one.text}' {one.words}"


def _worst(late: list[OverdueItem]) -> ConcernGroup:
    return "late" if any(_GROUPS[one.kind] == "late" for one in late) else "silent"


def _correction(action: ActionStanding) -> str | None:
    """What the owner says is being done about it: the note of a red or amber update, or a date it is now expected.

    Any other note is what was last said, and no more: it was not given as an answer to something going wrong.
    """
    latest = action.updates[0] if action.updates else None
    if latest is None or not (latest.forecast or (latest.note and latest.rag in ("red", "amber"))):
        return None
    return _said(latest)


def _last_said(action: ActionStanding) -> str | None:
    return _said(action.updates[0]) if action.updates else None


def _said(update: UpdateStanding) -> str:
    return f"{words_said(update)} (update {update.on}{f', {update.by}' if update.by else ''})"


def words_said(update: UpdateStanding, dated: Callable[[str], str] = str) -> str:
    """Give the note of an update and the date that it now expects, or its state where it has neither."""
    expected = f"now expected {dated(update.forecast)}" if update.forecast else ""
    note = (update.note or "").rstrip(".") if expected else update.note
    return "; ".join(part for part in (note, expected) if part) or update.state.replace("-", " ")


def _measures(standing: Standing, late_items: _LateItems) -> Iterator[Concern]:
    serving: dict[str, list[str]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            serving.setdefault(name, []).append(strategy.id)
    for measure in standing.measures.values():
        strategies = tuple(serving.get(measure.id, ()))
        late = late_items.pop((measure.id, strategies), [])
        if late or measure.rating.colour == "red":
            yield _measure(measure, strategies, late)


def _measure(measure: MeasureStanding, strategies: tuple[str, ...], late: list[OverdueItem]) -> Concern:
    red = measure.rating.colour == "red"
    note = measure.reading.note if measure.reading else None
    return Concern(
        group="red" if red else "late",
        thing="measure",
        item=measure.id,
        text=measure.title,
        owner=measure.owner,
        strategies=strategies,
        colour=measure.rating.colour,
        word=measure.rating.word,
        why=(*((measure.rating.reason,) if red else ()), *(one.words for one in late)),
        correction=note if red else None,
        said=note,
        days=max((one.days for one in late), default=0),
    )


def _meetings(late_items: _LateItems) -> Iterator[Concern]:
    """What is left after actions and measures: reviews that were missed."""
    for (body, strategies), late in late_items.items():
        for one in late:
            why = (one.words,)
            yield Concern(
                "late", "meeting", body, body, one.owner, strategies, "grey", "review missed", why, None, None, one.days
            )
