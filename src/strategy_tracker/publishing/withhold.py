"""The fixed rule by which figures are withheld: it looks at no range and searches nothing, so that it tells nothing.

Rules 1 to 4 of docs/howto/publish.md, over figures, totals with their parts, and periods with the shorter ones in them.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.publishing.extents import Extent

Counts = tuple[Decimal, ...]


class Spot(NamedTuple):
    """One figure: its measure, the benchmark it is of (empty for the measure's own), and the days it counts."""

    measure: str
    series: str
    extent: Extent


class FigureEntry(NamedTuple):
    """What is known of one figure before any sum.

    `counts` are its value, or the numerator, the rest and the whole of a share; None where nobody wrote it. `withheld`
    for a reason of its own, `kept` by an earlier document. `out` was published with this very value and never withheld;
    `shown` are all values that were ever published. Not `written` are figures that the files do not hold, but that
    everybody knows or can work out.
    """

    counts: Counts | None
    people: bool
    withheld: bool = False
    kept: bool = False
    out: bool = False
    shown: tuple[Decimal, ...] = ()
    written: bool = True

    @property
    def was_told(self) -> bool:
        """Whether any value of it was published, or can be worked out from what was."""
        return self.out or bool(self.shown)


class Parts(NamedTuple):
    """A total and those of its parts that have a figure and are public, or were.

    `inside` parts never were, `missing` ones have no figure. `ratio` is the one part of a whole of which no other
    is ever published. `shorter` are the shorter periods of parts that have no figure for these days. `changed`: the
    total has changed together with its list of parts since it was published; `told`
    where one of those was withheld then. Parts that are groups are those `by` one thing.
    """

    whole: Spot
    parts: tuple[Spot, ...]
    inside: tuple[Spot, ...] = ()
    missing: int = 0
    ratio: bool = False
    shorter: tuple[Spot, ...] = ()
    changed: bool = False
    told: bool = False
    by: str = ""


class ShorterPeriods(NamedTuple):
    """A period and the shorter ones in it; `complete` where they cover every day of it."""

    whole: Spot
    pieces: tuple[Spot, ...]
    complete: bool


class Threshold(NamedTuple):
    """The count from which one may be published, and whether a 0 is withheld as a small one is."""

    below: Decimal
    zeros: bool = False

    def hides(self, count: Decimal) -> bool:
        """Whether a count is too small to be published."""
        return -self.below < count < self.below and (self.zeros or count != 0)

    def parts(self, count: Decimal) -> bool:
        """Whether nothing small can be between two figures that are this far apart."""
        return count == 0 or count >= self.below


class Withholding:
    """All figures with what they add up to; `withheld` grows until no rule has anything to add."""

    def __init__(
        self,
        entries: Mapping[Spot, FigureEntry],
        totals: Iterable[Parts],
        periods: Iterable[ShorterPeriods],
        threshold: Threshold,
    ) -> None:
        self.entries, self.totals, self.threshold = entries, tuple(totals), threshold
        self.withheld: set[Spot] = set()
        self._order = {id(total): n for n, total in enumerate(self.totals)}
        self._known, self._known_with = set[Spot](), -1
        self._totals_of: dict[Spot, list[Parts]] = defaultdict(list)
        self._periods_of: dict[Spot, list[ShorterPeriods]] = defaultdict(list)
        self._parts: dict[Spot, list[Parts]] = defaultdict(list)
        self._pieces: dict[Spot, ShorterPeriods] = {}
        self._queue: deque[Spot] = deque()
        for total in self.totals:
            self._parts[total.whole].append(total)
            for part in total.parts:
                self._totals_of[part].append(total)
        for period in periods:
            self._pieces[period.whole] = period
            for piece in period.pieces:
                self._periods_of[piece].append(period)

    def decide(self) -> set[Spot]:
        """Find every figure that is withheld."""
        self._hide(spot for spot, entry in self.entries.items() if entry.withheld)
        self._hide(self._between_running_totals())
        for total in self.totals:
            if self._has_a_small_rest(total):
                self._hide(self._not_out(total.parts))
        for period in self._pieces.values():
            if not period.complete and self._is_small(period.whole, period.pieces):
                self._hide(self._told_by(period))
            if self.entries[period.whole].kept:
                self._hide(one for one in period.pieces if not self.entries[one].shown)
        before = -1
        while before < len(self.withheld):
            before = len(self.withheld)
            for total in self.totals:
                self._judge_total(total)
        return self.withheld

    def _hide(self, spots: Iterable[Spot]) -> None:
        """Withhold figures, and all that goes with them: the other parts, and longer periods."""
        self._queue.extend(spots)
        while self._queue:
            spot = self._queue.popleft()
            if spot in self.withheld or spot not in self.entries:
                continue
            self.withheld.add(spot)
            for total in self._totals_of[spot]:
                self._queue.extend(self._not_out(total.parts))
            for total in self._parts[spot]:
                if total.ratio:  # no share of a whole that is withheld; a count of some of them may stay
                    self._queue.extend(one for one in total.parts if len(self.entries[one].counts or ()) > 1)
            for period in self._periods_of[spot]:
                self._queue.extend(self._told_by(period))

    def _told_by(self, period: ShorterPeriods) -> list[Spot]:
        """What goes with a withheld shorter period: the longer one, or, where that is out, the shorter ones to come."""
        longer = self.entries[period.whole]
        return [
            *(() if longer.out else (period.whole,)),
            *(self._not_out(self._pieces_of(period)) if longer.was_told else ()),
        ]

    def _pieces_of(self, period: ShorterPeriods) -> Iterator[Spot]:
        """The shorter periods in a period, and those in such of them as stand in no file."""
        for one in period.pieces:
            yield one
            if not self.entries[one].written and one in self._pieces:
                yield from self._pieces_of(self._pieces[one])

    def _not_out(self, spots: Iterable[Spot]) -> list[Spot]:
        return [one for one in spots if not self.entries[one].out]

    def _between_running_totals(self) -> Iterable[Spot]:
        """Running totals that are neither equal to, nor far enough from, those that are shown of their year."""
        chains: dict[tuple[object, ...], list[Spot]] = defaultdict(list)
        for spot, entry in self.entries.items():
            if spot.extent.kind == "running" and entry.people:
                chains[spot.measure, spot.series, spot.extent.start].append(spot)
        for chain in chains.values():
            known = [(one.extent.end, value) for one in chain for value in self._known_values(one)]
            for spot in sorted(chain, key=lambda one: one.extent.end):
                entry, end = self.entries[spot], spot.extent.end
                if entry.out or spot in self.withheld or entry.counts is None:
                    continue
                if all(self._apart(day < end, value, entry.counts) for day, value in known if day != end):
                    known.append((end, entry.counts))
                else:
                    yield spot

    def _known_values(self, spot: Spot) -> list[Counts]:
        entry = self.entries[spot]
        if entry.counts is not None and len(entry.counts) > 1:  # of a share only the share was published
            return [entry.counts] if entry.out else []
        return [(value,) for value in entry.shown]

    def _apart(self, earlier: bool, one: Counts, other: Counts) -> bool:
        steps = (b - a if earlier else a - b for a, b in zip(one, other, strict=False))
        return all(map(self.threshold.parts, steps))

    def _rest(self, whole: Spot, parts: Sequence[Spot]) -> Counts | None:
        """What a total has more than these parts; None where one of them is not known."""
        total = self.entries[whole].counts if whole in self.entries else None
        found = [self.entries[one].counts for one in parts]
        if total is None or any(one is None for one in found):
            return None
        return tuple(count - sum((one[n] for one in found if one), Decimal(0)) for n, count in enumerate(total))

    def _is_small(self, whole: Spot, parts: Sequence[Spot]) -> bool:
        rest = self._rest(whole, parts)
        return rest is not None and self.entries[whole].people and any(map(self._hides_rest, rest))

    def _hides_rest(self, count: Decimal) -> bool:
        return count != 0 and self.threshold.hides(count)

    def _has_a_small_rest(self, total: Parts) -> bool:
        """Whether what a total has over is withheld: a few, or the only part that is not public."""
        return (len(total.inside) == 1 and not total.missing) or self._is_small(total.whole, total.parts)

    def _judge_total(self, total: Parts) -> None:
        """Withhold a total over withheld parts that would tell them, or parts that would tell a withheld total."""
        entry = self.entries.get(total.whole)
        if entry is None:
            return
        hidden = [one for one in total.parts if one in self.withheld]
        shorter = [one for one in total.shorter if one not in self.withheld]
        if shorter and total.whole not in self.withheld and self._is_small(total.whole, [*total.parts, *shorter]):
            self._hide(self._not_out(shorter) if entry.was_told else [total.whole])
        elif total.whole not in self.withheld:
            over = (
                hidden
                or self._has_a_small_rest(total)
                or any(self._stands_elsewhere(one, total) for one in total.inside)
            )
            if (over and self._is_told_by(total, hidden)) or (total.changed and self._was_told_by(total)):
                self._hide([total.whole])
        elif not hidden and self._is_sum_of_parts(total):
            self._hide(self._not_out(total.parts))

    def _is_sum_of_parts(self, total: Parts) -> bool:
        """Whether a total is the sum of parts that stand in the files, and of no more."""
        if total.inside or total.ratio or any(self._rest(total.whole, total.parts) or ()):
            return False
        return all(self.entries[one].written or self.entries[one].out for one in total.parts)

    def _was_told_by(self, total: Parts) -> bool:
        """Whether parts of a total that has changed with its list of parts were, or are, not all shown."""
        return bool(total.inside or total.told or any(self._rest(total.whole, total.parts) or (0,)))

    def _is_told_by(self, total: Parts, hidden: Sequence[Spot]) -> bool:
        """Whether a total over withheld parts tells too much of them."""
        if total.changed or any(self._stands_elsewhere(one, total) for one in (*hidden, *total.inside)):
            return True
        rest = self._rest(total.whole, total.parts)
        over = total.ratio or bool(total.inside) or rest is None or any(rest)
        unknown = [one for one in hidden if not self._is_told(one)]
        if len(unknown) + (rest is not None and over) < 2:
            return True
        entry = self.entries[total.whole]
        if entry.counts is None or not entry.people:
            return False
        ever = [self._least(one, len(entry.counts)) for one in total.parts]
        left = [count - sum(one[n] for one in ever) for n, count in enumerate(entry.counts)]
        return left[-1] == 0 or not all(map(self.threshold.parts, left))

    def _is_told(self, spot: Spot) -> bool:
        """Whether a withheld figure is no second unknown: it was shown once, follows from others, or is a nil entry."""
        entry = self.entries[spot]
        return entry.was_told or self._is_known(spot) or not (entry.written or any(entry.counts or ()))

    def _stands_elsewhere(self, part: Spot, here: Parts) -> bool:
        """Whether a part is a piece of a longer period that is out, or a part of an earlier total that is shown."""
        if any(self.entries[period.whole].was_told for period in self._periods_of[part]):
            return True
        others = [one for one in self._totals_of[part] if self._order[id(one)] < self._order[id(here)]]
        return any(one.whole in self.entries and one.whole not in self.withheld for one in others)

    def _is_known(self, spot: Spot) -> bool:
        """Whether a figure is shown or can be worked out from periods and parts that are."""
        if self._known_with != len(self.withheld):
            self._known, self._known_with = self._what_is_known(), len(self.withheld)
        return spot in self._known

    def _what_is_known(self) -> set[Spot]:
        known = self.entries.keys() - self.withheld
        sums = [(one.whole, one.pieces) for one in self._pieces.values() if one.complete]
        totals = [(one.whole, one.parts) for one in self.totals if not (one.inside or one.missing or one.ratio)]
        before = -1
        while before < len(known):
            before = len(known)
            for whole, parts in sums:
                open_ones = [one for one in (whole, *parts) if one not in known]
                known.update(open_ones if len(open_ones) == 1 else ())
            known.update(whole for whole, parts in totals if known.issuperset(parts))
        return known

    def _least(self, spot: Spot, size: int) -> Counts:
        """The least that a reader knows of a figure: itself, as it was once, or the sum of its periods or parts."""
        entry, nothing = self.entries[spot], (Decimal(0),) * size
        if entry.counts is not None and self._is_known(spot):
            return entry.counts[:size]
        if entry.shown:
            return (max(entry.shown),) if size == 1 else (entry.counts or nothing)[:size]
        inner = [self._pieces[spot].pieces] if spot in self._pieces else []
        inner += [one.parts for one in self._parts[spot] if not one.ratio]
        sums = [[self._least(one, size) for one in each] for each in inner]
        return tuple(
            max(Decimal(0), *(sum((one[n] for one in each), Decimal(0)) for each in sums), Decimal(0))
            for n in range(size)
        )
