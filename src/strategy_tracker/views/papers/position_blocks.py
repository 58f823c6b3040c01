"""The position of strategies in a report: sentences, and tables of counts by colour, actions and measures apart."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import PositionLine, by_strategy, whole, with_all
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.tally import BEFORE_DUE, Tally, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.measures.level import MEASURE_LEVELS
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.counts_chart import HEADS, told_over_time
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.papers.position_words import of_actions, of_measures, what_changed
from strategy_tracker.views.papers.round_sections import answers_in_short
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table, cell, without_empty

_WORDS: dict[Colour, str] = {
    "blue": "complete",
    "green": "green",
    "amber": "amber",
    "red": "red",
    "grey": "no colour",
}


_RATED: tuple[Colour, ...] = ("green", "amber", "red")


_MOST = 15
"""Rows that the table of the position has room for; where there are more priorities it counts by strategy."""


def position(material: Material) -> Section:
    """The section of the position on one page: counts, the table of priorities, the measures, what has changed."""
    standing, many = material.standing, len(material.standing.strategies) > 1
    line, listed = whole(standing), _lines(standing)
    actions = [action for strategy in standing.strategies for action in strategy.actions]
    blocks: list[Block] = (
        [Paragraph("", lead=of_actions(actions, line.actions, line.actions.unconfirmed + line.measures.unconfirmed))]
        if line.tells_actions
        else []
    )
    blocks.append(_where_each_stands(listed, many))
    if line.tells_measures:
        told = of_measures(line, list(standing.measures.values()))
        blocks.append(Paragraph(told, lead=label("measures-lead")))
        if line.measures.rated:
            blocks.append(measures_table(listed, many))
    blocks += levels_table(standing)
    blocks += [Paragraph(told) for told in answers_in_short(material)]
    blocks += what_changed(material)
    if line.tells_actions and material.over_time:
        meets = material.meeting.next if material.meeting else None
        blocks += told_over_time(material.over_time, standing.as_at, line.actions, meets)
    return Section(label("the-position"), 1, tuple(blocks))


def _lines(standing: Standing) -> tuple[PositionLine, ...]:
    rows = sum(len(one.priorities) for one in standing.strategies) + bool(standing.unnamed)
    return with_all(standing) if rows < _MOST else by_strategy(standing)  # with all of them in one row more


_MORE = (label("better"), label("worse"), label("same"), label("ahead"), label("level-with"), label("behind"))
"""Columns of measures: where they went, and where they are beside others."""


def _where_each_stands(listed: tuple[PositionLine, ...], many: bool) -> Table:
    """Counts for each priority its actions by colour, and its measures by where they went and are beside others."""
    colours = tuple(Column(name, figures=True, colour=colour) for colour, name in HEADS.items())
    more = (Column(name, figures=True) for name in _MORE)
    columns = (Column(label("priority")), Column(label("actions"), figures=True), *colours, *more)
    rows = tuple(_row(line, many) for line in listed)
    both = any(line.tells_measures for line in listed) and any(line.tells_actions for line in listed)
    notes = (label("colours-of-actions"),) if both else ()
    made = Table(label("where-priorities-stand"), columns, rows, notes, totals=len(listed) > 1)
    return without_empty(made, keep=1)


def _row(line: PositionLine, many: bool) -> tuple[Cell, ...]:
    tally, moves, sides = line.actions, line.moves, line.sides
    places = (moves.better, moves.worse, moves.same, sides.ahead, sides.level, sides.behind)
    colours = (Cell(_number(tally.of(colour)).text, colour) for colour in HEADS)
    return (_place(line, many), _total(tally), *colours, *map(_number, places))


def levels_table(standing: Standing) -> tuple[Table, ...]:
    """Counts the measures of each level by colour, where any says which it is of."""
    held = [one for one in standing.measures.values() if not one.withdrawn]
    if not any(one.level for one in held):
        return ()
    heads = tuple(Column(_WORDS[colour].capitalize(), figures=True) for colour in _RATED)
    rows = []
    for level in (*MEASURE_LEVELS, None):
        if found := [one for one in held if one.level == level]:
            tally = tally_measures(found)
            colours = (_coloured(colour, tally.of(colour)) for colour in _RATED)
            rows.append((cell(level or "no level is said"), cell(_rated(tally)), *colours))
    columns = (Column(label("level-of-measure")), Column(label("rated"), figures=True), *heads)
    return (without_empty(Table(label("measures-by-level"), columns, tuple(rows)), keep=2),)


def _place(line: PositionLine, many: bool) -> Cell:
    return cell(f"{line.strategy}: {line.title}" if many and line.strategy else line.title)


def actions_table(listed: tuple[PositionLine, ...], many: bool) -> Table:
    """Counts the actions of each priority by colour, with what is late, waits for a word, or is silent."""
    heads = tuple(Column(_WORDS[colour].capitalize(), figures=True) for colour in _WORDS)
    listed = tuple(line for line in listed if line.tells_actions)
    moved = [label("moved-with-approval")] if any(line.actions.moved for line in listed) else []
    needs = (Column(name, figures=True) for name in (label("late"), label("waiting"), label("silent"), *moved))
    columns = (Column(label("priority")), Column(label("actions"), figures=True), *heads, *needs)
    rows = tuple(_actions_row(line, many)[: len(columns)] for line in listed)  # the last only where anything moved
    return Table(label("actions-by-priority"), columns, rows)


def _actions_row(line: PositionLine, many: bool) -> tuple[Cell, ...]:
    tally = line.actions
    needs = (tally.late, tally.waiting, tally.silent + tally.very_silent, tally.moved)
    return (_place(line, many), _total(tally), *_colours(tally), *map(_number, needs))


def _total(tally: Tally) -> Cell:
    return Cell(f"{tally.total:,} and {tally.left_out} left out") if tally.left_out else _number(tally.total)


def _colours(tally: Tally) -> tuple[Cell, ...]:
    return tuple(_coloured(colour, tally.of(colour)) for colour in _WORDS)


def _coloured(colour: Colour, number: int) -> Cell:
    """A cell for a count with its mark; the heading of its column is the word."""
    return Cell(f"{MARKS[colour]} {number}", colour) if number and colour != "grey" else _number(number)


def _number(number: int) -> Cell:
    return Cell(f"{number:,}" if number else "–")


def _rated(tally: Tally) -> str:
    rated = tally.rated_words().removeprefix("rated ") if tally.total else "not known" if tally.unsure else "none"
    return f"{rated}; {tally.left_out} left out" if tally.left_out else rated


def measures_table(listed: tuple[PositionLine, ...], many: bool) -> Table:
    """Counts the measures of each priority: rated n of N, by colour, and how many moved which way."""
    columns = (
        Column(label("priority")),
        Column(label("rated"), figures=True),
        *(Column(_WORDS[colour].capitalize(), figures=True) for colour in ("green", "amber", "red")),
        Column(label("reached"), figures=True),
        Column(label("on-the-way"), figures=True),
        *(
            Column(name, figures=True)
            for name in (label("better"), label("worse"), label("same"), label("late"), label("withdrawn"))
        ),
        Column(label("no-amber-declared"), figures=True),
    )
    rows = []
    listed = tuple(line for line in listed if line.tells_measures)
    for line in listed:
        tally, moves = line.measures, line.moves
        colours: tuple[Colour, ...] = ("green", "amber", "red")
        rows.append(
            (
                _place(line, many),
                cell(_rated(tally)),
                *(_coloured(colour, tally.of(colour)) for colour in colours),
                *(_number(tally.under(word)) for word in BEFORE_DUE),
                *map(
                    _number, (moves.better, moves.worse, moves.same, tally.late_readings, tally.withdrawn, tally.missed)
                ),
            )
        )
    against = "the period before"
    if any(line.moves.since_last_year for line in listed):
        against += ", or the same point last year for what is cumulative"
    note = f"Better and worse are against {against}; a measure that serves two priorities counts once in All."
    return without_empty(Table(label("measures-by-priority"), columns, tuple(rows), (note,)), keep=2)
