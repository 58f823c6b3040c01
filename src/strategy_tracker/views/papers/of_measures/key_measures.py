"""The key measures of a priority: a table of figures as people print them, with notes beside, and one small chart."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import PriorityAccount
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import target_with_period, way_word, when
from strategy_tracker.views.document import Block, Paragraph
from strategy_tracker.views.papers.of_measures.measure_blocks import beside, chart, has_chart
from strategy_tracker.views.shares import figure_shown
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured, without_empty
from strategy_tracker.views.text import sentence


def key_measures(found: PriorityAccount) -> Iterator[Block]:
    """Tells the key measures of a priority in the tables that they are grouped in, and counts the others."""
    for title, measures in found.tables:
        yield key_table(measures, title or label("key-figures"))
    if found.of and not found.measures:
        yield Paragraph(label("no-figure-yet"))
    elif found.of > len(found.measures):
        yield Paragraph(label("in-the-scorecard", number=f"{found.of - len(found.measures):,}"))


def first_chart(measures: Sequence[MeasureStanding], drawn: set[str]) -> Iterator[Block]:
    """Draws the first of some measures whose figures make a line and that is not in `drawn` yet."""
    able = next((one for one in measures if has_chart(one) and one.id not in drawn), None)
    if able:
        drawn.add(able.id)
        yield chart(able)


def key_table(measures: Sequence[MeasureStanding], title: str) -> Table:
    """A table of latest figure, the one before, target and place beside others; an empty column is left out."""
    columns = (
        Column(label("measure")),
        Column(label("latest"), figures=True),
        Column(label("figure-before"), figures=True),
        Column(label("direction")),
        Column(label("target"), figures=True),
        Column(label("colour")),
        Column(label("beside-others")),
        Column(label("note")),
    )
    return without_empty(Table(title, columns, tuple(map(_row, measures))), keep=2)


def _row(one: MeasureStanding) -> tuple[Cell, ...]:
    way, reading = one.headline, one.reading
    before = former(one) if way.since else None
    rated = one.rating.colour != "grey" or one.missed_without_colour
    return (
        cell(one.title),
        cell(latest(one) if reading else None),
        cell(before),
        cell(direction(one)),
        cell(target_with_period(one)),
        coloured(one.rating.colour, one.rating.word) if rated else cell(None),
        cell(beside(one)),
        cell(_note(one)),
    )


def latest(one: MeasureStanding) -> str:
    """The latest figure with its period, which one without a date has none of."""
    return with_period(one, one.reading) if one.reading else ""


def with_period(one: MeasureStanding, point: Point) -> str:
    """Write `105 of 262 (40%), July 2022`; of a figure without a date the figure alone."""
    shown = figure_shown(one, point)
    return shown if point.undated else f"{shown}, {when(point.period)}"


def former(one: MeasureStanding) -> str:
    """The figure that its direction begins at, with its period."""
    way = one.headline
    undated = any(point.undated for point in one.points if point.period == way.since)
    return way.former if undated else f"{way.former}, {when(way.since)}"


def direction(one: MeasureStanding) -> str | None:
    """Which way it went and by how much: `better, +4 points`."""
    way = one.headline
    if way.kind == "none":
        return None
    word = way_word(way)
    return phrase("way-and-change", way=word, change=way.change) if way.change not in ("", "no change") else word


def _note(one: MeasureStanding) -> str | None:
    """What a reader must know beside the figure: its own note, else the first sentence of the measure's."""
    noted = one.reading.note if one.reading else None
    told = noted or (one.about.note or "").partition(". ")[0]
    return sentence(told) if told else None
