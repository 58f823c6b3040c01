"""The scorecard: measures only, with their years across, and the figures of others under each."""

from collections.abc import Iterable, Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority, years_of
from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.model.dates.period import PeriodKind
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, headline, next_target_of, target_of, when
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.measure_outlook import variation_shown
from strategy_tracker.views.papers.front.position_blocks import measures_table, told_of_measures
from strategy_tracker.views.papers.of_measures.figure_words import rating_cell
from strategy_tracker.views.papers.of_measures.measure_blocks import context_table
from strategy_tracker.views.papers.said import priority_title
from strategy_tracker.views.shares import figure_shown
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty

YEARS = 5
"""Years shown: a page has room for no more."""


def scorecard(material: Material) -> Iterator[Section]:
    """The scorecard: counts, then tables of the measures of each priority."""
    standing = material.standing
    if not standing.tells_measures:
        yield Section(label("the-position"), 1, (Paragraph(label("no-measure-planned")),))
        return
    how = Paragraph(label("how-scorecard-reads"))
    yield Section(label("the-position"), 1, (*told_of_measures(material), measures_table(standing), how))
    for strategy, priority in each_priority(standing):
        if priority.tells_measures and (held := _held(standing.named(priority.every_measure))):
            yield Section(priority_title(strategy, priority, material), 1, tuple(_tables(held, material)))
    if unnamed := _held(standing.unnamed):
        yield Section(UNNAMED, 1, tuple(_tables(unnamed, material)))


def _held(measures: Iterable[MeasureStanding]) -> list[MeasureStanding]:
    """Those that were not withdrawn, which are told in a section of their own."""
    return [one for one in measures if not one.withdrawn]


def _tables(measures: Sequence[MeasureStanding], material: Material) -> Iterator[Block]:
    """A table for each kind of year that figures are told by, with those years across; figures about people last."""
    directed = [one for one in measures if one.rating.why != "context"]
    for kind in dict.fromkeys(material.measures[one.id].kind for one in directed):
        yield _table([one for one in directed if material.measures[one.id].kind == kind], material, kind)
    if context := [one for one in measures if one.rating.why == "context"]:
        yield context_table(context)


_HEADED: dict[PeriodKind, Label] = {
    "year": label("figures-by-year"),
    "calendar-year": label("by-calendar-year"),
    "academic-year": label("by-academic-year"),
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
    return without_empty(Table(_HEADED.get(kind, label("by-periods")), columns, rows), keep=1)


def _rows(one: MeasureStanding, words: MeasureWords, years: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    figures = (_figure(one, words.years.get(year), year) for year in years)
    target = cell(target_of(one) or next_target_of(one, whole=False))
    yield (cell(one.title), *figures, target, rating_cell(one), cell(headline(one)), cell(variation_shown(one)))
    for name, points in words.benchmarks.items():
        figures = (_figure(None, points.get(year), year) for year in years)
        yield (cell(phrase("for-comparison", whose=name)), *figures, *(cell(None) for _ in range(4)))
    for gap in one.about.gaps:
        where, theirs = {point.period: point.where for point in gap.points}, words.benchmarks.get(gap.name, {})
        placed = (cell(where.get(theirs[year].period) if year in theirs else None) for year in years)
        told = cell(dates_in(gap.words) if gap.words else None)
        yield (cell(label("ours-beside", whom=gap.name)), *placed, cell(None), cell(None), told, cell(None))


def _figure(one: MeasureStanding | None, point: Point | None, year: str) -> Cell:
    """A figure of a year with what marks it: that it may still change, or a period of less than the year."""
    if point is None:
        return cell(None)
    marks = [point.state] if point.state in ("provisional", "revised") else []
    marks += [when(point.period)] if point.period != year and not point.undated else []
    shown = figure_shown(one, point) if one else point.shown
    return cell(phrase("marked", figure=shown, marks=commas(marks)) if marks else shown)
