"""Outcome frameworks: what is wanted for people, by domain, and which way each thing should go."""

from typing import Literal

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text

Want = Literal["up", "down"]


class WantedOutcome(Record):
    """Something that should go up or down."""

    what: Text
    """What should change, such as 'Criminal offences'."""
    want: Want
    """Which way it should go."""


class OutcomeDomain(Record):
    """A part of people's lives, and what should change in it."""

    domain: Text
    """The part of life, such as 'Staying safe'."""
    wants: tuple[WantedOutcome, ...]
    """What should change in it, each with its direction."""
