"""What bodies resolved and what is still open of it: a table for a screen, and one thing that was asked."""

from collections import Counter
from collections.abc import Iterator

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import STATE_WORDS, ResolutionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.views.screens.facts import as_facts
from strategy_tracker.views.sheet import Cell, Column, SheetSection, Table, cell, coloured


def resolution_tables(
    strategy: StrategyStanding, *, settled: bool = False, of_body: str | None = None
) -> Iterator[Table]:
    """A table of what is open of all that bodies, or one of them, resolved about a strategy; or of all of it."""
    bodies = (body for body in strategy.bodies if of_body in (None, body.body))
    every = [(body.body, one) for body in bodies for one in body.resolutions]
    if not every:
        return
    columns = (Column("Item"), Column("What"), Column("Resolved"), Column("Who"), Column("State"))
    shown = [(body, one) for body, one in every if one.is_open or settled]
    found = sorted(shown, key=lambda each: (-each[1].days, not each[1].is_open, each[1].id))
    rows = tuple(
        (cell(one.id), cell(one.to_do or one.text), cell(f"{body}: {one.decision}"), _who(one), _state(one))
        for body, one in found
    )
    counts = Counter(one.state for _, one in every if not (one.is_open or settled))
    closed = [f"{counts[state]} {STATE_WORDS[state]}" for state in ("done", "closed") if counts[state]]
    notes = (f"besides: {', '.join(closed)}",) if closed else ()
    yield Table("Resolutions and recommendations", columns, rows, notes)


def ask_sections(address: str, standing: Standing) -> Iterator[SheetSection]:
    """What became of one thing that a body was asked, which is named `strategy/ask`."""
    outer, _, inner = address.partition("/")
    for body in (body for one in standing.strategies if one.id == outer for body in one.bodies):
        for one in (one for one in body.resolutions if one.id == inner):
            lines = [
                f"{body.body}: {one.decision}" + (f", asked first on {one.first}" if one.first != one.meeting else ""),
                f"how far it is: {one.words}",
                *([f"asked of: {'; '.join(one.owners)}"] if one.owners and one.is_open else []),
                *([f"carried out by: {'; '.join(one.carried_out)}"] if one.carried_out else []),
            ]
            yield SheetSection("", (), facts=tuple(as_facts(lines)))


def _who(one: ResolutionStanding) -> Cell:
    return cell("; ".join(one.owners))


def _state(one: ResolutionStanding) -> Cell:
    if one.state == "late":
        return coloured("red", one.words)
    return coloured("amber", one.words) if one.state in ("no-owner", "unanswered") else cell(one.words)
