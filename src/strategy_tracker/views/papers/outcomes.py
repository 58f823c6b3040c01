"""What is wanted and how it is found out, as tables: outcomes by part of life, and the looks that are taken at them."""

from collections.abc import Sequence

from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label
from strategy_tracker.model.parts.evaluation import EvaluationStep
from strategy_tracker.model.parts.outcomes import OutcomeDomain
from strategy_tracker.views.sheet import Cell, Table, cell, columns, without_empty


def outcome_table(domains: Sequence[OutcomeDomain]) -> Table:
    """A row for each domain; a direction in which nothing should go has no column."""
    heads = columns("domain", "should-go-up", "should-go-down")
    return without_empty(Table(label("wanted-outcomes"), heads, tuple(map(_row, domains))), keep=1)


def evaluation_table(steps: Sequence[EvaluationStep]) -> Table:
    """A row for each look that is taken at whether something works."""
    heads = columns("when", "how", "by", "what-was-found")
    rows = tuple((cell(one.point), cell(one.tool), cell(one.by), cell(one.found)) for one in steps)
    return without_empty(Table(label("how-it-is-evaluated"), heads, rows), keep=1)


def _row(one: OutcomeDomain) -> tuple[Cell, ...]:
    def going(way: str) -> Cell:
        return cell(semicolons([wanted.what for wanted in one.wants if wanted.want == way]))

    return (cell(one.domain), going("up"), going("down"))
