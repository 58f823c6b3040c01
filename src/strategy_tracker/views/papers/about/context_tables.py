"""Facts about the people a strategy is for that its source has in a table, as a table."""

from collections.abc import Iterator

from strategy_tracker.briefing.strategy_about import StrategyAbout
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.parts.context_table import ContextRow, ContextTable
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty


def context_tables(found: StrategyAbout) -> Iterator[Block]:
    """A table for each: who they are, how many, and what share; what cannot be read in the source stands below."""
    for one in found.context_tables:
        columns = (
            Column(label("who-they-are")),
            Column(label("how-many"), figures=True),
            Column(label("share"), figures=True),
        )
        rows = [
            *map(_row, one.rows),
            *([(cell(label("in-all")), cell(f"{one.total:,}"), cell(None))] if one.total else []),
        ]
        title = phrase("two-words", first=one.title, second=when(one.as_of.text)) if one.as_of else one.title
        yield without_empty(Table(title, columns, tuple(rows), _notes(one)), keep=1)


def _row(one: ContextRow) -> tuple[Cell, ...]:
    return (
        cell(one.label),
        cell(f"{one.n:,}" if one.n is not None else None),
        cell(f"{one.percent:f}%" if one.percent is not None else None),
    )


def _notes(one: ContextTable) -> tuple[str, ...]:
    return tuple(label("cannot-be-read", text=text) for text in one.damaged)
