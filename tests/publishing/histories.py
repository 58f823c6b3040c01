"""Random lives of some figures: five documents, between which parts, periods, values, marks and thresholds change."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import NamedTuple

from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.publishing.second_look import Leak
from strategy_tracker.publishing.withhold import Threshold
from tests.oracle.ranges import Equation, range_of
from tests.publishing.releases import QUARTERS, YEAR, Output, figures, published, refused

Leaf = tuple[str, int, int]
"""A part, a quarter, and how often anything was revised before: every figure is a sum of these.

A reader sees that something was revised, and not what: after it nothing that was not shown is known to be as before.
"""
NAMES = "abcd"


class Release(NamedTuple):
    """What the files hold: each figure as a sum of leaves, the parts that are public, and the threshold."""

    figures: dict[tuple[str, str], tuple[Leaf, ...]]
    public: frozenset[str]
    parts: tuple[str, ...]
    threshold: int


class Life(NamedTuple):
    """The releases one after another, and the true value of each leaf."""

    releases: tuple[Release, ...]
    values: dict[Leaf, int]

    def amount(self, leaves: tuple[Leaf, ...]) -> int:
        """The value of a figure."""
        return sum(self.values[leaf] for leaf in leaves)


class _Now(NamedTuple):
    """The state between two releases; all of it changes in place."""

    revised: list[int]
    recorded: dict[tuple[str, str], bool]
    parts: list[str]
    inside: set[str]
    threshold: list[int]


def a_life(random: Random, releases: int = 5) -> Life:
    """Draw a life: mostly small figures, and a year whose quarters come one by one, all at once, or after it."""
    count = random.randint(1, 3)
    values = {(name, quarter, 0): _drawn(random) for name in NAMES for quarter in range(4)}
    now = _Now([0], {}, list(NAMES[:count]), set(), [6])
    usual = ("add", "withdraw", "mark", "threshold", *random.choice(((), ("revise",) * 3)))
    if count > 1 and random.random() < 0.3:
        now.inside.add(random.choice(now.parts))
    made = []
    for n in range(releases):
        for _ in range(random.randint(1, 3) if n else 0):
            _change(random, random.choice(usual), now, values)
        _record(random, now, first=not n)
        made.append(_release(now))
    return Life(tuple(made), values)


def _drawn(random: Random) -> int:
    return random.choice((0, random.randint(0, 7), random.randint(0, 14)))


def _change(random: Random, what: str, now: _Now, values: dict[Leaf, int]) -> None:
    name = random.choice(now.parts)
    if what == "revise":
        now.revised[0] += 1
        values.update(
            {(part, q, now.revised[0]): values[part, q, now.revised[0] - 1] for part in NAMES for q in range(4)}
        )
        values[name, random.randrange(4), now.revised[0]] = _drawn(random)
    elif what == "add" and len(now.parts) < len(NAMES):
        now.parts.append(next(each for each in NAMES if each not in now.parts))
    elif what == "withdraw" and len(now.parts) > 1:
        now.parts.remove(name)
        now.inside.discard(name)
    elif what == "mark":
        now.inside.symmetric_difference_update({name})
    elif what == "threshold":
        now.threshold[0] = random.choice((5, 6, 10))


def _record(random: Random, now: _Now, *, first: bool) -> None:
    """Write some more figures down: of a quarter or the year, of all or of one."""
    for _ in range(random.randint(1, 3)):
        period = random.choice((*QUARTERS, YEAR))
        for name in ("t", *NAMES):
            if first or random.random() < 0.8:
                now.recorded[name, period] = True


def _release(now: _Now) -> Release:
    found = {}
    for name, period in now.recorded:
        parts = now.parts if name == "t" else [name] if name in now.parts else []
        quarters = range(4) if period == YEAR else (QUARTERS.index(period),)
        if parts:
            found[name, period] = tuple(sorted((part, q, now.revised[0]) for part in parts for q in quarters))
    return Release(found, frozenset(now.parts) - now.inside, tuple(now.parts), now.threshold[0])


def outputs(life: Life) -> tuple[Output, ...]:
    """What each document of a life shows."""
    return published(*_measures(life), thresholds=[Threshold(one.threshold) for one in life.releases])


def refusals(life: Life) -> list[Leak]:
    """What the second look refuses in any of its documents."""
    return refused(*_measures(life), thresholds=[Threshold(one.threshold) for one in life.releases])


def _measures(life: Life) -> list[list[Measure]]:
    every = []
    for one in life.releases:
        rows: dict[str, dict[str, int]] = {"t": {}, **{name: {} for name in one.parts}}
        for (name, period), leaves in one.figures.items():
            rows[name][period] = life.amount(leaves)
        every.append([
            figures(name, row, part_of=None if name == "t" else "t", public=name == "t" or name in one.public)
            for name, row in rows.items()
        ])  # fmt: skip
    return every


def exposed_in(life: Life) -> Iterator[tuple[str, str, int, Fraction, Fraction | None]]:
    """Each small withheld figure that the linear sums of all documents narrow too far, with its range.

    What a lower threshold has let out cannot be taken back by a higher one: the lowest until then counts.
    """
    known: dict[tuple[Leaf, ...], int] = {}
    sought: dict[tuple[Leaf, ...], tuple[str, str, int]] = {}
    least = life.releases[0].threshold
    for release, output in zip(life.releases, outputs(life), strict=True):
        shown, least = dict(output), min(least, release.threshold)
        for (name, period), leaves in release.figures.items():
            value = life.amount(leaves)
            if shown.get((name, period), "c") != "c":
                assert shown[name, period] == str(value)
                known[leaves] = value
            elif 0 < value < least:
                sought.setdefault(leaves, (name, period, least))
    equations = [Equation(dict.fromkeys(leaves, 1), Fraction(value)) for leaves, value in known.items()]
    for leaves, (name, period, threshold) in sought.items():
        if leaves not in known:
            found = range_of(dict.fromkeys(leaves, 1), equations)
            if not found.spans(Fraction(threshold - 2)):
                yield name, period, life.amount(leaves), found.low, found.high
