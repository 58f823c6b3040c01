"""What changes a strategy from within, and what changes round it: decisions on its own shape, and rules of others."""

from typing import Literal

from pydantic import Field

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Ids, Text

Certainty = Literal["certain", "likely", "possible"]


class StrategyChange(Record):
    """One change of the strategy itself, such as of its groups, its form or its scope."""

    on: Date
    """When it was changed."""
    what: Text
    """What was changed."""
    why: Text | None = None
    """The reason."""
    approved_by: Text | None = None
    """The body or post that agreed."""


class OutsideChange(Record):
    """Something that changes round the strategy and that its body does not decide, such as a law or an inspection."""

    what: Text
    """What changes."""
    since: Date | None = Field(default=None, alias="from")
    """From when on."""
    certainty: Certainty | None = None
    """How sure it is."""
    by: Text | None = None
    """Who decides it."""
    priorities: Ids = ()
    """Ids of the priorities that it touches."""
    note: Text | None = None
    """What it means here."""
