"""Keys with nothing after them: one that the models know says nothing; any other is a slip, or the rest of a text.

`{note: Two left, none trained}` is a note and a key called "none trained": inside brackets a comma ends a text.
"""

from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.files.model_help import faults, keys_of, kind_at, unknown
from strategy_tracker.files.parse import Document, Gap
from strategy_tracker.files.positions import lines_of
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import shown


def refused_gaps(found: Document, data: bytes, record: type[Record], context: dict[str, Any]) -> Iterator[Diagnostic]:
    """One diagnostic for each key that has nothing after it and may not stand in its place in a `record`."""
    lines = lines_of(data)
    for gap, route in _routes(found):
        kind = kind_at(record, route)
        if keys_of(kind) or get_origin(kind) is dict:  # otherwise no map belongs here at all, which is told
            yield from _refused(gap, (*route, gap.key), kind, _has_colon(gap, lines), context)


def _has_colon(gap: Gap, lines: list[str]) -> bool:
    """Whether a colon follows the key; without one, a comma or bracket made a key of it: `{a, b: c}`."""
    return lines[gap.end.line][gap.end.column :].lstrip().startswith(":")


def _refused(gap: Gap, route: Route, kind: Any, colon: bool, context: dict[str, Any]) -> Iterable[Diagnostic]:
    if not colon:
        what = f"{shown(gap.key)} stands here without a value"
        return (Diagnostic("unknown-key", what, route, _comma(gap.key), at_key=True),)
    keys = keys_of(kind)
    if not keys:
        return _refused_name(gap.key, route, kind, context)
    return () if gap.key in keys else (unknown(gap.key, route, keys),)


def _comma(key: str) -> str:
    what = "write the number without it" if key.isdecimal() else "put quotes round the whole text"
    return f"a comma ends a text inside curly brackets: {what}"


def _refused_name(key: str, route: Route, kind: Any, context: dict[str, Any]) -> list[Diagnostic]:
    """What is wrong with a key that a person may choose, such as the period of a reading."""
    try:
        TypeAdapter(get_args(kind)[0]).validate_python(key, context=context)
    except ValidationError as error:
        return [item._replace(route=route, at_key=True) for item in faults(error, Record)]
    return []


def _routes(found: Document) -> Iterator[tuple[Gap, Route]]:
    """Each gap with the route to the map it stands in, which is the same object in the tree."""
    inside: dict[int, list[Gap]] = {}
    for gap in found.gaps:
        inside.setdefault(id(gap.inside), []).append(gap)
    for value, route in _maps(found.tree, ()):
        for gap in inside.get(id(value), ()):
            yield gap, route


def _maps(value: Any, route: Route) -> Iterator[tuple[Any, Route]]:
    """Every map in a tree, with the route to it."""
    if isinstance(value, dict):
        yield value, route
        for key, item in value.items():
            yield from _maps(item, (*route, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _maps(item, (*route, number))
