"""Takes a second look at a public version, in three passes of its own: nothing is taken from the plan.

What is withheld is read off the public version itself; sums and days are found in another way than there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.model.measures.group_measures import with_groups
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import PER, OwnUnit, Unit
from strategy_tracker.publishing.memory import Memory

_Days = tuple[date, date]
_PEOPLE = {"count": 1, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}
_THINGS = {**_PEOPLE, "money": 1, "pounds": 1, "own": 1}
_ONE_BY_ONE = ("count", "own")


def _kind(unit: Unit) -> str:
    """A unit as one word: `own` for each that a body has of its own."""
    return "own" if isinstance(unit, OwnUnit) else unit


def _are_alike(one: str, other: str) -> bool:
    return one == other or (one in _ONE_BY_ONE and other in _ONE_BY_ONE)


class Leak(NamedTuple):
    """A figure that must not be published and could be known: of which measure and period, how, and from which."""

    title: str
    period: str
    how: str
    sources: tuple[str, ...] = ()


class _Seen(NamedTuple):
    """A figure as a reader has it: the counts behind it, and whether it is shown, now or ever, and was left out."""

    counts: tuple[Decimal, ...]
    period: str
    shown: bool
    before: tuple[Decimal, ...]
    left_out: bool

    @property
    def is_new(self) -> bool:
        return self.shown and not self.before


class SecondLook:
    """The measures of today as the files have them and as they are published, and all that was ever published."""

    def __init__(
        self, raw: Iterable[Measure], public: Iterable[Measure], memory: Memory, below: Decimal, *, zeros: bool = False
    ) -> None:
        self.raw, self.public = _by_id(with_groups(raw)), _by_id(with_groups(public))
        self.below, self.zeros = max(below, memory.below), zeros or memory.zeros
        self.rows: dict[str, dict[_Days, _Seen]] = {}
        traces: dict[str, dict[_Days, tuple[tuple[Decimal, ...], bool]]] = {}
        for cell, trace in memory.traces.items():
            traces.setdefault(cell.measure, {})[cell.start, cell.end] = trace.shown, trace.withheld
        for name, measure in self.raw.items():
            told, row = traces.get(name, {}), self.rows.setdefault(name, {})
            for period, reading in measure.readings.items():
                days = period.start, period.end
                shown = self._shows(name, period)
                row[days] = _Seen(_counts_of(reading, measure), period.text, shown, *told.get(days, ((), False)))

        self.inside = {name: self._nested(name) for name in self.raw}
        self.around = {
            name: {inner: days for days, held in inside.items() for inner in held}
            for name, inside in self.inside.items()
        }

    def _nested(self, name: str) -> dict[_Days, list[_Days]]:
        """The next shorter periods in each period of a measure whose periods add up."""
        found: dict[_Days, list[_Days]] = {}
        measure, above = self.raw[name], list[_Days]()
        if measure.span not in (None, "period") or _kind(measure.unit) not in (*_THINGS, *PER):
            return found
        for days in sorted(self.rows[name], key=lambda one: (one[0], -one[1].toordinal())):
            while above and above[-1][1] < days[1]:
                above.pop()
            if above:
                found.setdefault(above[-1], []).append(days)
            above.append(days)
        return found

    def _shows(self, name: str, period: object) -> bool:
        reading = self.public[name].readings.get(period) if name in self.public else None  # type: ignore[call-overload]
        return reading is not None and reading.symbol != "c"

    def leaks(self) -> list[Leak]:
        """All that a reader could learn and must not."""
        return [*dict.fromkeys((*self._plain(), *self._of_forecasts(), *self._of_parts(), *self._of_time()))]

    # the first pass: what stands there

    def _plain(self) -> Iterator[Leak]:
        for name, row in self.rows.items():
            measure = self.raw[name]
            for seen in (one for one in row.values() if one.shown):
                if not measure.public:
                    yield Leak(measure.title, seen.period, "its measure is not marked public")
                if self._counts_people(measure) and any(map(self._is_small, seen.counts)):
                    yield Leak(measure.title, seen.period, f"it holds a count under {self.below}")
                if seen.left_out:
                    yield Leak(measure.title, seen.period, "an earlier document left it out")

    def _is_small(self, count: Decimal) -> bool:
        return count == 0 if self.zeros and count == 0 else 0 < abs(count) < self.below

    def _counts_people(self, measure: Measure) -> bool:
        if isinstance(measure.unit, OwnUnit) and measure.unit.decimals:
            return False
        kind = _kind(measure.unit)
        return (measure.counts or "people") == "people" and (kind in _PEOPLE or kind in PER or kind == "own")

    def _is_far(self, count: Decimal) -> bool:
        return count == 0 or count >= self.below

    def _of_forecasts(self) -> Iterator[Leak]:
        """What was expected of a measure of which anything is left out, or of few people."""
        for name, measure in self.public.items():
            gone = any(reading.symbol == "c" for reading in measure.readings.values())
            for period, forecasts in measure.forecasts.items():
                scale = _THINGS.get(_kind(measure.unit)) if self._counts_people(self.raw[name]) else None
                small = scale is not None and any(self._is_small(one.value * scale) for one in forecasts)
                if gone or small:
                    why = "a figure of its measure is left out" if gone else f"it is under {self.below}"
                    yield Leak(measure.title, period.text, f"it is a forecast, and {why}")

    # the second and third: totals over parts of which one is left out

    def _of_parts(self) -> Iterator[Leak]:
        parts: dict[tuple[str, str], list[Measure]] = {}
        for one in self.raw.values():
            kind = _kind(one.unit)
            if kind in (*_THINGS, *PER) and _are_alike(self._unit_of(one.part_of), kind):
                by = "/".join(one.id.split("/")[1:2])  # groups by one thing are parts, and by another once more
                parts.setdefault((one.part_of or "", by), []).append(one)
            if self._unit_of(one.of) in _THINGS and one.of != one.part_of and one.public:
                yield from self._of_sums(self.raw[one.of or ""], [one], ratio=True)
        for (name, _), having in parts.items():
            yield from self._of_sums(self.raw[name], having)

    def _unit_of(self, name: str | None) -> str:
        return _kind(self.raw[name].unit) if name in self.raw else ""

    def _of_sums(self, total: Measure, parts: Sequence[Measure], *, ratio: bool = False) -> Iterator[Leak]:
        """All sums of a total with these parts; with `ratio` the one part is some of a whole."""
        for days, seen in self.rows[total.id].items():
            if seen.shown and seen.counts:
                yield from self._of_total(total, seen, parts, days, ratio=ratio)
            elif ratio and total.public and parts[0].unit in PER:
                share = self.rows[parts[0].id].get(days)
                if share and share.shown:
                    yield Leak(parts[0].title, share.period, "it is a share of a figure that is left out")

    def _of_total(
        self, total: Measure, seen: _Seen, parts: Sequence[Measure], days: _Days, *, ratio: bool
    ) -> Iterator[Leak]:
        """Less all parts that were ever shown a total leaves 0, or enough in two figures; each is told by one sum."""
        having = {one.id: self.rows[one.id][days] for one in parts if days in self.rows[one.id]}
        gone = [name for name, one in having.items() if not one.shown]
        hidden = [name for name in gone if not having[name].before]
        ever = [self._least(name, days, len(seen.counts)) for name in having]
        rest = [count - sum(one[n] for one in ever) for n, count in enumerate(seen.counts)]
        over = ratio or len(having) < len(parts) or self._is_more(seen, having.values())
        small = self._counts_people(total) and not all(map(self._is_far, rest))
        sources = (f"'{total.title}' for {seen.period}",)
        if gone and (len(hidden) + over < 2 or small):
            yield Leak(self.raw[gone[0]].title, seen.period, "too little is left of its total", sources)
        elif not gone and small and any(one.is_new for one in (seen, *having.values())):
            yield Leak(total.title, seen.period, "it has a few more than its parts", sources)
        for name in gone:
            longer = self.rows[name].get(self.around[name].get(days, days))
            if longer and longer.before and longer is not having[name]:
                where = f"'{self.raw[name].title}' for {longer.period}"
                yield Leak(self.raw[name].title, seen.period, "it stands in two sums", (*sources, where))

    def _is_more(self, total: _Seen, parts: Iterable[_Seen]) -> bool:
        """Whether a total has more than its recorded parts, as far as the files say."""
        found = [one.counts for one in parts]
        return all(found) and sum(one[0] for one in found) != total.counts[0]

    def _least(self, name: str, days: _Days, size: int) -> Sequence[Decimal]:
        """What a reader knows that there is at least of a part: itself, as it was, or what its shorter periods have."""
        seen = self.rows[name][days]
        if seen.shown or (seen.before and size > 1):
            return seen.counts or [Decimal(0)] * size
        if seen.before:
            return [max(seen.before)]
        pieces = [one.counts for one in self._inside(name, days) if one.shown and len(one.counts) == size]
        return [sum((one[n] for one in pieces), Decimal(0)) for n in range(size)]

    def _inside(self, name: str, days: _Days) -> list[_Seen]:
        """The next shorter periods in one of a measure."""
        return [self.rows[name][one] for one in self.inside[name].get(days, ())]

    # the same over time: a year and its quarters, a running total and the one before

    def _of_time(self) -> Iterator[Leak]:
        for name, row in self.rows.items():
            measure = self.raw[name]
            if not measure.public or not self._counts_people(measure):
                continue
            if measure.span == "cumulative":
                yield from self._of_running_totals(measure, row)
            for days, seen in row.items():
                if seen.shown and (inner := self._inside(name, days)):
                    yield from self._of_period(measure, days, seen, inner)

    def _of_period(self, measure: Measure, days: _Days, seen: _Seen, inner: Sequence[_Seen]) -> Iterator[Leak]:
        gone = [one for one in inner if not one.shown]
        if not (seen.is_new or any(one.is_new for one in inner)):
            return
        sources = (f"'{measure.title}' for {seen.period}",)
        if gone:
            yield Leak(measure.title, gone[0].period, "a longer period is shown", sources)
        elif seen.counts and all(len(one.counts) == len(seen.counts) for one in inner):
            rest = [count - sum(one.counts[n] for one in inner) for n, count in enumerate(seen.counts)]
            if self._has_a_gap(days, measure.id) and not all(self._is_far(abs(one)) for one in rest):
                yield Leak(measure.title, seen.period, "it has a few more than its shorter periods", sources)

    def _has_a_gap(self, days: _Days, name: str) -> bool:
        inner = self.inside[name][days]
        ends = [days[0] - timedelta(days=1), *(end for _, end in inner)]
        starts = [*(start for start, _ in inner), days[1] + timedelta(days=1)]
        return any((start - end).days > 1 for end, start in zip(ends, starts, strict=True))

    def _of_running_totals(self, measure: Measure, row: Mapping[_Days, _Seen]) -> Iterator[Leak]:
        shown = sorted((days[1], one) for days, one in row.items() if one.shown and one.counts)
        for (first, one), (last, other) in pairwise(shown):
            steps = [after - before for before, after in zip(one.counts, other.counts, strict=False)]
            same_year = last - first < timedelta(days=365) and all(step >= 0 for step in steps)
            if (one.is_new or other.is_new) and same_year and not all(map(self._is_far, steps)):
                yield Leak(measure.title, other.period, "it is a few more than the running total before")


def _by_id(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Measures by their ids; of two with one id the first."""
    found: dict[str, Measure] = {}
    for measure in measures:
        found.setdefault(measure.id, measure)
    return found


def _counts_of(reading: Reading, measure: Measure) -> tuple[Decimal, ...]:
    """The counts in a reading: how many, or the numerator, the rest and the whole of a share; none where not known."""
    if _kind(measure.unit) in _THINGS:
        return () if reading.value is None else (reading.value * _THINGS[_kind(measure.unit)],)
    top, whole = reading.numerator, reading.denominator
    if measure.unit in PER and top is None and whole is not None and reading.value is not None:
        top = Decimal(round(reading.value * whole / PER[measure.unit]))
    return () if top is None or whole is None else (top, whole - top, whole)
