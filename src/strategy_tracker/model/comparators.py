"""Figures of others, as they were downloaded: whose they are, from where, since when they are known here."""

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.measures.code import Code
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Text


class Comparator(Record):
    """The figures of one geography, of many measures."""

    geography: Text
    """Whose figures these are: England, London, statistical neighbours, the name of another body."""
    group: Text | None = None
    """The family group it is a member of: those are ranked together, and have no position of their own."""
    figures: dict[Code, dict[PeriodKey, Reading]] = {}
    """By the code of a measure: the figure for each period."""


class Comparators(Record):
    """A file of comparators, as it was downloaded on one day from one place."""

    source: Text
    """Who publishes them, and where: the title of the tables, or their address."""
    downloaded: Date
    """The day they were downloaded, from which they are known here."""
    comparators: tuple[Comparator, ...] = ()
    """The figures of each geography."""
