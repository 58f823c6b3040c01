"""The rule by which a body names one colour for a priority, beside its counts and never instead of them."""

from strategy_tracker.model.plain.headline_rule import HeadlineRule
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text

__all__ = ["Headline", "HeadlineRule"]


class Headline(Record):
    """One colour for the actions of a priority and one for its measures, by a rule that has a name."""

    name: Text
    """What the body calls it."""
    rule: HeadlineRule
    """How the colours of its actions, or of its measures, give one."""
