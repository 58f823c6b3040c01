"""What bodies resolved and what is still open of it: a table for a screen."""

from collections import Counter
from collections.abc import Iterator

from strategy_tracker.judging.standing.of_resolutions import STATE_WORDS, ResolutionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured


def resolution_tables(strategy: StrategyStanding) -> Iterator[Table]:
    """A table of what is open of all that bodies resolved about a strategy, the latest first."""
    every = [(body.body, one) for body in strategy.bodies for one in body.resolutions]
    if not every:
        return
    columns = (Column("Item"), Column("What"), Column("Resolved"), Column("Who"), Column("State"))
    found = sorted(((body, one) for body, one in every if one.is_open), key=lambda each: (-each[1].days, each[1].id))
    rows = tuple(
        (cell(one.id), cell(one.to_do or one.text), cell(f"{body}: {one.decision}"), _who(one), _state(one))
        for body, one in found
    )
    counts = Counter(one.state for _, one in every if not one.is_open)
    closed = [f"{counts[state]} {STATE_WORDS[state]}" for state in ("done", "closed") if counts[state]]
    notes = (f"besides: {', '.join(closed)}",) if closed else ()
    yield Table("Resolutions and recommendations", columns, rows, notes)


def _who(one: ResolutionStanding) -> Cell:
    return cell("; ".join(one.owners))


def _state(one: ResolutionStanding) -> Cell:
    if one.state == "late":
        return coloured("red", one.words)
    return coloured("amber", one.words) if one.state in ("no-owner", "unanswered") else cell(one.words)
