"""Counts what stands in a file and was left out of its record, because it has an error."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from strategy_tracker.diagnostics import Route
from strategy_tracker.files.parsing.parse import Tree
from strategy_tracker.model.left_out import LeftOut

_NAMES = {"priorities": "priority", "governance": "body", "measures": "measure", "practice": "example"}
_FIGURES = {"readings": "reading", "targets": "target"}


def left_out(before: Tree, after: Tree) -> LeftOut:
    """Compare what a file holds with what is left of it in the record."""
    things: Counter[str] = Counter()
    for key, value in before.items():
        things[_NAMES.get(key, "part")] += _lost(value, after.get(key))
    actions, measures = Counter[str](), Counter[str]()
    for was, now in _both(before, after, "priorities"):
        actions[now["id"]] = _lost(was.get("actions"), now.get("actions"))
        measures[now["id"]] = _lost(was.get("measures"), now.get("measures"))
        rest = sum(_lost(value, now.get(key)) for key, value in was.items() if key not in ("actions", "measures"))
        things.update({"action": actions[now["id"]], "measure named": measures[now["id"]], "part": rest})
    parts: Counter[str] = Counter()
    for was, now in _both(before, after, "measures"):
        for key, value in was.items():
            lost = _lost(value, now.get(key))
            parts[now["id"]] += lost
            things[_FIGURES.get(key, "part")] += lost
    return LeftOut({thing: number for thing, number in things.items() if number}, +actions, +measures, +parts)


def torn(before: Tree, after: Tree) -> Iterator[Route]:
    """Find the actions, bodies, requests and promises of which a part was left out, by their routes in what is left."""
    for key in ("governance", "voice", "pledge"):
        yield from ((key, n) for n in _changed(before.get(key), after.get(key)))
    for n, now in enumerate(after.get("priorities", ())):
        was = next((one for one, same in _both(before, after, "priorities") if same is now), None)
        if was is not None:
            yield from (("priorities", n, "actions", a) for a in _changed(was.get("actions"), now.get("actions")))


def _changed(before: Any, after: Any) -> Iterator[int]:
    """The items of what is left of a list that do not stand in it so."""
    was = before if isinstance(before, tuple) else ()
    yield from (n for n, one in enumerate(after if isinstance(after, tuple) else ()) if one not in was)


def _lost(before: Any, after: Any) -> int:
    """How many entries of a list or map are gone; of anything else 1 where it is, or has changed."""
    if isinstance(before, dict | tuple):
        return len(before) - len(after if isinstance(after, dict | tuple) else ())
    return int(before != after)


def _both(before: Tree, after: Tree, key: str) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each item of a list that is left, as it was and as it is; of two with one id the first."""
    was = before.get(key)
    ids = {one["id"]: one for one in reversed(was if isinstance(was, tuple) else ()) if _named(one)}
    now = after.get(key)
    yield from ((ids[one["id"]], one) for one in (now if isinstance(now, tuple) else ()) if _named(one))


def _named(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)
