"""Takes a second look for figures that can be worked out exactly, solving what is published as a linear system.

Here a figure is the difference between two days of a running count, as between two readings of a meter.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from strategy_tracker.model.measure import Measure
from strategy_tracker.publishing.spots import Leak, Spot, SpotAmount, beside, counting, parts_of

_Line = dict[object, Fraction]
_CONSTANT = "amount"


class _System:
    """Lines solved for one unknown each; a line that contradicts the others is left out."""

    def __init__(self) -> None:
        self.solved: dict[object, _Line] = {}

    def add(self, line: _Line) -> None:
        rest = self.reduced(line)
        unknown = next((name for name in rest if name != _CONSTANT), None)
        if unknown is not None:
            by = rest.pop(unknown)
            self.solved[unknown] = {name: -factor / by for name, factor in rest.items()}

    def reduced(self, line: _Line) -> _Line:
        """The line with everything put in that is solved; only a constant is left of what can be worked out."""
        rest = {name: factor for name, factor in line.items() if factor}
        while known := next((name for name in rest if name in self.solved), None):
            factor = rest.pop(known)
            for name, by in self.solved[known].items():
                rest[name] = rest.get(name, Fraction(0)) + factor * by
                if not rest[name]:
                    del rest[name]
        return rest


def solved(spots: Mapping[Spot, SpotAmount], measures: Mapping[str, Measure], threshold: Fraction) -> Iterator[Leak]:
    """Give the guarded amounts that follow from the published ones."""
    system = _System()
    for spot, seen in spots.items():
        if seen.published and seen.amount is not None:
            system.add(_meter(spot) | {_CONSTANT: -seen.amount})
    for line in _meters_of_totals(spots, measures):
        system.add(line)
    for spot, seen in spots.items():
        if not seen.published and seen.guarded and set(system.reduced(_meter(spot))) <= {_CONSTANT}:
            yield Leak(seen.title, seen.period, "it can be worked out exactly", beside(spot, spots, measures))
    for spot, step in _steps(spots, measures):
        rest = system.reduced(step)
        if set(rest) == {_CONSTANT} and 0 < rest[_CONSTANT] < threshold:
            how = f"it begins or ends a stretch of days whose count is under {threshold}"
            yield Leak(spots[spot].title, spots[spot].period, how, beside(spot, spots, measures))


def _steps(spots: Mapping[Spot, SpotAmount], measures: Mapping[str, Measure]) -> Iterator[tuple[Spot, _Line]]:
    """What a count gains between two days on which its figures begin or end, where there is no figure for that."""
    days: dict[tuple[str, ...], dict[date, Spot]] = {}
    for spot in spots:
        if measures[spot[0]].unit == "count" and spot[2] == "value" and not spot[5]:
            days.setdefault(spot[:3], {}).update({spot[3]: spot, spot[4] + timedelta(days=1): spot})
    for own, cuts in days.items():
        for first, last in pairwise(sorted(cuts)):
            if (*own, first, last - timedelta(days=1), False) not in spots:  # a figure is looked at by itself
                yield cuts[last], {(own, last): Fraction(1), (own, first): Fraction(-1)}


def _meter(spot: Spot) -> _Line:
    """An amount as the difference between two days of its running count; a point in time is an unknown of its own."""
    own, (start, end, point) = spot[:3], spot[3:]
    if point:
        return {(own, start, end): Fraction(1)}
    return {(own, end + timedelta(days=1)): Fraction(1), (own, start): Fraction(-1)}


def _meters_of_totals(spots: Mapping[Spot, SpotAmount], measures: Mapping[str, Measure]) -> Iterator[_Line]:
    """Every total less its parts, for the days of each figure of either; nothing is left."""
    parts = parts_of(spots, measures)
    marks = {name for spot in spots for name in _meter(spot)}
    for (total, series, quantity), inside in parts.items():
        own = [spot[3:] for spot in spots if spot[:3] == (total, series, quantity)]
        for days in dict.fromkeys((*own, *(spot[3:] for spot in inside))):
            whole: Spot = (total, series, quantity, *days)
            line, lines = _meter(whole), [_meter(part) for part in counting(whole, parts)]
            if lines and all(set(one) <= marks for one in (line, *lines)):
                yield line | {mark: -factor for one in lines for mark, factor in one.items()}
