"""Finds what a body is asked to do: each thing that wants its word, by name, as it follows from the standing."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from strategy_tracker.briefing.notes import disagreements, disputed, halted, moved
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.actions.clocks import RESTING
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.values import read_when

RequestKind = Literal[
    "sealed",
    "approve",
    "later",
    "halted",
    "eased",
    "restated",
    "answer",
    "decide",
    "correct",
    "amber",
    "settle",
    "silent",
]
"""What is asked: to agree to something, to note it, to have it answered, decided, put right or settled."""


_OFF_TRACK = ("late", "red-measure", "red-action")
"""What wants a corrective action, where none is on record."""


class RequestedThing(NamedTuple):
    """One thing that is asked about, in its own words; `was` and `now` are dates or figures as their files have them.

    `of_dates` says that these are dates. `item` is the id of an action in its strategy, or of a measure.
    """

    text: str
    was: str = ""
    now: str = ""
    of_dates: bool = False
    item: str = ""


class BodyRequest(NamedTuple):
    """One request of a body, with everything that it is about."""

    kind: RequestKind
    things: tuple[RequestedThing, ...]


def requests(
    standing: Standing, found: Sequence[AttentionItem], changes: Sequence[Difference], body: str = ""
) -> tuple[BodyRequest, ...]:
    """List what the `body` is asked to do, what wants its agreement first; `found` is all that needs attention.

    `changes` are those since it last met.
    """
    asked: dict[RequestKind, list[RequestedThing]] = {
        "sealed": [*_unsealed(standing, body)],
        "approve": [*_unapproved(standing)],
        "later": [*_to_be_moved(standing)],
        "halted": [
            RequestedThing(one.action.text, one.halt.state, item=one.action.id) for one in halted(standing, body)
        ],
        "eased": [*_eased(standing)],
        "restated": [*dict.fromkeys(_restated(one) for one in changes if one.kind == "restated" and _was_shown(one))],
        "answer": [_unanswered(one) for one in found if one.kind == "waiting"],
        "decide": [RequestedThing(action.text, item=action.id) for action in open_decisions(standing)],
        "correct": [_thing(one) for one in found if one.kind in _OFF_TRACK and one.correction is None],
        "amber": [_thing(one) for one in found if one.kind == "no-amber-rule"],
        "settle": [
            *(RequestedThing(action.text, item=action.id) for _, action in disagreements(standing)),
            *(RequestedThing(measure.title, item=measure.id) for measure in disputed(standing)),
        ],
        "silent": [_thing(one) for one in found if one.kind in ("silent", "very-silent")],
    }
    return tuple(BodyRequest(kind, tuple(things)) for kind, things in asked.items() if things)


def _thing(one: AttentionItem) -> RequestedThing:
    return RequestedThing(one.text, item=one.item.rpartition("/")[2])


def _restated(one: Difference) -> RequestedThing:
    return RequestedThing(one.text, one.before, one.after, item=one.item.rpartition("/")[2])


def _was_shown(one: Difference) -> bool:
    """Whether a figure that was restated was ever shown: one that is withheld before or after tells nobody anything."""
    return SYMBOLS["c"] not in (one.before, one.after)


def _unsealed(standing: Standing, body: str) -> Iterator[RequestedThing]:
    """Everything that the body approved, or any body where none is named, and that is not so any more."""
    titles = {f"{s.id}/{p.id}": p.title for s in standing.strategies for p in s.priorities}
    titles |= {f"{s.id}/{action.id}": action.text for s in standing.strategies for action in s.actions}
    titles |= {measure.id: measure.title for measure in standing.measures.values()}
    for one in standing.seals:
        if one.is_broken and one.item in titles and body in ("", one.body):
            text, own = f"{titles[one.item]}, {one.what}", one.item.rpartition("/")[2]
            yield RequestedThing(text, one.approved, one.now, of_dates=one.what == "due date", item=own)


def _unapproved(standing: Standing) -> Iterator[RequestedThing]:
    """Every move of a date that nobody agreed to, as far as it is on record."""
    for one in moved(standing):
        if one.move.approved_by is None:
            text = f"{one.action.text}: {one.step}" if one.step else one.action.text
            yield RequestedThing(text, one.move.former, one.move.to, of_dates=True, item=one.action.id)


def _to_be_moved(standing: Standing) -> Iterator[RequestedThing]:
    """Every action whose owner expects it after its date."""
    for action in _running(standing):
        due = action.due
        if due.due and due.kind != "closed" and action.forecast and read_when(action.forecast).first > due.due:
            yield RequestedThing(action.text, due.date_text, action.forecast, of_dates=True, item=action.id)


def _eased(standing: Standing) -> Iterator[RequestedThing]:
    """Every change of a target or a tolerance that nobody agreed to, as far as it is on record."""
    for measure in standing.measures.values():
        for step in measure.changed:
            if step.approved_by is None:
                yield RequestedThing(f"{measure.title}, {step.what}", step.former, step.to, item=measure.id)


def _unanswered(one: AttentionItem) -> RequestedThing:
    """An action whose date has passed without a word since, with that date."""
    text = one.when or (one.due.isoformat() if one.due else "")
    return RequestedThing(one.text, text, of_dates=True, item=one.item.rpartition("/")[2])


def open_decisions(standing: Standing) -> list[ActionStanding]:
    """Decisions that nobody has taken and that have no date."""
    return [action for action in _running(standing) if action.kind == "decision" and is_open(action)]


def is_open(action: ActionStanding) -> bool:
    """Whether an action is neither at an end nor halted, and no date says when it will be."""
    dates = (action.due, action.interval, *(step.clock for step in action.milestones if not step.done))
    return action.state not in RESTING and all(clock.due is None for clock in dates) and action.forecast is None


def _running(standing: Standing) -> Iterator[ActionStanding]:
    for strategy in standing.strategies:
        if strategy.phase.runs:
            yield from strategy.actions
