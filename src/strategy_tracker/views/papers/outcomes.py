"""An outcome framework as a table: for each part of life, what should go up and what should go down."""

from collections.abc import Sequence

from strategy_tracker.model.names.labels import label
from strategy_tracker.model.outcomes import OutcomeDomain
from strategy_tracker.views.sheet import Cell, Table, cell, columns, without_empty


def outcome_table(domains: Sequence[OutcomeDomain]) -> Table:
    """A row for each domain; a direction in which nothing should go has no column."""
    heads = columns("domain", "should-go-up", "should-go-down")
    return without_empty(Table(label("wanted-outcomes"), heads, tuple(map(_row, domains))), keep=1)


def _row(one: OutcomeDomain) -> tuple[Cell, ...]:
    def going(way: str) -> Cell:
        return cell("; ".join(wanted.what for wanted in one.wants if wanted.want == way))

    return (cell(one.domain), going("up"), going("down"))
