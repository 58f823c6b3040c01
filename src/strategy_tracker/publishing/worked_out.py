"""Figures that stand in no file and that everybody can work out: they count as if somebody had written them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.publishing.sums import totals_in
from strategy_tracker.publishing.withhold import Counts, FigureEntry, Parts, Spot


def from_totals(
    family: Sequence[str],
    measures: Mapping[str, Measure],
    above: Mapping[str, str],
    entries: Mapping[Spot, FigureEntry],
) -> dict[Spot, FigureEntry]:
    """The one part without a figure of a total that has one, and a total of which every part has one.

    Only where a longer or shorter period of the same measure is there: elsewhere what a total has over is enough.
    """
    longer: dict[tuple[str, str], list[Spot]] = {}
    for spot in entries:
        if spot.extent.kind == "stretch":
            longer.setdefault((spot.measure, spot.series), []).append(spot)
    parts: dict[tuple[str, str], list[str]] = {}
    for name in family:
        if name in above and measures[name].public:
            parts.setdefault((above[name], address_of(name).by), []).append(name)
    found = {}
    for total in totals_in(family, measures, above, entries):
        for spot, entry in _of(total, parts.get((total.whole.measure, total.by), ()), entries):
            around = longer.get((spot.measure, spot.series), ())
            if measures[spot.measure].public and any(_holds(one, spot) or _holds(spot, one) for one in around):
                found[spot] = entry
    return found


def _of(total: Parts, parts: Iterable[str], entries: Mapping[Spot, FigureEntry]) -> Iterator[tuple[Spot, FigureEntry]]:
    having = [entries[one] for one in total.parts]
    whole = entries.get(total.whole)
    if total.inside or total.missing > 1 or not having:
        return
    if whole is None and not total.missing:
        if (sums := _added(having)) is not None:
            yield total.whole, FigureEntry(sums, having[0].people, out=all(one.out for one in having), written=False)
    elif whole is not None and total.missing and (left := [name for name in parts if not _is_in(name, total)]):
        rest = _added([whole], having)
        if rest is not None:
            out = whole.out and all(one.out for one in having)
            spot = total.whole._replace(measure=left[0])
            yield spot, FigureEntry(rest, whole.people, out=out, written=False)


def _is_in(name: str, total: Parts) -> bool:
    return any(one.measure == name for one in total.parts)


def _added(plus: Sequence[FigureEntry], minus: Sequence[FigureEntry] = ()) -> Counts | None:
    """The sum of the counts of figures less those of others; None where one of them is not known."""
    counts = [one.counts for one in (*plus, *minus) if one.counts is not None]
    if len(counts) < len(plus) + len(minus) or len({len(one) for one in counts}) > 1:
        return None
    added, taken = counts[: len(plus)], counts[len(plus) :]
    return tuple(
        sum((one[n] for one in added), Decimal(0)) - sum((one[n] for one in taken), Decimal(0))
        for n in range(len(counts[0]))
    )


def _holds(one: Spot, other: Spot) -> bool:
    return one.extent != other.extent and one.extent.start <= other.extent.start and other.extent.end <= one.extent.end
