"""The meetings of the bodies of strategies: held, next, missed, and when papers are due."""

from collections.abc import Iterator, Sequence
from typing import Any

from strategy_tracker.judging.standing import BodyStanding, Standing, StrategyStanding
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell, coloured


def reviews_sheet(standing: Standing, filters: str) -> Sheet:
    """A sheet with the bodies that review each strategy, and the groups that work in it."""
    lines = [as_at(standing)] + ([f"only: {filters}"] if filters else [])
    return Sheet("Reviews", tuple(lines), tuple(_section(strategy) for strategy in standing.strategies))


def _section(strategy: StrategyStanding) -> SheetSection:
    lines = [f"{strategy.id}: {strategy.phase.words}"]
    lines += [] if strategy.reviewing else ["no body on record reviews it"]
    tables = (("", strategy.reviewing), ("Groups that work in it", strategy.working))
    return SheetSection(strategy.title, tuple(lines), tuple(_table(*each) for each in tables if each[1]))


def _table(title: str, bodies: Sequence[BodyStanding]) -> Table:
    columns = (
        Column("Body"),
        Column("Every"),
        Column("Last held"),
        Column("Next"),
        Column("Papers due", from_width=100),
        Column("Paper by", from_width=120),
    )
    rows = [
        (
            cell(body.body),
            cell(body.every),
            cell(body.held[0] if body.held else None),
            _next(body),
            cell(body.papers.isoformat() if body.papers else None),
            cell(body.paper_by),
        )
        for body in bodies
    ]
    return Table(title, columns, tuple(rows))


def _next(body: BodyStanding) -> Cell:
    if body.clock.kind == "missed":
        return coloured("red", body.clock.words)
    if body.clock.kind in ("due-soon", "due-today"):
        return coloured("amber", body.clock.words)
    return cell(body.clock.words)


COLUMNS = ("strategy", "body", "kind", "every", "paper_by", "held", "clock", "next", "papers", "words", "note", "role")


def review_rows(standing: Standing) -> Iterator[dict[str, Any]]:
    """A flat row for each body."""
    for strategy in standing.strategies:
        for body in strategy.bodies:
            yield {
                **body._asdict(),
                "strategy": strategy.id,
                "clock": body.clock.kind,
                "next": body.clock.due,
                "words": body.clock.words,
            }
