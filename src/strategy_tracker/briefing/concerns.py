"""Finds what a board must look at: each red, late, waiting or silent thing once, with reasons and correction."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.overdue import OverdueItem, list_coming, list_overdue
from strategy_tracker.judging.standing.of_actions import ActionStanding, Inherited, UpdateStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.colour import Colour

ConcernGroup = Literal["late", "waiting", "red", "missed", "not-come", "silent"]
GROUPS: dict[ConcernGroup, str] = {
    "late": "Late: the date has passed, and its owner has spoken since",
    "waiting": "Waiting: the date has passed, and nothing has been said since",
    "red": "Red, with no date passed",
    "missed": "Target missed, and nobody declared what counts as amber",
    "not-come": "Readings and meetings that have not come",
    "silent": "Silent: no date has passed, and no word came when one was wanted",
}
"""Each group with its heading, in the order they are told."""
GROUP_WORDS: dict[ConcernGroup, str] = {
    "late": "late",
    "waiting": "waiting for a word",
    "red": "red",
    "missed": "missed, with no amber declared",
    "not-come": "not come (readings, meetings)",
    "silent": "silent",
}
"""What stands after the count of each group."""
ALL_WELL = "Nothing is late, waiting for a word, red or silent."
"""What is said where there is no concern at all."""
NO_CORRECTION = "no corrective action recorded"


class Concern(NamedTuple):
    """One thing to look at. `colour` and `word` are its rating in the standing.

    `days` is how late or silent it is: by the date that decides its colour, where one does.
    `correction` is what was recorded as to be done about it; None where nothing was. `said` is the last thing
    that was said of it, whatever it was. `owner_from` says whose owner it is, where an action names none;
    `owners` are all who are asked, of whom the `owner` answers. `when` is the date that passed as its file has it,
    which may be a month or a year.
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
    owners: tuple[str, ...] = ()
    when: str = ""


def concerns(standing: Standing) -> tuple[Concern, ...]:
    """List each thing that is red, late, waiting or silent, and each target missed with no amber declared.

    The red come first, then by group, most days first.
    """
    late_items: dict[tuple[str, tuple[str, ...]], list[OverdueItem]] = {}
    for one in list_overdue(standing, None, standing.as_at):
        if one.kind == "late-resolution":  # a paper tells what became of all that was asked in a section of its own
            continue
        late_items.setdefault((one.item, one.strategies), []).append(one)
    found = [*_actions(standing, late_items), *_measures(standing, late_items), *_meetings(late_items)]
    return tuple(sorted(found, key=urgency))


def urgency(one: Concern) -> tuple[bool, int, int, str]:
    """What concerns are sorted by: the red first, then by group, most days first."""
    return (one.colour != "red", list(GROUPS).index(one.group), -one.days, one.item)


class SharedConcern(NamedTuple):
    """Several silent things of the same owners about which the same is to be said."""

    owners: tuple[str, ...]
    owner_from: Inherited | None
    why: tuple[str, ...]
    items: tuple[Concern, ...]


ALIKE = 3
"""Silent things alike from which they are told together."""


def together(found: Sequence[Concern]) -> tuple[tuple[SharedConcern, ...], tuple[Concern, ...]]:
    """Put together silent things of the same owners of which nothing was ever said, for one reason, and the others."""
    groups: dict[tuple[tuple[str, ...], Inherited | None, tuple[str, ...]], list[Concern]] = {}
    for one in found:
        if one.group == "silent" and one.said is None:
            groups.setdefault((owners_of(one), one.owner_from, one.why), []).append(one)
    shared = tuple(SharedConcern(*key, tuple(each)) for key, each in groups.items() if len(each) >= ALIKE)
    told = {one.item for each in shared for one in each.items}
    return shared, tuple(one for one in found if one.item not in told)


def due_by(standing: Standing, last: date) -> tuple[OverdueItem, ...]:
    """List what falls due from the as-at date to `last`, the earliest first."""
    return list_coming(standing, last) if last > standing.as_at else ()


_LateItems = dict[tuple[str, tuple[str, ...]], list[OverdueItem]]


def _actions(standing: Standing, late_items: _LateItems) -> Iterator[Concern]:
    for strategy in standing.strategies:
        for action in strategy.actions:
            late_items.pop((f"{strategy.id}/{action.id}", (strategy.id,)), None)
            if action.need or action.rating.colour == "red":
                yield _action(strategy, action)


def _action(strategy: StrategyStanding, action: ActionStanding) -> Concern:
    need, red = action.need, action.rating.colour == "red"
    words = need.words if need else ()
    deciding = tuple(text for text in words if text not in action.rating.reason)
    return Concern(
        group=_group(action),
        thing="action",
        item=f"{strategy.id}/{action.id}",
        text=action.text,
        owner=action.owner,
        strategies=(strategy.id,),
        colour=action.rating.colour,
        word=action.rating.word,
        why=(action.rating.reason, *deciding) if red else words,
        correction=_correction(action),
        said=_last_said(action),
        days=need.days if need else 0,
        owner_from=action.owner_from,
        owners=owners_of(action),
        when=need.text if need else "",
    )


def _group(action: ActionStanding) -> ConcernGroup:
    """The group of the action's word; what is red by its owner's judgement is told as that before its silence."""
    if action.need and action.need.word in ("late", "waiting"):
        return "late" if action.need.word == "late" else "waiting"
    return "red" if action.rating.colour == "red" else "silent"


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
    by = f", {update.by}" if update.by else ""
    marks = f"{', undated' if update.undated else ''}{by}{', not confirmed' if update.drafted else ''}"
    return f"{words_said(update)} (update {update.on}{marks})"


def words_said(update: UpdateStanding, dated: Callable[[str], str] = str) -> str:
    """Give the note of an update, the day of what it tells of and the date that it now expects, or else its state."""
    happened = f"happened {dated(update.happened)}" if update.happened else ""
    expected = f"now expected {dated(update.forecast)}" if update.forecast else ""
    note = (update.note or ("" if expected else _without_words(update))).rstrip(".") if happened or expected else None
    return "; ".join(part for part in (note, happened, expected) if part) or update.note or _without_words(update)


def _without_words(update: UpdateStanding) -> str:
    return (update.state or update.rag or "evidence given, without a word").replace("-", " ")


def _measures(standing: Standing, late_items: _LateItems) -> Iterator[Concern]:
    serving: dict[str, list[str]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            serving.setdefault(name, []).append(strategy.id)
    for measure in standing.measures.values():
        strategies = tuple(serving.get(measure.id, ()))
        late = late_items.pop((measure.id, strategies), [])
        if late or measure.rating.colour == "red" or measure.missed_without_amber:
            yield _measure(measure, strategies, late)


def _measure(measure: MeasureStanding, strategies: tuple[str, ...], late: list[OverdueItem]) -> Concern:
    missed = measure.rating.colour == "red" or measure.missed_without_amber
    late = [one for one in late if one.kind == "late-reading"]
    note = measure.reading.note if measure.reading else None
    if measure.rating.why == "judged":
        note = measure.judgements[0].note or note
    return Concern(
        group=("missed" if measure.missed_without_amber else "red") if missed else "not-come",
        thing="measure",
        item=measure.id,
        text=measure.title,
        owner=measure.owner,
        strategies=strategies,
        colour=measure.rating.colour,
        word=measure.rating.word,
        why=(*((measure.rating.reason,) if missed else ()), *(one.words for one in late)),
        correction=note if missed else None,
        said=note,
        days=max((one.days for one in late), default=0),
        owners=owners_of(measure),
        when=max((one.when for one in late), default=""),
    )


def _meetings(late_items: _LateItems) -> Iterator[Concern]:
    """What is left after actions and measures: reviews that were missed."""
    for (body, strategies), late in late_items.items():
        for one in late:
            why = (one.words,)
            yield Concern(
                "not-come",
                "meeting",
                body,
                body,
                one.owner,
                strategies,
                "grey",
                "review missed",
                why,
                None,
                None,
                one.days,
                owners=one.owners,
                when=one.when,
            )
