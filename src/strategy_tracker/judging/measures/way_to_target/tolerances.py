"""Says whether a tolerance is in the unit of its measure."""

from strategy_tracker.model.measures.measure import CURRENCY_WORDS, Measure
from strategy_tracker.model.measures.unit import OwnUnit
from strategy_tracker.model.values import Distance


def fits(distance: Distance, measure: Measure, key: str) -> bool:
    """Whether a distance, declared under a key of a measure with its currency, is in the unit of that measure."""
    if distance.of_target:
        return key not in ("level_within", "same_within")
    if measure.unit in ("count", "thousands", "millions", "billions"):
        return True  # a count has no word of its own: 5 children, 5 places and 5 are all in its unit
    if isinstance(measure.unit, OwnUnit):
        return distance.word.casefold() in measure.unit.printed.words
    more = ("place", "places") if measure.unit == "rank" else CURRENCY_WORDS.get(str(measure.shown_in), ())
    return distance.word in {
        "point", "points", measure.unit, measure.unit.removesuffix("s"), measure.shown_in, *more
    }  # fmt: skip
