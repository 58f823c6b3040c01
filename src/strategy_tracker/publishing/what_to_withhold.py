"""Decides which figures are withheld: those too small, and as many others as it takes that none can be worked out."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from strategy_tracker.model.measure import Measure, Reading, Unit
from strategy_tracker.model.period import Period, YearEnd
from strategy_tracker.publishing.cells import FigureCell, Quantity, figures, is_small, quantities
from strategy_tracker.publishing.ranges import Impossible, range_of
from strategy_tracker.publishing.sums import Extent, FigureEntry, Knot, extent_of, knots

_QUANTITIES: tuple[Quantity, ...] = ("value", "numerator", "denominator")


class Plan(NamedTuple):
    """Which figures are withheld, and which measures.

    `unpublished` are the measures not meant for publication, `suppressed` the figures left out of the others.
    `settled` are published figures beside a suppressed one, with the reading that holds and its unit: a former value
    would be a second sum over the same people.
    """

    unpublished: frozenset[str]
    suppressed: frozenset[FigureCell]
    settled: Mapping[FigureCell, tuple[Reading, Unit]]


class _Record(NamedTuple):
    """A figure with each thing that was ever said of it, what holds now first."""

    period: Period
    unit: Unit
    versions: list[Reading]


def plan(now: Iterable[Measure], then: Iterable[Measure], threshold: Decimal, year_end: YearEnd) -> Plan:
    """Decide what is not published of the measures `now`, and of what they were `then`, where two moments are compared.

    A figure that is too small in either is left out of both. Every figure left out keeps a range of possible values at
    least as wide as the threshold, for a reader who knows every published figure and that nothing left out is 0.
    """
    measures: dict[str, Measure] = {}
    records: dict[FigureCell, _Record] = {}
    primary: set[FigureCell] = set()
    now, then = tuple(now), tuple(then)
    for measure in (*now, *then):
        measures.setdefault(measure.id, measure)
        for cell, period, reading in figures(measure):
            records.setdefault(cell, _Record(period, measure.unit, [])).versions.append(reading)
            if _is_hidden(reading, measure.unit, threshold):
                primary.add(cell)
    unpublished = frozenset(name for name, measure in measures.items() if not measure.public)
    counted = frozenset(name for name, one in measures.items() if one.unit == "count" and name not in unpublished)
    primary |= _left_over(records, measures, threshold)
    hidden = primary | {cell for cell in records if cell.measure in unpublished}
    settled: dict[FigureCell, tuple[Reading, Unit]] = {}
    here = {cell for measure in now for cell, _, _ in figures(measure)}
    views = [records, {cell: records[cell] for cell in records if cell in here}] if then else [records]
    tied = [
        (quantity, knot)
        for view in views  # both moments together, and the later one for itself
        for quantity in _QUANTITIES
        for by_days in (True, False)
        for knot in knots(_entries(quantity, view, measures, year_end, by_days=by_days), measures)
    ]
    before = -1
    while before < len(hidden):  # what is withheld for one quantity may expose a figure of another
        before = len(hidden)
        for quantity, knot in tied:
            _Guard(knot, quantity, counted, threshold).protect(hidden)
    for _, knot in tied:
        settled |= _settled(knot, hidden, records)
    suppressed = frozenset(cell for cell in hidden if cell.measure not in unpublished)
    return Plan(unpublished, suppressed, settled)


def _is_hidden(reading: Reading, unit: Unit, threshold: Decimal) -> bool:
    return reading.symbol == "c" or any(is_small(one, unit, threshold) for one in (reading, *reading.was))


def _left_over(
    records: Mapping[FigureCell, _Record], measures: Mapping[str, Measure], threshold: Decimal
) -> set[FigureCell]:
    """The least part of each total that has a few more than its parts: those few are a count as well."""
    parts: dict[FigureCell, dict[FigureCell, Decimal | None]] = {}
    for cell, record in records.items():
        total = measures[cell.measure].part_of
        if total and measures[cell.measure].unit == "count":
            parts.setdefault(cell._replace(measure=total), {})[cell] = record.versions[0].value
    found = set()
    for cell, amounts in parts.items():
        whole = records[cell].versions[0].value if cell in records else None
        known = {part: amount for part, amount in amounts.items() if amount is not None}
        if whole is not None and len(known) == len(amounts) and 0 < whole - sum(known.values()) < threshold:
            found.add(min(known, key=lambda part: (known[part] <= 0, known[part], part)))
    return found


def _entries(
    quantity: Quantity,
    records: Mapping[FigureCell, _Record],
    measures: Mapping[str, Measure],
    year_end: YearEnd,
    *,
    by_days: bool,
) -> Iterator[FigureEntry]:
    """One quantity of every figure that has it, or that is withheld and whose measure has it elsewhere.

    With `by_days` each counts its days, as its span says. Without, parts and their total are tied by the name of the
    period alone, whatever the span of each is.
    """
    known = {cell: _known(record, measures[cell.measure].unit) for cell, record in records.items()}
    having = {cell.measure for cell, found in known.items() if quantity in found}
    for cell, record in records.items():
        measure = measures[cell.measure]
        withheld = not known[cell] and any(one.symbol == "c" for one in record.versions)
        if quantity in known[cell] or (withheld and (quantity == "value" or cell.measure in having)):
            extent = Extent(True, cell.start, cell.end)
            if by_days:
                extent = extent_of(measure, record.period, quantity, measures, year_end)
            yield FigureEntry(cell, extent, known[cell].get(quantity))


def _known(record: _Record, unit: Unit) -> dict[Quantity, Decimal]:
    """The quantities of what holds now; of a figure that has none now, those it had."""
    return next((found for one in record.versions if (found := quantities(one, unit))), {})


class _Guard(NamedTuple):
    """How the figures of one knot are protected; `counted` are the measures that count people or things."""

    knot: Knot
    quantity: Quantity
    counted: frozenset[str]
    threshold: Decimal

    def protect(self, hidden: set[FigureCell]) -> None:
        """Add to `hidden` until no hidden figure, and no small count between two figures, can be pinned down."""
        entries = self.knot.entries
        while left := [entry for entry in entries if entry.cell not in hidden and entry.amount is not None]:
            exposed = self._exposed(hidden)
            if exposed is None:
                return
            ranked = sorted(left, key=lambda one, beside=exposed: _cost(one, beside, self.knot))  # type: ignore[misc]
            enough = (one for one in ranked if self._is_safe(exposed, hidden | {one.cell}))
            hidden.add(next(enough, ranked[0]).cell)

    def _exposed(self, hidden: set[FigureCell]) -> FigureEntry | None:
        """The first thing that could be known: a hidden figure, else a small count for which there is no figure."""
        gaps = self.knot.gaps(self.counted) if self.quantity == "value" and len(self.knot.entries) > 1 else []
        return next((one for one in (*self._hidden(hidden), *gaps) if not self._is_safe(one, hidden)), None)

    def _hidden(self, hidden: set[FigureCell]) -> list[FigureEntry]:
        """What must not be worked out; the whole of a suppressed percentage may be, where it is not small itself."""
        withheld = [entry for entry in self.knot.entries if entry.cell in hidden]
        if self.quantity != "denominator":
            return withheld
        return [entry for entry in withheld if entry.amount is not None and entry.amount < self.threshold]

    def _is_safe(self, entry: FigureEntry, hidden: set[FigureCell]) -> bool:
        """Whether the entry keeps a wide range; a count left out is known not to be 0, since a 0 is published.

        A count between two figures may be known to be 0, or large.
        """
        floors = {cell for cell in hidden if cell.measure in self.counted}
        is_gap = entry not in self.knot.entries
        try:
            found = range_of(dict.fromkeys(self.knot.terms(entry), 1), self.knot.known(hidden, floors))
        except Impossible:  # the files contradict each other: leaving out more settles it
            return False
        if is_gap:
            return found.high is None or found.high < 1 or found.high >= self.threshold
        return found.spans(Fraction(self.threshold))


def _cost(one: FigureEntry, exposed: FigureEntry, knot: Knot) -> tuple[object, ...]:
    """What is left out first: no 0, then the same days or measure, parts before totals, the smaller, the shorter."""
    assert one.amount is not None
    beside = one.extent == exposed.extent or one.cell.measure == exposed.cell.measure
    days = (one.extent.end - one.extent.start).days
    return (one.amount <= 0, not beside, one.cell.measure in knot.parts, one.amount, days, one.cell)


def _settled(
    knot: Knot, hidden: set[FigureCell], records: Mapping[FigureCell, _Record]
) -> dict[FigureCell, tuple[Reading, Unit]]:
    """The published figures of a knot in which one is hidden, each with the reading that holds and its unit."""
    if all(entry.cell not in hidden for entry in knot.entries):
        return {}
    cells = [entry.cell for entry in knot.entries if entry.cell not in hidden]
    return {cell: (records[cell].versions[0], records[cell].unit) for cell in cells}
