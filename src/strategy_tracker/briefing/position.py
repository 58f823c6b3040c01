"""Puts the position into numbers and five sentences: counts for each priority and for all, and directions of travel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.briefing.material import each_priority
from strategy_tracker.briefing.notes import REASONS
from strategy_tracker.judging.measure_counts import (
    DirectionCounts,
    MeasureCounts,
    SideCounts,
    count_measures,
    count_sides,
)
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.judging.tally import Tally, tally_actions, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import listed, semicolons, sentences
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.model.plan import Plan

COLOUR_WORDS: dict[Colour, str] = {
    "blue": "complete",
    "green": "green",
    "amber": "amber",
    "red": "red",
    "grey": "without a colour",
}
"""What a colour of an action is called in a sentence, in the order it is told."""


class PositionLine(NamedTuple):
    """The counts of a priority, or of all; what all of it is known by alone is its `plan`."""

    strategy: str
    title: str
    actions: Tally
    measures: Tally
    counts: MeasureCounts
    plan: Plan | None = None
    sides: SideCounts = SideCounts(0, 0, 0)

    @property
    def tells_actions(self) -> bool:
        """Whether its actions are told: not where it is known by measures alone, and has none."""
        return self.plan != "measures" or bool(self.actions.total or self.actions.left_out)

    @property
    def tells_measures(self) -> bool:
        """Whether its measures are told: not where it is known by actions alone, and has none."""
        found = self.measures
        return self.plan != "actions" or bool(found.total or found.left_out or found.unsure or found.withdrawn)

    @property
    def moves(self) -> DirectionCounts:
        """Which way the measures moved."""
        return self.counts.directions


def with_all(standing: Standing, *, brief: bool = False) -> tuple[PositionLine, ...]:
    """Count for each priority, with those under it, for what none names, and for all where there is more than one.

    With `brief` long titles of priorities are short where they can be, for a screen with little room.
    """
    lines = tuple(
        _line(strategy.title, _indented(priority, brief), standing, strategy.with_those_under(priority))._replace(
            plan=strategy.plan
        )
        for strategy, priority in each_priority(standing)
    )
    if standing.unnamed:
        lines = (*lines, _counted_line("", UNNAMED, (), standing.unnamed)._replace(plan="measures"))
    return lines if len(lines) == 1 else (*lines, whole(standing))


def by_strategy(standing: Standing) -> tuple[PositionLine, ...]:
    """Count for each strategy, for what no priority names, and for all."""
    lines = [_line("", one.title, standing, one.priorities)._replace(plan=one.plan) for one in standing.strategies]
    if standing.unnamed:
        lines.append(_counted_line("", UNNAMED, (), standing.unnamed)._replace(plan="measures"))
    return (*lines, whole(standing))


def _indented(priority: PriorityStanding, brief: bool) -> str:
    heading = priority.brief if brief else priority.heading
    return f"· {heading}" if priority.under else heading


def whole(standing: Standing) -> PositionLine:
    """Count for all: each action and each measure once."""
    every = [priority for strategy in standing.strategies for priority in strategy.priorities]
    line = _line("", phrase("all"), standing, every)
    measures = tally_measures(list(standing.measures.values()), line.measures.left_out, line.measures.unsure)
    plan = common_plan(strategy.plan for strategy in standing.strategies) if standing.strategies else "measures"
    held = standing.measures.values()
    return line._replace(measures=measures, counts=count_measures(held), plan=plan, sides=count_sides(held))


def common_plan(plans: Iterable[Plan | None]) -> Plan | None:
    """Give what several are known by alone, where that is the same for all."""
    found = set(plans)
    return found.pop() if len(found) == 1 else None


def _line(strategy: str, title: str, standing: Standing, priorities: Sequence[PriorityStanding]) -> PositionLine:
    actions = [action for one in priorities for action in one.actions]
    measures = standing.named(dict.fromkeys(name for one in priorities for name in one.every_measure))
    left_out = sum(one.actions_left_out for one in priorities), standing.measures_left_out(priorities)
    return _counted_line(strategy, title, actions, measures, *left_out)


def _counted_line(
    strategy: str,
    title: str,
    actions: Sequence[ActionStanding],
    measures: Sequence[MeasureStanding],
    actions_left_out: int = 0,
    measures_left_out: int = 0,
) -> PositionLine:
    found = tally_measures(measures, measures_left_out, actions_left_out)
    tally, sides = tally_actions(actions, actions_left_out), count_sides(measures)
    return PositionLine(strategy, title, tally, found, count_measures(measures), sides=sides)


def _all_actions(standing: Standing) -> list[ActionStanding]:
    return [action for strategy in standing.strategies for action in strategy.actions]


def of_actions(tally: Tally) -> str:
    """Write `Of 12 actions, 3 are complete, 5 green, 2 amber, 1 red and 1 without a colour`."""
    left_out = label("ended", told=_so_many("actions-left-out", tally.left_out)) if tally.left_out else ""
    if not tally.total:
        return left_out or label("position-no-actions")
    counts = are((tally.of(colour), word) for colour, word in COLOUR_WORDS.items())
    told = _so_many("of-all-actions", tally.total, counts=counts)
    moved = _so_many("some-were-moved", tally.moved) if tally.moved else ""
    return sentences(told, moved, left_out)


def _so_many(name: Word, number: int, **values: str) -> Label:
    """A sentence about so many; about one it is another."""
    return phrase(f"{name}-one" if number == 1 else name, number=f"{number:,}", **values)


def are(counts: Iterable[tuple[int, str]]) -> str:
    """Write `19 are complete, 4 green and 2 amber`; what nobody has is left out, and nothing where nobody has any."""
    parts = [(number, word) for number, word in counts if number]
    if not parts:
        return ""
    first, *others = parts
    name: Word = "is-so" if first[0] == 1 else "are-so"
    told: list[str] = [phrase(name, number=f"{first[0]}", what=first[1])]
    return listed(told + [phrase("count-of", number=f"{number}", what=word) for number, word in others])


def of_needs(tally: Tally) -> str:
    """Write `2 actions are late, 1 waits for a word since its date passed and 4 have been silent for longer than …`."""
    silent = tally.silent + tally.very_silent
    found: tuple[tuple[int, Word], ...] = ((tally.late, "late"), (tally.waiting, "waiting"), (silent, "silent"))
    found = tuple((number, name) for number, name in found if number)
    if not found:
        return phrase("no-action-read-needs" if tally.left_out else "no-action-needs")
    (number, name), *others = found
    parts = [_so_many(f"actions-{name}", number), *(_so_many(f"so-many-{name}", number) for number, name in others)]
    return phrase("ended", told=listed(parts))


def of_priority(priority: PriorityStanding, standing: Standing) -> str:
    """Write what `of_measures` does for a priority, with what is left out of it."""
    left_out = standing.measures_left_out([priority])
    return of_measures(standing.named(priority.every_measure), left_out, priority.actions_left_out)


def of_measures(measures: Sequence[MeasureStanding], left_out: int = 0, unsure: int = 0) -> str:
    """Write how many are rated, their colours, and the commonest reason not to rate one; some may be `left_out`.

    Where actions are left out, which may name measures, none is called missing: those are `unsure`.
    """
    tally = tally_measures(measures)
    gone = [_so_many("so-many-withdrawn", tally.withdrawn)] if tally.withdrawn else []
    if not tally.total:
        if unsure and not left_out:
            return phrase("measures-not-known")
        told = _so_many("measures-left-out", left_out) if left_out else phrase("no-measure-says")
        return phrase("ended", told=semicolons([told, *gone]))
    parts: list[str] = [_rated(tally), *_unrated(measures)]
    parts += [_so_many("so-many-suspended", tally.suspended)] if tally.suspended else []
    parts += [_so_many("targets-missed-and", tally.missed)] if tally.missed else []
    parts += [_so_many("readings-late", tally.late_readings)] if tally.late_readings else []
    parts += [_so_many("measures-left-out", left_out)] if left_out else []
    return phrase("ended", told=semicolons([*parts, *gone]))


def _rated(tally: Tally) -> Label:
    """How many have a colour, and how many each."""
    colours = [
        phrase("count-of", number=f"{one.number}", what=one.word) for one in tally.counts if one.colour != "grey"
    ]
    told = phrase("rated-of-one" if tally.total == 1 else "rated-of", number=f"{tally.rated}", total=f"{tally.total}")
    return phrase("and-what", what=told, of=listed(colours)) if colours else told


def of_missed(tally: Tally) -> str:
    """Write `3 targets are missed; nobody declared what counts as amber`; nothing where none is."""
    return phrase("ended", told=_so_many("targets-missed", tally.missed)) if tally.missed else ""


def _unrated(measures: Sequence[MeasureStanding]) -> Iterator[str]:
    """How many are context, and the commonest of the other reasons not to rate."""
    grey = [measure for measure in measures if measure.rating.colour == "grey" and not measure.withdrawn]
    whys = Counter(measure.rating.why for measure in grey if not measure.missed_without_amber)
    context, reached, coming, _ = (whys.pop(why, 0) for why in ("context", "reached", "on-the-way", "suspended"))
    if reached:
        yield _so_many("reached-before-due", reached)
    if coming:
        yield _so_many("on-the-way-to-target", coming)
    if whys:
        why, number = min(whys.items(), key=lambda found: (-found[1], found[0]))
        reason = phrase(f"unrated-{why}") if why in REASONS else phrase("there-is-no-colour")
        yield phrase("for-so-many", number=f"{number}", why=reason)
    if context:
        yield _so_many("describe-context", context)
