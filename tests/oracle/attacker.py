"""A reader who knows the open rule and tries every table that gives what was published. No code of the product here."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

Table = tuple[int, ...]


class Exposed(NamedTuple):
    """A small figure that was withheld, of one table, with all the values that it can have for the reader."""

    table: Table
    name: Hashable
    possible: tuple[int, ...]


def exposed(
    tables: Iterable[Table],
    published: Callable[[Table], Hashable],
    figures: Callable[[Table], Mapping[Hashable, int]],
    threshold: int,
    *,
    wider: Callable[[Table], Iterable[Table]] = lambda table: (table,),
) -> list[Exposed]:
    """Every small figure that lies in no run of at least threshold - 1 possible values.

    `figures` has what a table holds and what can be worked out of it; what is small is never shown. `wider` gives more
    tables that may have been published as one was: a set that is cut off looks like a leak.
    """
    published = cache(published)
    alike: dict[Hashable, set[Table]] = defaultdict(set)
    for table in tables:
        alike[published(table)].add(table)
    found = []
    for output, same in alike.items():
        if narrow(same, same, figures, threshold):
            more = {one for table in same for one in wider(table)} - same
            found += narrow(same, same | {one for one in more if published(one) == output}, figures, threshold)
    return found


def narrow(
    same: Iterable[Table],
    every: Iterable[Table],
    figures: Callable[[Table], Mapping[Hashable, int]],
    threshold: int,
) -> list[Exposed]:
    """The small figures of the tables in `same` for which those in `every` leave too few values."""
    possible: dict[Hashable, set[int]] = defaultdict(set)
    for table in every:
        for name, value in figures(table).items():
            possible[name].add(value)
    return [
        Exposed(table, name, tuple(sorted(possible[name])))
        for table in same
        for name, value in figures(table).items()
        if 0 < value < threshold and run(possible[name], value) < threshold - 1
    ]


def run(values: set[int], value: int) -> int:
    """How many whole numbers in a row, of which one is this value, are possible."""
    low = high = value
    while low - 1 in values:
        low -= 1
    while high + 1 in values:
        high += 1
    return high - low + 1
