"""Takes a second look for figures that can be narrowed down, from sum to sum, to less than the threshold."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from strategy_tracker.model.measure import Measure
from strategy_tracker.publishing.spots import Leak, Spot, SpotAmount, counting, parts_of


class Sum(NamedTuple):
    """A whole and the amounts that make it up."""

    whole: Spot
    parts: tuple[Spot, ...]


_WAYS, _STEPS = 40, 4000
"""Ways to lay a period out of shorter ones that are looked at, and steps taken to find them; few are needed."""


def tiled(spots: Mapping[Spot, SpotAmount]) -> list[Sum]:
    """Find periods that are made up of shorter ones of the same measure, without a gap."""
    rows: dict[tuple[str, ...], list[Spot]] = {}
    for spot in spots:
        if not spot[5]:
            rows.setdefault(spot[:3], []).append(spot)
    found = []
    for row in rows.values():
        begins: dict[date, list[Spot]] = {}
        for spot in row:
            begins.setdefault(spot[3], []).append(spot)
        for whole in row:
            found += [Sum(whole, way) for way in _ways(whole, begins) if way != (whole,)]
    return found


def _ways(whole: Spot, begins: Mapping[date, Sequence[Spot]]) -> list[tuple[Spot, ...]]:
    done: list[tuple[Spot, ...]] = []
    open_ways: list[tuple[Spot, ...]] = [()]
    for _ in range(_STEPS):
        if not open_ways or len(done) >= _WAYS:
            break
        way = open_ways.pop()
        day = way[-1][4] + timedelta(days=1) if way else whole[3]
        for spot in begins.get(day, ()):
            if spot[4] == whole[4]:
                done.append((*way, spot))
            elif spot[4] < whole[4]:
                open_ways.append((*way, spot))
    return done


def added(spots: Mapping[Spot, SpotAmount], measures: Mapping[str, Measure]) -> list[Sum]:
    """Find totals with their parts for the same days, where every part that counts then has such a figure."""
    parts, found = parts_of(spots, measures), []
    for spot in spots:
        listed = tuple(counting(spot, parts))
        if listed and all(one in spots for one in listed):
            found.append(Sum(spot, listed))
    return found


class _Bounds:
    """The least and the most that an amount may be."""

    def __init__(self, least: Fraction, most: Fraction | None) -> None:
        self.least, self.most = least, most

    def narrow(self, least: Fraction, most: Fraction | None) -> bool:
        """Take in what a sum says; whether that was news."""
        before = (self.least, self.most)
        self.least = max(self.least, least)
        self.most = most if self.most is None else self.most if most is None else min(self.most, most)
        return before != (self.least, self.most)


def narrowed(spots: Mapping[Spot, SpotAmount], sums: Sequence[Sum], threshold: Fraction) -> Iterator[Leak]:
    """Give the guarded amounts in a sum of which less than the threshold lies between the least and the most."""
    spans = {
        spot: _Bounds(seen.amount, seen.amount)
        if seen.published and seen.amount is not None
        else _Bounds(seen.least, None)
        for spot, seen in spots.items()
    }
    for _ in range(100):
        if not sum(_settle(one, spots, spans) for one in sums):
            break
    used = {spot for one in sums for spot in (one.whole, *one.parts)}
    for spot, seen in spots.items():
        most = spans[spot].most
        if spot in used and not seen.published and seen.guarded and most is not None:
            width = most - spans[spot].least
            if width < threshold:
                near = [each for one in sums if spot in (one.whole, *one.parts) for each in (one.whole, *one.parts)]
                names = (f"'{spots[each].title}' for {spots[each].period}" for each in near if spots[each].published)
                how = f"it can be narrowed down to a range of less than {threshold}"
                yield Leak(seen.title, seen.period, how, tuple(dict.fromkeys(names)))


def _settle(one: Sum, spots: Mapping[Spot, SpotAmount], spans: Mapping[Spot, _Bounds]) -> bool:
    """Narrow each side of a sum by the other; an amount that is published stays as it is."""
    parts, news = [spans[each] for each in one.parts], False
    least = sum((part.least for part in parts), Fraction(0))
    most = (
        None
        if any(part.most is None for part in parts)
        else sum((part.most or Fraction(0) for part in parts), Fraction(0))
    )
    whole = spans[one.whole]
    if not spots[one.whole].published:
        news |= whole.narrow(least, most)
    for place, spot in enumerate(one.parts):
        if spots[spot].published:
            continue
        others = [part for n, part in enumerate(parts) if n != place]
        up = None if whole.most is None else whole.most - sum((part.least for part in others), Fraction(0))
        bound = any(part.most is None for part in others)
        down = Fraction(0) if bound else whole.least - sum((part.most or Fraction(0) for part in others), Fraction(0))
        news |= parts[place].narrow(down, up)
    return news
