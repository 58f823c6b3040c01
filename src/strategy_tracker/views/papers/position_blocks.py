"""The position of strategies in a report: five sentences, and tables of counts by colour."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import PositionLine, sentences, with_all
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.tally import BEFORE_DUE, Tally, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.measures.level import MEASURE_LEVELS
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.document import Points, Section
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


def position(material: Material) -> Section:
    """The section of the position: five sentences, then a table of actions and one of measures, never mixed."""
    standing = material.standing
    listed, many = with_all(standing), len(standing.strategies) > 1
    actions = (actions_table(listed, many),) if any(line.tells_actions for line in listed) else ()
    measures = (measures_table(listed, many),) if any(line.tells_measures for line in listed) else ()
    said = Points((*sentences(standing), *answers_in_short(material)))
    return Section(label("the-position"), 1, (said, *actions, *measures, *levels_table(standing)))


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


def in_short(material: Material) -> Section:
    """The section of the position for a report of one page: five sentences and the actions in numbers."""
    return Section(label("the-position"), 1, position(material).blocks[:2])


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
