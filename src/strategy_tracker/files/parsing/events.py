"""Gives the YAML events of some bytes: by the C parser where there is a wheel of it, else by the one in Python."""

from collections.abc import Callable, Iterator
from typing import Any

try:  # a package of its own (the extra "oldlibyaml" of ruamel.yaml 0.19), of which not every platform has a wheel
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - a Python for which the C parser has no wheel
    CParser = None


def events(data: bytes, pure: bool = False) -> Callable[[], Any]:
    """Make a function that gives the next YAML event on each call: from the C parser where there is one."""
    if CParser is not None and not pure:
        give: Callable[[], Any] = CParser(data).get_event
        return give
    from ruamel.yaml import YAML

    return _pure(data, YAML(typ="safe", pure=True)).__next__


def _pure(data: bytes, yaml: Any) -> Iterator[Any]:
    yield from yaml.parse(data.decode("utf-8").removeprefix("\ufeff"))
