"""Fills in updates and readings that a faulty version holds but we cannot read, from the last version we could."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.model.action import Action
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy

_LISTED = {"updates": ("on", "on"), "milestones": ("text", "text"), "moved": ("from", "former")}
"""Lists of an action; the key by which an entry is known again, and its name in the model."""


def carry_over(loaded: LoadedFile, former: Record | None) -> Record | None:
    """Give the record of a version; entries of an item that stand in it unreadable are taken from the `former` one."""
    record = loaded.record
    if not loaded.diagnostics or record is None:
        return record
    if isinstance(former, Measure) and isinstance(record, Measures):
        tree = _tree(read_tree(loaded.data), former.id)
        return _each(record, "measures", lambda one: _measure(one, former, tree) if one.id == former.id else one)
    if isinstance(former, Action) and isinstance(record, Strategy):
        tree = _tree(read_tree(loaded.data), former.id)
        return _each(
            record,
            "priorities",
            lambda priority: _each(
                priority, "actions", lambda one: _action(one, former, tree) if one.id == former.id else one
            ),
        )
    return record


_R = TypeVar("_R", bound=Record)


def _each(record: _R, key: str, made: Callable[[Any], Any]) -> _R:
    return record.model_copy(update={key: tuple(made(one) for one in getattr(record, key))})


def _tree(tree: Any, own: str) -> Mapping[str, Any]:
    """Find the action or measure of an id, as it is written; nothing where it is not there."""
    actions = (action for priority in entries(tree, "priorities") for action in entries(priority, "actions"))
    return next((one for one in (*entries(tree, "measures"), *actions) if one.get("id") == own), {})


def entries(tree: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """List the entries of a list that are written as maps; none where it is no list."""
    listed = tree.get(key)
    return (one for one in listed if isinstance(one, dict)) if isinstance(listed, tuple) else iter(())


def _measure(now: Measure, former: Measure, tree: Mapping[str, Any]) -> Measure:
    update = {}
    for key in ("readings", "targets"):
        known, written = getattr(now, key), tree.get(key, {})
        lost = {p: one for p, one in getattr(former, key).items() if p.text in written and p not in known}
        update[key] = known | lost
    return now.model_copy(update=update)


def _action(now: Action, former: Action, tree: Mapping[str, Any]) -> Action:
    update = {}
    for key, (name, own) in _LISTED.items():
        written = {str(one.get(name)) for one in entries(tree, key)}
        known = getattr(now, key)
        wanted = written - {str(getattr(one, own)) for one in known}
        update[key] = (*known, *(one for one in getattr(former, key) if str(getattr(one, own)) in wanted))
    return now.model_copy(update=update)
