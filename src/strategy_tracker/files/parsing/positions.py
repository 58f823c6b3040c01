"""Finds where a route of keys stands in a file, by reading it again; only where there is something to point at."""

import re
from collections.abc import Iterable, Iterator
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
from strategy_tracker.files.parsing.events import events


class ValuePlace(NamedTuple):
    """A value in a file, the key before it, and what is inside it."""

    key: Position | None
    value: Position | None  # None: a list or a map, which is pointed at by its key or its first line
    first: Position
    inside: dict[str | int, "ValuePlace"]


RouteTree = dict[str | int, "RouteTree"]
"""Routes as a tree of their steps."""

_NOT_REPEATED = frozenset({"personal-data", "small-count-in-words"})
"""Codes that say what nobody may read: its line must not end in a log."""


def spots(data: bytes, routes: Iterable[Route] | None = None) -> ValuePlace:
    """Place the values of a file that `read_tree` could read: all of them, or those along some routes."""
    give = events(data)
    while type(event := give()) is not MappingStartEvent:
        if type(event) is StreamEndEvent:
            return ValuePlace(None, None, Position(1, 1, 1, 2), {})
    return _spot(event, give, None, None if routes is None else _wanted(routes))


def _wanted(routes: Iterable[Route]) -> RouteTree:
    wanted: RouteTree = {}
    for route in routes:
        here = wanted
        for step in route:
            here = here.setdefault(step, {})
    return wanted


def _place(event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    return Position(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _spot(event: Any, give: Any, key: Position | None, wanted: RouteTree | None) -> ValuePlace:
    here = _place(event)
    if type(event) is ScalarEvent:
        return ValuePlace(key, here, here, {})
    inside: dict[str | int, ValuePlace] = {}
    for step, at, value in _items(event, give):
        if wanted is None:
            inside[step] = _spot(value, give, at and _place(at), None)
        elif step in wanted or not inside:  # the first one says where a list or a map begins
            inside[step] = _spot(value, give, at and _place(at), wanted.get(step, {}))
        else:
            _pass_over(value, give)
    first = next((spot.key or spot.first for spot in inside.values()), here)
    return ValuePlace(key, None, first, inside)


def _items(event: Any, give: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """What a list or a map holds: the step to it, the event of its key if it has one, its first event."""
    if type(event) is SequenceStartEvent:
        number = 0
        while type(item := give()) is not SequenceEndEvent:
            yield number, None, item
            number += 1
    else:
        while type(name := give()) is not MappingEndEvent:
            yield name.value, name, give()


def _pass_over(event: Any, give: Any) -> None:
    depth = 0 if type(event) is ScalarEvent else 1
    while depth:
        kind = type(give())
        if kind is not ScalarEvent:
            depth += 1 if kind is MappingStartEvent or kind is SequenceStartEvent else -1


def locate(spot: ValuePlace, route: Route, at_key: bool = False) -> Position:
    """Give the place of `route`, or of the deepest part of it that the file has."""
    for step in route:
        if step not in spot.inside:
            break
        spot = spot.inside[step]
    if spot.key and (at_key or spot.value is None):
        return spot.key
    return spot.value or spot.first


def where(data: bytes, route: Route, at_key: bool = False) -> Position:
    """Read a file for the place of one route, or of the deepest part of it that the file has."""
    return locate(spots(data, [route]), route, at_key)


def lines_of(data: bytes) -> list[str]:
    """Split a file into lines as an editor numbers them."""
    # only the line breaks of YAML 1.2: `splitlines` would also break at U+0085 and U+2028, and editors do not
    return re.split("\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))


def place(found: Iterable[Diagnostic], data: bytes, file: str) -> list[Diagnostic]:
    """Give the diagnostics of one file their positions and source lines, and put them in reading order."""
    found = list(found)
    if not found:
        return []
    lines = lines_of(data)
    routes = [item.route for item in found if item.position is None]
    top = spots(data, routes) if routes else None
    out = []
    for item in found:
        position = item.position or locate(top, item.route, item.at_key) if top else item.position
        shown = position and position.line <= len(lines) and item.code not in _NOT_REPEATED
        line = lines[position.line - 1] if position and shown else ""
        out.append(item._replace(file=file, position=position, source=line))
    return sorted(out, key=lambda item: (item.position or Position(0, 0, 0, 0), item.code, item.message))
