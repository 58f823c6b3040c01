"""The changes of a strategy's file by which what a body was asked, what it resolved and what was done stand in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Drop, Put
from strategy_tracker.editing.entries.edit_governance import is_past_plan
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.model.action import Action, Move
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.rule_change import RuleChange
from strategy_tracker.model.meeting import Ask, MeetingRecord
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Body


def answer_changes(ask: Ask, route: Route, done: str, answer: str) -> list[Change]:
    """Say on what day something was done, and what was answered. Raises `Already` where the file says exactly this."""
    changes: list[Change] = []
    if ask.done is None or ask.done.text != done:
        changes.append(Put(route, "done", written(done), keys_before(Ask, "done")))
    if answer and answer != ask.answer:
        changes.append(Put(route, "answer", answer, keys_before(Ask, "answer")))
    if not changes:
        raise Already(f"'{ask.id}' was done on {ask.done}")
    return changes


def resolution_changes(body: Body, route: Route, held: str, paper: str, entry: Mapping[str, Any]) -> list[Change]:
    """Write what a body resolved about one thing that it was asked at its meeting of a day, in the record of that day.

    What the record says of it already stays, but for what is said anew. Raises `Already` where it says exactly this.
    """
    number = next((n for n, one in enumerate(body.meetings) if one.held.text == held), None)
    asks = keys_before(MeetingRecord, "asks")
    past = [Drop(route, "next")] if is_past_plan(body, held) else []
    if number is None:
        new = {"held": written(held)} | ({"paper": paper} if paper else {}) | {"asks": (entry,)}
        first = newest_first([one.held.last for one in body.meetings])
        return [Append((*route, "meetings"), new, first=first, after=keys_before(Body, "meetings")), *past]
    record, at = body.meetings[number], (*route, "meetings", number)
    named: list[Change] = (
        [Put(at, "paper", paper, keys_before(MeetingRecord, "paper"))] if paper and not record.paper else []
    )
    place = next((n for n, one in enumerate(record.asks) if one.id == entry["id"]), None)
    if place is None:
        return [*named, Append((*at, "asks"), entry, after=asks), *past]
    said = Ask.model_validate(entry)
    differing = [key for key in entry if getattr(record.asks[place], key) != getattr(said, key)]
    if not (differing or named or past):
        raise Already(f"'{entry['id']}' at the meeting of {held}")
    return [*named, *(Put((*at, "asks", place), key, entry[key], keys_before(Ask, key)) for key in differing), *past]


def approval_changes(action: Action, route: Route, body: str, ask: str, *, agreed: bool) -> Iterator[Change]:
    """Let the moves of an action that nobody agreed to, and its steps', point to the resolution about them.

    Where it was `agreed`, they say by whom.
    """
    steps = (((*route, "milestones", s), step.moved) for s, step in enumerate(action.milestones))
    for at, moves in ((route, action.moved), *steps):
        for n, move in enumerate(moves):
            if not (move.approved_by or move.resolution):
                yield from _pointing((*at, "moved", n), Move, body if agreed else "", ask)


def approval_of_rules(measure: Measure, route: Route, body: str, ask: str, *, agreed: bool) -> Iterator[Change]:
    """Let the changes of targets and tolerances that nobody agreed to point to the resolution about them."""
    for n, change in enumerate(measure.changed):
        if not (change.approved_by or change.resolution):
            yield from _pointing((*route, "changed", n), RuleChange, body if agreed else "", ask)


def _pointing(route: Route, record: type[Record], body: str, ask: str) -> Iterator[Change]:
    if body:
        yield Put(route, "approved_by", body, keys_before(record, "approved_by"))
    yield Put(route, "resolution", ask, keys_before(record, "resolution"))
