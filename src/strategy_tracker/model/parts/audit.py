"""Audits and dip samples: what was looked into, how much of it, what was found, and which actions answer it."""

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Ids, Text


class Audit(Record):
    """One look into the work, such as an audit of case files or a dip sample."""

    topic: Text
    """What was looked into."""
    on: Date | None = None
    """When."""
    by: Text | None = None
    """Who looked: a post or a body, not a person."""
    sample: Text | None = None
    """How much was looked at, such as '20 case files'."""
    finding: Text | None = None
    """What was found."""
    actions: Ids = ()
    """Ids of the actions that answer it."""
