"""What belongs to what in three versions of a list or a map, and in which order it stands after a merge."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

Name = str | int
"""The key of an entry in a map, or the number of an item in a list."""


class MissingValue:
    """The value of a key that is not there."""


MISSING = MissingValue()


class Row(NamedTuple):
    """One thing in three versions: where each of them has it, or None where it does not."""

    base: Name | None
    ours: Name | None
    theirs: Name | None

    @property
    def name(self) -> Name:
        """The name in any version."""
        return next(name for name in self if name is not None)


def mark(value: Any) -> Hashable:
    """What two values share if and only if they say the same: `1` is not `1.0`, nor `true`; keys have no order."""
    if isinstance(value, dict):
        return frozenset((key, mark(inner)) for key, inner in value.items())
    if isinstance(value, tuple):
        return tuple(map(mark, value))
    return type(value), str(value) if isinstance(value, Decimal) else value


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same."""
    return one is other or mark(one) == mark(other)


# lists


def rows_of_lists(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Row] | None:
    """The items of three lists, side by side and in order; None where both sides put the same items in another order.

    An item keeps its place beside the one before it; where a list goes by date, so does what is added to it.
    """
    to_ours, to_theirs = pair(base, ours), pair(base, theirs)
    rows = [Row(n, to_ours.get(n), to_theirs.get(n)) for n in range(len(base))]
    new_ours = [n for n in range(len(ours)) if n not in to_ours.values()]
    new_theirs = [n for n in range(len(theirs)) if n not in to_theirs.values()]
    twice = _equals([(n, ours[n]) for n in new_ours], [(n, theirs[n]) for n in new_theirs], mark)
    rows += [Row(None, n, twice.get(n)) for n in new_ours]
    rows += [Row(None, None, n) for n in new_theirs if n not in twice.values()]

    def day(row: Row) -> str:
        for items, n in ((ours, row.ours), (theirs, row.theirs), (base, row.base)):
            if isinstance(n, int):
                return when(items[n])
        return ""  # pragma: no cover - a row is somewhere

    return _ordered(rows, day)


def pair(base: Sequence[Any], side: Sequence[Any]) -> dict[int, int]:
    """Which item of `side` an item of `base` has become: the same, that of the same id or day, or one much like it."""
    old, new = dict(enumerate(base)), dict(enumerate(side))
    found: dict[int, int] = {}
    for by in (mark, identity, _day):
        for n, m in _equals(old.items(), new.items(), by).items():
            found[n] = m
            del old[n], new[m]
    for n, item in old.items():
        likely = max(new, key=lambda m: likeness(item, new[m]), default=None)
        if likely is not None and likeness(item, new[likely]):
            found[n] = likely
            del new[likely]
    return found


def _equals(
    old: Iterable[tuple[int, Any]], new: Iterable[tuple[int, Any]], by: Callable[[Any], Hashable]
) -> dict[int, int]:
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for m, item in new:
        waiting[by(item)].append(m)
    waiting.pop(None, None)
    return {n: waiting[by(item)].popleft() for n, item in old if waiting.get(by(item))}


_IDENTITY = (("id",), ("on", "by", "from"), ("until",), ("body",), ("held",), ("title",), ("name",), ("text",))


def identity(item: Any) -> Hashable:
    """What an item is known by although its other fields change; None where that is all of it."""
    if isinstance(item, dict):
        for keys in _IDENTITY:
            if keys[0] in item:
                return keys[0], *(mark(item.get(key)) for key in keys)
    return None


def _day(item: Any) -> Hashable:
    return mark(item["on"]) if isinstance(item, dict) and "on" in item and "id" not in item else None


def likeness(one: Any, other: Any) -> float:
    """How much of one is in the other: 0 where it is not likely the same after a correction.

    Most words of a text must be the same, or half of the fields of an item without an id.
    """
    if isinstance(one, str) and isinstance(other, str):
        share = _share(set(one.split()), set(other.split()))
        return share if share > 0.5 else 0
    if isinstance(one, dict) and isinstance(other, dict) and not ("id" in one and "id" in other):
        share = _share(set(mark(one)), set(mark(other)))  # type: ignore[call-overload] # a dict's mark is a set
        return share if share >= 0.5 else 0
    return 0


def _share(one: set[Hashable], other: set[Hashable]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


# maps


def rows_of_maps(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> list[Row]:
    """The keys of three maps side by side and in order; new periods among periods by their date."""
    sides = tuple(dict.fromkeys(keys) for keys in (base, ours, theirs))
    every = dict.fromkeys(key for side in sides for key in side)
    # a dict keeps its order, and so does a list of indexes in which each version has its own
    places = [{key: n for n, key in enumerate(side)} for side in sides]
    rows = {key: Row(*(place.get(key) for place in places)) for key in every}
    names = {row: key for key, row in rows.items()}
    ordered = _ordered(list(rows.values()), lambda row: when(names[row]), either=True) or []
    return [Row(*(names[row] if n is not None else None for n in row)) for row in ordered]


# order

_ONE = r"(?:(?:AY )?\d{4}(?:/\d{2,4})?(?: (?:Q[1-4]|H[12]))?|\d{4}-\d\d(?:-\d\d)?)"
_WHEN = re.compile(rf"{_ONE}(?:\.\.{_ONE})?")


def when(item: Any) -> str:
    """The day or period an item is of, such that later ones sort after; empty where it is of none."""
    if isinstance(item, dict):
        return when(item.get("on", item.get("until")))
    return str(item) if isinstance(item, str | Decimal) and _WHEN.fullmatch(str(item)) else ""


def _ordered(rows: list[Row], day: Callable[[Row], str], *, either: bool = False) -> list[Row] | None:
    """Rows, with numbers for names, in the order of one side, and what only the other has put in.

    Where both sides reordered what all three have: None, or the order of ours if `either` will do.
    """
    base, ours, theirs = (sorted((row for row in rows if row[n] is not None), key=_nth(n)) for n in range(3))
    was, we, they = ([row for row in side if None not in row] for side in (base, ours, theirs))
    if was not in (we, they) and we != they and not either:
        return None
    first, second = (theirs, ours) if ours == base or we == was != they else (ours, theirs)
    newest_first = _direction(first, second, base, day)
    out = list(first)
    known = set(first)
    before: Row | None = None
    for row in second:
        if row not in known:
            out.insert(
                _after(out, before, second) if newest_first is None else _by_day(out, day, row, newest_first), row
            )
        before = row
    return out + [row for row in base if row.ours is None and row.theirs is None]


def _nth(n: int) -> Callable[[Row], int]:
    return lambda row: row[n] if isinstance(row[n], int) else 0  # type: ignore[return-value] # numbers here


def _after(rows: list[Row], before: Row | None, second: list[Row]) -> int:
    """After the row it stood after, and after what the first side added there."""
    place = rows.index(before) + 1 if before else 0
    while place < len(rows) and rows[place].base is None and rows[place] not in second:
        place += 1
    return place


def _direction(first: list[Row], second: list[Row], base: list[Row], day: Callable[[Row], str]) -> bool | None:
    """Whether the newest stands first; None where it does not go by date."""
    if not all(day(row) for row in (*first, *second)):
        return None
    for side in (first, second, base):
        days = [day(row) for row in side]
        rising, falling = days == sorted(days), days == sorted(days, reverse=True)
        if side is first and not (rising or falling):
            return None
        if rising != falling:
            return falling
    return False


def _by_day(rows: list[Row], day: Callable[[Row], str], row: Row, newest_first: bool) -> int:
    days = [day(one) for one in rows]
    return len(days) - bisect_left(days[::-1], day(row)) if newest_first else bisect_right(days, day(row))
