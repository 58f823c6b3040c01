"""Actions ("what will we do") with their updates, milestones and moved dates."""

from typing import Literal

from pydantic import Field

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Dates, Every, Id, Ids, Text, Texts

State = Literal["not-started", "in-progress", "delivered", "complete", "paused", "stopped", "superseded"]
Rag = Literal["red", "amber", "green"]
ActionKind = Literal["deliverable", "practice", "improvement", "standard", "decision"]

CLOSED: frozenset[State] = frozenset({"delivered", "complete", "stopped", "superseded"})
"""States after which a due date can no longer be missed."""


class Update(Record):
    """What the owner said of an action on a day. The latest one holds."""

    on: Date
    state: State
    rag: Rag | None = None
    note: Text | None = None
    by: Text | None = None
    forecast: Date | None = None
    evidence: Texts = ()
    public: bool = False


class Move(Record):
    """One change of a due date: the date it had before, and why."""

    on: Date
    former: Date = Field(alias="from")
    why: Text
    approved_by: Text | None = None


class Milestone(Record):
    """A dated step of an action."""

    text: Text
    due: Date | None = None
    done: Date | None = None


class Action(Record):
    """Something the strategy says will be done. Its clock follows from `due` and `every`."""

    id: Id
    text: Text
    kind: ActionKind | None = None
    owner: Text | None = None
    partners: Texts = ()
    measures: Ids = ()
    starts: Date | None = None
    due: Date | None = None
    moved: tuple[Move, ...] = ()
    every: Every | None = None
    done: Dates = ()
    review_every: Every | None = None
    milestones: tuple[Milestone, ...] = ()
    plain: Text | None = None
    note: Text | None = None
    source: Text | None = None
    updates: tuple[Update, ...] = ()
