"""The YAML parser: bytes to events, in C where there is a wheel for it, else in Python."""

from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml.events import CollectionStartEvent, ScalarEvent

try:
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - a Python for which the C parser has no wheel
    CParser = None


def events(data: bytes, pure: bool = False) -> Callable[[], Any]:
    """A function that gives the next YAML event; the C parser where there is one."""
    if CParser is not None and not pure:
        give: Callable[[], Any] = CParser(data).get_event
        return give
    from ruamel.yaml import YAML

    return _pure(data, YAML(typ="safe", pure=True)).__next__


def _pure(data: bytes, yaml: Any) -> Iterator[Any]:
    yield from yaml.parse(data.decode("utf-8").removeprefix("\ufeff"))


def _scalar(
    event: Any,
    anchor: Any,
    tag: Any,
    implicit: Any,
    value: Any,
    start_mark: Any = None,
    end_mark: Any = None,
    style: Any = None,
    comment: Any = None,
) -> None:
    """A scalar event, all of it at once.

    The parser makes one for every key and value, and the library's own constructor calls a second one, which calls a
    third: a tenth of the time of reading. Should its fields change, it keeps its own; so with lists and maps.
    """
    event.start_mark, event.end_mark, event.comment = start_mark, end_mark, comment
    event.anchor, event.ctag, event.implicit, event.value, event.style = anchor, tag, implicit, value, style


def _collection(
    event: Any,
    anchor: Any,
    tag: Any,
    implicit: Any,
    start_mark: Any = None,
    end_mark: Any = None,
    flow_style: Any = None,
    comment: Any = None,
    nr_items: Any = None,
) -> None:
    """The beginning of a list or a map, all of it at once."""
    event.start_mark, event.end_mark, event.comment = start_mark, end_mark, comment
    event.anchor, event.ctag, event.implicit = anchor, tag, implicit
    event.flow_style, event.nr_items = flow_style, nr_items


_COMMON = {"start_mark", "end_mark", "comment", "anchor", "ctag", "implicit"}
AT_ONCE: dict[type, tuple[Callable[..., None], set[str]]] = {
    ScalarEvent: (_scalar, _COMMON | {"value", "style"}),
    CollectionStartEvent: (_collection, _COMMON | {"flow_style", "nr_items"}),
}
"""The events that are made most often: what makes them here, and the fields they have."""

for _kind, (_make, _fields) in AT_ONCE.items():
    if {name for one in _kind.__mro__[:-1] for name in getattr(one, "__slots__", ())} == _fields:
        _kind.__init__ = _make  # type: ignore[misc]
