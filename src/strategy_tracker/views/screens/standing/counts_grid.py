"""How many actions and measures have which colour, need somebody or moved: every number in its own colour."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.judging.measure_counts import MeasureCounts, count_measures
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.judging.tally import BEFORE_DUE, MOVED, Tally, tally_actions, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.dates_and_amounts import next_target_of, target_of, when
from strategy_tracker.views.grey_words import why_grey
from strategy_tracker.views.sheet import MARKS, WORDS, Cell, GridColumn, Line, ScreenGrid, line_text
from strategy_tracker.views.text import columns, counted, fitting, one_line

ROOMY = 120
"""Columns from which there is room for all counts of measures beside those of actions."""


class CountsRow(NamedTuple):
    """The counts of some priorities, under a name; without one they are those of all. None where they are not told."""

    name: str
    actions: Tally | None
    measures: Tally | None
    moves: MeasureCounts
    is_words: bool = False


def left_out(words: str) -> CountsRow:
    """A row without counts, which says what else there is."""
    return CountsRow(words, None, None, count_measures(()), is_words=True)


class Everything(NamedTuple):
    """All that is told: every action, every measure once, the tallies of both, and which way the measures moved.

    `named` are the counts of what priorities name, `unnamed` those of measures that none names, if there are any.
    """

    actions: Sequence[ActionStanding]
    measures: Sequence[MeasureStanding]
    tallies: tuple[Tally, Tally]
    moves: MeasureCounts
    named: CountsRow
    unnamed: CountsRow | None


def everything_in(told: Sequence[StrategyStanding], standing: Standing) -> Everything:
    """Count the actions and measures of all strategies that are told, and the measures that no priority names."""
    without = standing.unnamed
    priorities = [priority for one in told for priority in one.priorities]
    actions, measures = _things(priorities, standing)
    done, tally = _tallies(priorities, actions, measures, standing)
    named = CountsRow("", done, tally, count_measures(measures))
    if not without:
        return Everything(actions, measures, (done, tally), named.moves, named, None)
    unnamed = CountsRow("", None, tally_measures(without), count_measures(without))
    measures = [*measures, *without]
    return Everything(actions, measures, (done, tally_measures(measures)), count_measures(measures), named, unnamed)


def row_of(
    name: str, priorities: Sequence[PriorityStanding], strategy: StrategyStanding, standing: Standing
) -> CountsRow:
    """Count the actions and measures of some priorities of a strategy."""
    actions, measures = _things(priorities, standing)
    done, tally = _tallies(priorities, actions, measures, standing)
    return CountsRow(
        name,
        done if strategy.tells_actions else None,
        tally if strategy.tells_measures else None,
        count_measures(measures),
    )


def _things(
    priorities: Sequence[PriorityStanding], standing: Standing
) -> tuple[list[ActionStanding], list[MeasureStanding]]:
    """The actions of some priorities, and each measure that they name once."""
    actions = [action for one in priorities for action in one.actions]
    return actions, standing.named(dict.fromkeys(name for one in priorities for name in one.every_measure))


def _tallies(
    priorities: Sequence[PriorityStanding],
    actions: Sequence[ActionStanding],
    measures: Sequence[MeasureStanding],
    standing: Standing,
) -> tuple[Tally, Tally]:
    lost = sum(one.actions_left_out for one in priorities)
    return tally_actions(actions, lost), tally_measures(measures, standing.measures_left_out(priorities), lost)


_Count = Callable[[CountsRow], Cell]
_Counted = Iterator[tuple[GridColumn, _Count]]


def counts_grids(tables: Sequence[Sequence[CountsRow]], *, whole_names: bool = False) -> list[ScreenGrid]:
    """A grid for each table of counts, all with the same columns; names are cut unless they are wanted whole."""
    rows = [row for table in tables for row in table]
    made = [*_of_actions(rows), *_of_measures(rows)]
    longest = max((columns(_name(row).text) for row in rows if not row.is_words), default=0)
    name = GridColumn(gives_way=True, least=longest, whole=whole_names)
    heads = (name, *(column for column, _ in made))
    return [ScreenGrid(heads, tuple(cells for row in table for cells in _cells(row, made))) for table in tables]


def _cells(row: CountsRow, made: Sequence[tuple[GridColumn, _Count]]) -> Iterator[tuple[Cell, ...]]:
    """The cells of one row, and below it what is in none of its counts."""
    if row.is_words:
        yield (Cell(row.name, "grey"),)
        return
    yield _name(row), *(count(row) for _, count in made)
    lost = [counted(tally.left_out, tally.noun) for tally in (row.actions, row.measures) if tally and tally.left_out]
    if lost:
        yield (Cell(f"{' and '.join(lost)} left out because of an error", "grey"),)


def _of_actions(rows: Sequence[CountsRow]) -> _Counted:
    if not any(row.actions for row in rows):
        return

    def of(count: Callable[[Tally], int], colour: Colour | None = None) -> _Count:
        return lambda row: _number(count(row.actions), colour) if row.actions else Cell("")

    yield _words("all", "Actions", gap=2, from_width=ROOMY), of(lambda one: one.total)
    yield from _colours("Actions", tuple(WORDS), [row.actions for row in rows if row.actions], of, gap=1)
    yield _words("late", "of which", gap=3), of(lambda one: one.late, "red")
    yield _words("waits", "of which"), of(lambda one: one.waiting, "amber")
    yield _words("silent", "of which"), of(lambda one: one.silent + one.very_silent, "amber")


def _of_measures(rows: Sequence[CountsRow]) -> _Counted:
    """Colours where any measure has one, else which way they moved; both, and where they stand, if there is room."""
    tallies = [row.measures for row in rows if row.measures]
    if not any(tally.total or tally.left_out for tally in tallies):
        return

    def of(count: Callable[[Tally], int], colour: Colour | None = None) -> _Count:
        return lambda row: _number(count(row.measures), colour) if row.measures else Cell("")

    def moved(count: Callable[[MeasureCounts], int]) -> _Count:
        return lambda row: _number(count(row.moves)) if row.measures else Cell("")

    rated = any(tally.rated for tally in tallies)
    if rated:
        shown = tuple(one for one in WORDS if one != "blue" or any(tally.of(one) for tally in tallies))
        yield from _colours("Measures", shown, tallies, of, gap=4, from_width=_NARROW)
    least = ROOMY if rated else _NARROW
    yield _words("better", "Measures", from_width=least, gap=2), moved(lambda one: one.directions.better)
    yield _words("worse", "Measures", from_width=least), moved(lambda one: one.directions.worse)
    yield _words("same", "Measures", from_width=ROOMY), moved(lambda one: one.directions.same)
    yield _words("ahead", "Against others", from_width=ROOMY, gap=3), moved(lambda one: one.positions.better)
    yield _words("level", "Against others", from_width=ROOMY), moved(lambda one: one.positions.level)
    yield _words("behind", "Against others", from_width=ROOMY), moved(lambda one: one.positions.worse)


_NARROW = 52
"""Columns below which there is room for the counts of actions only."""


def _words(head: str, group: str, *, gap: int = 1, from_width: int = 0) -> GridColumn:
    return GridColumn(Cell(head), group, figures=True, gap=gap, from_width=from_width)


def _colours(
    group: str,
    shown: Sequence[Colour],
    tallies: Sequence[Tally],
    of: Callable[[Callable[[Tally], int], Colour], _Count],
    *,
    gap: int,
    from_width: int = 0,
) -> _Counted:
    """A column for each colour under its mark, all as wide as the largest number."""
    least = max(2, *(len(f"{tally.of(one):,}") for tally in tallies for one in shown))
    for n, one in enumerate(shown):
        head = GridColumn(Cell(MARKS[one], one), group, True, gap=1 if n else gap, from_width=from_width, least=least)
        yield head, of(lambda tally, colour=one: tally.of(colour), one)  # type: ignore[misc]


def _number(number: int, colour: Colour | None = None) -> Cell:
    """A number in its colour; a grey dot for none, so that the eye meets only what there is."""
    return Cell(f"{number:,}", colour) if number else Cell("·", "grey")


def _name(row: CountsRow) -> Cell:
    if row.name:
        return Cell(row.name)
    told = [(row.actions, "action"), (row.measures, "measure")]
    parts = [counted(tally.total, noun) if tally.total else f"no {noun}s" for tally, noun in told if tally]
    return Cell(", ".join(parts), strong=True)


def legend(every: Everything) -> Iterator[Line]:
    """What the marks mean, why some have no colour, how many measures have a target, and what is counted beside."""
    marks: list[Cell] = []
    for colour, word in WORDS.items():
        marks += [Cell(f"{MARKS[colour]} ", colour), Cell(f"{word}  ")]
    told = why_grey(every.actions)
    marks[-1] = Cell(WORDS["grey"])
    why = f": {told}" if told else ""
    if columns(f"{line_text(tuple(marks))}{why}") <= _LINE:
        yield (*marks, Cell(why)) if why else tuple(marks)
    else:
        yield tuple(marks)
        yield f"{WORDS['grey']}{why}"
    if line := _targets([one for one in every.measures if not one.withdrawn]):
        yield (Cell(line, "grey"),)
    if beside := list(_beside(*every.tallies)):
        yield (Cell(f"beside these: {', '.join(beside)}", "grey"),)


def _targets(measures: Sequence[MeasureStanding]) -> str:
    """How many measures have a target, and what is wanted of the only one; nothing where most of them are rated."""
    aimed = [one for one in measures if one.target is not None or one.next_target]
    if not measures or sum(one.rating.colour != "grey" for one in measures) * 2 >= len(measures):
        return ""
    told = f"targets: {len(aimed)} of {len(measures)}"
    if len(aimed) != 1:
        return told
    only = aimed[0]
    wanted = f"{target_of(only)} for {when(only.target_period or '')}" if only.target is not None else None
    reading = f"{only.reading.shown} of " if only.reading else ""
    word = "not due yet" if only.rating.why == "not-due" else only.rating.word
    rest = f", {reading}{wanted or next_target_of(only, whole=False)}, {word}"
    room = max(LEAST, _LINE - len(told) - len(rest) - 2)
    return f"{told}, {fitting(one_line(only.title), only.short_title, room)}{rest}"


_LINE = 80
LEAST = 20
"""Columns that are left to a title, however much else stands on its line."""


def _beside(actions: Tally, measures: Tally) -> Iterator[str]:
    """What is counted beside colours."""
    numbers = (
        (actions.moved, MOVED),
        (actions.awaiting, "awaiting sign-off"),
        (actions.unconfirmed + measures.unconfirmed, "drafted and not confirmed"),
        *((measures.under(word), word) for word in ("exceeded", *BEFORE_DUE)),
        (measures.suspended, "suspended"),
        (measures.withdrawn, "withdrawn"),
    )
    return (f"{number:,} {word}" for number, word in numbers if number)
