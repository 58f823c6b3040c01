"""Measures of a priority that are told together, under a heading of their own."""

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Ids, Text


class MeasureTable(Record):
    """A table of some measures of a priority."""

    title: Text
    """The heading over them."""
    measures: Ids
    """Ids of the measures under it, in the order in which they are told."""
