"""Chooses what a board is told first of what has changed: few things, the largest first, each once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.values import read_when

MOST = 7
"""Sentences that a member reads; the rest stands in the annexes."""

DAY, YEAR = timedelta(days=1), timedelta(days=366)
"""The year is how far a paper looks back where no meeting is known, and ahead."""

NewsKind = Literal["colour", "moved", "measure", "done"]


class News(NamedTuple):
    """One thing that changed: an action or a measure whose colour moved, a measure that went up or down, or a date.

    `before` and `after` are as printed, `since` and `period` are dates of files; what is undated has the date of its
    source. `best` is the best figure on record, with its period, where the newest lies between it and the one before.
    What was `done` is told together: `texts`. `item` is the id of a measure.
    """

    kind: NewsKind
    text: str
    before: str = ""
    after: str = ""
    since: str = ""
    period: str = ""
    worse: bool | None = None
    rose: bool = False
    best: tuple[str, str] | None = None
    texts: tuple[str, ...] = ()
    since_undated: bool = False
    undated: bool = False
    item: str = ""


def news(standing: Standing, changes: Sequence[Difference] | None, since: date, most: int = MOST) -> tuple[News, ...]:
    """List what has changed, the largest first: colours that got worse, figures by their size, dates, what was done.

    Without `changes`, because nothing can be compared, each figure is compared with the one before it. What was done is
    told from the day after `since`.
    """
    found = changes or ()
    read = None if changes is None else {one.item for one in found if one.kind in ("reading", "restated", "added")}
    moved = [
        one
        for one in current_measures(standing)
        if one.headline.kind in ("better", "worse") and one.headline.since and (read is None or one.id in read)
    ]
    done = tuple(action.text for action in completed(standing, since))
    colours = [*_colours(one for one in found if one.worse)]
    most -= bool(done)
    told = [
        *colours,
        *map(_measure, _largest(moved, max(0, most - len(colours)))),
        *_colours(one for one in found if one.worse is False),
        *(News("moved", one.text, one.before, one.after) for one in found if one.kind == "due"),
    ]
    return (*told[:most], *((News("done", "", texts=done),) if done else ()))


def current_measures(standing: Standing) -> list[MeasureStanding]:
    """List the measures without those of strategies that are over or have not begun, unless there is no other."""
    running = [one for one in standing.strategies if one.phase.runs]
    kept = {name for one in running for priority in one.priorities for name in priority.every_measure}
    over = {
        name
        for one in standing.strategies
        if not one.phase.runs
        for priority in one.priorities
        for name in priority.every_measure
    }
    every = standing.measures.values()
    return [one for one in every if one.id in kept or one.id not in over] if running else list(every)


def _largest(moved: Iterable[MeasureStanding], most: int) -> list[MeasureStanding]:
    """Choose the measures that moved most, the largest first; half of the room is kept for what got worse."""
    by_size = sorted(moved, key=_size, reverse=True)
    worse = [one for one in by_size if one.headline.kind == "worse"][: (most + 1) // 2]
    better = [one for one in by_size if one.headline.kind == "better"][: most - len(worse)]
    return [one for one in by_size if one in worse or one in better]


def _colours(found: Iterable[Difference]) -> Iterator[News]:
    for one in found:
        if one.kind == "colour":
            yield News("colour", one.text, one.before, one.after, worse=one.worse)


def _measure(one: MeasureStanding) -> News:
    way = one.headline
    assert one.reading
    worse = way.kind == "worse"
    rose = worse == (one.better == "lower")
    best = _best(one)
    told = (best.shown, best.period) if best and best.period not in (one.reading.period, way.since) else None
    return News(
        "measure",
        one.title,
        way.former,
        one.reading.shown,
        way.since,
        one.reading.period,
        worse,
        rose,
        told,
        since_undated=any(point.undated for point in one.points if point.period == way.since),
        undated=one.reading.undated,
        item=one.id,
    )


def _best(one: MeasureStanding) -> Point | None:
    """The best figure of a measure that got better and is not at its best; None where it is, or got worse."""
    if one.headline.kind != "better" or one.better not in ("higher", "lower"):
        return None
    known = [point for point in one.points if point.amount is not None]
    sign = 1 if one.better == "higher" else -1
    return max(known, key=lambda point: (sign * (point.amount or 0), point.end), default=None)


def _size(one: MeasureStanding) -> tuple[bool, Decimal]:
    """Shares by the points they moved, before other figures by how much of themselves they did."""
    former = next((point.amount for point in one.points if point.period == one.headline.since), None)
    now = one.reading.amount if one.reading else None
    if former is None or now is None:
        return False, Decimal(0)
    if one.unit == "percent":
        return True, abs(now - former)
    return False, abs(now - former) / abs(former) if former else Decimal(1)


def completed(standing: Standing, since: date) -> Iterator[ActionStanding]:
    """Give every action that was said to be complete, or happened, after a day, in printed order."""
    for strategy in standing.strategies:
        for action in strategy.actions:
            day = done_on(action)
            if day and read_when(day).last > since:
                yield action


def done_on(action: ActionStanding) -> str:
    """The day or month in which an action was done, as its file has it; empty where it is not complete."""
    if action.state != "complete":
        return ""
    told = next((update for update in action.updates if update.state == "complete"), None)
    return (told.happened or told.on) if told else ""
