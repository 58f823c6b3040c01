"""The YAML parser: bytes to events, in C where there is a wheel for it, else in Python."""

from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml.events import ScalarEvent

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
    third: a fifth of the time of reading. Should its fields change, it keeps its own.
    """
    event.start_mark, event.end_mark, event.comment = start_mark, end_mark, comment
    event.anchor, event.ctag, event.implicit, event.value, event.style = anchor, tag, implicit, value, style


_FIELDS = {"start_mark", "end_mark", "comment", "anchor", "ctag", "implicit", "value", "style"}
if {name for kind in ScalarEvent.__mro__[:-1] for name in getattr(kind, "__slots__", ())} == _FIELDS:
    ScalarEvent.__init__ = _scalar  # type: ignore[assignment, method-assign]
