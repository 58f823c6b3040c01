"""The report that a strategy was taken from: what it was, when it was made, and for whom."""

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Text, Texts


class SourceReport(Record):
    """One report to a body, as its head says: its title, its day, who wrote it, and what it asks."""

    title: Text
    """Its title."""
    body: Text | None = None
    """The body that it was for."""
    date: Date | None = None
    """The day of the meeting that it was for."""
    as_of: Date | None = None
    """The day, or the month, that it is true of."""
    author: Text | None = None
    """The post that wrote it; not a person."""
    signatories: Texts = ()
    """The posts that answer for it, such as the chief officer."""
    ask: Text | None = None
    """What it asks the body to do."""
