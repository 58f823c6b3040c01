"""A strategy: its vision, who reviews it, what it promises, and its priorities."""

from typing import Any, Literal

from pydantic import model_validator

from strategy_tracker.model.action import Action, Rag
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Dates, Every, Id, Ids, Text, Texts

LinkKind = Literal["plan", "law", "strategy", "offer", "report"]
BodyKind = Literal["officers", "board", "committee", "children", "panel"]


class Value(Record):
    """How people are to act; a bare text is a value with only its name."""

    name: Text
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        return {"name": given} if isinstance(given, str) else given


class Link(Record):
    """Another plan, law or document the strategy stands on."""

    title: Text
    kind: LinkKind | None = None
    url: Text | None = None


class Superseded(Record):
    """The strategy was replaced before its end."""

    on: Date
    by: Text | None = None


class Body(Record):
    """Somebody who reviews the strategy: how often, who writes the paper, and when they met."""

    body: Text
    kind: BodyKind | None = None
    every: Every | None = None
    paper_by: Text | None = None
    papers_due: Every | None = None
    held: Dates = ()
    next: Date | None = None
    note: Text | None = None


class Commitment(Record):
    """A promise to the people the strategy is for, or what they expect."""

    id: Id
    text: Text
    by: Text | None = None
    to: Text | None = None
    plain: Text | None = None
    priorities: Ids = ()


class Voice(Record):
    """You said, we did."""

    id: Id
    said: Text
    by: Text | None = None
    on: Date | None = None
    did: Text | None = None
    actions: Ids = ()
    priorities: Ids = ()


class Group(Record):
    """A heading over several priorities."""

    id: Id
    title: Text
    plain: Texts = ()


class Judgement(Record):
    """A priority lead's own account; it stands beside the counts, never in place of them."""

    on: Date
    note: Text
    rag: Rag | None = None
    by: Text | None = None


class Priority(Record):
    """A main heading of the strategy: what is wanted, what will be done, how we will know."""

    id: Id
    title: Text
    group: Id | None = None
    plain: Texts = ()
    strapline: Text | None = None
    owner: Text | None = None
    rationale: Texts = ()
    see_also: Ids = ()
    aspirations: Texts = ()
    measures: Ids = ()
    judgements: tuple[Judgement, ...] = ()
    actions: tuple[Action, ...] = ()


class Strategy(Record):
    """One strategy, as one file holds it."""

    id: Id
    title: Text
    organisation: Text | None = None
    owner: Text | None = None
    starts: Date | None = None
    ends: Date | None = None
    superseded: Superseded | None = None
    source: Text | None = None
    vision: Texts = ()
    values: tuple[Value, ...] = ()
    aspirations: Texts = ()
    needs: Texts = ()
    success: Text | None = None
    context: Texts = ()
    links: tuple[Link, ...] = ()
    review_every: Every | None = None
    note: Text | None = None
    governance: tuple[Body, ...] = ()
    pledge: tuple[Commitment, ...] = ()
    voice: tuple[Voice, ...] = ()
    groups: tuple[Group, ...] = ()
    priorities: tuple[Priority, ...] = ()
