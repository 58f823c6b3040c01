"""What holds for measures that do not say it themselves: how near a missed target is amber, when readings come."""

from typing import Literal, NamedTuple

from pydantic import model_validator

from strategy_tracker.model.measures.limit import Within
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Every, refuse


class MeasuresDefault(Record):
    """What measures inherit where they do not say it themselves."""

    amber_within: Within | None = None
    """Tolerance: a target missed by no more than this is amber, where the unit of the measure fits."""
    amber: Literal["none"] | None = None
    """With 'none' a target is met or missed, green or red."""
    frequency: Every | None = None
    """How often a reading is expected."""
    lag: Every | None = None
    """A reading is expected this long after its period ends."""

    @model_validator(mode="after")
    def _one_rule(self) -> "MeasuresDefault":
        if self.amber_within is not None and self.amber is not None:
            raise refuse("wrong-shape", "'amber: none' and 'amber_within' are two rules", "keep one of them")
        return self


class StrategyDefault(NamedTuple):
    """What a strategy says of the measures that it names."""

    strategy: str
    default: MeasuresDefault
