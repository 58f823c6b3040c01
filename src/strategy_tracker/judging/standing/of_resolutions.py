"""What is known on a day of the things a body was asked: what it resolved, who is to do what, and how far that is."""

from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.plain.resolved import Resolved

ResolutionState = Literal["unanswered", "closed", "done", "late", "no-owner", "open"]
"""How far a resolution is: without an answer on record; nothing to do; done; late; to be done by nobody; to be done."""

STATE_WORDS: dict[ResolutionState, str] = {
    "unanswered": "no answer on record",
    "closed": "nothing to do",
    "done": "done",
    "late": "late",
    "no-owner": "no owner",
    "open": "open",
}
"""Each state as it is said."""


class ResolutionStanding(NamedTuple):
    """One thing that a body was asked, with what it resolved last: `meeting` is when, `first` when it was asked first.

    `by` is the post on record that is to do it, `owners` who is chased for it: that post, or the owners of the
    `actions` that carry it out, or else of what it is about. `carried_out` says what points to it: a move, a target, a
    stop. `words` say the state in a sentence; `days` is how late it is. `asked_for` says that something is to be done.
    """

    id: str
    text: str
    about: str | None
    meeting: str
    first: str
    resolved: Resolved | None
    minute: str | None
    by: str | None
    owners: tuple[str, ...]
    due: str | None
    to_do: str | None
    actions: tuple[str, ...]
    done: str | None
    answer: str | None
    state: ResolutionState
    words: str
    days: int = 0
    due_day: date | None = None
    asked_for: bool = False
    carried_out: tuple[str, ...] = ()
    recommended: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to do or to say something."""
        return self.state not in ("closed", "done")

    @property
    def decision(self) -> str:
        """Write `agreed on 2026-10-12 (minute 14.2)`; what was recommended and has no answer yet was `asked`."""
        word = self.resolved or ("recommended" if self.recommended else "asked")
        told = phrase(f"decided-{word}", day=self.meeting)
        return phrase("thing-of", what=told, of=phrase("minute-number", minute=self.minute)) if self.minute else told
