"""Finds where a route of keys stands in a file, by reading it again; only where there is something to point at."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from strategy_tracker.diagnostics import Diagnostic, Position, Route
from strategy_tracker.files.find import TABLE
from strategy_tracker.files.parsing.events import made_of_events
from strategy_tracker.files.parsing.value_places import ValuePlace, lines_of, locate

RouteTree = dict[str | int, "RouteTree"]
"""Routes as a tree of their steps."""

_NOT_REPEATED = frozenset({"personal-data", "small-count-in-words"})
"""Codes that say what nobody may read: its line must not end in a log."""


def spots(data: bytes, routes: Iterable[Route] | None = None) -> ValuePlace:
    """Place the values of a file that `read_tree` could read: all of them, or those along some routes."""
    wanted = None if routes is None else _wanted(routes)
    return made_of_events(data, lambda give: _top(give, wanted))


def _top(give: Callable[[], Any], wanted: RouteTree | None) -> ValuePlace:
    while type(event := give()) is not MappingStartEvent:
        if type(event) is StreamEndEvent:
            return ValuePlace(None, None, Position(1, 1, 1, 2), {})
    return _spot(event, give, None, wanted)


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


def where(data: bytes, route: Route, at_key: bool = False) -> Position:
    """Read a file for the place of one route, or of the deepest part of it that the file has."""
    return locate(spots(data, [route]), route, at_key)


def place(found: Iterable[Diagnostic], data: bytes, file: str) -> list[Diagnostic]:
    """Give the diagnostics of one file their positions and source lines, and put them in reading order."""
    found = list(found)
    if not found:
        return []
    lines = lines_of(data)
    routes = [item.route for item in found if item.position is None]
    top = _spots_of(data, file, routes) if routes else None
    out = []
    for item in found:
        position = item.position or locate(top, item.route, item.at_key) if top else item.position
        shown = position and position.line <= len(lines) and item.code not in _NOT_REPEATED
        line = lines[position.line - 1] if position and shown else ""
        out.append(item._replace(file=file, position=position, source=line))
    return sorted(out, key=lambda item: (item.position or Position(0, 0, 0, 0), item.code, item.message))


def _spots_of(data: bytes, file: str, routes: list[Route]) -> ValuePlace:
    if not file.lower().endswith(TABLE):
        return spots(data, routes)
    from strategy_tracker.files.parsing.csv_table import read_table  # few portfolios have a table

    return read_table(data).places
