"""The changes of a file that an update or a move of an action makes, in the way its owner writes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Put
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already, step_meant
from strategy_tracker.editing.render import one_line
from strategy_tracker.model.action import Action, Milestone, Update
from strategy_tracker.problem import Problem


class Said(NamedTuple):
    """What a person says of an action at once: an update, the milestones that are done, the day it was done."""

    update: dict[str, Any]
    steps: Sequence[str] = ()
    did: str = ""


def said_changes(action: Action, route: Route, said: Said) -> Iterator[Change]:
    """An update, the milestones that are done with it, and the day a recurring action was done.

    Raises `Problem`, or `Already` where exactly this was said before.
    """
    update = {
        key: _written(said.update[key]) if key in ("on", "forecast") else said.update[key]
        for key in Update.model_fields
        if key in said.update
    }
    for typed in said.steps:
        yield _tick(action, route, typed, update["on"])
    if said.did:
        yield _did(action, route, said.did)
    if Update.model_validate(update) not in action.updates:
        first = newest_first([one.on.last for one in action.updates])
        yield Append((*route, "updates"), update, first=first)
    elif not (said.steps or said.did):
        raise Already(f"'{action.id}' has the update {one_line(update)}")


def _tick(action: Action, route: Route, typed: str, on: str | Decimal) -> Change:
    number = step_meant(action.milestones, typed)
    step = action.milestones[number]
    if step.done:
        raise Problem(f"'{step.text}' was done on {step.done}", "leave --tick out")
    return Put((*route, "milestones", number), "done", on, keys_before(Milestone, "done"))


def _did(action: Action, route: Route, on: str) -> Change:
    """The change that puts a day on record on which a recurring action was done."""
    if not action.every:
        raise Problem(f"'{action.id}' does not recur", "leave --did out; --done says that an action is complete")
    if on in [str(day) for day in action.done]:
        raise Problem(f"'{action.id}' is on record as done on {on}", "leave --did out")
    after = keys_before(Action, "done")
    if len(action.done) == 1:  # may be written as one date, not as a list
        return Put(route, "done", (_written(str(action.done[0])), _written(on)), after)
    first = newest_first([day.last for day in action.done])
    return Append((*route, "done"), _written(on), first=first, after=after)


def move_changes(action: Action, route: Route, due: str, move: dict[str, str]) -> list[Change]:
    """The new due date, and the move that led to it (`on`, `why`, `approved_by`); a first due date is no move.

    Raises `Problem` where there is no reason for one.
    """
    put = Put(route, "due", _written(due), keys_before(Action, "due"))
    if action.due is None:
        return [put]
    if not move["why"]:
        raise Problem("a due date does not move without a reason", 'say --why "…"')
    said = {key: text for key, text in move.items() if text}
    entry = {"on": _written(said.pop("on")), "from": _written(str(action.due)), **said}
    first = newest_first([one.on.last for one in action.moved])
    return [put, Append((*route, "moved"), entry, first=first, after=("due",))]


def _written(day: str) -> str | Decimal:
    """A date as it stands in a file; a year alone is a number there."""
    return Decimal(day) if len(day) == 4 else day
