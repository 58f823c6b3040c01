"""Finds where a file of today holds what was typed over."""

from typing import Any

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.diagnostics import Route
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.named import items
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


def place_of(change: QuietChange, record: Record) -> Route | None:
    """Find where a record of today holds what was typed over; the item itself where the value is gone.

    None where the record does not have the item.
    """
    item, route = _item(change.item, record)
    if item is None:
        return None
    keys = _keys(change, item)
    found: Any = item
    for n, key in enumerate(keys):
        found = _inside(found, key)
        if found in (None, ()):
            return (*route, *keys[:n]) if n else route or ("id",)
    return (*route, *keys)


def _item(address: str, record: Record) -> tuple[Record | None, Route]:
    if isinstance(record, Measures):
        return next(((one, ("measures", n)) for n, one in enumerate(record.measures) if one.id == address), (None, ()))
    if not isinstance(record, Strategy):
        return None, ()
    if record.id == address:
        return record, ()
    routes = {f"{record.id}/{one.id}": one.route for one in items(record) if one.thing in ("priority", "action")}
    route = routes.get(address)
    found: Any = record
    for step in route or ():
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return (None, ()) if route is None else (found, route)


def _keys(change: QuietChange, item: Any) -> Route:
    if change.kind == "due":
        steps = [one.text for one in item.milestones] if change.what else []
        return ("milestones", steps.index(change.what), "due") if change.what in steps else ("due",)
    if change.kind in ("owner", "wording"):
        return ("owner" if change.kind == "owner" else "title",)
    if change.kind == "target":
        return ("targets", change.what)
    key, _, period = change.what.partition(" for ")
    if not period:
        return (key,)
    return ("profile", period) if key == "profile" else ("targets", period, key)


def _inside(value: Any, key: str | int) -> Any:
    if isinstance(value, dict):
        return next((one for period, one in value.items() if period.text == key), None)
    if isinstance(key, int):
        return value[key]
    return getattr(value, key)
