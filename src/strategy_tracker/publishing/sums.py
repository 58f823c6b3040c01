"""Finds which figures add up to which: parts to their total, quarters to their year, months to a rolling year.

Every figure that counts over time is a sum of pieces of time; every total is the sum of its parts. So all that a reader
can know is a set of sums of pieces, each at least 0.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.judging.measures.counting_up import counting_year
from strategy_tracker.model.measure import ADDED_UP, Measure
from strategy_tracker.model.period import Period, YearEnd
from strategy_tracker.model.values import months_after
from strategy_tracker.publishing.cells import FigureCell, Quantity
from strategy_tracker.publishing.ranges import Equation

_DAY = timedelta(days=1)


class Extent(NamedTuple):
    """The days a figure counts, from `start` up to `end`; a `point` is only ever the same as itself."""

    point: bool
    start: date
    end: date


class FigureEntry(NamedTuple):
    """One quantity of one figure; the amount is None where nobody has written it."""

    cell: FigureCell
    extent: Extent
    amount: Decimal | None


def extent_of(
    measure: Measure, period: Period, quantity: Quantity, measures: Mapping[str, Measure], year_end: YearEnd
) -> Extent:
    """What a reading of `period` counts; what its measure does not say of itself, the totals above it may say."""
    span = span_of(measure, measures)
    counted = quantity != "value" or measure.unit in ADDED_UP
    if span == "snapshot":
        return Extent(True, period.end, period.end)
    if not counted or (span is None and period.kind == "day"):
        return Extent(True, period.start, period.end)
    if span == "cumulative":
        return Extent(False, counting_year(_with_years(measure, measures), period.end, year_end).start, period.end)
    if span == "rolling-12-months":
        return Extent(False, months_after(period.end, -12) + _DAY, period.end)
    return Extent(False, period.start, period.end)


class Knot(NamedTuple):
    """Figures that may be worked out from one another: of one family of totals and parts, in days that overlap."""

    entries: tuple[FigureEntry, ...]
    parts: Mapping[str, Sequence[str]]

    def known(
        self, hidden: frozenset[FigureCell] | set[FigureCell], floors: frozenset[FigureCell] | set[FigureCell]
    ) -> list[Equation]:
        """What a reader knows when the `hidden` cells are not printed: those in `floors` are known to be 1 or more."""
        pieces = self._pieces()
        rows = []
        for entry in self.entries:
            terms = dict.fromkeys(self.terms(entry, pieces), 1)
            if entry.cell not in hidden and entry.amount is not None:
                rows.append(Equation(terms, Fraction(entry.amount)))
            elif entry.cell in floors:
                rows.append(Equation(terms, Fraction(1), at_least=True))
        return [*rows, *self._totals(pieces)]

    def gaps(self, counted: frozenset[str]) -> list[FigureEntry]:
        """The stretches of days between figures of a measure for which there is no figure: April, out of May and Q1."""
        pieces, own, found = self._pieces(), {(e.cell.measure, e.extent) for e in self.entries}, {}
        for entry in self.entries:
            for piece in pieces[entry.extent]:
                if entry.cell.measure in counted and not piece.point and (entry.cell.measure, piece) not in own:
                    found[entry.cell.measure, piece] = FigureEntry(entry.cell, piece, None)
        return list(found.values())

    def terms(self, entry: FigureEntry, pieces: Mapping[Extent, tuple[Extent, ...]] | None = None) -> list[object]:
        """The pieces that an entry is the sum of."""
        made = (pieces or self._pieces()).get(entry.extent, (entry.extent,))
        return [(entry.cell.measure, piece) for piece in made]

    def _pieces(self) -> dict[Extent, tuple[Extent, ...]]:
        """Every extent cut where any other one begins or ends."""
        extents = {entry.extent for entry in self.entries}
        cuts = sorted({day for one in extents if not one.point for day in (one.start, one.end + _DAY)})
        found = {}
        for one in extents:
            inside = [day for day in cuts if one.start <= day <= one.end + _DAY]
            found[one] = (one,) if one.point else tuple(Extent(False, a, b - _DAY) for a, b in pairwise(inside))
        return found

    def _totals(self, pieces: Mapping[Extent, tuple[Extent, ...]]) -> Iterator[Equation]:
        """A total is the sum of its parts over all days that it counts and they count."""
        held: dict[str, set[Extent]] = {}
        for entry in self.entries:
            held.setdefault(entry.cell.measure, set()).update(pieces[entry.extent])
        for total, parts in self.parts.items():
            mine = [part for part in parts if part in held]
            if total not in held or not mine:
                continue
            for extent in dict.fromkeys(e.extent for e in self.entries if e.cell.measure in (total, *mine)):
                wanted = set(pieces[extent])
                counting = [part for part in mine if wanted & held[part]]
                if wanted <= held[total] and counting:
                    terms: dict[object, int] = {(total, piece): 1 for piece in wanted}
                    terms |= {(part, piece): -1 for part in counting for piece in wanted & held[part]}
                    if any(not wanted <= held[part] for part in counting):
                        terms[total, extent, "not recorded"] = -1
                    yield Equation(terms, Fraction(0))


def knots(entries: Iterable[FigureEntry], measures: Mapping[str, Measure]) -> Iterator[Knot]:
    """Put the entries of one quantity into groups that have nothing to do with one another."""
    roots = {name: root_of(name, measures) for name in measures}
    grouped: dict[tuple[str, str], list[FigureEntry]] = {}
    for entry in entries:
        grouped.setdefault((roots[entry.cell.measure], entry.cell.series), []).append(entry)
    parts: dict[str, dict[str, list[str]]] = {}
    for name in sorted(measures):
        total = measures[name].part_of or ""
        if total in measures and total != name:
            parts.setdefault(roots[name], {}).setdefault(total, []).append(name)
    for (root, _), found in grouped.items():
        for group in overlapping(found):
            yield Knot(tuple(group), parts.get(root, {}))


def root_of(name: str, measures: Mapping[str, Measure]) -> str:
    """Find the total above all totals of a measure; of those that go in a circle, the first by name."""
    seen = [name]
    while (above := measures[seen[-1]].part_of) and above in measures:
        if above in seen:
            return min(seen[seen.index(above) :])
        seen.append(above)
    return seen[-1]


def span_of(measure: Measure, measures: Mapping[str, Measure]) -> str | None:
    """Find what the readings of a measure cover: where it does not say, as the next total above that does."""
    seen = {measure.id}
    while measure.span is None and (total := measures.get(measure.part_of or "")) and total.id not in seen:
        measure = total
        seen.add(total.id)
    return measure.span


def _with_years(measure: Measure, measures: Mapping[str, Measure]) -> Measure:
    """Find the measure whose targets say how years are counted: itself, or the next total above that has any."""
    seen, found = {measure.id}, measure
    while not found.targets and (total := measures.get(found.part_of or "")) and total.id not in seen:
        found = total
        seen.add(total.id)
    return found


def overlapping(entries: Sequence[FigureEntry]) -> Iterator[list[FigureEntry]]:
    """Group entries whose days overlap, directly or through others; a point overlaps only with itself."""
    group: list[FigureEntry] = []
    last: Extent | None = None
    for entry in sorted(entries, key=lambda one: (one.extent, one.cell)):
        extent = entry.extent
        if last is None or (extent != last if extent.point or last.point else extent.start > last.end):
            if group:
                yield group
            group, last = [], extent
        group.append(entry)
        if extent.end > last.end:
            last = extent
    if group:
        yield group
