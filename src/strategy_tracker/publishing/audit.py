"""Takes a second look at a public version: can anything be known that must not be? Nothing is taken from the plan.

What is suppressed is read off the public version itself, and everything is worked out in another way than there.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from strategy_tracker.model.measure import Figure, Measure
from strategy_tracker.model.period import YearEnd
from strategy_tracker.publishing.exact import solved
from strategy_tracker.publishing.narrowing import Sum, added, narrowed, tiled
from strategy_tracker.publishing.spots import Leak, RawAndPublic, Spot, SpotAmount, each, series_of, spots_of


def find_leaks(sides: Sequence[RawAndPublic], threshold: Decimal, year_end: YearEnd) -> list[Leak]:
    """List all that a reader could learn and must not, of the latest side and of one compared with it; latest first."""
    found: list[Leak] = []
    for by_days in (True, False):  # also by the name of the period alone: a part may have another span than its total
        spots, measures, twice = spots_of(sides, threshold, year_end, by_days=by_days)
        sums = [*tiled(spots), *added(spots, measures)]
        found += [*twice, *(one for side in sides for one in _plain(side, measures, threshold))]
        found += solved(spots, measures, Fraction(threshold))
        found += narrowed(spots, sums, Fraction(threshold))
        found += _former(spots, sums, sides, measures)
    return list(dict.fromkeys(found))


def _plain(side: RawAndPublic, latest: Mapping[str, Measure], threshold: Decimal) -> Iterator[Leak]:
    """Figures that stand there although they are small, or their measure is not meant for publication."""
    raw = {measure.id: measure for measure in side.raw}
    for measure in side.public:
        origin = raw[measure.id]
        for name, period, reading in each(measure):
            if reading.symbol == "c":
                continue
            if not latest[measure.id].public:
                yield Leak(origin.title, period.text, "its measure is not marked public")
            was = series_of(origin, name).get(period, reading)
            if any(_is_small(one, origin, threshold) for one in (was, *was.was, reading, *reading.was)):
                yield Leak(origin.title, period.text, f"it holds a count under {threshold}")


def _is_small(figure: Figure, measure: Measure, threshold: Decimal) -> bool:
    numbers = [figure.value] if measure.unit == "count" else []
    top, whole = figure.numerator, figure.denominator
    numbers += [top, whole, whole - top if top is not None and whole is not None else None]
    return any(number is not None and 0 < abs(number) < threshold for number in numbers)


def _former(
    spots: Mapping[Spot, SpotAmount],
    sums: Sequence[Sum],
    sides: Sequence[RawAndPublic],
    measures: Mapping[str, Measure],
) -> Iterator[Leak]:
    """Published figures in one sum with a suppressed one, of which an earlier value is shown too."""
    tied = {
        (spot[0], spot[1], spots[spot].period)
        for one in sums
        if any(not spots[each].published for each in (one.whole, *one.parts))
        for spot in (one.whole, *one.parts)
        if spots[spot].published
    }
    told: dict[tuple[str, str, str], set[object]] = {}
    for side in sides:
        for measure in side.public:
            for name, period, reading in each(measure):
                key = (measure.id, name, period.text)
                shown = {(one.value, one.words) for one in (reading, *reading.was) if one.symbol != "c"}
                told.setdefault(key, set()).update(shown)
    for key in sorted(tied):
        if len(told.get(key, ())) > 1:
            yield Leak(
                measures[key[0]].title, key[2], "an earlier value is shown beside a suppressed figure of its sum"
            )
