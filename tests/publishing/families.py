"""Families of small tables, each with every table in it: what is published of each, and what a reader wants to know."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, product
from typing import NamedTuple

from strategy_tracker.publishing.withhold import Threshold
from tests.oracle.attacker import Table
from tests.publishing.releases import QUARTERS, YEAR, Output, figures, grouped, published, year


class Family(NamedTuple):
    """All tables of one kind; the names and the reading of each function are those of `tests.oracle.attacker`."""

    name: str
    tables: Callable[[], Iterable[Table]]
    published: Callable[[Table], tuple[Output, ...]]
    figures: Callable[[Table], dict[str, int]]
    wider: Callable[[Table], Iterable[Table]]
    threshold: int = 6


def up_to(top: int, size: int) -> Callable[[], Iterator[Table]]:
    """Every table of so many figures from 0 to `top`."""
    return lambda: product(range(top + 1), repeat=size)


def same_sum(size: int, total: int) -> Iterator[Table]:
    """Every table of so many figures that add up to a total."""
    if size == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in same_sum(size - 1, total - first))


def or_small(total: int) -> Iterable[int]:
    """A total, or every small one where it is small itself: those look alike."""
    return (total,) if total == 0 or total >= 6 else range(1, 6)


def _named(table: Table, names: str = "abcd") -> dict[str, int]:
    return dict(zip(names, table, strict=False))


def parts(count: int, top: int = 13, below: int = 6) -> Family:
    """So many parts of one total, at once."""
    return Family(
        f"{count} parts, t = {below}",
        up_to(top, count),
        lambda one: published(year(t=sum(one), **_named(one)), thresholds=[Threshold(below)]),
        lambda one: {"t": sum(one)} | _named(one),
        lambda one: same_sum(count, sum(one)),
        below,
    )


def groups_by_two(top: int = 8, *, one_by_one: bool = False) -> Family:
    """A total by two groups of one thing and by two of another, at once, or the second thing in a later document."""

    def releases(one: Table) -> tuple[Output, ...]:
        women, men, north = one
        whole = women + men
        first = grouped(year(t=whole, women=women, men=men))
        second = grouped(year(t=whole, north=north, south=whole - north), "area")
        (a,), (b,) = first, second
        (period,) = a.readings
        both = a.readings[period].model_copy(update={"by": {**a.readings[period].by, **b.readings[period].by}})
        last = [a.model_copy(update={"by": {**a.by, **b.by}, "readings": {period: both}})]
        return published(*([first, last] if one_by_one else [last]))

    def every(total: int) -> Iterator[Table]:
        return ((a, total - a, b) for a in range(total + 1) for b in range(total + 1))

    return Family(
        "groups by two things" + (", one by one" if one_by_one else ""),
        lambda: (one for total in range(2 * top + 1) for one in every(total) if max(one[:2]) <= top),
        releases,
        lambda one: {
            "t": one[0] + one[1],
            "women": one[0],
            "men": one[1],
            "north": one[2],
            "south": sum(one[:2]) - one[2],
        },
        lambda one: (each for total in or_small(one[0] + one[1]) for each in every(total)),
    )


def quarters_then_the_year(top: int = 8) -> Family:
    """Four quarters, each published as it comes, and then the year."""

    def output(one: Table) -> tuple[Output, ...]:
        rows = [dict(zip(QUARTERS, one[:n], strict=False)) for n in (1, 2, 3, 4)]
        return published(*([figures("a", row)] for row in (*rows, rows[-1] | {YEAR: sum(one)})))

    return Family(
        "quarter by quarter, then the year", up_to(top, 4), output,
        lambda one: {"year": sum(one)} | _named(one),
        lambda one: product(*(range(1, 6) if 0 < value < 6 else (value,) for value in one)),
    )  # fmt: skip


def year_then_the_quarters(top: int = 6) -> Family:
    """The year, and then its quarters one by one."""

    def output(one: Table) -> tuple[Output, ...]:
        rows = [{YEAR: sum(one)} | dict(zip(QUARTERS, one[:n], strict=False)) for n in range(5)]
        return published(*([figures("a", row)] for row in rows))

    return Family(
        "the year, then quarter by quarter", up_to(top, 4), output,
        lambda one: {"year": sum(one)} | _named(one),
        lambda one: (each for total in or_small(sum(one)) for each in same_sum(4, total)),
    )  # fmt: skip


def parts_over_quarters(quarters: int, top: int, *, order: str = "at once") -> Family:
    """Two parts and their total in some quarters and the year: at once, one after another, or the year first."""

    def rows(one: Table, upto: int, *, whole: bool) -> list:
        a, b = one[:quarters], one[quarters:]
        every = {"t": [x + y for x, y in zip(a, b, strict=True)], "a": a, "b": b}
        made = []
        for name, row in every.items():
            here = dict(zip(QUARTERS, row[:upto], strict=False)) | ({YEAR: sum(row)} if whole else {})
            made.append(figures(name, here, part_of=None if name == "t" else "t"))
        return made

    def output(one: Table) -> tuple[Output, ...]:
        if order == "at once":
            return published(rows(one, quarters, whole=True))
        if order == "year first":
            return published(*(rows(one, n, whole=True) for n in range(quarters + 1)))
        steps = [rows(one, n, whole=False) for n in range(1, quarters + 1)]
        return published(*steps, rows(one, quarters, whole=True))

    def every(one: Table) -> dict[str, int]:
        a, b = one[:quarters], one[quarters:]
        found = {f"a{n}": x for n, x in enumerate(a)} | {f"b{n}": x for n, x in enumerate(b)}
        found |= {f"t{n}": x + y for n, (x, y) in enumerate(zip(a, b, strict=True))}
        return found | {"a": sum(a), "b": sum(b), "t": sum(one)}

    def wider(one: Table) -> Iterator[Table]:
        """With the same totals of the quarters, or of the year where it comes first; a small one may be another."""
        if order == "year first":
            yield from (each for total in or_small(sum(one)) for each in same_sum(2 * quarters, total))
            return
        sums = [x + y for x, y in zip(one[:quarters], one[quarters:], strict=True)]
        ways = [
            [pair for each in ((total,) if total >= 6 else range(9)) for pair in same_sum(2, each)] for total in sums
        ]
        for pairs in product(*ways):
            yield (*(pair[0] for pair in pairs), *(pair[1] for pair in pairs))

    return Family(f"2 parts × {quarters} quarters, {order}", up_to(top, 2 * quarters), output, every, wider)


def _both(one: Table, other: Table) -> dict[str, int]:
    """The figures of two releases."""
    return {f"{name}{n}": value for n, each in enumerate((one, other)) for name, value in _named(each).items()} | {
        "t0": sum(one),
        "t1": sum(other),
    }


def one_revised(top: int = 10) -> Family:
    """Two parts of a total, of which one is revised: the reader does not know which."""

    def tables() -> Iterator[Table]:
        for a, b in product(range(top + 1), repeat=2):
            yield from ((a, b, new, b) for new in range(top + 1) if new != a)
            yield from ((a, b, a, new) for new in range(top + 1) if new != b)

    def wider(one: Table) -> Iterator[Table]:
        for total in or_small(one[0] + one[1]):
            for a, b in same_sum(2, total):
                yield from (each for new in range(2 * top) for each in ((a, b, new, b), (a, b, a, new)))

    return Family(
        "one of two parts revised",
        tables,
        lambda one: published(year(t=one[0] + one[1], **_named(one[:2])), year(t=one[2] + one[3], **_named(one[2:]))),
        lambda one: _both(one[:2], one[2:]),
        wider,
    )


def part_added(top: int = 8) -> Family:
    """Two parts of a total, and a third that comes later."""
    return Family(
        "part added",
        up_to(top, 3),
        lambda one: published(year(t=one[0] + one[1], **_named(one[:2])), year(t=sum(one), **_named(one))),
        lambda one: _named(one) | _both(one[:2], one),
        lambda one: ((*two, last) for two in same_sum(2, one[0] + one[1]) for last in range(10)),
    )


def part_withdrawn(top: int = 10) -> Family:
    """Three parts of a total, of which one goes, and the total with it."""
    return Family(
        "part withdrawn",
        up_to(top, 3),
        lambda one: published(year(t=sum(one), **_named(one)), year(t=one[0] + one[1], **_named(one[:2]))),
        lambda one: _named(one) | _both(one, one[:2]),
        lambda one: same_sum(3, sum(one)),
    )


def threshold_changed(first: int, second: int, top: int = 10) -> Family:
    """Three parts of a total, published twice, with two thresholds."""
    return Family(
        f"threshold {first}, then {second}",
        up_to(top, 3),
        lambda one: published(*[year(t=sum(one), **_named(one))] * 2, thresholds=[Threshold(first), Threshold(second)]),
        lambda one: {"t": sum(one)} | _named(one),
        lambda one: same_sum(3, sum(one)),
        min(first, second),
    )


def mark_changed(*, first: bool, top: int = 10) -> Family:
    """Three parts of a total, of which one is public in one of two releases only."""

    def output(one: Table) -> tuple[Output, ...]:
        whole = year(t=sum(one), **_named(one))
        inside = [*whole[:3], whole[3].model_copy(update={"public": False})]
        return published(*((whole, inside) if first else (inside, whole)))

    return Family(
        "public, then not" if first else "not public, then public", up_to(top, 3), output,
        lambda one: {"t": sum(one)} | _named(one), lambda one: same_sum(3, sum(one)),
    )  # fmt: skip


def shares(top: int = 40, *, of: bool = False) -> Family:
    """A share of a whole that is not published, or that another measure counts."""

    def output(one: Table) -> tuple[Output, ...]:
        share = figures("a", {YEAR: one}, "percent", of="w" if of else None)
        return published([share, figures("w", {YEAR: one[1]})] if of else [share])

    return Family(
        "shares of a published whole" if of else "shares",
        lambda: ((part, whole) for whole in range(top + 1) for part in range(whole + 1)),
        output,
        lambda one: {"numerator": one[0], "rest": one[1] - one[0], "whole": one[1]},
        lambda one: ((part, whole) for whole in range(60) for part in range(whole + 1)),
    )


def running_totals(top: int = 9, *, one_by_one: bool = False) -> Family:
    """A count that runs through three quarters: what each quarter adds is a count of its own."""

    def output(one: Table) -> tuple[Output, ...]:
        row = dict(zip(QUARTERS, accumulate(one), strict=False))
        steps = [dict([*row.items()][:n]) for n in ((1, 2, 3) if one_by_one else (3,))]
        return published(*([figures("a", each, span="cumulative")] for each in steps))

    return Family(
        "to date, one by one" if one_by_one else "to date",
        up_to(top, 3),
        output,
        lambda one: _named(one) | {"ab": one[0] + one[1], "abc": sum(one)},
        lambda one: ((a, b, c) for a in range(12) for b in range(14) for c in range(20)),
    )


SMALL = (
    parts(2),
    parts(2, below=5),
    parts(2, below=10),
    parts(3),
    groups_by_two(6),
    groups_by_two(6, one_by_one=True),
    quarters_then_the_year(4),
    year_then_the_quarters(3),
    parts_over_quarters(2, 3),
    parts_over_quarters(2, 3, order="one by one"),
    parts_over_quarters(2, 3, order="year first"),
    one_revised(7),
    part_added(6),
    part_withdrawn(6),
    threshold_changed(6, 9, 7),
    threshold_changed(9, 6, 7),
    mark_changed(first=True, top=7),
    mark_changed(first=False, top=7),
    shares(20),
    shares(20, of=True),
    running_totals(6),
    running_totals(6, one_by_one=True),
)
"""Those that the suite tries in seconds; all of them, in full, are tried by bench/public.py."""

WHOLE = (
    *(parts(count, below=below) for below in (6, 5, 10) for count in (2, 3, 4)),
    groups_by_two(),
    groups_by_two(one_by_one=True),
    quarters_then_the_year(),
    year_then_the_quarters(8),
    *(parts_over_quarters(2, 9, order=order) for order in ("at once", "one by one", "year first")),
    one_revised(),
    part_added(),
    part_withdrawn(),
    threshold_changed(6, 9),
    threshold_changed(9, 6),
    mark_changed(first=True),
    mark_changed(first=False),
    shares(),
    shares(of=True),
    running_totals(),
    running_totals(one_by_one=True),
)
