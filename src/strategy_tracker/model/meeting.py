"""What a body was asked at a meeting and what it resolved: its answer, the minute, who is to do what by when."""

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.measures.rule_change import RuleKey, WrittenRule
from strategy_tracker.model.plain.resolved import Resolved
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Id, Ids, Text

__all__ = ["Approved", "Ask", "MeetingRecord", "Resolved"]


class Approved(Record):
    """What a body approved, as it stood: it carries its seal until it changes."""

    title: Text | None = None
    """The title of a priority."""
    due: Date | None = None
    """The due date of an action."""
    targets: dict[PeriodKey, WrittenRule] = {}
    """Targets of a measure, such as {2026/27: 90}."""
    tolerances: dict[RuleKey, WrittenRule] = {}
    """Tolerances of a measure, such as {amber_within: 5 points}."""


class Ask(Record):
    """One thing that a body was asked, or asked for itself, and what came of it."""

    id: Id
    """Short and stable, unique in the strategy; what was deferred, or wants an answer, comes back with the same one."""
    text: Text
    """What the body was asked to do; of an inspector or of scrutiny, what it recommends."""
    about: Id | None = None
    """Id of the priority, the action or the measure it is about."""
    resolved: Resolved | None = None
    """What was resolved: noted, agreed, refused, deferred, or that an answer is wanted. Left out: nothing on record."""
    minute: Text | None = None
    """Where in the minutes it stands, such as '14.2'."""
    by: Text | None = None
    """Who is to do it: a post, not a person."""
    due: Date | None = None
    """The day by which it is to be done or answered; of what was deferred, the meeting it comes back to."""
    to_do: Text | None = None
    """What is to be done, where that is not what was asked."""
    actions: Ids = ()
    """Ids of the actions that carry it out."""
    done: Date | None = None
    """The day it was done or answered."""
    answer: Text | None = None
    """What was answered."""
    approved: Approved | None = None
    """What was approved, as it stood: a title, a date, targets, tolerances."""
    public: bool = False
    """True where it may be published."""
    internal: bool = False
    """True where it is not for the public, nor for a committee that meets in public."""


class MeetingRecord(Record):
    """One meeting of a body: the paper it had, what it was asked, and what it resolved."""

    held: Date
    """The day it met."""
    paper: Text | None = None
    """The name under which its paper was frozen."""
    asks: tuple[Ask, ...] = ()
    """What it was asked, and what it asked for itself."""
