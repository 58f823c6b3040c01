"""A strategy: its vision, who reviews it, what it promises, and its priorities."""

from typing import Any, Literal

from pydantic import model_validator

from strategy_tracker.model.action import Action, Rag
from strategy_tracker.model.measures.defaults import MeasuresDefault
from strategy_tracker.model.measures.measure_table import MeasureTable
from strategy_tracker.model.meeting import MeetingRecord
from strategy_tracker.model.parts.ages import Ages
from strategy_tracker.model.parts.audit import Audit
from strategy_tracker.model.parts.context_table import ContextFacts
from strategy_tracker.model.parts.evaluation import EvaluationStep
from strategy_tracker.model.parts.headline import Headline
from strategy_tracker.model.parts.outcomes import OutcomeDomain
from strategy_tracker.model.parts.pledge import Commitment
from strategy_tracker.model.parts.source_report import SourceReport
from strategy_tracker.model.parts.survey import Survey
from strategy_tracker.model.parts.turning_points import OutsideChange, StrategyChange
from strategy_tracker.model.plan import Plan
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Dates, Every, Id, Ids, Text, Texts, When

LinkKind = Literal["plan", "law", "strategy", "offer", "report"]
BodyKind = Literal["officers", "board", "committee", "children", "panel", "inspectorate"]
BodyRole = Literal["reviews", "works", "judges", "asks"]


class Value(Record):
    """How people are to act; a bare text is a value with only its name."""

    name: Text
    """The value in a word or two."""
    text: Text | None = None
    """What it means."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        return {"name": given} if isinstance(given, str) else given


class Link(Record):
    """Another plan, law or document the strategy stands on."""

    title: Text
    """Its title."""
    kind: LinkKind | None = None
    """What sort of document it is."""
    url: Text | None = None
    """Where to find it."""


class Superseded(Record):
    """The strategy was replaced before its end."""

    on: Date
    """The day it was replaced."""
    by: Text | None = None
    """What replaced it."""


class Body(Record):
    """Who reviews the strategy, works in it or judges its pledge: how often, who writes the paper, when they met."""

    body: Text
    """The name of the body."""
    kind: BodyKind | None = None
    """What sort of body it is; 'children' are the people the strategy is for."""
    role: BodyRole | None = None
    """It reviews the strategy (and can miss a review), works in it, judges its pledge, or asks things from outside."""
    every: Every | None = None
    """How often it meets about the strategy."""
    paper_by: Text | None = None
    """The post that writes the paper."""
    papers_due: Every | None = None
    """How long before the meeting the paper is due, for example 7 days."""
    asks_before: Every | None = None
    """How long before each meeting its round opens: from then on every owner is asked for a word, such as 3 weeks."""
    grace: Every | None = None
    """How long after the meeting an answer is still taken, as a late one, such as 5 days."""
    held: Dates = ()
    """The days it met about the strategy."""
    next: Date | None = None
    """The day of the next meeting, where one is fixed."""
    plural: bool = False
    """True where its name is a plural, as of trustees: sentences say that they are asked, not that it is."""
    meets_in_public: bool = False
    """True where anybody may attend: its own papers with '--public' show words that are not marked internal."""
    note: Text | None = None
    """Anything a reader must know about this body."""
    chair: Text | None = None
    """The post that chairs it."""
    partners: Texts = ()
    """Who else sits in it."""
    ages: Ages | None = None
    """The ages of those it is for, such as [11, 17]."""
    meetings: tuple[MeetingRecord, ...] = ()
    """What it was asked at a meeting, and what it resolved; its day counts as one that it met, unless it is 'next'."""
    priority: Id | None = None
    """Id of the priority that it works on, such as of a task and finish group."""
    until: Date | None = None
    """The day it ends or ended; after it no meeting of it is expected."""

    @property
    def met(self) -> tuple[When, ...]:
        """The days it met: those in `held`, and of meetings with a record of their own those that are not planned."""
        if not self.meetings:
            return self.held
        planned = self.next and self.next[1:]
        return tuple(dict.fromkeys((*self.held, *(one.held for one in self.meetings if one.held[1:] != planned))))

    @property
    def reviews(self) -> bool:
        """Whether it reviews the strategy: only such a body can miss a review."""
        return self.role in (None, "reviews")


class Voice(Record):
    """You said, we did."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    said: Text
    """What they said."""
    by: Text | None = None
    """Who said it."""
    on: Date | None = None
    """When they said it."""
    did: Text | None = None
    """What was done about it."""
    actions: Ids = ()
    """Ids of the actions that answer it."""
    priorities: Ids = ()
    """Ids of the priorities that answer it."""
    internal: bool = False
    """True where it is not for the public: reports with '--public' leave it out."""


class Group(Record):
    """A heading over several priorities."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    title: Text
    """The heading."""
    plain: Texts = ()
    """Wording for young readers."""
    label_as_printed: Text | None = None
    """How its source numbers it, such as 'Part one'; never corrected."""


class Judgement(Record):
    """A priority lead's account; it stands beside the counts, never in place of them."""

    on: Date
    """The day of the judgement."""
    note: Text
    """How the priority stands, summed up; printed as a summary, never as somebody's very words."""
    rag: Rag | None = None
    """The lead's own colour for it."""
    by: Text | None = None
    """Who says so: a post, not a person."""
    public: bool = False
    """True where the note may be published."""
    internal: bool = False
    """True where the words are not for the public, nor for a committee that meets in public."""


class Priority(Record):
    """A main heading of the strategy: what is wanted, what will be done, how we will know."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    title: Text
    """The heading of the priority."""
    group: Id | None = None
    """Id of the group it stands under."""
    under: Id | None = None
    """Id of the priority it stands under, such as an objective under its goal."""
    plain: Texts = ()
    """Wording for young readers."""
    strapline: Text | None = None
    """The line that sums it up."""
    owner: Texts = ()
    """The post answerable for it, or several, of whom the first answers; inherited by actions that name none."""
    rationale: Texts = ()
    """Why it matters."""
    see_also: Ids = ()
    """Ids of priorities that belong with it."""
    internal: bool = False
    """True where it is not for the public: reports with '--public' leave it out."""
    aspirations: Texts = ()
    """What should be true for people."""
    measures: Ids = ()
    """Ids of the measures: how we will know."""
    judgements: tuple[Judgement, ...] = ()
    """The lead's account of the priority, beside the counts and never in place of them."""
    actions: tuple[Action, ...] = ()
    """What we will do."""
    short: Text | None = None
    """Its title in a word or two, where there is little room."""
    aliases: Texts = ()
    """Other titles that its source gives it."""
    measures_stem: Text | None = None
    """The words that begin measures of it in the source, such as 'Children will:'; see 'uses_stem' of a measure."""
    tables: tuple[MeasureTable, ...] = ()
    """Headings under which its measures are told; those that stand under none are told first."""
    label_as_printed: Text | None = None
    """How its source numbers it, such as 'Priority two'; never corrected."""


class Strategy(Record):
    """One strategy, as one file holds it."""

    id: Id
    """Short and stable, unique in the portfolio, never reused."""
    title: Text
    """The title, as it is published."""
    organisation: Text | None = None
    """The body whose strategy it is."""
    owner: Texts = ()
    """The post answerable for it, or several, the first of whom answers; inherited where none is named."""
    starts: Date | None = None
    """The beginning of its life; before it nothing is late or silent."""
    ends: Date | None = None
    """The end of its life; after it nothing is late or silent."""
    superseded: Superseded | None = None
    """Where it was replaced before its end: when, and by what."""
    plan: Plan | None = None
    """What it is known by alone: 'measures' where it has no actions, 'actions' where it has no measures, on purpose."""
    source: Text | None = None
    """The document it was taken from."""
    vision: Texts = ()
    """The future it wants."""
    values: tuple[Value, ...] = ()
    """How people are to act."""
    aspirations: Texts = ()
    """What the strategy as a whole wants for people."""
    needs: Texts = ()
    """What the strategy says it takes."""
    success: Text | None = None
    """Its own test of success, in words."""
    context: ContextFacts = ()
    """Facts about the people it is for, each a sentence or a table."""
    links: tuple[Link, ...] = ()
    """Other plans, laws and documents it stands on."""
    review_every: Every | None = None
    """How often an action must be looked at, unless the action says otherwise."""
    measures_default: MeasuresDefault | None = None
    """What the measures that it names inherit where they do not say it themselves: amber, frequency, lag."""
    note: Text | None = None
    """Anything a reader must know about this record."""
    internal: bool = False
    """True where it is not for the public: reports with '--public' leave it out."""
    governance: tuple[Body, ...] = ()
    """Who reviews the strategy and who works in it, how often they meet, and when they met."""
    pledge: tuple[Commitment, ...] = ()
    """Commitments to the people the strategy is for, and what they expect."""
    voice: tuple[Voice, ...] = ()
    """You said, we did."""
    groups: tuple[Group, ...] = ()
    """Headings over several priorities."""
    headline: Headline | None = None
    """One colour for each priority by a named rule, beside its counts; in place of the one in the settings."""
    priorities: tuple[Priority, ...] = ()
    """The main headings: what is wanted, what we will do, how we will know."""
    contact: Text | None = None
    """The post that answers questions about it; not a person."""
    signatories: Texts = ()
    """The posts or bodies that signed it."""
    part_of: Text | None = None
    """The larger document that it is a part of."""
    letter_by: Text | None = None
    """The post or body that signs what young people are sent of it."""
    surveys: tuple[Survey, ...] = ()
    """How the people it is for are asked, and each time they were."""
    audits: tuple[Audit, ...] = ()
    """What was looked into, and what was found."""
    changes: tuple[StrategyChange, ...] = ()
    """What was changed of the strategy itself, beyond its dates."""
    watch: tuple[OutsideChange, ...] = ()
    """What changes round it and is decided elsewhere."""
    report: SourceReport | None = None
    """The report to a body that it was taken from: its title, its day, for whom, and what it asks."""
    outcomes: tuple[OutcomeDomain, ...] = ()
    """What it wants more or less of for people, by domain, each with its direction."""
    evaluation: tuple[EvaluationStep, ...] = ()
    """How it is found out whether it works: the looks that are taken, and what they found."""
