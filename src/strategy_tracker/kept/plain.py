"""Writes named tuples as JSON and reads them again, by the types that their fields declare.

Values of one type stand together: not a row for each action, but a column for each field of all the actions of a
file, and what is the same in many rows stands there once. So a file's answer is a third as long as row by row, and is
read by loops in C, which make one value where many are equal.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from itertools import accumulate, chain, count, pairwise
from types import NoneType, UnionType
from typing import Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

_AS_THEY_ARE = (str, int, bool, NoneType)


def written(kind: Any, value: Any) -> bytes:
    """A value of this type as a line of ASCII. Raises `TypeError` for a type that no plain value stands for."""
    return json.dumps(_column(kind).written([value]), separators=(",", ":")).encode() + b"\n"


def read(kind: Any, text: bytes) -> Any:
    """The value of this type that `written` made a text of, to the last type and figure.

    Raises `ValueError`, `TypeError`, `LookupError` or `ArithmeticError` for a text that is none of that type.
    """
    (value,) = _column(kind).read(json.loads(text), 1)
    return value


class _Column(Protocol):
    """How values of one type stand beside each other in JSON; equal ones may stand there once, if it is `exact`."""

    exact: bool

    def written(self, values: Sequence[Any]) -> Any:
        """What stands for these values in JSON."""

    def read(self, given: Any, number: int) -> list[Any]:
        """So many values again."""


class _Leaves:
    """A column of what JSON has, or of what a text stands for: the values, or all of them once and their places."""

    exact = True

    def __init__(self, write: Callable[[Any], str] | None = None, make: Callable[[str], Any] | None = None) -> None:
        self._write, self._make = write, make

    def written(self, values: Sequence[Any]) -> Any:
        write = self._write
        if write:
            values = [None if one is None else write(one) for one in values]
        once = dict.fromkeys(values)
        if len(once) == 1 or len(once) * 2 > len(values):
            return list(once if len(once) == 1 else values)
        places = dict(zip(once, count(), strict=False))
        return [list(once), list(map(places.__getitem__, values))]

    def read(self, given: Any, number: int) -> list[Any]:
        once: list[Any]
        once, places = given if given and isinstance(given[0], list) else (given, None)
        make = self._make
        if make:
            once = [None if one is None else make(one) for one in once]
        if places is not None:
            return list(map(once.__getitem__, places))
        return once * number if len(once) == 1 else once


class _RowsOnce:
    """A column of what has parts: so many different rows, a column for each part of them, and where each row stands."""

    def __init__(self, exact: bool) -> None:
        self.exact = exact

    def written(self, values: Sequence[Any]) -> Any:
        rows, places = self._once(values) if self.exact else _without_none(values)
        if not rows:
            return None
        return [len(rows), self._parts(rows), *([places] if places else [])]

    def read(self, given: Any, number: int) -> list[Any]:
        if given is None:
            return [None] * number
        many, parts, *places = given
        rows = self._made(parts, many)
        if not places:
            return rows
        rows.append(None)
        return list(map(rows.__getitem__, places[0]))

    def _once(self, values: Sequence[Any]) -> tuple[Sequence[Any], list[int] | None]:
        once = dict.fromkeys(values)
        once.pop(None, None)
        if len(once) == len(values):
            return values, None
        places = dict(zip(once, count(), strict=False))
        places[None] = -1
        return list(once), list(map(places.__getitem__, values))

    def _parts(self, rows: Sequence[Any]) -> Any:
        raise NotImplementedError

    def _made(self, parts: Any, many: int) -> list[Any]:
        raise NotImplementedError


def _without_none(values: Sequence[Any]) -> tuple[Sequence[Any], list[int] | None]:
    rows = [one for one in values if one is not None]
    if len(rows) == len(values):
        return rows, None
    numbers = count()
    return rows, [-1 if one is None else next(numbers) for one in values]


class _Tuples(_RowsOnce):
    """Of tuples with a type for each place, such as named ones; these types are looked up when the first is met."""

    def __init__(self, exact: bool, types: Callable[[], Iterable[Any]], make: Callable[[Any], Any] | None) -> None:
        super().__init__(exact)
        self._types, self._make = types, make
        self._columns: list[_Column] | None = None

    def _of_each(self) -> list[_Column]:
        if self._columns is None:  # a named tuple may hold others of its own kind
            self._columns = [_column(one) for one in self._types()]
        return self._columns

    def _parts(self, rows: Sequence[Any]) -> Any:
        return [
            None if values[0] is None and values.count(None) == len(values) else column.written(values)
            for column, values in zip(self._of_each(), zip(*rows, strict=True), strict=True)
        ]

    def _made(self, parts: Any, many: int) -> list[Any]:
        columns = [
            [None] * many if one is None else column.read(one, many)
            for column, one in zip(self._of_each(), parts, strict=True)
        ]
        rows = zip(*columns, strict=True)
        return list(map(self._make, rows) if self._make else rows)


class _Several(_RowsOnce):
    """Of tuples or lists of any length, or of the keys and values of a map: their lengths, and all of them in a row."""

    def __init__(self, exact: bool, inner: _Column, make: Callable[[tuple[Any, ...]], Any] | None) -> None:
        super().__init__(exact)
        self._inner, self._make = inner, make

    def _parts(self, rows: Sequence[Any]) -> Any:
        each = list(chain.from_iterable(one.items() if isinstance(one, Mapping) else one for one in rows))
        return [_LENGTHS.written(list(map(len, rows))), self._inner.written(each) if each else None]

    def _made(self, parts: Any, many: int) -> list[Any]:
        lengths = _LENGTHS.read(parts[0], many)
        ends = list(accumulate(lengths, initial=0))
        each = tuple(self._inner.read(parts[1], ends[-1])) if ends[-1] else ()
        rows = [each[start:end] for start, end in pairwise(ends)]
        return list(map(self._make, rows)) if self._make else rows


_LENGTHS = _Leaves()


@cache
def _column(kind: Any) -> _Column:
    """How values of this type are written. Raises `TypeError` for one that no plain value stands for."""
    inner = [one for one in _alternatives(kind) if one is not NoneType]
    if all(one in _AS_THEY_ARE or get_origin(one) is Literal for one in inner):
        return _Leaves()
    if len(inner) > 1:
        raise TypeError(f"of {kind} nobody can say which one is meant")
    (only,) = inner
    if only is date:
        return _Leaves(date.isoformat, date.fromisoformat)
    if _is_decimal(only):
        return _Leaves(str, only)
    if hasattr(only, "_fields"):  # `_make` counts the fields again: a fifth of the time
        return _Tuples(_is_exact(only), partial(_types_of, only), partial(tuple.__new__, only))
    return _of_parts(kind, only)


def _tuples(types: tuple[Any, ...]) -> _Column:
    return _Tuples(all(map(_is_exact, types)), lambda: types, None)


def _of_parts(kind: Any, only: Any) -> _Column:
    origin, parts = get_origin(only), get_args(only)
    if origin is tuple and parts[-1] is not ...:
        return _tuples(parts)
    if origin is tuple:
        return _Several(_is_exact(only), _column(parts[0]), None)
    if origin is list:
        return _Several(False, _column(parts[0]), list)
    if origin in (dict, Mapping):
        return _Several(False, _tuples(parts), dict)
    raise TypeError(f"nothing plain stands for {kind}")


def _alternatives(kind: Any) -> Sequence[Any]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _is_decimal(kind: Any) -> bool:
    return getattr(kind, "__module__", "") == "decimal"  # not imported here: most answers hold no number of these


@cache
def _types_of(kind: Any) -> list[Any]:
    types = get_type_hints(kind, include_extras=True)  # without a look into each for what none of ours has
    return [types[name] for name in kind._fields]


@cache
def _is_exact(kind: Any) -> bool:
    """Whether values of this type that are equal are the same to the last digit, which 1.0 and 1.00 are not."""
    return all(not _is_decimal(one) and get_origin(one) not in (list, dict, Mapping) for one in _within(kind, set()))


def _within(kind: Any, seen: set[Any]) -> Iterator[Any]:
    """A type and all those that its values are made of."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    inner = _types_of(kind) if hasattr(kind, "_fields") else get_args(kind)
    for one in inner if get_origin(kind) is not Literal else ():
        yield from _within(one, seen)
