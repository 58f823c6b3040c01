"""The key measures of a priority: a table of figures as people print them, with notes beside, and one small chart."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import PriorityAccount
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import target_with_period
from strategy_tracker.views.document import Block, Paragraph
from strategy_tracker.views.papers.of_measures.figure_words import beside, direction, former, latest, rating_cell
from strategy_tracker.views.papers.of_measures.measure_blocks import chart, has_chart
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty
from strategy_tracker.views.text import sentence


def key_measures(found: PriorityAccount, annex: str = "") -> Iterator[Block]:
    """Tells the key measures of a priority in the tables that they are grouped in, and counts the others.

    `annex` is the letter of the annex that has every measure, in a paper with one.
    """
    for title, measures in found.tables:
        yield key_table(measures, title or label("key-figures"))
    if found.of and not found.measures:
        yield Paragraph(label("none-told-but-annex", letter=annex) if annex else label("no-figure-yet"))
    elif found.of > len(found.measures):
        number = f"{found.of - len(found.measures):,}"
        more = (
            label("more-in-annex", number=number, letter=annex) if annex else label("in-the-scorecard", number=number)
        )
        yield Paragraph(more)


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
    reading = one.reading
    return (
        cell(one.title),
        cell(latest(one) if reading else None),
        cell(former(one)),
        cell(direction(one)),
        cell(target_with_period(one)),
        rating_cell(one),
        cell(beside(one)),
        cell(_note(one)),
    )


def _note(one: MeasureStanding) -> str | None:
    """What a reader must know beside the figure: its own note, else the first sentence of the measure's."""
    noted = one.reading.note if one.reading else None
    told = noted or (one.about.note or "").partition(". ")[0]
    return sentence(told) if told else None
