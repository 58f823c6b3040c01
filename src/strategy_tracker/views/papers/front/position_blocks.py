"""The position of strategies in a report: sentences, and tables of counts by priority, of actions and of measures."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import PositionLine, by_strategy, whole, with_all
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.tally import BEFORE_DUE, Tally, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.measures.level import MEASURE_LEVELS, MeasureLevel
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.views.counts_chart import HEADS, told_over_time
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.papers.front.position_words import of_actions, of_measures, what_changed
from strategy_tracker.views.papers.front.round_sections import answers_in_short
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty

_MOST = 15
"""Rows that the table of the position has room for; where there are more priorities it counts by strategy."""


class CountColumn(NamedTuple):
    """A column of counts, and how to count for a priority."""

    column: Column
    cell: Callable[[PositionLine], Cell]


def _number(number: int) -> Cell:
    return Cell(f"{number:,}" if number else "–")


def _counted(name: Label, number: Callable[[PositionLine], int], group: str = "") -> CountColumn:
    return CountColumn(Column(name, figures=True, group=group), lambda line: _number(number(line)))


def _coloured(colour: Colour, name: Label, tally: Callable[[PositionLine], Tally]) -> CountColumn:
    """A column of how many have a colour, each count in that colour."""
    head = Column(name, figures=True, colour=colour)
    return CountColumn(head, lambda line: _number(tally(line).of(colour))._replace(colour=colour))


def _all_of(tally: Tally) -> Cell:
    if not tally.left_out:
        return _number(tally.total)
    return Cell(phrase("and-left-out", number=f"{tally.total:,}", left=f"{tally.left_out:,}"))


_OF_ACTIONS = tuple(_coloured(colour, name, lambda line: line.actions) for colour, name in HEADS.items())
_RATINGS: tuple[Colour, ...] = ("green", "amber", "red")
_ACTIONS = (CountColumn(Column(label("actions"), figures=True), lambda line: _all_of(line.actions)), *_OF_ACTIONS)
_NEEDS = (
    _counted(label("late"), lambda line: line.actions.late),
    _counted(label("waiting"), lambda line: line.actions.waiting),
    _counted(label("silent"), lambda line: line.actions.silent + line.actions.very_silent),
    _counted(label("moved-with-approval"), lambda line: line.actions.moved),
)
_RATED = (
    CountColumn(Column(label("measures"), figures=True), lambda line: _all_of(line.measures)),
    *(_coloured(colour, HEADS[colour], lambda line: line.measures) for colour in _RATINGS),
    _counted(label("exceeded"), lambda line: line.measures.under("exceeded")),
    _counted(label("reached"), lambda line: line.measures.under(BEFORE_DUE[0])),
    _counted(label("on-the-way"), lambda line: line.measures.under(BEFORE_DUE[1])),
    _counted(label("no-amber-declared"), lambda line: line.measures.missed),
)
_WAYS = (
    _counted(label("better"), lambda line: line.moves.better, label("since-figure-before")),
    _counted(label("worse"), lambda line: line.moves.worse, label("since-figure-before")),
    _counted(label("same"), lambda line: line.moves.same, label("since-figure-before")),
    _counted(label("ahead"), lambda line: line.sides.ahead, label("beside-others")),
    _counted(label("level-with"), lambda line: line.sides.level, label("beside-others")),
    _counted(label("behind"), lambda line: line.sides.behind, label("beside-others")),
)
"""Where measures went, and where they are beside others."""
_KEPT = (
    _counted(label("late-figures"), lambda line: line.measures.late_readings),
    _counted(label("withdrawn"), lambda line: line.measures.withdrawn),
)


def position(material: Material) -> Section:
    """The section of the position on one page: counts, the table of priorities, the measures, what has changed."""
    standing = material.standing
    line = whole(standing)
    actions = [action for strategy in standing.strategies for action in strategy.actions]
    blocks: list[Block] = []
    if line.tells_actions:
        drafted = line.actions.unconfirmed + line.measures.unconfirmed
        blocks.append(of_actions(actions, line.actions, drafted))
    apart = bool(line.tells_measures and line.measures.rated)
    listed = _lines(standing)
    split = apart and line.tells_actions
    blocks.append(_actions_table(listed) if split else _where_each_stands(listed))
    if line.tells_measures:
        blocks += told_of_measures(material)
        blocks += [_measures_table(listed)] if split else []
    blocks += levels_table(standing)
    blocks += [Paragraph(told) for told in answers_in_short(material)]
    blocks += what_changed(material)
    if line.tells_actions and material.over_time:
        meets = material.meeting.next if material.meeting else None
        blocks += told_over_time(material.over_time, standing.as_at, line.actions, meets)
    return Section(label("the-position"), 1, tuple(blocks))


def counts_table(listed: tuple[PositionLine, ...]) -> Table:
    """The table of the position on the report of one page: what is known of actions, and which way measures went."""
    return _where_each_stands(listed)


def told_of_measures(material: Material) -> tuple[Paragraph, ...]:
    """What is known of all measures, in sentences."""
    told = of_measures(whole(material.standing), list(material.standing.measures.values()))
    return (Paragraph(told, lead=label("measures-lead")),)


def _where_each_stands(listed: tuple[PositionLine, ...]) -> Table:
    """Counts for each priority its actions by colour, and its measures by where they went and are beside others."""
    of_measures_alone = not any(line.tells_actions for line in listed)
    both = any(line.tells_measures for line in listed) and not of_measures_alone
    notes = (label("colours-of-actions"),) if both else ()
    first = _RATED if of_measures_alone else _ACTIONS
    return _table(label("where-priorities-stand"), listed, (*first, *_WAYS), notes)


def actions_table(standing: Standing) -> Table:
    """Counts the actions of each priority by colour, with what is late, waits for a word, or is silent."""
    return _actions_table(_lines(standing))


def _actions_table(listed: tuple[PositionLine, ...]) -> Table:
    listed = tuple(line for line in listed if line.tells_actions)
    return _table(label("actions-by-priority"), listed, (*_ACTIONS, *_NEEDS))


def measures_table(standing: Standing) -> Table:
    """Counts the measures of each priority: by colour, by where they went, and by where they are beside others."""
    return _measures_table(_lines(standing))


def _measures_table(listed: tuple[PositionLine, ...]) -> Table:
    listed = tuple(line for line in listed if line.tells_measures)
    last_year = any(line.moves.since_last_year for line in listed)
    notes = (label("counts-once"), *((label("cumulative-since-last-year"),) if last_year else ()))
    return _table(label("measures-by-priority"), listed, (*_RATED, *_WAYS, *_KEPT), notes)


def _lines(standing: Standing) -> tuple[PositionLine, ...]:
    rows = sum(len(one.priorities) for one in standing.strategies) + bool(standing.unnamed)
    if rows >= _MOST:
        return by_strategy(standing)
    lines = with_all(standing)
    return lines if len(standing.strategies) < 2 else tuple(_under_strategies(standing, lines))


def _under_strategies(standing: Standing, lines: Sequence[PositionLine]) -> Iterator[PositionLine]:
    """A line for each strategy, and under it those of its priorities; then what none names, and all."""
    priorities, strategies = iter(lines), by_strategy(standing)
    for strategy, line in zip(standing.strategies, strategies, strict=False):
        yield line
        for one in islice(priorities, len(strategy.priorities)):
            yield one._replace(title=phrase("under-strategy", title=one.title))
    yield from strategies[len(standing.strategies) :]


_MORE = (label("better"), label("worse"), label("same"), label("ahead"), label("level-with"), label("behind"))
"""Columns of measures: where they went, and where they are beside others."""


def _table(
    title: str,
    listed: tuple[PositionLine, ...],
    counts: tuple[CountColumn, ...],
    notes: tuple[str, ...] = (),
) -> Table:
    heads = (Column(label("priority")), *(one.column for one in counts))
    rows = tuple((cell(line.title), *(one.cell(line) for one in counts)) for line in listed)
    return without_empty(Table(title, heads, rows, notes, totals=len(listed) > 1), keep=1)


_LEVELS: dict[MeasureLevel, Word] = {
    "impact": "level-impact",
    "outcome": "level-outcome",
    "output": "level-output",
    "process": "level-process",
}


def levels_table(standing: Standing) -> tuple[Table, ...]:
    """Counts the measures of each level by colour, where any says which it is of."""
    held = [one for one in standing.measures.values() if not one.withdrawn]
    if not any(one.level for one in held):
        return ()
    rows = []
    for level in (*MEASURE_LEVELS, None):
        if found := [one for one in held if one.level == level]:
            tally = tally_measures(found)
            counts = (_number(tally.of(colour))._replace(colour=colour) for colour in _RATINGS)
            rows.append((cell(phrase(_LEVELS[level]) if level else label("no-level")), _all_of(tally), *counts))
    heads = tuple(Column(HEADS[colour], figures=True, colour=colour) for colour in _RATINGS)
    columns = (Column(label("level-of-measure")), Column(label("measures"), figures=True), *heads)
    return (without_empty(Table(label("measures-by-level"), columns, tuple(rows)), keep=2),)
