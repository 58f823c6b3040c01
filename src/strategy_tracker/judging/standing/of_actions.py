"""What is known of an action on a day."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.standing.of_outlook import DateForecastStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import phrase

NeedWord = Literal["late", "waiting", "silent", "very-silent"]


class Need(NamedTuple):
    """Why an action needs somebody, in one word, the first that fits; `words` say it in sentences.

    `late`: its date has passed, and its owner has spoken since; `waiting`: it has passed, and nothing was said since;
    `silent`: no date has passed, and no update came within its review cadence; `very-silent`: within two. `due` is the
    day that passed, `days` how long ago; `text` is that date as its file has it, which may be a month or a year.
    `silence` is the word of its silence where a date has passed too.
    """

    word: NeedWord
    due: date | None
    days: int
    words: tuple[str, ...]
    silence: NeedWord | None = None
    text: str = ""


Lack = Literal["evidence", "acceptance"]
"""What an action that was delivered lacks before it counts as complete."""
AWAITING = phrase("awaiting")
"""What is said of an action that lacks any of it."""


class UpdateStanding(NamedTuple):
    """An update as it is shown: dates as written; one that says "no change" with all that still holds.

    Of one that is `undated` the day is that of its source.
    """

    on: str
    state: str | None
    rag: str | None
    note: str | None
    by: str | None
    forecast: str | None
    evidence: tuple[str, ...]
    public: bool
    approved_by: str | None = None
    happened: str | None = None
    no_change: bool = False
    drafted: bool = False
    accepted_by: str | None = None
    accepted_on: str | None = None
    complete: Decimal | None = None
    undated: bool = False
    doubt: str | None = None
    source_note: str | None = None
    resolution: str | None = None
    minute: str | None = None


class Halt(NamedTuple):
    """That an action was paused, stopped or superseded: since when, why, and who agreed, as far as it is on record.

    `said` is the day it was said, where it happened on another. `resolution` is the one of a meeting that it points to,
    and `minute` says which that was, or that there is none.
    """

    state: str
    on: str
    why: str | None
    approved_by: str | None
    said: str | None = None
    resolution: str | None = None
    minute: str | None = None


class MoveStanding(NamedTuple):
    """One change of a due date: from which date to which, and why.

    `on` is None where the file holds another date than the last move led to, and nobody is on record; `why` also where
    a recorded move gives no reason. `since` is then the day it was committed, as far as git knows; empty: not yet.
    """

    on: str | None
    former: str
    to: str
    why: str | None
    approved_by: str | None
    since: str | None = None
    resolution: str | None = None
    minute: str | None = None


class MilestoneStanding(NamedTuple):
    """A milestone with its own due clock, and the moves of its date, oldest first.

    One that is `undated` is done, and its day is that of the source that tells of it.
    """

    text: str
    done: str | None
    clock: Clock
    moves: tuple[MoveStanding, ...] = ()
    undated: bool = False
    doubt: str | None = None


Inherited = Literal["priority", "strategy"]
"""Whose owner answers for what names none of its own."""


class ActionStanding(NamedTuple):
    """Four facts kept apart (state, timing, judgement, forecast) and the colour they give.

    `complete` is the share of it last said to be so, in percent, and `progress` what that means for its time.
    `days_late` is how late the date is that its colour is worked out from: the one most days late, 0 where none is.
    `original_due` is, as the day of `due`, the last one it can mean. `owner_from` says whose owner it is, where it
    names none of its own; `owners` are all who are asked, of whom the `owner` answers. `stage` is whether the
    strategy strives for it, does it, will improve it, or only considers it.
    """

    id: str
    text: str
    kind: str | None
    priority: str
    owner: str | None
    partners: tuple[str, ...]
    measures: tuple[str, ...]
    state: str | None
    rating: Rating
    start: Clock
    due: Clock
    interval: Clock
    review: Clock
    milestones: tuple[MilestoneStanding, ...]
    days_late: int
    original_due: date | None
    slipped: int
    moves: tuple[MoveStanding, ...]
    judgement: str | None
    judgement_is_old: bool
    disagreement: str
    forecast: str | None
    updates: tuple[UpdateStanding, ...]
    note: str | None
    route: Route
    owner_from: Inherited | None = None
    halt: Halt | None = None
    need: Need | None = None
    owners: tuple[str, ...] = ()
    drafted: bool = False
    unconfirmed: int = 0
    lacks: tuple[Lack, ...] = ()
    forecasts: tuple[DateForecastStanding, ...] = ()
    complete: Decimal | None = None
    progress: str = ""
    doubt: str | None = None
    source_note: str | None = None
    stage: str | None = None

    @property
    def moved_with_approval(self) -> bool:
        """Whether it is open, and the step that led to its present date was approved."""
        last = self.moves[-1] if self.moves else None
        return last is not None and bool(last.on and last.approved_by) and self.due.kind not in ("closed", "none")

    @property
    def state_words(self) -> str:
        """The state for a reader, and where there is none, why."""
        if self.lacks:
            return commas(["delivered", AWAITING])
        if self.state:
            return self.state.replace("-", " ")
        return phrase("not-said") if self.updates else phrase("never-updated")
