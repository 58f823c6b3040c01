"""A reader who wants to know what is suppressed, and tries every number that fits. Shares nothing with the product."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

CAP = 60
"""The most that is tried: far wider than any range a test asks for."""


class Table(NamedTuple):
    """Cells as sums of leaves: each cell by its name with the leaves it is the sum of."""

    cells: Mapping[str, frozenset[str]]

    @property
    def leaves(self) -> tuple[str, ...]:
        return tuple(sorted({leaf for held in self.cells.values() for leaf in held}))


def possible(table: Table, published: Mapping[str, int], hidden: set[str], cell: str) -> Iterator[int]:
    """Every value that a cell or a leaf can have, the least first, for one who knows that no hidden cell is 0."""
    sums = [(table.cells[name], total) for name, total in published.items()]
    floors = [table.cells[name] for name in hidden]
    mine = table.cells.get(cell, frozenset({cell}))
    for value in range(min([CAP, *(total + 1 for held, total in sums if mine <= held)])):
        if _fits(table.leaves, [*sums, (mine, value)], floors, {}):
            yield value


def _fits(leaves, sums, floors, given) -> bool:
    if not leaves:
        return all(sum(given[leaf] for leaf in held) >= 1 for held in floors)
    first, rest = leaves[0], leaves[1:]
    mine = [(held, total - sum(given.get(leaf, 0) for leaf in held)) for held, total in sums if first in held]
    top = min([2, *(left for _, left in mine)] if not mine else [left for _, left in mine])
    forced = {left for held, left in mine if held.isdisjoint(rest)}
    if len(forced) > 1 or any(not 0 <= left <= top for left in forced):
        return False
    for value in forced or range(top + 1):
        given[first] = value
        if _fits(rest, sums, floors, given):
            return True
        del given[first]
    return False
