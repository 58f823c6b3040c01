"""Actions ("what will we do") with their updates, milestones and moved dates."""

from pydantic import Field, model_validator

from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.model.plain.action_words import (
    CLOSED,
    FINISHED,
    HALTED,
    ActionKind,
    Rag,
    Stage,
    State,
)
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Dates, Digests, Every, Id, Ids, Number, Text, Texts, refuse

__all__ = [
    "CLOSED",
    "FINISHED",
    "HALTED",
    "Action",
    "ActionKind",
    "Milestone",
    "Move",
    "Rag",
    "Stage",
    "State",
    "Update",
]


class Update(Record):
    """What the owner said of an action on a day. The latest one holds."""

    on: Date
    """The day this was said."""
    happened: Date | None = None
    """The day of what it tells of, if that is not the day it was said; where an action recurs, a day it was done."""
    no_change: bool = False
    """True where it says that all that was said before still holds: state, colour and forecast stay."""
    state: State | None = None
    """How far the action is; 'delivered' awaits sign-off. Left out where nobody said: it stays in the one it was in."""
    rag: Rag | None = None
    """The owner's judgement while the action is in progress or not started."""
    complete: Number | None = None
    """How much of the action is complete, in percent of all of it."""
    note: Text | None = None
    """What happened, what stands in the way; with a red, what will be done about it; of a halt, the reason."""
    by: Text | None = None
    """Who says so: a post, not a person."""
    approved_by: Text | None = None
    """The body or post that agreed to the state, such as to stopping the action."""
    forecast: Date | None = None
    """The date it is now expected, where that is not the due date."""
    evidence: Texts = ()
    """Where to look for proof."""
    digests: Digests = ()
    """The sha256 of each file in this folder that is named as evidence, as it was then: 'validate' sees a change."""
    accepted_by: Text | None = None
    """The post or body that accepted what was delivered; another than the one that reported it."""
    accepted_on: Date | None = None
    """The day it was accepted."""
    drafted: bool = False
    """True where a machine wrote it and no person has confirmed it: 'strategy confirm' takes the mark off."""
    public: bool = False
    """True where the note may be published."""
    internal: bool = False
    """True where the words are not for the public, nor for a committee that meets in public."""
    undated: bool = False
    """True where its source gives no day for what it tells of: 'on' is then the day of the source."""
    doubt: Text | None = None
    """What is not certain of it, as a reader must know it beside the words."""
    source_note: Text | None = None
    """What its source says or leaves out, as a remark on the source: nobody's word on the action."""
    resolution: Id | None = None
    """The resolution of a meeting by which the state was agreed to or refused."""

    @model_validator(mode="after")
    def _says_something(self) -> "Update":
        if not (
            self.state
            or self.rag
            or self.complete is not None
            or self.note
            or self.forecast
            or self.evidence
            or self.no_change
        ):
            raise refuse("missing-key", "an update that says nothing", "add 'state: …' or 'note: …'")
        if self.accepted_on and not self.accepted_by:
            raise refuse("missing-key", "an acceptance by nobody", "add 'accepted_by: …'")
        if self.complete is not None and not 0 <= self.complete <= 100:
            raise refuse("out-of-range", f"{self.complete} is no share of an action in percent", "write 0 to 100")
        return self


class Move(Record):
    """One change of a due date: the date it had before, the one it was given, and why."""

    on: Date
    """The day the due date was moved."""
    former: Date = Field(alias="from")
    """The due date before the move."""
    to: Date | None = None
    """The due date it was given; the reason and the approval are of this step and of no later one."""
    why: Text | None = None
    """The reason; 'validate' asks for one that is missing."""
    approved_by: Text | None = None
    """The body or post that agreed."""
    internal: bool = False
    """True where the reason is not for the public, nor for a committee that meets in public."""
    resolution: Id | None = None
    """The resolution of a meeting by which it was agreed to or refused."""


class Milestone(Record):
    """A dated step of an action."""

    text: Text
    """What will have happened."""
    due: Date | None = None
    """When it is due."""
    moved: tuple[Move, ...] = ()
    """Each time its date was moved, as an action's."""
    done: Date | None = None
    """When it was done."""
    undated: bool = False
    """True where it is known to be done and not when: 'done' is then the day of the source that tells of it."""
    doubt: Text | None = None
    """What is not certain of this step."""


class Action(Record):
    """Something the strategy says will be done. Its clock follows from `due` and `every`."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    text: Text
    """What will be done, as the strategy says it."""
    kind: ActionKind | None = None
    """Something finished once; standing practice; a level that should move; a time limit for each case; a choice."""
    owner: Texts = ()
    """The post answerable for it, or several, the first of whom answers; left out: the priority's or the strategy's."""
    partners: Texts = ()
    """Who else takes part."""
    measures: Ids = ()
    """Ids of the measures that tell whether it works."""
    starts: Date | None = None
    """It is not expected to have begun before."""
    due: Date | None = None
    """The present due date. Leave it out where there is no honest one."""
    moved: tuple[Move, ...] = ()
    """Each time the due date was moved: the day, the date it had before, the one it was given, the reason."""
    every: Every | None = None
    """How often the action recurs; only for one that does."""
    done: Dates = ()
    """When a recurring action was last done, and before."""
    review_every: Every | None = None
    """How often somebody must look at it, if not as often as the strategy says."""
    milestones: tuple[Milestone, ...] = ()
    """Dated steps on the way."""
    plain: Text | None = None
    """Wording for young readers."""
    note: Text | None = None
    """Anything a reader must know about this action."""
    source: Text | None = None
    """Where in the document it stands."""
    drafted: bool = False
    """True where a machine wrote the action and no person has confirmed it."""
    internal: bool = False
    """True where it is not for the public: reports with '--public' leave it out."""
    updates: tuple[Update, ...] = ()
    """What was said of it and when, in any order; the latest one holds."""
    doubt: Text | None = None
    """What is not certain of this action, as a reader must know it beside its words."""
    source_note: Text | None = None
    """What its source says or leaves out, as a remark on the source: nobody's word on the action."""
    stage: Stage | None = None
    """What the strategy says of it: what it strives for, does already, will improve, or is only considering."""
    phases: tuple[SchemePhase, ...] = ()
    """The runs of a scheme, such as a pilot and two cohorts."""
