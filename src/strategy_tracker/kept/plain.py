"""Makes named tuples of the plain values of JSON again, by the types that their fields declare."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]
_AS_THEY_ARE = (str, int, float, bool, NoneType)


@cache
def reader(kind: Any) -> Reader | None:
    """The function that makes a value of this type of what JSON holds; None where it is the same value already.

    Raises `TypeError` for a type that no plain value stands for.
    """
    if kind in _AS_THEY_ARE or get_origin(kind) is Literal:
        return None
    if kind is date:
        return date.fromisoformat
    if getattr(kind, "__module__", "") == "decimal":  # not imported here: most answers hold no number of these
        return kind  # type: ignore[no-any-return]
    if hasattr(kind, "_fields"):
        return _named(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either(kind, inner)
    if origin not in _OF_PARTS:
        raise TypeError(f"nothing plain stands for {kind}")
    return _OF_PARTS[origin](inner)


def _named(kind: Any) -> Reader:
    """Of a named tuple, whose fields are looked up when the first one is read: it may hold others of its own kind."""
    made = partial(tuple.__new__, kind)  # `_make` counts the fields again: a fifth of the time
    parts: list[tuple[int, Reader]] | None = None

    def read(given: list[Any]) -> Any:
        nonlocal parts
        if parts is None:
            types = get_type_hints(kind)
            parts = [(n, one) for n, name in enumerate(kind._fields) if (one := reader(types[name]))]
        for number, one in parts:
            value = given[number]
            if value is not None:
                given[number] = one(value)
        return made(given)

    return read


def _either(kind: Any, inner: tuple[Any, ...]) -> Reader | None:
    """Of a type with alternatives: of these at most one may be read otherwise than the value stands there."""
    others = [one for one in inner if one not in _AS_THEY_ARE and get_origin(one) is not Literal]
    if not others:
        return None
    if len(others) > 1 or (date in others and str in inner):
        raise TypeError(f"of {kind} nobody can say which one is meant")
    read = reader(others[0])
    if read is None:
        return None
    if str in inner:  # only a list or a map is meant for the other
        return lambda given: read(given) if isinstance(given, list | dict) else given
    return lambda given: None if given is None else read(given)


def _tuple(inner: tuple[Any, ...]) -> Reader:
    if inner[-1] is ...:
        read = reader(inner[0])
        return tuple if read is None else lambda given: tuple(map(read, given))
    reads = [reader(one) for one in inner]
    return lambda given: tuple(read(one) if read else one for read, one in zip(reads, given, strict=True))


def _list(inner: tuple[Any, ...]) -> Reader | None:
    read = reader(inner[0])
    return None if read is None else lambda given: list(map(read, given))


def _map(inner: tuple[Any, ...]) -> Reader | None:
    read = reader(inner[1])
    return None if read is None else lambda given: {key: read(value) for key, value in given.items()}


_OF_PARTS: dict[Any, Callable[[tuple[Any, ...]], Reader | None]] = {
    tuple: _tuple,
    list: _list,
    dict: _map,
    Mapping: _map,
}
