"""Collects what a reader must know of the record: measures not rated and why, notes on figures, moved dates."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.judging.standing.of_actions import ActionStanding, Halt, MoveStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.catalogue.reason_labels import UNRATED
from strategy_tracker.model.names.joined import listed, semicolons
from strategy_tracker.model.names.labels import Word, phrase

REASONS: dict[str, str] = {name.removeprefix("unrated-"): text for name, text in UNRATED.items()}
"""Why a measure has no colour, by the code in its rating."""


class UnratedMeasures(NamedTuple):
    """A reason not to give a colour, with how many measures it is true of and which."""

    why: str
    word: str
    number: int
    measures: tuple[MeasureStanding, ...]


class Remark(NamedTuple):
    """A note on the data, with the figures it is true of, each as a measure's title and a period."""

    kind: str
    text: str
    figures: tuple[tuple[str, str], ...]


class MovedDate(NamedTuple):
    """A due date that was moved: an action's, or that of the `step` named."""

    strategy: StrategyStanding
    action: ActionStanding
    move: MoveStanding
    step: str = ""


def not_rated(standing: Standing) -> tuple[UnratedMeasures, ...]:
    """Group the measures without a colour by the reason; the most frequent first, context last."""
    found: dict[str, list[MeasureStanding]] = {}
    for measure in standing.measures.values():
        if measure.rating.colour == "grey" and not measure.withdrawn:
            found.setdefault(measure.rating.why, []).append(measure)
    grouped = [UnratedMeasures(why, each[0].rating.word, len(each), tuple(each)) for why, each in found.items()]
    return tuple(sorted(grouped, key=lambda one: (one.why == "context", -one.number, one.why)))


_KINDS = ("suppressed", "no number", "provisional", "revised", "note")


def remarks(standing: Standing) -> tuple[Remark, ...]:
    """List the notes on figures: suppressed, without a number, provisional, restated, and what the files say."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for measure in standing.measures.values():
        for kind, text, period in _remarks(measure):
            found.setdefault((kind, text), []).append((measure.title, period))
    listed = [Remark(kind, text, tuple(figures)) for (kind, text), figures in found.items()]
    return tuple(sorted(listed, key=lambda one: _KINDS.index(one.kind)))


def _remarks(measure: MeasureStanding) -> Iterator[tuple[str, str, str]]:
    """The latest reading has its notes in the standing; an earlier one has its state and its own note."""
    latest = measure.reading
    for text in measure.notes if latest else ():
        yield _kind(text), text, latest.period if latest else ""
    for point in measure.points:
        if point == latest:
            continue
        if point.amount is None:
            yield *_without_number(point.shown), point.period
        if point.state == "provisional":
            yield "provisional", phrase("note-provisional"), point.period
        if point.restated:
            yield "revised", point.restated, point.period
        for words in (
            point.note,
            point.more.doubt if point.more else None,
            point.more.source_note if point.more else None,
        ):
            if words:
                yield "note", words, point.period


def _without_number(shown: str) -> tuple[str, str]:
    """The kind and the words of a reading that has no number; `shown` is the name of its symbol, or words."""
    code = shown.replace(" ", "-")
    if code not in REASONS:
        return "no number", phrase("known-in-words", words=shown)
    told = phrase("and-what", what=shown, of=phrase(f"unrated-{code}"))
    return ("suppressed" if shown == "suppressed" else "no number"), told


def _kind(text: str) -> str:
    return next((kind for kind in ("suppressed", "provisional", "revised") if text.startswith(f"{kind}:")), "note")


def undated(standing: Standing) -> tuple[str, ...]:
    """Say how much of the record has no day: actions without a date, updates known only to the month or the year."""
    actions = [action for strategy in standing.strategies for action in strategy.actions]
    updates = [update for action in actions for update in action.updates]
    dateless = sum(action.due.due is None and action.interval.kind == "none" for action in actions)
    vague = sum(len(update.on) < len("2022-08-31") for update in updates)
    said = []
    if dateless:
        name: Word = "dateless-one" if dateless == 1 else "dateless"
        said.append(phrase(name, number=f"{dateless}", total=f"{len(actions)}"))
    if vague:
        name = "vague-one" if vague == 1 else "vague"
        said.append(phrase(name, number=f"{vague}", total=f"{len(updates)}"))
    return tuple(said)


def sources_of_others(standing: Standing) -> tuple[str, ...]:
    """Say where the figures of others that are shown are from, each source once, with whose they are."""
    found: dict[str, dict[str, None]] = {}
    for measure in standing.measures.values():
        for one in measure.comparisons:
            if one.kind != "none" and one.source:
                found.setdefault(one.source, {})[one.name] = None
    return tuple(phrase("figures-are-from", whose=listed(list(names)), source=s) for s, names in found.items())


def small_cohorts(standing: Standing) -> tuple[str, ...]:
    """Say how many measures are percentages of so few that one of them moves the figure by points, and which."""
    few = [measure for measure in standing.measures.values() if measure.one_is and not measure.withdrawn]
    if not few:
        return ()
    named = semicolons([phrase("two-words", first=measure.title, second=measure.one_is) for measure in few])
    return (phrase("small-base-one" if len(few) == 1 else "small-base", number=str(len(few)), measures=named),)


def moved(standing: Standing) -> tuple[MovedDate, ...]:
    """List every due date that was moved, the latest move first; a step nobody recorded follows the one before it."""
    found = [
        (on, MovedDate(strategy, action, move, step))
        for strategy in standing.strategies
        for action in strategy.actions
        for step, moves in (("", action.moves), *((one.text, one.moves) for one in action.milestones))
        for on, move in zip(_days_of(moves), moves, strict=True)
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True))


def _days_of(moves: Sequence[MoveStanding]) -> Iterator[str]:
    """The day of each move; of a step nobody recorded its day in git, or else that of the move before it.

    What is not committed is the latest of all.
    """
    on = ""
    for move in moves:
        on = "not committed" if move.since == "" else move.on or move.since or on
        yield on


class HaltedAction(NamedTuple):
    """An action that was paused, stopped or superseded, and the bodies that have yet to note it."""

    strategy: StrategyStanding
    action: ActionStanding
    halt: Halt
    bodies: tuple[str, ...]


def halted(standing: Standing, body: str = "") -> tuple[HaltedAction, ...]:
    """List the actions whose halt a body has yet to note, or without its name any body; the latest first."""
    found = [
        HaltedAction(strategy, action, action.halt, bodies)
        for strategy in standing.strategies
        for action in strategy.actions
        if action.halt and (bodies := strategy.to_be_noted_by(action.id)) and (not body or body in bodies)
    ]
    return tuple(sorted(found, key=lambda one: one.halt.on, reverse=True))


def disagreements(standing: Standing) -> tuple[tuple[StrategyStanding, ActionStanding], ...]:
    """List the actions whose owner's colour and dates say two things."""
    return tuple((s, action) for s in standing.strategies for action in s.actions if action.disagreement)


def disputed(standing: Standing) -> tuple[MeasureStanding, ...]:
    """List the measures of which somebody's judgement and the declared rule say two things."""
    return tuple(measure for measure in standing.measures.values() if measure.disagreement)
