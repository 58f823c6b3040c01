"""A target that does not count for a time: since when, until when, why, and who agreed."""

from datetime import date

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Text


class Suspension(Record):
    """That a target, or every target of a measure, does not count for a time: its figures have no colour meanwhile."""

    on: Date
    """The first day on which it did not count."""
    until: Date | None = None
    """The last day on which it does not; left out, until somebody takes 'suspended' away."""
    why: Text | None = None
    """The reason; 'validate' asks for it where it is missing."""
    approved_by: Text | None = None
    """The body or post that agreed."""
    resolution: Text | None = None
    """The resolution of a meeting it points to, such as warm-homes/heat-loss-suspended."""

    def holds(self, today: date) -> bool:
        """Whether it is in force on a day."""
        return self.on.first <= today and (self.until is None or today <= self.until.last)
