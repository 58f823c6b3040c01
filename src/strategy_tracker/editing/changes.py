"""What can be changed in a file, and what its tree is with a change: apart from how the change is written."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Route


class CannotEdit(Exception):
    """The edit cannot be made safely: its text says why, `line` is where a person can type it.

    `change` is the number, from 0, of the first change that is at fault.
    """

    def __init__(self, message: str, line: int = 0, change: int = 0) -> None:
        super().__init__(message)
        self.line, self.change = line, change


class Unseen(CannotEdit):
    """The text to be written has a character nobody can see, so typing it by hand would be no way out."""


class Append(NamedTuple):
    """Add `value` to the list at `route`: at its end, or as its first item.

    Where there is no such list yet, it is written as a new key, after the last of `after` that the map has.
    """

    route: Route
    value: Any
    first: bool = False
    after: Sequence[str] = ()


class Put(NamedTuple):
    """Give `key` of the map at `route` a value, new or instead of the one it has.

    A new key is written before all others, after the last of `after` that the map has, or at its end.
    """

    route: Route
    key: str
    value: Any
    after: Sequence[str] = ()
    first: bool = False


class Drop(NamedTuple):
    """Take `key` and its value out of the map at `route`; in a map on lines, never the only key."""

    route: Route
    key: str


class Rename(NamedTuple):
    """Write `key` of the map at `route` in another way, in the quotes that it has."""

    route: Route
    key: str
    name: str


class Respell(NamedTuple):
    """Write the text at `route` in another way, in the quotes that it has; the same one in quotes where it has none."""

    route: Route
    text: str
    right: str


Change = Append | Put | Drop | Rename | Respell


def place(change: Change) -> Route:
    """Where a change is made: at the list an item is added to, at the key, or at the text."""
    return change.route if isinstance(change, Append | Respell) else (*change.route, change.key)


def changed(tree: Any, change: Change) -> Any:
    """The tree with one change made; the tree given is not touched.

    Raises `CannotEdit` where the route leads to something else than the list or map that is meant.
    """
    return _with(tree, change.route, lambda old: _changed(old, change))


def _changed(old: Any, change: Change) -> Any:
    if isinstance(change, Respell):
        return change.right
    if isinstance(change, Append):
        items = () if old is None else old
        if not isinstance(items, tuple):
            raise CannotEdit("a list is wanted there")
        return (change.value, *items) if change.first else (*items, change.value)
    entries = {} if old is None else old
    if not isinstance(entries, dict):
        raise CannotEdit("lines of 'key: value' are wanted there")
    if isinstance(change, Put):
        return {**entries, change.key: change.value}
    if isinstance(change, Rename):
        return {change.name if key == change.key else key: value for key, value in entries.items()}
    left = dict(entries)
    left.pop(change.key, None)
    return left


def _with(tree: Any, route: Route, work: Callable[[Any], Any]) -> Any:
    """The tree with `work` done on what stands at `route`; None is what is not there."""
    if not route:
        return work(tree)
    step = route[0]
    if isinstance(step, str) and isinstance(tree, dict | None):
        return {**(tree or {}), step: _with((tree or {}).get(step), route[1:], work)}
    if isinstance(step, int) and isinstance(tree, tuple) and 0 <= step < len(tree):
        return (*tree[:step], _with(tree[step], route[1:], work), *tree[step + 1 :])
    raise CannotEdit("there is nothing at that place")


def value_at(tree: Any, route: Route) -> Any:
    """What stands at a route; None where it leads nowhere."""
    for step in route:
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, tuple) and 0 <= step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
