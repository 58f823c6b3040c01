"""What somebody judged of a measure: a colour beside the one its rule gives, and never in its place."""

from typing import Literal

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Text


class MeasureJudgement(Record):
    """Somebody's own colour for a measure on a day; the latest one holds."""

    on: Date
    """The day it was judged."""
    rag: Literal["red", "amber", "green"]
    """The colour it was given."""
    note: Text | None = None
    """Why; with a red, what will be done about it."""
    by: Text | None = None
    """Who says so: a post, not a person."""
