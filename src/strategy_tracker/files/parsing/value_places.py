"""Where the values of a file stand, as a tree of its keys, and the lines of a file as an editor numbers them."""

import re
from typing import NamedTuple

from strategy_tracker.diagnostics import Position, Route


class ValuePlace(NamedTuple):
    """A value in a file, the key before it, and what is inside it."""

    key: Position | None
    value: Position | None  # None: a list or a map, which is pointed at by its key or its first line
    first: Position
    inside: dict[str | int, "ValuePlace"]


def locate(spot: ValuePlace, route: Route, at_key: bool = False) -> Position:
    """Give the place of `route`, or of the deepest part of it that the file has."""
    for step in route:
        if step not in spot.inside:
            break
        spot = spot.inside[step]
    if spot.key and (at_key or spot.value is None):
        return spot.key
    return spot.value or spot.first


def lines_of(data: bytes) -> list[str]:
    """Split a file into lines as an editor numbers them."""
    # only the line breaks of YAML 1.2: `splitlines` would also break at U+0085 and U+2028, and editors do not
    return re.split("\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
