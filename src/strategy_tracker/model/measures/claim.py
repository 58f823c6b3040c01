"""A claim of a source about a measure, and what comes of it where it is held against the figures."""

from typing import Literal

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text

Held = Literal["yes", "partly", "no"]


class Claim(Record):
    """What a source says of a measure, and whether the figures bear it out."""

    text: Text
    """What the source claims."""
    holds: Held | None = None
    """Whether the figures bear it out. Left out: nobody has said."""
    check: Text | None = None
    """What the figures say of it."""
    source: Text | None = None
    """Where it stands."""
