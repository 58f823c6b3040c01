"""Lines for all that a file says of one thing, whatever keys it has, so that nothing stored goes untold."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from strategy_tracker.comparing.fields import says

_BARE = frozenset({"id", "title", "text", "name", "body", "said", "topic", "what", "kind", "note", "value", "label"})
"""Keys that are known by what stands after them."""
_TOLD_APART = ("asks",)
"""Keys inside others that have a table of their own, and whose entries are shown one by one."""


def record_lines(words: Mapping[str, Any], skip: Collection[str] = ("id", "title", "text", "said")) -> Iterator[str]:
    """A line for each key with a value; a list has a line for each entry, and a map for each of its keys."""
    for key, value in words.items():
        name = key.replace("_", " ")
        if key in skip or not says(value):
            continue
        if isinstance(value, tuple | list):
            yield f"{name}:"
            yield from (f"  - {_line(one)}" for one in value)
        elif isinstance(value, Mapping) and any(isinstance(one, Mapping) for one in value.values()):
            yield f"{name}:"
            yield from (f"  - {inner}: {_line(one)}" for inner, one in value.items())
        else:
            yield f"{name}: {_line(value)}"


def _line(value: Any) -> str:
    if value is True:
        return "true"
    if isinstance(value, Mapping):
        return " · ".join(_part(key, one) for key, one in value.items() if says(one) and key not in _TOLD_APART)
    if isinstance(value, tuple | list):
        return ", ".join(map(_line, value))
    return str(value)


def _part(key: str, value: Any) -> str:
    name = key.replace("_", " ")
    if value is True:
        return name
    if isinstance(value, tuple | list) and any(isinstance(one, Mapping) for one in value):
        return f"{name} ({'; '.join(map(_line, value))})"
    if isinstance(value, Mapping):
        return f"{name} ({_line(value)})"
    return _line(value) if key in _BARE else f"{name} {_line(value)}"
