"""Counts what can be said of measures without any target: which way they moved, and where they are beside others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategy_tracker.judging.standing.of_measures import Comparison, MeasureStanding


class DirectionCounts(NamedTuple):
    """How many measures moved which way since the period before; `unknown` have too little to say.

    `since_last_year` are those of the others that count up over a year and are held against the same point last year.
    """

    better: int
    worse: int
    same: int
    undirected: int
    unknown: int
    since_last_year: int = 0


class PositionCounts(NamedTuple):
    """How many measures are above, level with or below their comparator; `unknown` have none to be put beside.

    `better` and `worse` are those above or below of which it is known on which side it is good to be.
    """

    above: int
    level: int
    below: int
    better: int
    worse: int
    unknown: int

    @property
    def total(self) -> int:
        """All that have a position."""
        return self.above + self.level + self.below


class MeasureCounts(NamedTuple):
    """Directions and positions of some measures, each measure once in each of the two."""

    directions: DirectionCounts
    positions: PositionCounts

    def words(self) -> str:
        """Write `7 better, 3 worse; 9 above, 3 level, 6 below their comparators (9 on the better side, …)`."""
        moves, places = self.directions, self.positions
        told = [(moves.better, "better"), (moves.worse, "worse"), (moves.same, "the same")]
        parts = [", ".join(f"{number} {word}" for number, word in told if number)]
        if places.total:
            told = [(places.above, "above"), (places.level, "level"), (places.below, "below")]
            beside = ", ".join(f"{number} {word}" for number, word in told if number)
            sides = ((places.better, "on the better side"), (places.worse, "on the worse"))
            good = ", ".join(f"{number} {word}" for number, word in sides if number)
            ending = "their comparators" if places.total > 1 else "its comparator"
            parts.append(f"{beside} {ending}" + (f" ({good})" if good else ""))
        return "; ".join(part for part in parts if part)


def count_measures(measures: Iterable[MeasureStanding]) -> MeasureCounts:
    """Count the directions and positions of what is shown; what was withdrawn is counted nowhere."""
    held = [measure for measure in measures if not measure.withdrawn]
    return MeasureCounts(_directions(held), _positions(held))


def add_counts(counts: Sequence[MeasureCounts]) -> MeasureCounts:
    """Add up the counts of measures that are in one of them only."""
    return MeasureCounts(
        DirectionCounts(*map(sum, zip(*(each.directions for each in counts), strict=True))),
        PositionCounts(*map(sum, zip(*(each.positions for each in counts), strict=True))),
    )


def _directions(measures: list[MeasureStanding]) -> DirectionCounts:
    """Count the short arrows; a figure that counts up over its year would be better or worse for no other reason."""
    kinds = Counter(measure.headline.kind for measure in measures)
    undirected = kinds["up"] + kinds["down"] + kinds["level"]
    yearly = sum(one.headline.kind != "none" and one.headline is not one.short for one in measures)
    return DirectionCounts(kinds["better"], kinds["worse"], kinds["same"], undirected, kinds["none"], yearly)


def _positions(measures: list[MeasureStanding]) -> PositionCounts:
    found = [(measure, position_of(measure)) for measure in measures]
    kinds = Counter(one.kind if one else "none" for _, one in found)
    sides = Counter(is_better_side(measure, one) for measure, one in found if one)
    return PositionCounts(kinds["above"], kinds["level"], kinds["below"], sides[True], sides[False], kinds["none"])


def position_of(measure: MeasureStanding) -> Comparison | None:
    """The one position of a measure that is counted: beside what it is compared with, else beside the first it has."""
    known = [one for one in measure.comparisons if one.kind != "none"]
    return next((one for one in known if one.name == measure.compared_with), known[0] if known else None)


def is_better_side(measure: MeasureStanding, position: Comparison) -> bool | None:
    """Whether it is good to be where the measure is; None for level, and where neither side is called better."""
    if position.kind not in ("above", "below") or measure.better not in ("higher", "lower"):
        return None
    return (position.kind == "above") == (measure.better == "higher")


class SideCounts(NamedTuple):
    """How many measures are on the better side of others, level with them, or on the worse; one wants a direction."""

    ahead: int
    level: int
    behind: int


def count_sides(measures: Iterable[MeasureStanding]) -> SideCounts:
    """Count on which side of others the measures are of which it is said which way is better."""
    found = [
        (one, place)
        for one in measures
        if not one.withdrawn and one.better in ("higher", "lower") and (place := position_of(one))
    ]
    sides = Counter(is_better_side(one, place) for one, place in found)
    return SideCounts(sides[True], sides[None], sides[False])
