"""Where everything stands in five seconds: what matters, a line for each priority, what needs somebody by name."""

from collections.abc import Iterator, Sequence

from strategy_tracker.judging.attention import AttentionItem, list_attention
from strategy_tracker.judging.headlines import headlines
from strategy_tracker.judging.measure_counts import DirectionCounts
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.meetings.reviews import in_order
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.views.dates_and_amounts import as_at, dates_in, when
from strategy_tracker.views.screens.standing.counts_grid import (
    CountsRow,
    Everything,
    counts_grids,
    everything_in,
    left_out,
    legend,
    row_of,
)
from strategy_tracker.views.screens.standing.needs import count_lines
from strategy_tracker.views.screens.standing.needs_lists import needs_lists
from strategy_tracker.views.screens.standing.status_detail import Detail, detail_sections
from strategy_tracker.views.sheet import MARKS, Cell, GridColumn, Line, ScreenGrid, Sheet, SheetSection, line_text
from strategy_tracker.views.text import columns, counted, cut, folded, one_line

MANY = 5
"""Strategies above which the overview has one line for each instead of one for each priority."""
_LISTED, FOREMOST = 25, 12
"""How many strategies have a line each; of more so many have one, and the others are counted."""
SCREEN = 24
"""Lines of a terminal that nobody has made larger; lists are cut to fit into it."""
_WIDTH = 80
_LEAST = 20
"""Columns below which it is not said whose a strategy is."""
_OVER_LISTED = 5
"""Strategies that are over, or to come, which have a line each; more are counted."""


def status_sheet(standing: Standing, detail: Detail, filters: str) -> Sheet:
    """A sheet of the status of a portfolio: at most a screen of it, and below that what `detail` asks for."""
    told, beside = _told_and_beside(standing)
    found, every = list_attention(standing), everything_in(told, standing)
    title, *others = _first_lines(found, every, standing)
    lines: list[Line] = [*others, " · ".join((as_at(standing), *_phases(standing), *_of_one(told)))]
    lines += [f"only: {filters}"] if filters else []
    lines += [dates_in(answers_words(one)) for one in standing.rounds]
    above = [*_counts(told, every, standing), *_judgements(told, standing)]
    below = [*_beside(beside, many=len(told) > MANY), *_gaps(told)]
    taken = sum(map(_height, (SheetSection(title, tuple(lines)), *above, *below))) - 1  # no blank above the title
    below = [*needs_lists(standing, found, SCREEN - taken), *below, *_each_gap(told, detail)]
    return Sheet(title, tuple(lines), (*above, *below, *detail_sections(told, standing, detail)))


def _told_and_beside(standing: Standing) -> tuple[list[StrategyStanding], list[StrategyStanding]]:
    """The strategies whose counts are told, and those that are over or to come, told in a line each."""
    ordered = in_order(standing.strategies)
    told = [one for one in ordered if one.phase.runs]
    if len(ordered) == 1 or not told:
        return (ordered, []) if len(ordered) <= MANY else ([], ordered)
    return told, [one for one in ordered if not one.phase.runs]


def _phases(standing: Standing) -> Iterator[str]:
    """How many strategies run, and how many do not, each kind by its word."""
    kinds = [one.phase.kind for one in standing.strategies]
    running = sum(one.phase.runs for one in standing.strategies)
    if not kinds:
        yield counted(len(standing.measures), "measure")
        return
    told = [counted(running, "strategy running", "strategies running")] if running else []
    for kind, word in (("not-begun", "to come"), ("superseded", "superseded"), ("ended", "ended")):
        if number := kinds.count(kind):  # type: ignore[arg-type]
            told.append(f"{number} {word}" if told else counted(number, f"strategy {word}", f"strategies {word}"))
    yield ", ".join(told)


def _first_lines(found: Sequence[AttentionItem], every: Everything, standing: Standing) -> tuple[Line, ...]:
    """Whether somebody must do something, of measures alone only where somebody must; and what the measures say."""
    moved = _measures(every, standing)
    is_told = standing.strategies or any(one.asked for one in found)
    return count_lines(found, standing, moved) if is_told else (moved,)


def _of_one(told: Sequence[StrategyStanding]) -> list[str]:
    """Whose strategies they are where several are of one body: above each it would be said again and again."""
    bodies = {one.organisation for one in told}
    return [one_line(body) for body in bodies if body] if len(told) > 1 and len(bodies) == 1 else []


def _measures(every: Everything, standing: Standing) -> tuple[Cell, ...]:
    """How many measures are red, and how many moved which way; of measures alone at least how many there are."""
    red, moves = every.tallies[1].of("red"), every.moves.directions
    parts = [Cell(f"{red:,} red", "red")] if red else []
    parts += [Cell(text) for text in _moved(moves)]
    if not parts:
        return () if standing.strategies else (Cell(counted(len(every.measures), "measure")),)
    return (Cell("measures: "), parts[0], *(cell for part in parts[1:] for cell in (Cell(", "), part)))


def _moved(moves: DirectionCounts) -> Iterator[str]:
    yield from (f"{number:,} {word}" for number, word in ((moves.better, "better"), (moves.worse, "worse")) if number)


def _counts(told: Sequence[StrategyStanding], every: Everything, standing: Standing) -> Iterator[SheetSection]:
    """A line for each priority, or for each strategy where there are many; then what the marks mean."""
    many = len(told) > MANY
    tables = [_overview(told, every, standing)] if many else [_by_priority(one, standing) for one in told]
    without = every.unnamed
    unnamed = [[without._replace(name=UNNAMED if standing.strategies else "")]] if without else []
    grids = counts_grids([*tables, *unnamed], whole_names=many)  # by their ids one goes on
    for one, grid in zip([None] if many else told, grids, strict=False):
        yield SheetSection(_title(one, alone=not _of_one(told)) if one else "", (), (grid,))
    if without:
        yield SheetSection("", (), (grids[-1],))
    yield SheetSection("", tuple(legend(every)))


def _title(strategy: StrategyStanding, *, alone: bool) -> Line:
    """Its title, whose it is where nothing above says so, and that it is over or to come."""
    title, whose = cut(one_line(strategy.title), _WIDTH), strategy.organisation if alone else None
    room = _WIDTH - columns(title) - 3
    rest = f" · {cut(one_line(whose), room)}" if whose and room >= min(_LEAST, columns(whose)) else ""
    phase = "" if strategy.phase.runs else f" · {dates_in(strategy.phase.words)}"
    return (Cell(title, strong=True), Cell(f"{rest}{phase}"))


def _by_priority(strategy: StrategyStanding, standing: Standing) -> list[CountsRow]:
    rows = []
    for priority in strategy.priorities:
        name = f"· {priority.brief}" if priority.under else priority.brief
        rows.append(row_of(name, strategy.with_those_under(priority), strategy, standing))
    if len(rows) != 1:
        rows.append(row_of("", strategy.priorities, strategy, standing))
    return rows


def _overview(told: Sequence[StrategyStanding], every: Everything, standing: Standing) -> list[CountsRow]:
    """A line for each strategy, of very many only those that need somebody most; and one for all."""
    rows = [row_of(one.id, one.priorities, one, standing) for one in told]
    if len(rows) > _LISTED:
        rows = sorted(rows, key=_need)[:FOREMOST]
    left = len(told) - len(rows)
    more = [left_out(f"these are most late; {left:,} more: strategy status ID")] if left else []
    return [*rows, *more, every.named]


def _need(row: CountsRow) -> tuple[int, ...]:
    """What a strategy is sorted by where only some are listed: most late, then waiting, red and silent."""
    one = row.actions
    return (-one.late, -one.waiting, -one.of("red"), -one.silent - one.very_silent) if one else (1,)


def _judgements(told: Sequence[StrategyStanding], standing: Standing) -> Iterator[SheetSection]:
    """What the rule of a body makes of each priority, and what its lead says of it, beside the counts."""
    lines: list[Line] = []
    for strategy in told if len(told) <= MANY else ():
        lines += [f"{priority.title}: {one.words}" for priority, one in headlines(strategy.priorities, standing)]
        for one in strategy.priorities:
            if one.judgement and one.judgement.rag:
                rag, by = one.judgement.rag, one.judgement.by or "its lead"
                said = f" by {by}, {when(one.judgement.on)}"
                lines.append((Cell(f"{one.title}: judged "), Cell(f"{MARKS[rag]} {rag}", rag), Cell(said)))  # type: ignore[index,arg-type]
    yield from [SheetSection("", tuple(lines))] if lines else []


def _beside(others: Sequence[StrategyStanding], *, many: bool) -> Iterator[SheetSection]:
    """A line for each strategy that is over or to come; their number alone beside many that run."""
    heads = (("To come", ("not-begun",), ""), ("Ended", ("ended", "superseded"), ", nothing in them is called late"))
    for word, kinds, rest in heads:
        found = [one for one in others if one.phase.kind in kinds]
        if found:
            rows = tuple((Cell(one.title), Cell(_short(one), "grey"), Cell(one.id, "grey")) for one in found)
            if many:
                told = f"{counted(len(found), 'strategy', 'strategies')}{rest}: strategy status ID"
                yield SheetSection("", ((Cell(word, strong=True), Cell(f": {told}")),), apart=True)
                continue
            left = len(rows) - _OVER_LISTED
            notes = (f"and {left} more; 'strategy status ID' shows one",) if left > 0 else ()
            columns = (GridColumn(gives_way=True), GridColumn(figures=True), GridColumn(figures=True))
            grid = ScreenGrid(columns, rows[:_OVER_LISTED], notes, wide=True)
            said = rest.replace("them", "it") if len(found) == 1 else rest
            yield SheetSection((Cell(word, strong=True), Cell(said)), (), (grid,))


def _short(strategy: StrategyStanding) -> str:
    """How many actions, or measures, it has, and how many of them are complete."""
    actions = strategy.actions
    if not actions:
        return counted(len(strategy.measures), "measure") if strategy.measures else "no actions"
    number = counted(len(actions), "action")
    if not any(one.updates for one in actions):
        return f"{number}, no updates"
    complete = sum(one.rating.colour == "blue" for one in actions)
    return f"{number}, {complete} complete"


def _gaps(told: Sequence[StrategyStanding]) -> Iterator[SheetSection]:
    """How many kinds of gap the record has, and the command that lists them."""
    if number := sum(len(one.gaps) for one in told):
        line = f"{counted(number, 'kind')} of gap in the record: strategy validate"
        yield SheetSection("", ((Cell(line, "grey"),),), apart=True)


def _each_gap(told: Sequence[StrategyStanding], detail: Detail) -> Iterator[SheetSection]:
    """Each gap in a sentence, where reasons are asked for."""
    many = len(told) > 1
    listed = [f"  - {f'{one.id}: ' if many else ''}{gap}" for one in told for gap in one.gaps]
    if listed and detail.why:
        yield SheetSection("Not on record", tuple(listed))


def _height(section: SheetSection) -> int:
    """The lines that a section takes at 80 columns, with the blank one before its title."""
    title = line_text(section.title)
    lines = [*([title] if title else []), *map(line_text, section.lines)]
    rows = 0
    for table in section.tables:
        if isinstance(table, ScreenGrid):
            rows += len(table.rows) + len(table.notes) + any(column.head.text for column in table.columns)
    return sum(len(folded(line, _WIDTH).split("\n")) for line in lines) + rows + bool(title or section.apart)
