"""Where a route of keys stands in a file: read again with positions, only when there is something to point at."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from strategy_tracker.diagnostics import Diagnostic, Position, Route
from strategy_tracker.store.read import events


class Spot(NamedTuple):
    """A value in a file, the key before it, and what is inside it."""

    key: Position | None
    value: Position | None  # None: a list or a map, which is pointed at by its key or its first line
    first: Position
    inside: dict[str | int, "Spot"]


def spots(data: bytes) -> Spot:
    """Every value of a file that `read_tree` could read, with its place."""
    give = events(data)
    while type(event := give()) is not MappingStartEvent:
        if type(event) is StreamEndEvent:
            return Spot(None, None, Position(1, 1, 1, 2), {})
    return _spot(event, give, None)


def _place(event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    return Position(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _spot(event: Any, give: Any, key: Position | None) -> Spot:
    here = _place(event)
    if type(event) is ScalarEvent:
        return Spot(key, here, here, {})
    inside: dict[str | int, Spot] = {}
    if type(event) is SequenceStartEvent:
        while type(item := give()) is not SequenceEndEvent:
            inside[len(inside)] = _spot(item, give, None)
    else:
        while type(name := give()) is not MappingEndEvent:
            inside[name.value] = _spot(give(), give, _place(name))
    first = next((spot.key or spot.first for spot in inside.values()), here)
    return Spot(key, None, first, inside)


def locate(spot: Spot, route: Route, at_key: bool = False) -> Position:
    """The place of `route`, or of the deepest part of it that the file has."""
    for step in route:
        if step not in spot.inside:
            break
        spot = spot.inside[step]
    if spot.key and (at_key or spot.value is None):
        return spot.key
    return spot.value or spot.first


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as an editor numbers them."""
    return re.split("\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))


def place(found: Iterable[Diagnostic], data: bytes, file: str) -> list[Diagnostic]:
    """The diagnostics of one file with their positions and source lines, in reading order."""
    found = list(found)
    if not found:
        return []
    lines = lines_of(data)
    top = spots(data) if any(item.position is None for item in found) else None
    out = []
    for item in found:
        position = item.position or locate(top, item.route, item.at_key) if top else item.position
        shown = position and position.line <= len(lines) and item.code != "personal-data"  # never repeat it in a log
        line = lines[position.line - 1] if position and shown else ""
        out.append(item._replace(file=file, position=position, source=line))
    return sorted(out, key=lambda item: (item.position or Position(0, 0, 0, 0), item.code, item.message))
