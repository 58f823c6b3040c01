"""One entry of a file with another value in it, by the edits the commands make."""

from collections.abc import Iterator
from typing import Any

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, CannotEdit, Change, Drop, Put
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.merging.match_items import MissingValue, Name, identity, same
from strategy_tracker.merging.split_lines import Block, Lines
from strategy_tracker.merging.three_way import Conflict


def torn(value: Any) -> bool:
    """Whether there is a conflict in a merged value."""
    if isinstance(value, dict | tuple):
        return any(map(torn, value.values() if isinstance(value, dict) else value))
    return isinstance(value, Conflict)


def edited(block_: Block, name: Name, body: Lines, value: Any, merged: Any) -> Lines | None:
    """The lines of an entry with value `merged` instead of `value`; None where that cannot be done safely."""
    route: Route = (str(name),) if block_.kind == "map" else (0,)
    try:
        changes = [*_steps(route if block_.bare else ("x", *route), value, merged)]
        made = edit_all(block_.wrapped(body).encode(), changes)
    except CannotEdit:
        return None
    lines = made.after.decode().split("\n")[:-1]
    return lines if block_.bare else lines[1:]


def _steps(route: Route, old: Any, new: Any) -> Iterator[Change]:
    """The changes that make `new` of `old`."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in new.items():
            before = list(new)[: list(new).index(key)]
            yield from _steps((*route, key), old[key], value) if key in old else [Put(route, key, value, before)]
        yield from (Drop(route, key) for key in old if key not in new)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _begins(old, new):
        for n, (one, other) in enumerate(zip(old, new, strict=False)):
            yield from _steps((*route, n), one, other)
        yield from (Append(route, value) for value in new[len(old) :])
    elif isinstance(old, tuple) and isinstance(new, tuple) and same(old, new[len(new) - len(old) :]):
        yield from (Append(route, value, first=True) for value in reversed(new[: len(new) - len(old)]))
    elif isinstance(route[-1], str) and not isinstance(new, MissingValue):
        yield Put(route[:-1], route[-1], new)
    else:
        raise CannotEdit("there is no single change that does this")


def _begins(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    """Whether a list begins with the items of another, some of them with other fields."""
    pairs = zip(old, new, strict=False)
    return len(old) <= len(new) and all(
        same(one, other) or (identity(one) is not None and identity(one) == identity(other)) for one, other in pairs
    )
