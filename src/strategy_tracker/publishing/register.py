"""Makes the entry of a document in the register: of each measure it tells of, what it shows and what it leaves out."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from strategy_tracker.model.measure import Measure
from strategy_tracker.model.period import Period
from strategy_tracker.model.publication import Publication, PublishedFigure
from strategy_tracker.model.values import When
from strategy_tracker.publishing.cells import FigureCell, counts, is_about_people, told
from strategy_tracker.publishing.what_to_withhold import Plan
from strategy_tracker.publishing.withhold import Threshold


def entry(
    measures: Iterable[Measure], plan: Plan, told_of: Collection[str], issued: When, threshold: Threshold
) -> Publication:
    """Write down a document that tells of the measures in `told_of`, with the parts of each total among them."""
    every = {measure.id: measure for measure in reversed([*measures])}
    figures = {name: _figures(every[name], plan) for name in sorted(told_of) if name in every}
    return Publication.model_construct(
        issued=issued,
        suppress_below=threshold.below,
        suppress_zeros=threshold.zeros,
        figures={name: row for name, row in figures.items() if row},
        parts=_parts(every.values(), figures),
    )


def assumed_entry(
    measures: Iterable[Measure], told_of: Collection[str], issued: When, threshold: Threshold
) -> Publication:
    """Write down a document of before there was a register: every figure of a public measure that is not small."""
    every = {measure.id: measure for measure in reversed([*measures])}
    shown = {
        FigureCell(one.id, "", period.start, period.end): frozenset({told(reading, one.unit)})
        for one in every.values()
        for period, reading in one.readings.items()
        if one.public
        and reading.symbol != "c"
        and not (is_about_people(one) and any(map(threshold.hides, counts(reading, one.unit) or ())))
    }
    made = entry(every.values(), Plan(shown=shown), told_of, issued, threshold)
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


def _parts(measures: Iterable[Measure], figures: Collection[str]) -> dict[str, dict[Period, tuple[str, ...]]]:
    found: dict[str, dict[Period, tuple[str, ...]]] = {}
    for part in sorted(measures, key=lambda one: one.id):
        if part.part_of and part.part_of in figures:
            at = found.setdefault(part.part_of, {})
            for period in part.readings:
                at[period] = (*at.get(period, ()), part.id)
    return found
