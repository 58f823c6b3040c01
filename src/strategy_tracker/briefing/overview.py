"""Adds a whole portfolio up from its strategies, taken one at a time: counts, and what to look at first."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.briefing.material import Material, about
from strategy_tracker.briefing.notes import halted
from strategy_tracker.briefing.position import PositionLine, common_plan, whole
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.attention import AttentionItem, AttentionKind, list_attention, list_coming, urgency
from strategy_tracker.judging.measure_counts import add_counts
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.tally import added

FEW = 5
"""Changes that a first screen has room for."""
FIRST = 3
"""Things that need somebody for one reason, of which a first screen that tells several strategies has room."""
MAIN = ("colour", "state", "due", "restated", "target", "rule", "withdrawn", "added", "update", "reading")
"""Kinds of change for a first screen, in the order they matter."""


class AttentionCounts(NamedTuple):
    """How many things need attention of each kind, the most days that one is late, and how many fall due soon."""

    groups: Mapping[AttentionKind, int]
    days: int
    soon: int
    to_note: int = 0

    @property
    def total(self) -> int:
        """All that needs somebody."""
        return sum(self.groups.values())


class ChangeCounts(NamedTuple):
    """How many changes there are, and how many of them are colours that got worse or better."""

    total: int
    worse: int
    better: int


class StrategySummary(NamedTuple):
    """What is kept of one strategy when its page is written: no priorities, no actions, the first few of each kind.

    Parts are added up where a measure that serves several strategies is counted in one of them only.
    """

    strategy: StrategyStanding
    line: PositionLine
    needs: AttentionCounts
    first: tuple[AttentionItem, ...]
    moved: ChangeCounts
    changes: tuple[Difference, ...]


def part(material: Material, own: Collection[str], until: date) -> StrategySummary:
    """Summarise one strategy, with the measures in `own` only; what is due by `until` is due soon."""
    measures = {name: one for name, one in material.standing.measures.items() if name in own}
    standing = material.standing._replace(measures=measures)
    found, changes = list_attention(standing), about(material.since.changes, standing)
    return StrategySummary(
        strategy=standing.strategies[0]._replace(priorities=()),
        line=whole(standing),
        needs=needs(found, list_coming(standing, until), len(halted(standing))),
        first=first_of_each(found),
        moved=moved(changes),
        changes=foremost(changes),
    )


def needs(found: Sequence[AttentionItem], soon: Sequence[AttentionItem], to_note: int = 0) -> AttentionCounts:
    """Count what needs somebody by its kind, and what falls due soon; `to_note` is how much a body has yet to note."""
    days = max((one.days for one in found), default=0)
    return AttentionCounts(Counter(one.kind for one in found), days, len(soon), to_note)


def moved(found: Iterable[Difference]) -> ChangeCounts:
    """Count changes, and the colours among them that got worse or better."""
    found = list(found)
    colours = [one.worse for one in found if one.kind == "colour"]
    return ChangeCounts(len(found), colours.count(True), colours.count(False))


def foremost(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Choose the few changes that matter most: colours first, what got worse before what got better."""
    main = sorted((one for one in found if one.kind in MAIN), key=_weight)
    return tuple(main[:FEW])


def _weight(one: Difference) -> tuple[int, int]:
    return MAIN.index(one.kind), 0 if one.worse else 1


def first_of_each(found: Iterable[AttentionItem]) -> tuple[AttentionItem, ...]:
    """Choose the first few things of each kind, in the order in which all are told."""
    told: Counter[int] = Counter()
    chosen = []
    for one in sorted(found, key=urgency):
        rank = urgency(one)[0]
        told[rank] += 1
        chosen += [one] if told[rank] <= FIRST else []
    return tuple(chosen)


class PortfolioSummary(NamedTuple):
    """All parts together; the `line` counts the strategies that run, or where none does all as `every` does."""

    line: PositionLine
    every: PositionLine
    needs: AttentionCounts
    first: tuple[AttentionItem, ...]
    moved: ChangeCounts
    changes: tuple[Difference, ...]


def add_up(parts: Sequence[StrategySummary]) -> PortfolioSummary:
    """Add up the summaries of strategies, and keep the first few things of all."""
    running = [each.line for each in parts if each.strategy.phase.runs]
    every = _sum([each.line for each in parts])
    return PortfolioSummary(
        line=_sum(running) if running else every,
        every=every,
        needs=_needs([each.needs for each in parts]),
        first=first_of_each(one for each in parts for one in each.first),
        moved=ChangeCounts(*map(sum, zip(*(each.moved for each in parts), strict=True))),
        changes=foremost(one for each in parts for one in each.changes),
    )


def _sum(lines: Sequence[PositionLine]) -> PositionLine:
    counts = add_counts([line.counts for line in lines])
    actions, measures = added([each.actions for each in lines]), added([each.measures for each in lines])
    return PositionLine("", "All", actions, measures, counts, common_plan(line.plan for line in lines))


def _needs(found: Sequence[AttentionCounts]) -> AttentionCounts:
    groups: Counter[AttentionKind] = Counter()
    for one in found:
        groups.update(one.groups)
    days, soon, to_note = max(one.days for one in found), sum(one.soon for one in found), sum(o.to_note for o in found)
    return AttentionCounts(groups, days, soon, to_note)
