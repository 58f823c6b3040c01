"""Where priorities or strategies stand, for a dashboard page: two sentences, a table of counts, counts in a line."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.position import PositionLine, of_missed, of_needs
from strategy_tracker.judging.measure_counts import count_measures
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.document import CountsLine, Paragraph
from strategy_tracker.views.sheet import MARKS, WORDS, Cell, Column, Table, cell, coloured, without_empty

_COLOURS: tuple[tuple[Colour, str], ...] = (
    ("blue", "complete"), ("green", "green"), ("amber", "amber"), ("red", "red"), ("grey", "no-colour"),
)  # fmt: skip


def lead(line: PositionLine) -> tuple[Paragraph, ...]:
    """Says in two sentences what needs somebody, and what the measures say."""
    told = [_of_actions(line.actions)] if line.tells_actions else []
    if line.measures.total:
        told += _of_measures(line)
    return tuple(map(Paragraph, told))


def _of_actions(tally: Tally) -> str:
    """What needs somebody; that nothing is late is said as well, for it is what everybody asks."""
    if not (tally.total or tally.left_out):
        return phrase("position-no-actions")
    asked = tally.waiting or tally.silent or tally.very_silent
    return sentences(of_needs(tally), label("none-is-late") if asked and not tally.late else "")


def _of_measures(line: PositionLine) -> Iterator[str]:
    """The colours of measures, and which way they went; nothing where there is neither."""
    rated = [(line.measures.of(colour), name) for colour, name in _COLOURS if colour != "grey"]
    ways = [(line.moves.better, "better"), (line.moves.worse, "worse")]
    counts = (
        [phrase("count-of", number=f"{n:,}", what=phrase(name)) for n, name in each if n] for each in (rated, ways)
    )
    told = [commas(one) for one in counts if one]
    yield from [label("page-measures", told=semicolons(told))] if told else []
    yield from [of_missed(line.measures)] if line.measures.missed else []


def position_table(lines: Sequence[PositionLine]) -> Table:
    """Counts the actions of each line by colour, and its measures: by colour, or by which way they went."""
    of_actions = _COLOURS if any(line.tells_actions for line in lines) else ()
    of_measures = _COLOURS[1:] if any(line.measures.rated for line in lines) else ()
    heads = [Column(label("priority"))]
    heads += [_column(colour, name, label("actions")) for colour, name in of_actions]
    heads += [_column(colour, name, label("measures")) for colour, name in of_measures]
    of_all = lines[-1] if len(lines) > 1 else None
    ways = () if of_measures else ("better", "worse")
    heads += [Column(label(name), figures=True, group=label("measures")) for name in ways]
    rows = tuple(
        (
            cell(line.title if line is not of_all else label("all")),
            *(_number(line.actions.of(colour), colour) for colour, _ in of_actions),
            *(_number(line.measures.of(colour), colour) for colour, _ in of_measures),
            *(() if of_measures else (_number(line.moves.better), _number(line.moves.worse))),
        )
        for line in lines
    )
    made = Table(label("where-priorities-stand"), tuple(heads), rows, totals=of_all is not None)
    told = without_empty(made, keep=1)
    return told if len(told.columns) > 1 else made  # where nothing is on record the dashes say that


def measures_in_short(lines: Sequence[PositionLine]) -> tuple[str, ...]:
    """Say the counts of measures of each line in a few words, where they stand beside those of actions."""
    if not (any(line.tells_actions for line in lines) and any(line.tells_measures for line in lines)):
        return ()
    rated = any(line.measures.rated for line in lines)
    told = tuple(_in_short(line, rated=rated) for line in lines)
    return told if any(told) else ()


def _in_short(line: PositionLine, *, rated: bool) -> str:
    if not rated:
        return _moved(line.moves.better, line.moves.worse)
    told = [f"{MARKS[colour]} {line.measures.of(colour):,}" for colour, _ in _COLOURS if line.measures.of(colour)]
    return phrase("and-what", what=label("measures"), of=commas(told)) if told else ""


def _moved(better: int, worse: int) -> str:
    """Write `Measures: 2 better, 3 worse`; nothing where none did either."""
    if not (better or worse):
        return ""
    name = "page-measures-moved" if better and worse else "page-measures-better" if better else "page-measures-worse"
    return label(name, better=f"{better:,}", worse=f"{worse:,}")


def _column(colour: Colour, name: str, group: str) -> Column:
    return Column(label(name), figures=True, colour=colour, group=group)


def _number(number: int, colour: Colour | None = None) -> Cell:
    return Cell(f"{number:,}", colour) if number else cell(None)


def counts_of(tally: Tally) -> CountsLine:
    """Counts actions by colour in one line."""
    counts = ((colour, word, tally.of(colour)) for colour, word in WORDS.items())
    return CountsLine(tuple(coloured(colour, f"{number:,} {word}") for colour, word, number in counts if number))


def moves_of(measures: Sequence[MeasureStanding]) -> str:
    """Says which way the measures went: `measures: 2 better, 3 worse`; nothing where none did."""
    moves = count_measures(measures).directions
    return _moved(moves.better, moves.worse)
