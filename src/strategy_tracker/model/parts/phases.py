"""Phases of a scheme: a pilot, a first group of people, a second, each with its beginning and its length."""

from pydantic import Field

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Number, Text


class SchemePhase(Record):
    """One run of something that is done in turn with several groups, or is tried out before it is done for all."""

    name: Text
    """What it is called, such as 'pilot' or 'cohort 1'."""
    since: Date | None = Field(default=None, alias="from")
    """When it begins or began."""
    months: Number | None = None
    """How many months it lasts."""
    note: Text | None = None
    """What a reader must know about it; who took part goes into a measure, so that few people stay unrecognised."""
