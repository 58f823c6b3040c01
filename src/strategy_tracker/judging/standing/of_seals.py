"""What a body approved of a thing, and how that stands now."""

from typing import NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.model.names.labels import phrase


class SealStanding(NamedTuple):
    """One thing that a body approved: `what` of the `item`, as it was then and is now, and in which minute.

    `item` is `strategy/priority`, `strategy/action` or the id of a measure. `reserved` says that only a body may
    change it; `ask` is the resolution. `file` and `route` say where it stands now.
    """

    item: str
    what: str
    approved: str
    now: str
    body: str
    on: str
    minute: str | None
    ask: str
    reserved: bool
    file: str
    route: Route

    @property
    def is_broken(self) -> bool:
        """Whether it is not what was approved any more."""
        return self.approved != self.now

    @property
    def words(self) -> str:
        """Write `the due date 2026-03-31 was approved by Board on 2025-10-13 (minute 14.2)`, and what it is now."""
        is_day = len(self.on) == len("2025-10-13")
        when = phrase("on-the-day", day=self.on) if is_day else phrase("in-the-month", month=self.on)
        told = phrase("was-approved", what=self.what, approved=self.approved, body=self.body, when=when)
        if self.minute:
            told = phrase("thing-of", what=told, of=phrase("minute-number", minute=self.minute))
        return phrase("now-unapproved", told=told, now=self.now) if self.is_broken else told
