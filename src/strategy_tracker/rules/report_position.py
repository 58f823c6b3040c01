"""The position in numbers: counts for each priority and for all, directions of travel, and five sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategy_tracker.rules.report_facts import each_priority, measures_of
from strategy_tracker.rules.rollup import Tally, tally_actions, tally_measures, worst_action, worst_measure
from strategy_tracker.rules.standing import ActionStanding, MeasureStanding, Standing


class Moves(NamedTuple):
    """How many measures moved which way since the period before; `unknown` have too little to say."""

    better: int
    worse: int
    same: int
    undirected: int
    unknown: int


class Line(NamedTuple):
    """The counts of a priority, or of all."""

    strategy: str
    title: str
    actions: Tally
    measures: Tally
    moves: Moves


def moves_of(measures: Iterable[MeasureStanding]) -> Moves:
    """Count the short arrows."""
    kinds = Counter(measure.short.kind for measure in measures)
    undirected = kinds["up"] + kinds["down"] + kinds["level"]
    return Moves(kinds["better"], kinds["worse"], kinds["same"], undirected, kinds["none"])


def lines(standing: Standing) -> tuple[Line, ...]:
    """A line for each priority."""
    return tuple(
        _line(strategy.title, priority.title, priority.actions, measures_of(priority, standing))
        for strategy, priority in each_priority(standing)
    )


def whole(standing: Standing) -> Line:
    """The line for all: each action and each measure once."""
    return _line("", "All", _all_actions(standing), list(standing.measures.values()))


def _line(strategy: str, title: str, actions: Sequence[ActionStanding], measures: Sequence[MeasureStanding]) -> Line:
    return Line(strategy, title, tally_actions(actions), tally_measures(measures), moves_of(measures))


def _all_actions(standing: Standing) -> list[ActionStanding]:
    return [action for strategy in standing.strategies for action in strategy.actions]


def sentences(standing: Standing) -> tuple[str, ...]:
    """The position in five sentences: actions, clocks, measures, directions, and what to look at first."""
    every = whole(standing)
    return (
        _of_actions(every.actions),
        _of_clocks(every.actions),
        _of_measures(every.measures),
        _of_moves(every),
        _first(standing),
    )


def _of_actions(tally: Tally) -> str:
    if not tally.total:
        return "No action is on record."
    named = (("blue", "complete"), ("green", "green"), ("amber", "amber"), ("red", "red"), ("grey", "without a colour"))
    parts = [f"{number} {word}" for colour, word in named if (number := tally.of(colour))]
    return f"Of {_counted(tally.total, 'action')}, {_listed(parts, _is(tally))}."


def _is(tally: Tally) -> str:
    return "is" if tally.total == 1 else "are"


def _listed(parts: Sequence[str], verb: str) -> str:
    """`19 are complete, 4 green and 2 amber`."""
    number, _, word = parts[0].partition(" ")
    first = f"{number} {'is' if number == '1' else verb} {word}"
    return first if len(parts) == 1 else f"{', '.join([first, *parts[1:-1]])} and {parts[-1]}"


def _of_clocks(tally: Tally) -> str:
    late = [(tally.overdue, "overdue"), (tally.missed, "missed, of those that recur")]
    parts = [f"{number} {word}" for number, word in late if number]
    silent = tally.stale + tally.very_stale
    quiet = f"{silent} {'has' if silent == 1 else 'have'} been silent for longer than the review cadence"
    if not parts:
        return f"Nothing is overdue, and {quiet if silent else 'nothing has gone silent'}."
    told = _listed(parts, "are")
    return f"{told}; {quiet if silent else 'nothing has gone silent'}."


def _of_measures(tally: Tally) -> str:
    if not tally.total:
        return "No measure says whether it is working."
    colours = [
        f"{count.number} {count.word}" for count in tally.counts if count.colour != "grey" or count.word == "context"
    ]
    told = f": {', '.join(colours)}" if colours else ""
    late = f"; {_counted(tally.late_readings, 'reading')} late" if tally.late_readings else ""
    return f"{tally.rated_words().capitalize()} {'measure' if tally.total == 1 else 'measures'}{told}{late}."


def _of_moves(every: Line) -> str:
    if not every.measures.total:
        return "Without measures there is no direction of travel."
    moves, ways = every.moves, []
    for number, word in ((moves.better, "better"), (moves.worse, "worse"), (moves.same, "the same")):
        ways += [f"{number} {word}"] if number else []
    if moves.undirected:
        ways.append(f"{moves.undirected} moved where neither way is called better")
    if not ways:
        return "Since the period before, there is not enough data to say which way any measure moved."
    unknown = f"; for {moves.unknown} there is not enough data" if moves.unknown else ""
    return f"Since the period before, {_listed(ways, 'are') if ways[0].count(' ') < 3 else ways[0]}{unknown}."


def _first(standing: Standing) -> str:
    action, measure = worst_action(_all_actions(standing)), worst_measure(standing.measures.values())
    named = [f"'{action.text}' ({action.id}), {action.rating.word}"] if action else []
    named += [f"'{measure.title}', {measure.rating.word}"] if measure else []
    if not named:
        return "Nothing is red or amber."
    return f"To look at first: {', and '.join(named)}."


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
