"""What a measure measures: the work, what it produced, what changed for people, or what lasts."""

from typing import Literal, get_args

MeasureLevel = Literal["impact", "outcome", "output", "process"]
MEASURE_LEVELS: tuple[MeasureLevel, ...] = get_args(MeasureLevel)
"""Every level, in the order it is told: from what lasts to the work itself."""
