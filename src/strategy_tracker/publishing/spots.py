"""Lists every amount under its days, for the second look: read off what is published and the files, not the plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from strategy_tracker.judging.measures.counting_up import counting_year
from strategy_tracker.model.measure import ADDED_UP, PER, Measure, Reading
from strategy_tracker.model.period import Period, YearEnd

Parts = Mapping[tuple[str, str, str], Sequence["Spot"]]
Spot = tuple[str, str, str, date, date, bool]
"""Measure, series, quantity, first and last day, and whether it is a point in time: one unknown or known amount."""


class Leak(NamedTuple):
    """A figure that must not be published and could be known: of which measure and period, how, and from which."""

    title: str
    period: str
    how: str
    sources: tuple[str, ...] = ()


class RawAndPublic(NamedTuple):
    """Measures as the files have them, and as they would be published."""

    raw: tuple[Measure, ...]
    public: tuple[Measure, ...]


class SpotAmount(NamedTuple):
    """One amount: known where it is published, and the names that people have for it."""

    amount: Fraction | None
    published: bool
    least: Fraction
    guarded: bool
    title: str
    period: str


def each(measure: Measure) -> Iterator[tuple[str, Period, Reading]]:
    """Give every reading of a measure, with the benchmark it is of."""
    for name in ("", *measure.benchmarks):
        for period, reading in series_of(measure, name).items():
            yield name, period, reading


def series_of(measure: Measure, name: str) -> Mapping[Period, Reading]:
    """Give the measure's own readings, or those of a benchmark."""
    return measure.benchmarks.get(name, {}) if name else measure.readings


def spots_of(
    sides: Sequence[RawAndPublic], threshold: Decimal, year_end: YearEnd, *, by_days: bool
) -> tuple[dict[Spot, SpotAmount], dict[str, Measure], list[Leak]]:
    """List every amount of every side under its days, as the first side has it; and what one side hides in vain.

    The leaks are figures published on one side and hidden on another.
    """
    measures: dict[str, Measure] = {}
    spots: dict[Spot, SpotAmount] = {}
    twice: list[Leak] = []
    for side in sides:
        for measure in side.raw:
            measures.setdefault(measure.id, measure)
    halved = {one.id for side in sides for one in side.raw if any(r.numerator is not None for _, _, r in each(one))}
    for side in sides:
        shown = {measure.id: measure for measure in side.public}
        for measure in side.raw:
            for name, period, reading in each(measure):
                public = series_of(shown[measure.id], name).get(period)
                out = public is not None and public.symbol != "c"
                shows = public is not None and (public.value is not None or public.denominator is not None)
                for quantity, amount in _amounts(reading, measure, measure.id in halved):
                    days = period.start, period.end, True
                    if by_days:
                        days = _days(measures[measure.id], measures, quantity, period, year_end)
                    least = Fraction(not out and measure.unit == "count" and shown[measure.id].public)
                    guarded = not (out and not shows) and (
                        quantity != "denominator" or (amount is not None and amount < threshold)
                    )
                    exact = None if amount is None or (out and not shows) else Fraction(amount)
                    seen = SpotAmount(exact, out, least, guarded, measure.title, period.text)
                    if spots.setdefault((measure.id, name, quantity, *days), seen).published != out and guarded:
                        twice.append(Leak(measure.title, period.text, "it is published in another place"))
    return spots, measures, twice


def _amounts(reading: Reading, measure: Measure, halved: bool) -> Iterator[tuple[str, Decimal | None]]:
    """What a reading says; one that is withheld, whose measure has halves elsewhere, has some that nobody knows."""
    top, whole, value = reading.numerator, reading.denominator, reading.value
    scale = PER.get(measure.unit)
    if scale and value is not None and whole is not None and top is None:
        top = Decimal(round(value * whole / scale))
    if top is not None and whole is not None:
        yield from (("numerator", top), ("denominator", whole))
        return
    if value is not None or reading.symbol == "c":
        yield "value", value
    if value is None and reading.symbol == "c" and halved:
        yield from (("numerator", None), ("denominator", None))


def _days(
    measure: Measure, measures: Mapping[str, Measure], quantity: str, period: Period, year_end: YearEnd
) -> tuple[date, date, bool]:
    span, seen, above = measure.span, {measure.id}, measure
    while span is None and (total := measures.get(above.part_of or "")) and total.id not in seen:
        above = total
        seen.add(above.id)
        span = above.span
    start, end = period.start, period.end
    if span == "snapshot":
        return end, end, True
    if (quantity == "value" and measure.unit not in ADDED_UP) or (span is None and period.kind == "day"):
        return start, end, True
    if span == "cumulative":
        chain = {measure.id: measure}
        while (name := [*chain.values()][-1].part_of or "") in measures and name not in chain:
            chain[name] = measures[name]
        years = next((one for one in chain.values() if one.targets), measure)
        return counting_year(years, end, year_end).start, end, False
    if span == "rolling-12-months":
        after = end + timedelta(days=1)
        before = after.replace(year=after.year - 1, day=min(after.day, 28) if after.month == 2 else after.day)
        return before, end, False
    return start, end, False


def parts_of(spots: Iterable[Spot], measures: Mapping[str, Measure]) -> Parts:
    """Give the amounts of the parts of each total."""
    found: dict[tuple[str, str, str], list[Spot]] = {}
    for spot in spots:
        name, series, quantity = spot[:3]
        total = measures[name].part_of or ""
        if total in measures and total != name:
            found.setdefault((total, series, quantity), []).append(spot)
    return found


def counting(whole: Spot, parts: Parts) -> list[Spot]:
    """Give the parts of a total on its days, for each part that has a figure on any of them."""
    names = dict.fromkeys(spot[0] for spot in parts.get(whole[:3], ()) if touch(spot[3:], whole[3:]))
    return [(name, *whole[1:]) for name in names]


def touch(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two stretches of days share one; points in time only with themselves."""
    if one[2] or other[2]:
        return list(one) == list(other)
    return bool(one[0] <= other[1] and other[0] <= one[1])  # type: ignore[operator]


def beside(spot: Spot, spots: Mapping[Spot, SpotAmount], measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Name the published figures that belong to the same sums, for a message."""
    family = {spot[0], measures[spot[0]].part_of, *(name for name, m in measures.items() if m.part_of == spot[0])}
    family |= {name for name, m in measures.items() if m.part_of and m.part_of == measures[spot[0]].part_of}
    near = (
        f"'{seen.title}' for {seen.period}"
        for other, seen in spots.items()
        if seen.published and other[0] in family and other[1:3] == spot[1:3] and touch(other[3:], spot[3:])
    )
    return tuple(dict.fromkeys(near))
