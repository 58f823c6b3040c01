"""Gives the YAML events of some bytes: by the C parser where there is a wheel of it, else by the one in Python."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

try:  # a package of its own (the extra "oldlibyaml" of ruamel.yaml 0.19), of which not every platform has a wheel
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - a Python for which the C parser has no wheel
    CParser = None

T = TypeVar("T")
_LATER = ("unexpected ':'", "expected ','")
"""What the C parser says of what YAML 1.2 allows within brackets: it is libyaml 0.1.7, of YAML 1.1."""


def events(data: bytes, pure: bool = False) -> Callable[[], Any]:
    """Make a function that gives the next YAML event on each call: from the C parser where there is one."""
    if CParser is not None and not pure:
        give: Callable[[], Any] = CParser(data).get_event
        return give
    from ruamel.yaml import YAML

    return _pure(data, YAML(typ="safe", pure=True)).__next__


def made_of_events(data: bytes, build: Callable[[Callable[[], Any]], T], pure: bool = False) -> T:
    """Give what `build` makes of the events of `data`, by the parser in Python where the C parser is too old for it.

    That is a text with a ':' or '?' in it within brackets, such as `[{url: https://example.org}]`.
    """
    try:
        return build(events(data, pure))
    except Exception as error:
        if pure or CParser is None or not any(part in str(getattr(error, "problem", "")) for part in _LATER):
            raise
    return build(events(data, pure=True))


def _pure(data: bytes, yaml: Any) -> Iterator[Any]:
    yield from yaml.parse(data.decode("utf-8").removeprefix("\ufeff"))
