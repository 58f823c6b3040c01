"""Finds which figures add up to which: shorter periods to a longer one, parts to their total."""

from bisect import bisect_left, bisect_right
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import PER, add_up
from strategy_tracker.publishing.extents import DAY, Extent, adds_up
from strategy_tracker.publishing.withhold import FigureEntry, Parts, ShorterPeriods, Spot


def totals_above(measures: Mapping[str, Measure]) -> dict[str, str]:
    """The total that each measure is a part of, where both count in the same unit; a circle is no sum."""
    links = ((one, measures.get(one.part_of or "")) for one in measures.values() if adds_up(one))
    found = {one.id: total.id for one, total in links if total and total.id != one.id and add_up(total.unit, one.unit)}
    return {part: total for part, total in found.items() if not _goes_round(part, found)}


def wholes(measures: Mapping[str, Measure]) -> dict[str, str]:
    """The measure that counts those of whom each measure counts some, or a share."""
    links = ((one, measures.get(one.of or "")) for one in measures.values() if adds_up(one) and one.of != one.part_of)
    return {
        one.id: whole.id
        for one, whole in links
        if whole
        and whole.id != one.id
        and adds_up(whole)
        and whole.unit not in PER
        and (one.unit in PER or add_up(one.unit, whole.unit))
    }


def _goes_round(name: str, above: Mapping[str, str]) -> bool:
    seen = {name}
    while (name := above.get(name, "")) and name not in seen:
        seen.add(name)
    return bool(name)


def families(measures: Iterable[str], *links: Mapping[str, str]) -> Iterator[list[str]]:
    """Group measures that are tied by any of these links."""
    first = {name: name for name in measures}

    def root(name: str) -> str:
        while first[name] != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for link in links:
        for part, total in link.items():
            first[root(part)] = root(total)
    grouped: dict[str, list[str]] = defaultdict(list)
    for name in first:
        grouped[root(name)].append(name)
    yield from grouped.values()


class Periods(NamedTuple):
    """The stretches of days of one measure: which hold which, and what they tell of days that have no figure.

    `between` are the figures that everybody can work out, `crossing` those that overlap another without holding it.
    """

    pieces: list[ShorterPeriods]
    between: dict[Spot, FigureEntry]
    crossing: list[Spot]


def periods_in(spots: Sequence[Spot], entries: dict[Spot, FigureEntry], usual: Iterable[Spot]) -> Periods:
    """Sort the stretches of days of one measure into longer and shorter; of two that cross, a `usual` one stays."""
    first = set(usual)
    kept: list[Spot] = []
    crossing: list[Spot] = []
    for group in ([one for one in spots if one in first], [one for one in spots if one not in first]):
        fits = _Nesting(kept)
        for spot in sorted(group, key=lambda one: (one.extent.start, -one.extent.end.toordinal())):
            (kept if fits.add(spot.extent) else crossing).append(spot)
    found = Periods([], {}, crossing)
    inside: dict[Spot, list[Spot]] = defaultdict(list)
    open_ones: list[Spot] = []
    for spot in sorted(kept, key=lambda one: (one.extent.start, -one.extent.end.toordinal())):
        while open_ones and open_ones[-1].extent.end < spot.extent.start:
            open_ones.pop()
        if open_ones:
            inside[open_ones[-1]].append(spot)
        open_ones.append(spot)
    for whole, having in sorted(inside.items(), key=lambda one: one[0].extent.end - one[0].extent.start):
        pieces, gaps = tuple(having), [*_gaps(whole.extent, having)]
        if len(gaps) == 1 and (between := _between(whole, pieces, ChainMap(found.between, entries))):
            spot = whole._replace(extent=gaps.pop())
            found.between[spot] = between
            pieces = (*pieces, spot)
        found.pieces.append(ShorterPeriods(whole, pieces, not gaps))
    return found


class _Nesting:
    """Stretches of days of which none crosses another, and whether one more would."""

    def __init__(self, kept: Iterable[Spot]) -> None:
        self.cuts = sorted({(one.extent.start, one.extent.end) for one in kept})
        self.own: list[tuple[date, date]] = []

    def add(self, extent: Extent) -> bool:
        """Take one more in, where it crosses none; they come in the order of their first days, the longest first."""
        while self.own and self.own[-1][1] < extent.start:
            self.own.pop()
        if self.own and self.own[-1][1] < extent.end:
            return False
        if self.cuts and any(self._crosses(extent, day) for day in (extent.start, extent.end)):
            return False
        self.own.append((extent.start, extent.end))
        return True

    def _crosses(self, extent: Extent, day: date) -> bool:
        """Whether a stretch that holds this day neither holds the extent nor lies in it."""
        at = bisect_right(self.cuts, (day, date.max))
        for start, end in reversed(self.cuts[max(0, at - 6) : at]):  # a day, a month, a quarter, a year hold a day
            holds, lies = start <= extent.start and extent.end <= end, extent.start <= start and end <= extent.end
            if end >= day and not (holds or lies):
                return True
        return False


def _gaps(whole: Extent, pieces: Iterable[Spot]) -> Iterator[Extent]:
    """The stretches of days in a longer one that no shorter one covers."""
    day = whole.start
    for one in sorted(piece.extent for piece in pieces):
        if day < one.start:
            yield Extent("stretch", day, one.start - DAY)
        day = one.end + DAY
    if day <= whole.end:
        yield Extent("stretch", day, whole.end)


def _between(whole: Spot, pieces: Sequence[Spot], entries: Mapping[Spot, FigureEntry]) -> FigureEntry | None:
    """What a longer period has more than the shorter ones in it, where all of them are known."""
    every = [entries[one] for one in (whole, *pieces)]
    counts = [one.counts for one in every if one.counts is not None]
    if len(counts) < len(every) or len({len(one) for one in counts}) > 1:
        return None
    rest = tuple(total - sum(one[n] for one in counts[1:]) for n, total in enumerate(counts[0]))
    return FigureEntry(rest, every[0].people, out=all(one.out for one in every), written=False)


def totals_in(
    family: Iterable[str],
    measures: Mapping[str, Measure],
    above: Mapping[str, str],
    entries: Mapping[Spot, FigureEntry],
) -> list[Parts]:
    """The sums of parts over the days of which any has a figure, parts of parts first."""
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(family):
        if name in above:
            parts[above[name], address_of(name).by].append(name)
    at: dict[str, set[tuple[str, Extent]]] = defaultdict(set)
    stretches: dict[tuple[str, str], list[Extent]] = defaultdict(list)
    for spot in sorted(entries):
        at[spot.measure].add((spot.series, spot.extent))
        if spot.extent.kind == "stretch" and entries[spot].written:
            stretches[spot.measure, spot.series].append(spot.extent)
    found = []
    for total, by in sorted(parts, key=lambda one: -_depth(one[0], above)):
        listed = parts[total, by]
        public = [name for name in listed if measures[name].public]
        inside = [name for name in listed if not measures[name].public]
        longer = {where for where in at[total] if where[1].kind == "stretch"}
        for where in sorted(longer.union(*(at[name] for name in listed))):
            having = tuple(Spot(name, *where) for name in public if where in at[name])
            kept = [spot for name in inside if (spot := Spot(name, *where)) in entries]
            told = tuple(spot for spot in kept if entries[spot].was_told)
            having += told  # it was public once, and somebody knows it
            hidden = tuple(spot for spot in kept if spot not in told)
            missing = len(listed) - len(having) - len(hidden)
            shorter = tuple(
                Spot(name, where[0], extent)
                for name in public
                if where not in at[name]
                for extent in _inside(where[1], stretches[name, where[0]])
            )
            found.append(Parts(Spot(total, *where), having, hidden, missing, shorter=shorter, by=by))
    return found


def _inside(whole: Extent, stretches: Sequence[Extent]) -> Iterator[Extent]:
    """The longest of these stretches of days, given in order, that lie in a longer one."""
    first, last = bisect_left(stretches, whole._replace(end=date.min)), date.min
    if whole.kind != "stretch":
        return
    end = bisect_right(stretches, whole._replace(start=whole.end, end=date.max))
    for one in sorted(stretches[first:end], key=lambda one: (one.start, -one.end.toordinal())):
        if last < one.end <= whole.end and one.start > last:
            yield one
            last = one.end


def _depth(name: str, above: Mapping[str, str]) -> int:
    depth = 0
    while name := above.get(name, ""):
        depth += 1
    return depth


def shares_in(
    family: Iterable[str],
    measures: Mapping[str, Measure],
    whole_of: Mapping[str, str],
    entries: Mapping[Spot, FigureEntry],
) -> list[Parts]:
    """The wholes of which a measure counts some, each with that one part; the other part is never published."""
    names = {name for name in family if name in whole_of and measures[name].public and measures[whole_of[name]].public}
    pairs = ((spot, spot._replace(measure=whole_of[spot.measure])) for spot in sorted(entries) if spot.measure in names)
    return [Parts(whole, (spot,), ratio=True) for spot, whole in pairs if whole in entries]
