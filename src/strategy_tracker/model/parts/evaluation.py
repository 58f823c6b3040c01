"""How it is found out whether something works: each look that is taken at it."""

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text


class EvaluationStep(Record):
    """One look at whether something works: when it is taken, how, and what it found."""

    point: Text
    """When, such as 'start' or '3 months'."""
    tool: Text | None = None
    """How, such as 'survey' or 'focus group'."""
    by: Text | None = None
    """Who looks: a post or a body, not a person."""
    found: Text | None = None
    """What was found."""
