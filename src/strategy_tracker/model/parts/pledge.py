"""What is promised to the people a strategy is for, what they expect, and what was found of it at each check-in."""

from typing import Literal

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Every, Id, Ids, Text

CommitmentKind = Literal["promise", "expectation"]
Kept = Literal["yes", "partly", "no"]


class PledgeJudgement(Record):
    """What somebody found at a check-in: whether a commitment is kept."""

    on: Date
    """The day of the check-in."""
    kept: Kept
    """Whether the promise is kept, or what is expected is met."""
    by: Text | None = None
    """Who says so: a post or a body, such as the council of the young people; not a person."""
    note: Text | None = None
    """What was found, and what follows."""
    public: bool = False
    """True where the note may be published."""
    internal: bool = False
    """True where the words are not for the public, nor for a committee that meets in public."""


class Commitment(Record):
    """A promise to the people the strategy is for, or what they expect."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    text: Text
    """The promise, or what is expected."""
    kind: CommitmentKind | None = None
    """What it is: nobody promised an 'expectation', and no report calls it one. Left out: a promise."""
    by: Text | None = None
    """Who promises, or who expects."""
    to: Text | None = None
    """To whom, or of whom it is expected."""
    plain: Text | None = None
    """Wording for young readers."""
    priorities: Ids = ()
    """Ids of the priorities that keep it."""
    check_in: Every | None = None
    """How often somebody asks whether it is kept, such as year."""
    judgements: tuple[PledgeJudgement, ...] = ()
    """What was found at each check-in, in any order."""

    @property
    def is_promise(self) -> bool:
        """Whether somebody promised it."""
        return self.kind != "expectation"
