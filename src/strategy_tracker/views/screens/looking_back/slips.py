"""Every move of every due date: how often and how far each slipped, whether it is on record, and who agreed."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from strategy_tracker.comparing.slips import DateMove
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import NO_REASON, counted

COLUMNS = (
    "strategy", "item", "text", "milestone", "number", "times", "on", "from", "to", "days", "recorded", "why",
    "approved_by", "commit", "author",
)  # fmt: skip
_TABLE = tuple(Column(name, figures=name == "Days") for name in ("On", "From", "To", "Days", "Why", "Approved by"))


def slips_sheet(found: Sequence[DateMove], as_at: date, unknown: str) -> Sheet:
    """A sheet with a table for each strategy, a row for each move."""
    sections = [_section(name, list(each)) for name, each in groupby(found, key=lambda one: one.strategy)]
    lines = (f"as at {long_date(as_at)}", *((unknown,) if unknown else ()))
    return Sheet(_tally(found) if found else "No move of a due date is known", lines, tuple(sections))


def _tally(found: Sequence[DateMove]) -> str:
    dates = len({(one.item, one.milestone) for one in found})
    recorded, approved = sum(one.recorded for one in found), sum(bool(one.approved_by) for one in found)
    moves = f"{counted(len(found), 'move')} of {counted(dates, 'due date')}"
    return f"{moves}: {recorded} on record, {approved} approved"


def _section(name: str, found: Sequence[DateMove]) -> SheetSection:
    each = [list(moves) for _, moves in groupby(found, key=lambda one: (one.item, one.milestone))]
    tables = tuple(Table(_title(moves), _TABLE, tuple(map(_row, moves))) for moves in each)
    return SheetSection(name, (_tally(found),), tables)


def _title(moves: Sequence[DateMove]) -> str:
    """The item, how often its date moved in all, and how far in the moves that are listed."""
    one, days = moves[0], sum(move.days for move in moves)
    far = f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else "no days"
    step = f", milestone: {one.milestone}" if one.milestone else ""
    listed = "" if len(moves) == one.times else f"{len(moves)} of "
    return f"{one.item.rpartition('/')[2]}, {one.text}{step}: {listed}{counted(one.times, 'move')}, {far}"


def _row(one: DateMove) -> tuple[Cell, ...]:
    days, by = f"{one.days:+}" if one.to else None, one.approved_by or "nobody on record"
    return tuple(map(cell, (one.on or None, one.former, one.to or "no date", days, _record(one), by)))


def _record(one: DateMove) -> str:
    """Why a date moved; of a move that is not on record, who made it."""
    if one.recorded:
        return one.why or NO_REASON
    if one.commit is None:
        return "not on record"
    by = f"{one.commit.author}, {one.commit.sha[:7]}" if one.commit.sha else "not committed yet"
    return f"not on record; {by}"


def slips_content(found: Sequence[DateMove], as_at: date, unknown: str) -> dict[str, Any]:
    """The moves for JSON."""
    return {"as_at": as_at, "unknown": unknown, "moves": list(slip_rows(found))}


def slip_rows(found: Sequence[DateMove]) -> Iterator[dict[str, Any]]:
    """A flat row for each move."""
    for one in found:
        commit, author = (one.commit.sha, one.commit.author) if one.commit else ("", "")
        flat = one._asdict() | {"commit": commit, "author": author}
        flat["from"] = flat.pop("former")
        yield {column: flat[column] for column in COLUMNS}
