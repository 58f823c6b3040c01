"""Surveys of the people a strategy is for: how often they are asked, what each edition was, and what it feeds."""

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Every, Id, Ids, Number, Text, Texts


class SurveyEdition(Record):
    """One time that people were asked."""

    on: Date
    """When they were asked."""
    cohort: Text | None = None
    """Who was asked."""
    responses: Number | None = None
    """How many answered."""
    asked: Number | None = None
    """How many were asked."""
    report: Text | None = None
    """Where its results are told."""
    meeting: Date | None = None
    """When the results were talked over with those who were asked."""
    found: Texts = ()
    """What was found."""


class Survey(Record):
    """A survey that is held again and again."""

    id: Id
    """Short and stable, unique in the strategy, never reused."""
    title: Text
    """What it is called."""
    partner: Text | None = None
    """Who holds it, or helps to."""
    every: Every | None = None
    """How often it is held, such as 2 years."""
    editions: tuple[SurveyEdition, ...] = ()
    """Each time that people were asked, in any order."""
    feeds: Ids = ()
    """Ids of the measures whose figures come from it."""
    note: Text | None = None
    """Anything a reader must know about this survey."""
