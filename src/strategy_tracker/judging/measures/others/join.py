"""Puts the figures of others beside a measure by its code: those of one more benchmark, and its place among a group.

What a measure says itself comes first: its own benchmarks and places are kept where a file of comparators has others.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import KnownReading, amount_of, known_readings
from strategy_tracker.judging.measures.others.ranks import ALONE, BesideOthers, KnownRank
from strategy_tracker.judging.standing.of_measures import Comparison
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import Period, latest
from strategy_tracker.model.measures.code import code_form
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.possible import impossible
from strategy_tracker.model.measures.rank import Rank
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.values import When

Figures = Mapping[Period, Reading]


class OtherRow(NamedTuple):
    """The figures of one geography for one code; none where its group has that code and it has no figure."""

    geography: str
    group: str | None
    figures: Figures


class OtherTable(NamedTuple):
    """What one file of comparators has for one code; `place` is the file's name."""

    source: str
    downloaded: When
    place: str
    rows: tuple[OtherRow, ...]


OtherFigures = Mapping[str, tuple[OtherTable, ...]]
"""All files of comparators by the form of each code, the ones downloaded first before the later ones."""


class JoinedMeasure(NamedTuple):
    """A measure with the figures of others among its benchmarks, and its places among groups of them."""

    measure: Measure
    beside: BesideOthers = ALONE


def other_figures(files: Iterable[tuple[str, Comparators]]) -> OtherFigures:
    """Sort the figures of files, each with its name, by the codes they are of."""
    found: dict[str, list[OtherTable]] = {}
    for name, file in files:
        codes = {code_form(code) for one in file.comparators for code in one.figures}
        forms = [{code_form(code): figures for code, figures in one.figures.items()} for one in file.comparators]
        for form in codes:
            groups = {one.group for one, each in zip(file.comparators, forms, strict=True) if form in each}
            rows = tuple(
                OtherRow(one.geography, one.group, each.get(form, {}))
                for one, each in zip(file.comparators, forms, strict=True)
                if form in each or (one.group and one.group in groups)
            )
            found.setdefault(form, []).append(OtherTable(file.source, file.downloaded, name, rows))
    return {
        form: tuple(sorted(tables, key=lambda one: (one.downloaded.first, one.place))) for form, tables in found.items()
    }


def tables_for(measure: Measure, others: OtherFigures, today: date) -> list[OtherTable]:
    """List the tables that have figures for the code of a measure and were downloaded by `today`, oldest first."""
    if measure.code is None:
        return []
    return [table for table in others.get(code_form(measure.code), ()) if table.downloaded.first <= today]


def join(measure: Measure, others: OtherFigures, today: date, ourselves: str | None) -> JoinedMeasure:
    """Give a measure with what others have of its code on the evening of `today`; `ourselves` is no other."""
    tables = tables_for(measure, others, today)
    if not tables:
        return JoinedMeasure(measure)
    benchmarks = {name: dict(figures) for name, figures in measure.benchmarks.items()}
    names = {name_form(name): name for name in benchmarks}
    for name, figures in benchmark_figures(tables, ourselves).items():
        own = benchmarks.setdefault(names.get(name_form(name), name), {})
        days = {period[1:] for period in own}
        own |= {p: one for p, one in figures.items() if p[1:] not in days and not _is_impossible(measure, one)}
    joined = measure.model_copy(update={"benchmarks": {name: each for name, each in benchmarks.items() if each}})
    return JoinedMeasure(joined, _places(measure, tables, today, ourselves))


def benchmark_figures(tables: Sequence[OtherTable], ourselves: str | None) -> dict[str, dict[Period, Reading]]:
    """Give the figures of each geography that is no member of a group; of one period those downloaded last."""
    found: dict[str, dict[Period, Reading]] = {}
    days: dict[tuple[str, tuple[object, ...]], tuple[date, Period]] = {}
    names: dict[str, str] = {}
    for table in tables:
        for row in table.rows:
            if row.group or is_ourselves(row.geography, ourselves):
                continue
            name = names.setdefault(name_form(row.geography), row.geography)
            for period, reading in row.figures.items():
                key = (name, period[1:])
                if key in days and days[key][0] == table.downloaded.first:
                    continue  # two of one day: the first file by its name, which 'validate' asks about
                if key in days:
                    del found[name][days[key][1]]
                days[key] = (table.downloaded.first, period)
                found.setdefault(name, {})[period] = _with_source(reading, table)
    return found


def is_ourselves(geography: str, organisation: str | None) -> bool:
    """Whether a geography of a table is the body itself: national tables name Bromley, its settings the whole name."""
    one, own = name_form(geography), name_form(organisation or "")
    return own == one or own.endswith(f" {one}") or own.startswith(f"{one} ")


def _is_impossible(measure: Measure, reading: Reading) -> bool:
    return reading.value is not None and bool(impossible(reading.value, measure))


def _with_source(reading: Reading, table: OtherTable) -> Reading:
    """A figure that says where it is from."""
    said = reading.source or phrase("source-downloaded", source=table.source, day=table.downloaded.text)
    return reading.model_copy(update={"source": said})


# the place among a group


def _places(measure: Measure, tables: Sequence[OtherTable], today: date, ourselves: str | None) -> BesideOthers:
    """Find the place among each group for every period of which all have a number; say of the last one why not."""
    groups = dict.fromkeys(row.group for table in tables for row in table.rows if row.group)
    if not groups:
        return ALONE
    readings = [each for each in known_readings(measure.readings, measure.unit, today) if each.amount is not None]
    last = latest([each.period for each in readings])
    own = {(period[1:], name_form(rank.among or "")) for period, rank in measure.ranks.items()}
    ranks, missing = list[KnownRank](), list[Comparison]()
    for group in groups:
        for each in readings:
            if (each.period[1:], name_form(group)) in own:
                continue
            found = _place(measure, group, each, tables, ourselves)
            if isinstance(found, Rank):
                ranks.append(KnownRank(each.period, found))
            elif each.period is last:
                missing.append(Comparison(group, "none", phrase("no-place-in", group=group, why=found)))
    return BesideOthers(tuple(ranks), tuple(missing))


def _place(
    measure: Measure, group: str, reading: KnownReading, tables: Sequence[OtherTable], ourselves: str | None
) -> Rank | str:
    """The place of a reading among a group, by the last table that has the period; or why there is none."""
    if measure.better not in ("higher", "lower"):
        return phrase("way-not-declared")
    table = next((one for one in reversed(tables) if _has(one, group, reading.period)), None)
    if table is None:
        return phrase("no-figures-of-it", period=reading.period.text)
    others: list[Decimal] = []
    for row in table.rows:
        if row.group != group or is_ourselves(row.geography, ourselves):
            continue
        figure = _figure(row, reading.period)
        amount = amount_of(figure, measure.unit) if figure and not _is_impossible(measure, figure) else None
        if amount is None:
            return phrase("no-figure-of", whose=row.geography, period=reading.period.text)
        others.append(amount)
    assert reading.amount is not None
    ahead = sum(one > reading.amount if measure.better == "higher" else one < reading.amount for one in others)
    return Rank.model_construct(place=ahead + 1, of=len(others) + 1, among=group)


def _has(table: OtherTable, group: str, period: Period) -> bool:
    return any(row.group == group and _figure(row, period) is not None for row in table.rows)


def _figure(row: OtherRow, period: Period) -> Reading | None:
    return next((reading for other, reading in row.figures.items() if other[1:] == period[1:]), None)
