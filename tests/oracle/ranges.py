"""Works out the range of a sum of unknown amounts, exactly, when some sums are known and no amount is below 0.

Linear programming by the simplex method with fractions: what a patient reader could find out, and no more.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple


class Equation(NamedTuple):
    """A sum that is known: the amounts times their signs give `total`, or at least that."""

    terms: Mapping[object, int]
    total: Fraction
    at_least: bool = False


class Impossible(Exception):
    """No amounts fit what is known: the figures contradict each other."""


class Range(NamedTuple):
    """The least and the most; no end means that there is no limit."""

    low: Fraction
    high: Fraction | None

    def spans(self, width: Fraction) -> bool:
        """Whether the whole numbers in the range are at least so far apart."""
        return self.high is None or floor(self.high) - ceil(self.low) >= width


def range_of(sought: Mapping[object, int], known: Sequence[Equation]) -> Range:
    """Work out the range of a sum of unknowns, each at least 0. Raises `Impossible`."""
    rows = list(
        dict.fromkeys(_EquationRow(frozenset(one.terms.items()), *one[1:]) for one in _near(set(sought), known))
    )
    columns = _columns(sought, rows)
    table = _first(_lines(rows, columns), len(columns) + sum(row.at_least for row in rows))
    objective = [sought.get(column[0], 0) for column in columns]
    high = _most(table, objective)
    low = _most(table, [-each for each in objective])
    assert low is not None  # a sum of what is never below 0 has a least value
    return Range(-low, high)


class _EquationRow(NamedTuple):
    terms: frozenset[tuple[object, int]]
    total: Fraction
    at_least: bool


def _near(wanted: set[object], known: Sequence[Equation]) -> list[Equation]:
    """What is known of the unknowns wanted, and of those tied to them."""
    left, found = list(known), list[Equation]()
    while True:
        touching = [row for row in left if not wanted.isdisjoint(row.terms)]
        if not touching:
            return found
        found += touching
        left = [row for row in left if wanted.isdisjoint(row.terms)]
        wanted = wanted.union(*(row.terms for row in touching))


def _columns(sought: Mapping[object, int], rows: Sequence[_EquationRow]) -> list[list[object]]:
    """The unknowns, those together that always come together: they are one unknown."""
    places: dict[object, list[tuple[int, int]]] = {name: [(-1, sign)] for name, sign in sought.items()}
    for n, row in enumerate(rows):
        for name, sign in row.terms:
            places.setdefault(name, []).append((n, sign))
    alike: dict[tuple[tuple[int, int], ...], list[object]] = {}
    for name in sorted(places, key=repr):
        alike.setdefault(tuple(places[name]), []).append(name)
    return list(alike.values())


def _lines(rows: Sequence[_EquationRow], columns: Sequence[Sequence[object]]) -> list[list[int]]:
    """The rows as whole numbers, the total last and never below 0; what is more than asked for is an unknown too."""
    at = {column[0]: n for n, column in enumerate(columns)}
    extra = [n for n, row in enumerate(rows) if row.at_least]
    lines = []
    for n, row in enumerate(rows):
        scale = row.total.denominator
        line = [0] * (len(columns) + len(extra)) + [int(row.total * scale)]
        for name, sign in row.terms:
            if name in at:
                line[at[name]] = sign * scale
        if row.at_least:
            line[len(columns) + extra.index(n)] = -scale
        lines.append(line if line[-1] >= 0 else [-each for each in line])
    return lines


class _Table:
    """Rows of whole numbers, each solved for one unknown (`basis`); `size` is what all of them are to be divided by."""

    def __init__(self, rows: list[list[int]], width: int) -> None:
        """Rows of so many unknowns that are solved for helpers of their own, which must come out as 0."""
        self.rows, self.width, self.size = rows, width, 1
        self.basis = [self.width + n for n in range(len(rows))]

    def turn(self, n: int, place: int, more: list[int]) -> list[int]:
        """Solve row `n` for the unknown at `place` and put it into the others and into `more`, which it gives back."""
        row = self.rows[n]
        pivot = row[place]
        if pivot < 0:  # only of a row whose total is 0
            row[:] = [-each for each in row]
            pivot = -pivot
        for m, other in enumerate(self.rows):
            if m != n:
                self.rows[m] = self._without(other, row, place, pivot)
        more = self._without(more, row, place, pivot)
        self.size, self.basis[n] = pivot, place
        return more

    def _without(self, other: list[int], row: list[int], place: int, pivot: int) -> list[int]:
        factor, size = other[place], self.size
        if not factor:
            return other if pivot == size else [each * pivot // size for each in other]
        # whole numbers stay whole: what the last pivot multiplied in, it divides out again (Bareiss 1968)
        return [(a * pivot - factor * b) // size for a, b in zip(other, row, strict=True)]


def _first(lines: list[list[int]], width: int) -> _Table:
    """A first solution. Raises `Impossible` where some helper cannot be 0."""
    table = _Table(lines, width)
    lacking = [-sum(column) for column in zip(*lines, strict=True)] or [0] * (width + 1)
    while (place := next((n for n in range(width) if lacking[n] < 0), None)) is not None:
        lacking = table.turn(_tightest(table, place), place, lacking)  # type: ignore[arg-type]
    if lacking[-1]:
        raise Impossible
    for n in range(len(table.rows)):
        if table.basis[n] >= width:
            place = next((m for m in range(width) if table.rows[n][m]), None)
            if place is not None:
                table.turn(n, place, lacking)
    kept = [n for n, held in enumerate(table.basis) if held < width]
    table.rows, table.basis = [table.rows[n] for n in kept], [table.basis[n] for n in kept]
    return table


def _tightest(table: _Table, place: int) -> int | None:
    """The row that first stops an unknown from growing; None where nothing does. Of two, always the same one."""
    limits = [(Fraction(row[-1], row[place]), table.basis[n], n) for n, row in enumerate(table.rows) if row[place] > 0]
    return min(limits)[2] if limits else None


def _most(table: _Table, objective: Sequence[int]) -> Fraction | None:
    """The most that the objective can be; None where there is no limit. The table is left at that solution.

    The first unknown that adds to it is always taken, so that the search cannot go in circles.
    """
    prices = [*objective, *[0] * (table.width - len(objective))]
    gains = [-price * table.size for price in prices] + [0]
    for n, row in zip(table.basis, table.rows, strict=True):
        if prices[n]:
            gains = [gain + prices[n] * each for gain, each in zip(gains, row, strict=True)]
    # Bland's rule (1977): always the first unknown that gains, and of two rows the one of the earlier unknown
    while (place := next((n for n in range(table.width) if gains[n] < 0), None)) is not None:
        row_number = _tightest(table, place)
        if row_number is None:
            return None
        gains = table.turn(row_number, place, gains)
    return Fraction(gains[-1], table.size)
