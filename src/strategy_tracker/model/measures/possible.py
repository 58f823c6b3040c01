"""Says which figures a measure cannot have, whoever wrote them down."""

from decimal import Decimal

from strategy_tracker.model.measures.measure import Measure


def impossible(value: Decimal, measure: Measure) -> str:
    """Say why no figure of a measure can be `value`; nothing where one can."""
    if measure.unit == "yes-no":
        return "" if value in (0, 1) else "neither yes nor no"
    if measure.unit == "rank" and value < 1:
        return "no place is before the first"
    if 0 <= value <= 100:
        return ""  # no other unit has an end in between; of a percentage the end is asked of all its targets
    least, most = measure.bounds
    if least is not None and value < least:
        return "less than 0"
    if most is not None and value > most:
        return "a percentage over 100 (a change over time has the unit 'percent-change')"
    return ""
