"""Three versions of a plain tree to one: by id and field, and never a value lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from strategy_tracker.merging.match_items import (
    MISSING,
    MissingValue,
    Name,
    Row,
    mark,
    rows_of_lists,
    rows_of_maps,
    same,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field to which both sides gave a value of their own, or that one changed and the other deleted."""

    base: Any
    ours: Any
    theirs: Any


def three_way(base: Any, ours: Any, theirs: Any) -> Any:
    """The value both sides agree on: a change of one side holds, and where both changed it, a `Conflict` says so.

    Maps go key by key, lists item by item. What becomes empty is `MISSING`.
    """
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    rows = rows_of(base, ours, theirs)
    if rows is None:
        return Conflict(base, ours, theirs)
    old = former(base, ours)
    merged = [(row, three_way(at(old, row.base), at(ours, row.ours), at(theirs, row.theirs))) for row in rows]
    return gathered(ours, [(row.name, value) for row, value in merged])


def at(value: Any, name: Name | None) -> Any:
    """What a map or list holds under a name."""
    if name is None or isinstance(value, MissingValue):
        return MISSING
    return value.get(name, MISSING) if isinstance(value, dict) else value[name]


def gathered(like: Any, parts: list[tuple[Name, Any]]) -> Any:
    """A map or a list, as `like` is, of the parts that there are."""
    held = [(name, value) for name, value in parts if not isinstance(value, MissingValue)]
    whole = dict(held) if isinstance(like, dict) else tuple(value for _, value in held)
    return whole or MISSING


def rows_of(base: Any, ours: Any, theirs: Any) -> list[Row] | None:
    """The parts of two maps or two lists beside those they were before; None where they are no such thing."""
    old = former(base, ours)
    if isinstance(ours, dict) and isinstance(theirs, dict) and isinstance(old, dict):
        return None if _two_figures(old, ours, theirs) else rows_of_maps(old, ours, theirs)
    if isinstance(ours, tuple) and isinstance(theirs, tuple) and isinstance(old, tuple):
        return rows_of_lists(old, ours, theirs)
    return None


def former(base: Any, ours: Any) -> Any:
    """What a map or list was before, as one: nothing is an empty one, and one text may stand for a list of texts."""
    if isinstance(base, MissingValue):
        return type(ours)() if isinstance(ours, dict | tuple) else base
    return (base,) if isinstance(ours, tuple) and not isinstance(base, dict | tuple) else base


_FIGURE = ("value", "numerator", "denominator", "symbol", "words")
"""The keys of a reading that together are one figure."""


def _two_figures(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Whether the sides give one reading two figures that would otherwise stand side by side in it."""
    was, we, they = (mark({key: side[key] for key in _FIGURE if key in side}) for side in (base, ours, theirs))
    return len({was, we, they}) == 3


def collided(merged: Any, ours: Any, theirs: Any) -> list[str]:
    """Ids that more things have after the merge than on either side."""
    after, we, they = (Counter(_ids(tree)) for tree in (merged, ours, theirs))
    return [name for name, count in after.items() if count > max(we[name], they[name], 1)]


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                yield item["id"]
            yield from _ids(item)
