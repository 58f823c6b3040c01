"""What a body approved of a thing, and how that stands now."""

from typing import NamedTuple

from strategy_tracker.diagnostics import Route


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
        day = f"{'on' if len(self.on) == len('2025-10-13') else 'in'} {self.on}"
        minute = f" (minute {self.minute})" if self.minute else ""
        approved = f"the {self.what} {self.approved} was approved by {self.body} {day}{minute}"
        return f"{approved}; it is {self.now} now, which nobody on record has approved" if self.is_broken else approved
