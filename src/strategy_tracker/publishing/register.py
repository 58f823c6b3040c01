"""Makes the entry of a document in the register: of each measure it tells of, what it shows and what it leaves out."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.group_measures import with_groups
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.publication import Publication, PublishedFigure
from strategy_tracker.model.values import When
from strategy_tracker.publishing.cells import FigureCell, counts, is_about_people, told
from strategy_tracker.publishing.what_to_withhold import Plan
from strategy_tracker.publishing.withhold import Threshold


def entry(
    measures: Iterable[Measure], plan: Plan, told_of: Collection[str], issued: When, threshold: Threshold
) -> Publication:
    """Write down a document that tells of the measures in `told_of`, with the parts of each total among them.

    A measure that is not public is withheld: some day it may be.
    """
    every = {measure.id: measure for measure in reversed([*with_groups(measures)])}
    told = {*told_of, *(one.id for one in every.values() if one.part_of in told_of)}
    figures = {name: _figures(every[name], plan) for name in sorted(told) if name in every}
    return Publication.model_construct(
        issued=issued,
        suppress_below=threshold.below,
        suppress_zeros=threshold.zeros,
        figures={name: row for name, row in figures.items() if row},
        parts=_parts(every, figures),
    )


def assumed_entry(
    measures: Iterable[Measure], told_of: Collection[str], issued: When, threshold: Threshold
) -> Publication:
    """Write down a document of before there was a register: every figure of a public measure that is not small."""
    every = {measure.id: measure for measure in reversed([*with_groups(measures)])}
    shown = {
        FigureCell(one.id, "", period.start, period.end): frozenset({told(reading, one.unit)})
        for one in every.values()
        for period, reading in one.readings.items()
        if one.public
        and reading.symbol != "c"
        and not (is_about_people(one) and any(map(threshold.hides, counts(reading, one.unit) or ())))
    }
    public = frozenset(one.id for one in every.values() if one.public)
    made = entry(every.values(), Plan(public, shown=shown), told_of, issued, threshold)
    return made.model_copy(update={"assumed": True})


def _figures(measure: Measure, plan: Plan) -> dict[Period, PublishedFigure]:
    found: dict[Period, PublishedFigure] = {}
    for period, reading in measure.readings.items():
        cell = FigureCell(measure.id, "", period.start, period.end)
        value = told(reading, measure.unit)
        if cell in plan.absent:
            continue
        if value not in plan.shown.get(cell, ()):
            found[period] = "c"
        elif isinstance(value, Decimal):
            found[period] = value
    return found


def _parts(
    measures: Mapping[str, Measure], figures: Mapping[str, Mapping[Period, PublishedFigure]]
) -> dict[str, dict[Period, tuple[str, ...]]]:
    parts: dict[str, list[str]] = {}
    for name in sorted(measures):
        if (total := measures[name].part_of) and total in figures:
            parts.setdefault(total, []).append(name)
    return {total: dict.fromkeys(figures[total], tuple(names)) for total, names in parts.items() if figures[total]}
