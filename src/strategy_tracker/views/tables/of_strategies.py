"""Rows of strategies and what stands in them: priorities, actions, what was said, moved dates, meetings."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_actions import ActionStanding, MilestoneStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.action import Action
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import read_when
from strategy_tracker.views.tables.judged_moment import JudgedMoment, Row, precision, rounded

TableRow = tuple[str, Row]
"""The name of a table and a row of it."""


def strategy_rows(moment: JudgedMoment) -> Iterator[TableRow]:
    """Give the rows of every strategy that is shown, in printed order, each with the table it belongs to."""
    for stood in moment.standing.strategies:
        written = moment.strategies[stood.id]
        yield "strategies", _strategy(stood, written)
        yield from _people("strategy", stood.id, owners=stood.owners)
        yield from _meetings(stood)
        positions = {action.id: n for n, action in enumerate(stood.actions, 1)}
        actions = {one.id: one for priority in written.priorities for one in priority.actions}
        for n, priority in enumerate(stood.priorities, 1):
            address = f"{stood.id}/{priority.id}"
            yield "priorities", _priority(stood, priority, n)
            yield from _people("priority", address, owners=priority.owners)
            yield from (("links", {"thing": "priority", "item": address, "measure": one}) for one in priority.measures)
            for action in priority.actions:
                yield from _action_rows(stood.id, action, actions[action.id], positions[action.id])


def _strategy(stood: StrategyStanding, written: Strategy) -> Row:
    return {
        "strategy": stood.id, "title": stood.title, "organisation_name": stood.organisation,
        "starts": written.starts.first if written.starts else None,
        "ends": written.ends.last if written.ends else None, "phase": stood.phase.kind, "owner": stood.owner,
    }  # fmt: skip


def _priority(stood: StrategyStanding, priority: PriorityStanding, position: int) -> Row:
    return {
        "strategy": stood.id, "priority": priority.id, "title": priority.title, "group_id": priority.group,
        "under_priority": priority.under, "level": priority.level, "position": position, "owner": priority.owner,
    }  # fmt: skip


def _people(thing: str, item: str, **posts: tuple[str, ...]) -> Iterator[TableRow]:
    for role, names in posts.items():
        for n, post in enumerate(names, 1):
            yield "people_of", {"thing": thing, "item": item, "role": role[:-1], "position": n, "post": post}


def _meetings(stood: StrategyStanding) -> Iterator[TableRow]:
    for body in stood.bodies:
        for n, held in enumerate(sorted(map(read_when, body.held), key=lambda one: one.last), 1):
            yield "reviews", {
                "strategy": stood.id, "body": body.body, "role": body.role, "n": n, "held": held.last,
                "held_precision": precision(held),
            }  # fmt: skip


def _action_rows(strategy: str, stood: ActionStanding, written: Action, position: int) -> Iterator[TableRow]:
    item = f"{strategy}/{stood.id}"
    yield "actions", {"item": item, "strategy": strategy, "position": position, **_action(stood, written)}
    yield from _people("action", item, owners=stood.owners, partners=stood.partners)
    yield from (("links", {"thing": "action", "item": item, "measure": one}) for one in stood.measures)
    for n, update in enumerate(sorted(stood.updates, key=lambda one: read_when(one.on).last), 1):
        yield "updates", {"item": item, "n": n, **_update(update)}
    for n, step in enumerate(stood.milestones, 1):
        yield "milestones", {"item": item, "n": n, **_milestone(step)}
    moves: list[tuple[str | None, MoveStanding]] = [(None, move) for move in stood.moves]
    moves += [(step.text, move) for step in stood.milestones for move in step.moves]
    for n, (milestone, move) in enumerate(moves, 1):
        yield "moves", {"item": item, "n": n, "milestone": milestone, **_move(move)}


def _action(stood: ActionStanding, written: Action) -> Row:
    return {
        "priority": stood.priority, "action": stood.id, "text": stood.text, "kind": stood.kind, "owner": stood.owner,
        "owner_from": stood.owner_from, "starts": written.starts.first if written.starts else None,
        "due": written.due.last if written.due else None, "due_precision": precision(written.due),
        "original_due": stood.original_due, "every_interval": str(written.every) if written.every else None,
        "state": stood.state, "colour": stood.rating.colour, "word": stood.rating.word,
        "reason_code": stood.rating.why, "reason": stood.rating.reason, "days_overdue": stood.due.days,
        "need": stood.need.word if stood.need else None, "silent": stood.review.kind in ("silent", "very-silent"),
        "expected": stood.forecast, "complete": rounded(stood.complete),
    }  # fmt: skip


def _update(said: UpdateStanding) -> Row:
    on = read_when(said.on)
    return {
        "said_on": on.first, "said_on_end": on.last, "said_on_precision": precision(on), "happened": said.happened,
        "state": said.state, "rag": said.rag, "note": said.note, "said_by": said.by, "approved_by": said.approved_by,
        "expected": said.forecast, "no_change": said.no_change, "drafted": said.drafted,
        "accepted_by": said.accepted_by, "complete": rounded(said.complete), "public": said.public,
    }  # fmt: skip


def _milestone(step: MilestoneStanding) -> Row:
    done = read_when(step.done) if step.done else None
    return {
        "text": step.text, "due": step.clock.due, "done": done.last if done else None,
        "done_precision": precision(done), "clock": step.clock.kind,
    }  # fmt: skip


def _move(move: MoveStanding) -> Row:
    return {
        "moved_on": read_when(move.on).last if move.on else None, "former_date": move.former, "new_date": move.to,
        "why": move.why, "approved_by": move.approved_by, "in_file_since": move.since or None,
    }  # fmt: skip
