"""What can be changed in a file, and what its tree is with a change: apart from how the change is written."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.files.parse import Tree


class CannotEdit(Exception):
    """The edit cannot be made safely; its text says why, `line` is where a person can type it."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


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


Change = Append | Put | Drop


def changed(tree: Tree, change: Change) -> Tree:
    """The tree with one change made; the tree given is not touched.

    Raises `CannotEdit` where the route leads to something else than the list or map that is meant.
    """
    out: Tree = _with(tree, change.route, lambda old: _changed(old, change))
    return out


def _changed(old: Any, change: Change) -> Any:
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
    return {key: value for key, value in entries.items() if key != change.key}


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
