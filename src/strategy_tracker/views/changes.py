"""What changed between two moments, for a person and for a pull request."""

from collections.abc import Iterator, Sequence
from typing import Any

from strategy_tracker.rules.changes import Difference
from strategy_tracker.rules.signals import Signal
from strategy_tracker.rules.standing import Colour
from strategy_tracker.views.sheet import Cell, Column, Section, Sheet, Table, cell, coloured
from strategy_tracker.views.text import counted

_HEADINGS = {
    "colour": "Colours that moved",
    "state": "States that moved",
    "update": "New updates",
    "due": "Dates moved",
    "restated": "Restated: readings of a period already reported",
    "target": "Targets changed",
    "rule": "Tolerances and rules changed",
    "reading": "New readings",
    "added": "Added",
    "withdrawn": "Withdrawn",
    "moved": "Moved to another priority",
    "owner": "Owners changed",
    "reworded": "Reworded: the words that differ are in brackets",
    "detail": "Other details",
}
"""Kinds of change in the order a board wants them."""

_COLOURS: dict[str, Colour] = {
    "red": "red",
    "amber": "amber",
    "green": "green",
    "complete": "blue",
    "delivered": "green",
}


def changes_sheet(found: Sequence[Difference], asked: Sequence[Signal], before: str, after: str) -> Sheet:
    """All changes, grouped by kind; what a careful reader would ask comes last."""
    lines = (f"from {before} to {after}",)
    if not found:
        return Sheet("Nothing moved", lines, ())
    sections = [_section(kind, [one for one in found if one.kind == kind]) for kind in _HEADINGS]
    questions = tuple(f"{one.item}: {one.words}" for one in asked)
    kept = [section for section in sections if section.tables]
    if questions:
        kept.append(Section("A careful reader would ask", questions))
    return Sheet(_title(found), lines, tuple(kept))


def _title(found: Sequence[Difference]) -> str:
    colours = [one for one in found if one.kind == "colour"]
    worse, better = (sum(one.worse is way for one in colours) for way in (True, False))
    parts = [counted(len(found), "change")]
    parts += [f"{worse} worse"] if worse else []
    parts += [f"{better} better"] if better else []
    return ", ".join(parts)


def _section(kind: str, found: list[Difference]) -> Section:
    """One kind of change, with a table for each strategy and one for measures, which may serve several."""
    groups: dict[str, list[Difference]] = {}
    for one in found:
        groups.setdefault(one.item.split("/")[0] if one.thing != "measure" else "measures", []).append(one)
    return Section(_HEADINGS[kind], (), tuple(_table(kind, name, group) for name, group in groups.items()))


def _table(kind: str, name: str, found: list[Difference]) -> Table:
    if kind in ("added", "withdrawn"):
        columns: tuple[Column, ...] = (Column("Item"), Column("What"), Column("Words"))
        rows = tuple((_item(one), cell(one.thing), cell(one.text)) for one in found)
        return Table(name, columns, rows)
    if kind == "update":
        columns = (Column("Item"), Column("Said"), Column("Remarks"))
        return Table(name, columns, tuple((_item(one), cell(one.after), cell(one.why)) for one in found))
    columns = (Column("Item"), Column("Before"), Column("After"), Column("Why" if kind == "colour" else "Remarks"))
    return Table(name, columns, tuple((_item(o), _value(o, o.before), _value(o, o.after), cell(o.why)) for o in found))


def _item(one: Difference) -> Cell:
    return cell(one.item.rpartition("/")[2])


def _value(one: Difference, text: str) -> Cell:
    if one.kind == "colour":
        return coloured(_COLOURS.get(text, "grey"), text)
    return cell(text)


def change_rows(found: Sequence[Difference]) -> Iterator[dict[str, Any]]:
    """A flat row for each change."""
    return (one._asdict() for one in found)
