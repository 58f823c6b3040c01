"""Decides which figures are withheld: of all measures as they are today, beside what was ever published of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.model.dates.period import Period, YearEnd
from strategy_tracker.model.measures.group_measures import with_groups
from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import PER
from strategy_tracker.publishing.cells import FigureCell, counts, figures, is_about_people, is_small_in_words, told
from strategy_tracker.publishing.expected import ForecastCell, forecasts_that_leave
from strategy_tracker.publishing.extents import Extent, ends_with_year, extent_of, is_left_out, span_of
from strategy_tracker.publishing.memory import Memory, ShownTotal
from strategy_tracker.publishing.sums import (
    Periods,
    families,
    periods_in,
    shares_in,
    totals_above,
    totals_in,
    wholes,
)
from strategy_tracker.publishing.withhold import FigureEntry, Parts, ShorterPeriods, Spot, Threshold, Withholding
from strategy_tracker.publishing.worked_out import from_totals

Value = Decimal | str | None


class Plan(NamedTuple):
    """What the public may see of each measure.

    `published` are the measures meant for publication, `suppressed` the figures left out of them. `shown` has the
    values that each other figure may be shown with: as it is now, and as it was published. `absent` are suppressed
    figures in whose place nothing stands: their measure is never published for such short periods. `now` has the
    readings of today. `forecasts` are those that may be published.
    """

    published: frozenset[str] = frozenset()
    suppressed: frozenset[FigureCell] = frozenset()
    shown: Mapping[FigureCell, frozenset[Value]] = {}
    absent: frozenset[FigureCell] = frozenset()
    now: Mapping[FigureCell, Reading] = {}
    forecasts: frozenset[ForecastCell] = frozenset()


def plan(measures: Iterable[Measure], memory: Memory, threshold: Threshold, year_end: YearEnd) -> Plan:
    """Decide what is published of the measures of today, whatever moment a document is of."""
    named: dict[str, Measure] = {}
    for measure in with_groups(measures):
        named.setdefault(measure.id, measure)
    strictest = Threshold(max(threshold.below, memory.below), threshold.zeros or memory.zeros)
    above, whole_of = totals_above(named), wholes(named)
    remembered: dict[str, list[FigureCell]] = defaultdict(list)
    for cell in memory.traces:
        remembered[cell.measure].append(cell)
    suppressed: set[FigureCell] = set()
    absent: set[FigureCell] = set()
    expected: set[ForecastCell] = set()
    shown: dict[FigureCell, frozenset[Value]] = {}
    for family in families(named, above, whole_of):
        own = {name: named[name] for name in family}
        totals, counted = ({name: link[name] for name in family if name in link} for link in (above, whole_of))
        table = _Table(own, totals, counted, remembered, memory, strictest, year_end)
        for name in sorted(family, key=lambda one: one in whole_of):  # a bare share is judged by its whole
            table.add(named[name])
        for cell, values in table.decided(family):
            if values:
                shown[cell] = frozenset(values)
            else:
                suppressed.add(cell)
        absent |= table.absent
        if any(one.forecasts for one in own.values()):
            withheld = {cell.measure for cell in suppressed - absent if not cell.series}
            expected |= {*forecasts_that_leave(family, named, withheld, strictest, year_end)}
    published = frozenset(name for name, measure in named.items() if measure.public)
    now = {cell: reading for measure in named.values() for cell, _, reading in figures(measure) if cell in shown}
    return Plan(published, frozenset(suppressed), shown, frozenset(absent), now, frozenset(expected))


class _Table:
    """The figures of one family of measures."""

    def __init__(
        self,
        measures: Mapping[str, Measure],
        above: Mapping[str, str],
        whole_of: Mapping[str, str],
        remembered: Mapping[str, Sequence[FigureCell]],
        memory: Memory,
        threshold: Threshold,
        year_end: YearEnd,
    ) -> None:
        self.measures, self.above, self.whole_of = measures, above, whole_of
        self.remembered, self.memory, self.threshold, self.year_end = remembered, memory, threshold, year_end
        self.spans = {name: span_of(one, measures) for name, one in measures.items()}
        self.entries: dict[Spot, FigureEntry] = {}
        self.spots: dict[FigureCell, Spot] = {}
        self.values: dict[FigureCell, list[Value]] = {}
        self.usual: set[Spot] = set()
        self.absent: set[FigureCell] = set()
        self.parts_then: dict[Spot, list[ShownTotal]] = defaultdict(list)

    def add(self, measure: Measure) -> None:
        """Take in every figure of a measure, and those that were told of it and stand in the files no more."""
        here: dict[FigureCell, tuple[Period, Reading]] = {}
        for cell, period, written in figures(measure):
            here[cell] = (period, written)
            if is_left_out(measure, period, self.measures, self.year_end):
                self.values[cell] = []
                self.absent.add(cell)
        told_of = dict.fromkeys(self.remembered.get(measure.id, ()))
        for cell in {**dict.fromkeys(here), **told_of}:
            if cell in here and cell not in self.absent:
                self._take(measure, cell, *here[cell])
            elif cell in told_of:
                self._take(measure, cell, _period_of(cell), None)

    def _take(self, measure: Measure, cell: FigureCell, period: Period, reading: Reading | None) -> None:
        extent = extent_of(measure, self.spans[measure.id], period, self.measures, self.year_end)
        spot = self.spots[cell] = Spot(measure.id, cell.series, extent)
        made = self._entry(measure, cell, extent, reading)
        self.parts_then[spot] += self.memory.of(cell).totals
        if made.out or period.kind not in ("calendar-year", "academic-year") or self.year_end.is_of_calendar:
            self.usual.add(spot)
        if spot in self.entries:  # another name of the same days
            made = _together(self.entries[spot], made)
        self.entries[spot] = made

    def _entry(self, measure: Measure, cell: FigureCell, extent: Extent, reading: Reading | None) -> FigureEntry:
        trace, people = self.memory.of(cell), is_about_people(measure)
        counted = people and measure.unit not in PER
        keep: list[Value] = [value for value in trace.certain if not (counted and self.threshold.hides(value))]
        if reading is None:
            value = () if measure.unit in PER else trace.shown[-1:]
            out = bool(trace.shown) and not trace.withheld
            self.values[cell] = [] if cell in self.absent else keep
            return FigureEntry(value or None, people, trace.withheld, trace.withheld, out, trace.shown, written=False)
        now = told(reading, measure.unit)
        self.values[cell] = [now, *keep]
        counts_of = self._counts(measure, extent, reading)
        withheld = (
            not measure.public
            or reading.symbol == "c"
            or trace.withheld
            or (people and any(map(self.threshold.hides, counts_of or ())))
            or (people and is_small_in_words(reading, self.threshold.below))
            or (people and not cell.series and counts_of is None and measure.unit in PER and measure.of is not None)
            or self._is_never_shown(measure, extent, people)
        )
        out = trace.is_last(now) and not withheld
        full = counts_of if counts_of is None or measure.unit not in PER or len(counts_of) == 3 else None
        return FigureEntry(full, people, withheld, trace.withheld, out, trace.shown)

    def _counts(self, measure: Measure, extent: Extent, reading: Reading) -> tuple[Decimal, ...] | None:
        """The counts in a figure; those of a share alone by the whole that another measure counts."""
        whole = self.entries.get(Spot(self.whole_of.get(measure.id, ""), "", extent))
        if measure.unit in PER and None not in (whole, reading.value) and reading.numerator is reading.denominator:
            assert whole is not None
            if whole.counts:
                reading = reading.model_copy(update={"denominator": whole.counts[0]})
        return counts(reading, measure.unit)

    def _is_never_shown(self, measure: Measure, extent: Extent, people: bool) -> bool:
        """A rolling year that does not end with the year, a running total of a part before, a part of other days."""
        total = self.measures.get(self.above.get(measure.id, ""))
        if total is not None and self.spans[total.id] != self.spans[measure.id]:
            return True
        if not people or extent.kind not in ("rolling", "running"):
            return False
        if extent.kind == "rolling":
            early = measure.unit not in PER
        else:
            early = total is not None or measure.id in self.whole_of
        return early and not ends_with_year(measure, extent.end, self.measures, self.year_end)

    def decided(self, family: Sequence[str]) -> Iterator[tuple[FigureCell, list[Value]]]:
        """Every figure of the public measures with the values that it may be shown with; none where it is withheld."""
        periods = self._with_what_is_worked_out(family)
        totals = totals_in(family, self.measures, self.above, self.entries)
        now = {(one.whole, one.by) for one in totals}
        then = {
            (spot, address_of(name).by)
            for spot, told in self.parts_then.items()
            for one in told
            for name in (*one.parts, spot.measure)
        }
        totals += [Parts(spot, (), by=by) for spot, by in sorted(then - now)]
        totals = [self._changed(one) for one in totals]
        shares = shares_in(family, self.measures, self.whole_of, self.entries)
        withheld = Withholding(self.entries, [*totals, *shares], periods, self.threshold).decide()
        for cell, values in self.values.items():
            if self.measures[cell.measure].public:
                yield cell, [] if self.spots.get(cell) in withheld else values

    def _periods(self) -> Iterator[Periods]:
        of: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        for spot in self.entries:
            if spot.extent.kind == "stretch":
                of[spot.measure, spot.series].append(spot)
        for spots in of.values():
            yield periods_in(spots, self.entries, self.usual)

    def _with_what_is_worked_out(self, family: Sequence[str]) -> list[ShorterPeriods]:
        """Take in what totals and longer periods tell of figures in no file; give each period with its shorter ones.

        Periods that cross another are withheld.
        """
        new = True
        made: list[Periods] = []
        while new:
            new = self._take_in(from_totals(family, self.measures, self.above, self.entries))
            made = [*self._periods()]
            for spot in (spot for one in made for spot in one.crossing):
                self.entries[spot] = self.entries[spot]._replace(withheld=True, out=False)
            new |= self._take_in({spot: entry for one in made for spot, entry in one.between.items()})
        return [piece for one in made for piece in one.pieces]

    def _take_in(self, found: Mapping[Spot, FigureEntry]) -> bool:
        """Add figures that everybody can work out; whether any was new."""
        new = {spot: entry for spot, entry in found.items() if spot not in self.entries}
        for spot, entry in new.items():
            small = entry.people and any(map(self.threshold.hides, entry.counts or ()))
            withheld = small or (not entry.out and not self.measures[spot.measure].public)
            self.entries[spot] = entry._replace(withheld=withheld, out=entry.out and not small)
            self.usual.add(spot)
        return bool(new)

    def _changed(self, total: Parts) -> Parts:
        """Say of a total whether it has changed together with its list of parts since it was published."""
        entry = self.entries.get(total.whole)
        if entry is None or entry.counts is None or not self.parts_then[total.whole]:
            return total
        at, then = total.whole[1:], self.parts_then[total.whole]
        parts = _by(total.by, (name for name, above in self.above.items() if above == total.whole.measure))
        entries = {name: self.entries.get(Spot(name, *at)) for name in parts}
        having = frozenset(name for name, one in entries.items() if one is not None and one.written)
        changed = [
            one
            for one in then
            if one.value != entry.counts[0] and (_by(total.by, one.parts), _by(total.by, one.having)) != (parts, having)
        ]
        return total._replace(changed=bool(changed), told=any(one.over_withheld for one in changed))


def _by(by: str, names: Iterable[str]) -> frozenset[str]:
    """Those of some parts of a total that are groups by one thing, or no groups at all where it is empty."""
    return frozenset(name for name in names if address_of(name).by == by)


def _together(one: FigureEntry, other: FigureEntry) -> FigureEntry:
    """Two names of the same days as one figure."""
    return FigureEntry(
        one.counts if one.counts is not None else other.counts,
        one.people,
        one.withheld or other.withheld,
        one.kept or other.kept,
        one.out and other.out,
        (*one.shown, *other.shown),
        one.written or other.written,
    )


def _period_of(cell: FigureCell) -> Period:
    """The days of a figure that stands in no file any more."""
    return Period("", "day" if cell.start == cell.end else "year", cell.start, cell.end)
