"""Practice examples: what others did, and the priorities it may serve."""

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from strategy_tracker.model.parts.evaluation import EvaluationStep
from strategy_tracker.model.parts.outcomes import OutcomeDomain
from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Id, Text, Texts, pattern, read_id, refuse, shown


def _address(value: object) -> str:
    strategy, slash, priority = value.partition("/") if isinstance(value, str) else ("", "", "")
    if not slash:
        raise refuse("not-an-id", f"{shown(value)} does not name a priority", "write strategy/priority")
    return f"{read_id(strategy)}/{read_id(priority)}"


PriorityAddress = Annotated[str, PlainValidator(_address), pattern("write strategy/priority", "[a-z0-9-]+/[a-z0-9-]+")]


class Example(Record):
    """One practice example, summarised."""

    id: Id
    """Short and stable, unique in the portfolio, never reused."""
    title: Text
    """What it is, in one line."""
    summary: Text
    """What they did."""
    authority: Text | None = None
    """Who did it."""
    partners: Texts = ()
    """Who took part."""
    themes: Texts = ()
    """What it is about."""
    impact: Texts = ()
    """What came of it."""
    lessons: Texts = ()
    """What they would tell others."""
    priorities: Annotated[
        tuple[PriorityAddress, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)
    ] = ()
    """The priorities it may serve, as strategy/priority."""
    checked: Date | None = None
    """The day somebody last checked that it still holds."""
    source: Text | None = None
    """Where it is published."""
    team: Texts = ()
    """The teams that run it."""
    contact: Text | None = None
    """The post that answers questions about it; not a person."""
    sponsor: Text | None = None
    """The post or body that stands behind it."""
    voice: Texts = ()
    """What those it is for say of it."""
    transferability: Texts = ()
    """What it takes to do the same elsewhere."""
    pledges: Texts = ()
    """What those who took part promised to do."""
    outcomes: tuple[OutcomeDomain, ...] = ()
    """What it wants for people, by domain, each with its direction."""
    phases: tuple[SchemePhase, ...] = ()
    """Its runs, such as a pilot and two cohorts."""
    governance: Texts = ()
    """Who steers it and how often they meet."""
    evaluation: tuple[EvaluationStep, ...] = ()
    """How it is found out whether it works: the looks that are taken, and what they found."""
    supporting: Texts = ()
    """Papers that go with it."""
    edition: Text | None = None
    """The edition of the publication that it was taken from."""
    reviewed_by: Texts = ()
    """The posts or bodies that looked it over before it was published."""
    approved_by: Texts = ()
    """The posts or bodies that approved its publication."""
    contact_ok: bool = False
    """True where somebody has checked that the contact is still the one to ask."""


class Practice(Record):
    """A practice file."""

    practice: tuple[Example, ...] = ()
    """What others did."""
