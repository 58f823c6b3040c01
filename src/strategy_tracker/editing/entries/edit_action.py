"""The changes of a file that an update or a move of an action makes, in the way its owner writes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Put
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already, missing_step, step_meant
from strategy_tracker.editing.render import one_line
from strategy_tracker.editing.typed_figures import share, written
from strategy_tracker.model.action import Action, Milestone, Update
from strategy_tracker.model.dates.typed_dates import TypedDate
from strategy_tracker.model.new_entries import NewDueDate, NewUpdate
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def update_changes(action: Action, route: Route, new: NewUpdate) -> Iterator[Change]:
    """An update, the milestones that are done with it, and the day a recurring action was done.

    Raises `Problem`, or `Already` where exactly this was said before.
    """
    update = _entry(new)
    for typed in new.ticked:
        yield _tick(action, route, typed, update.get("happened", update["on"]))
    if new.did:
        yield _did(action, route, new.did)
    if not new.is_said:
        return
    if Update.model_validate(update) not in action.updates:
        first = newest_first([one.on.last for one in action.updates])
        yield Append((*route, "updates"), update, first=first)
    elif not (new.ticked or new.did):
        raise Already(f"'{action.id}' has the update {one_line(update)}")


def _entry(new: NewUpdate) -> dict[str, Any]:
    """The update as a file holds it: only what is said, in the order of the model."""
    evidence = new.evidence[0] if len(new.evidence) == 1 else new.evidence
    said = new._asdict() | {"on": written(new.on), "evidence": evidence}
    said |= {key: said[key] and written(said[key]) for key in ("forecast", "happened")}
    said["complete"] = share(new.complete) if new.complete.strip() else None
    given = {key: said[key] for key in Update.model_fields if said.get(key)}
    return given if said["complete"] is None else {**given, "complete": said["complete"]}


def _tick(action: Action, route: Route, typed: str, on: str | Decimal) -> Change:
    number = step_meant(action.milestones, typed)
    step = action.milestones[number]
    if step.done:
        raise Problem(f"'{step.text}' was done on {step.done}", "leave --tick out", "tick")
    return Put((*route, "milestones", number), "done", on, keys_before(Milestone, "done"))


def _did(action: Action, route: Route, on: str) -> Change:
    """The change that puts a day on record on which a recurring action was done."""
    if not action.every:
        raise Problem(f"'{action.id}' does not recur", "leave --did out; --done says that an action is complete", "did")
    if on in [str(day) for day in action.done]:
        raise Problem(f"'{action.id}' is on record as done on {on}", "leave --did out", "did")
    after = keys_before(Action, "done")
    if len(action.done) == 1:  # may be written as one date, not as a list
        return Put(route, "done", (written(str(action.done[0])), written(on)), after)
    first = newest_first([day.last for day in action.done])
    return Append((*route, "done"), written(on), first=first, after=after)


def move_changes(
    item: Action | Milestone, route: Route, new: NewDueDate, typed: Sequence[TypedDate] = ()
) -> list[Change]:
    """The new date of an action or a milestone, and the move that led to it; a first date is no move.

    Where the file holds the new date already but no move led to it, the move that is missing is recorded: from the date
    that was typed over, as `typed` has it from git, or else from the one that the last move led to. Raises `Problem`
    where there is no reason for one.
    """
    put = Put(route, "due", written(new.due), keys_before(type(item), "due"))
    if item.due is None:
        return [put]
    if not new.why:
        raise Problem("a due date does not move without a reason", 'say --why "…"', "why")
    missing = missing_step(item, read_when(new.due), typed)
    former = missing.former if missing else item.due
    move = {"on": written(new.on), "from": written(str(former)), "to": written(new.due)}
    move |= {"why": new.why, "approved_by": new.approved_by, "resolution": new.resolution}
    entry = {key: value for key, value in move.items() if value}
    first = newest_first([one.on.last for one in item.moved])
    append = Append((*route, "moved"), entry, first=first, after=("due",))
    return [append] if missing else [put, append]
