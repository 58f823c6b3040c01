"""The meetings of the bodies of strategies: held, next, missed, and when papers are due."""

from collections.abc import Iterator, Sequence
from typing import Any

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.rounds_as_data import ROUND_COLUMNS, body_data, round_cells
from strategy_tracker.views.screens.resolutions import resolution_tables
from strategy_tracker.views.screens.rounds import round_sections
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NO_REASON


def reviews_sheet(standing: Standing, filters: str) -> Sheet:
    """A sheet with the bodies that review each strategy, and the groups that work in it."""
    lines = [as_at(standing)] + ([f"only: {filters}"] if filters else [])
    sections = (*(_section(strategy) for strategy in standing.strategies), *round_sections(standing))
    return Sheet("Reviews", tuple(lines), sections)


def _section(strategy: StrategyStanding) -> SheetSection:
    lines = [f"{strategy.id}: {strategy.phase.words}"]
    if not strategy.reviewing:
        lines.append("left out because of errors" if strategy.left_out else "no body on record reviews it")
    tables = (
        ("", strategy.reviewing),
        ("Who judges how its pledge is kept", strategy.judging),
        ("Groups that work in it", strategy.working),
        ("Who asks things of it", strategy.asking),
    )
    made = [_table(*each) for each in tables if each[1]]
    return SheetSection(strategy.title, tuple(lines), (*made, *_to_note(strategy), *resolution_tables(strategy)))


def _to_note(strategy: StrategyStanding) -> tuple[Table, ...]:
    """A table of the actions that were halted, and of the bodies that have yet to note each."""
    columns = (Column("Item"), Column("What", from_width=100), Column("State"), Column("Why"), Column("By"))
    rows = tuple(
        (
            cell(action.id),
            cell(action.text),
            cell(f"{action.halt.state} since {action.halt.on}"),
            cell(action.halt.why or NO_REASON),
            cell("; ".join(bodies)),
        )
        for action in strategy.actions
        if action.halt and (bodies := strategy.to_be_noted_by(action.id))
    )
    return (Table("To be noted at the next meeting", columns, rows),) if rows else ()


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
    shown = _next_meeting(body)
    return (
        shown._replace(text=f"{shown.text}; {'ask' if body.plural else 'asks'} from {body.asks}")
        if body.asks
        else shown
    )


def _next_meeting(body: BodyStanding) -> Cell:
    if body.role == "asks" and body.clock.due is None:
        return cell(None)
    if body.clock.kind == "missed":
        return coloured("red", body.clock.words)
    if body.clock.kind in ("due-soon", "due-today"):
        return coloured("amber", body.clock.words)
    return cell(body.clock.words)


COLUMNS = (
    "strategy",
    "body",
    "kind",
    "every",
    "paper_by",
    "held",
    "clock",
    "next",
    "papers",
    "words",
    "note",
    "role",
    "to_note",
    *ROUND_COLUMNS,
    "plural",
)


def review_rows(standing: Standing) -> Iterator[dict[str, Any]]:
    """A flat row for each body."""
    for strategy in standing.strategies:
        for body in strategy.bodies:
            yield {
                **body_data(body),
                **round_cells(body),
                "strategy": strategy.id,
                "clock": body.clock.kind,
                "next": body.clock.due,
                "words": body.clock.words,
            }
