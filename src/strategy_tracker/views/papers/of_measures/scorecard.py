"""The scorecard: measures only, with their years across, and the figures of others under each."""

from collections.abc import Iterable, Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority, years_of
from strategy_tracker.briefing.position import of_priority, with_all
from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.model.dates.period import PeriodKind
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.dates_and_amounts import headline, next_target_of, target_of, when
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.measure_outlook import variation_shown
from strategy_tracker.views.papers.position_blocks import measures_table
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured, without_empty

YEARS = 5
"""Years shown: a page has room for no more."""


NO_MEASURES = "It is known by its actions alone: no measure is planned."


def scorecard(material: Material) -> Iterator[Section]:
    """The scorecard: counts, then a table of the measures of each priority."""
    standing, many = material.standing, len(material.standing.strategies) > 1
    listed = with_all(standing)
    told = [measures_table(listed, many)] if any(line.tells_measures for line in listed) else [Paragraph(NO_MEASURES)]
    yield Section(label("rated"), 1, tuple(told))
    for strategy, priority in each_priority(standing):
        if not priority.tells_measures:
            continue
        measures = _in_order(standing.named(priority.every_measure))
        title = f"{strategy.title}: {priority.heading}" if many else priority.heading
        blocks = tuple(_tables(measures, material)) or (Paragraph(_none(priority, standing)),)
        yield Section(title, 1, blocks)
    if unnamed := _in_order(standing.unnamed):
        yield Section(UNNAMED, 1, tuple(_tables(unnamed, material)))


def _in_order(measures: Iterable[MeasureStanding]) -> list[MeasureStanding]:
    """Those that are still held, context last."""
    return sorted((one for one in measures if not one.withdrawn), key=lambda one: one.rating.why == "context")


def _none(priority: PriorityStanding, standing: Standing) -> str:
    lost = priority.actions_left_out or standing.measures_left_out([priority])
    return of_priority(priority, standing) if lost else "No measure is named."


def _tables(measures: Sequence[MeasureStanding], material: Material) -> Iterator[Table]:
    """A table for each kind of year that the figures are told by, with those years as its columns."""
    for kind in dict.fromkeys(material.measures[one.id].kind for one in measures):
        these = [one for one in measures if material.measures[one.id].kind == kind]
        yield _table(these, material, kind)


_HEADED: dict[PeriodKind, tuple[Label, str]] = {
    "year": (label("figures-by-year"), "financial"),
    "calendar-year": (label("by-calendar-year"), "calendar"),
    "academic-year": (label("by-academic-year"), "academic"),
}


def _table(measures: Sequence[MeasureStanding], material: Material, kind: PeriodKind) -> Table:
    years = years_of(material, YEARS, kind)
    columns = (
        Column(label("measure")),
        *(Column(when(year.removeprefix("AY ")), figures=True) for year in years),
        Column(label("target"), figures=True),
        Column(label("colour")),
        Column(label("direction")),
        Column(label("variation")),
    )
    rows = tuple(row for one in measures for row in _rows(one, material.measures[one.id], years))
    keep = len(columns) - 1
    if kind not in _HEADED:
        return without_empty(Table(label("by-periods"), columns, rows), keep)
    title, word = _HEADED[kind]
    note = f"Each figure is the last of its {word} year; one for less than the whole year names its period."
    return without_empty(Table(title, columns, rows, (note,)), keep)


def _rows(one: MeasureStanding, words: MeasureWords, years: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    figures = (_figure(words.years.get(year), year) for year in years)
    target = cell(target_of(one) or next_target_of(one, whole=False))
    colour, varies = coloured(one.rating.colour, one.rating.word), cell(variation_shown(one))
    yield (cell(one.title), *figures, target, colour, cell(headline(one)), varies)
    for name, points in words.benchmarks.items():
        figures = (_figure(points.get(year), year) for year in years)
        yield (cell(f"{one.title}: {name}"), *figures, cell(None), cell("benchmark"), cell(None), cell(None))


def _figure(point: Point | None, year: str) -> Cell:
    if point is None:
        return cell(None)
    marks = [point.state] if point.state in ("provisional", "revised") else []
    marks += [when(point.period)] if point.period != year else []
    return cell(f"{point.shown} ({', '.join(marks)})" if marks else point.shown)
