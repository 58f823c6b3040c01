"""Every action and every measure of a strategy on a line of its own, and why it has its colour, below the counts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.judging.tally import BEFORE_DUE
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.views.dates_and_amounts import dates_in, distance, next_target_of, target_of, trend, when
from strategy_tracker.views.dating import in_brackets
from strategy_tracker.views.measure_outlook import reading_shown, variation_shown
from strategy_tracker.views.screens.text_charts import spark
from strategy_tracker.views.sheet import Cell, Column, GridColumn, ScreenGrid, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NOT_CONFIRMED, counted, cut, one_line, owner_words


class Detail(NamedTuple):
    """How much of each strategy is shown below the counts."""

    actions: bool = False
    measures: bool = False
    why: bool = False


_Rows = list[tuple[Cell, ...]]


def detail_sections(told: Sequence[StrategyStanding], standing: Standing, detail: Detail) -> Iterator[SheetSection]:
    """The sections of what is asked for, actions and measures apart, under their priorities."""
    for strategy in told:
        name = f" · {strategy.title}" if len(told) > 1 else ""
        if detail.actions and strategy.actions:
            yield SheetSection(f"Actions{name}", (), (_actions(strategy.priorities, detail),))
        measures = [(one.heading, standing.named(one.every_measure)) for one in strategy.priorities]
        if detail.measures and any(found for _, found in measures):
            yield SheetSection(f"Measures{name}", (), (_measures(measures, detail),))
        if detail.why and not detail.actions and not detail.measures:
            things = [(one.id, one.rating) for one in strategy.actions]
            rated = [(one.id, one.rating) for one in standing.named(strategy.measures)]
            yield SheetSection(f"Why{name}", (), (_reasons([*things, *rated]),))
    if standing.unnamed and (detail.measures or (detail.why and not detail.actions)):
        found, why = standing.unnamed, [(one.id, one.rating) for one in standing.unnamed]
        table = _measures([(UNNAMED, found)], detail) if detail.measures else _reasons(why)
        yield SheetSection(UNNAMED if standing.strategies else "Measures", (), (table,))


def _under_headings(parts: Sequence[tuple[str, _Rows]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of several priorities, each under its heading; the heading is left out where there is one only."""
    rows: _Rows = []
    for heading, found in parts:
        if len(parts) > 1:
            rows += [*([(Cell(""),)] if rows else []), (Cell(heading, strong=True),)]
        rows += found
    return tuple(rows)


def _actions(priorities: Sequence[PriorityStanding], detail: Detail) -> ScreenGrid:
    columns = (
        GridColumn(),
        GridColumn(Cell("Action"), gives_way=True),
        GridColumn(Cell("Owner"), from_width=140),
        GridColumn(Cell("Id")),
    )
    parts = [(one.heading, [row for action in one.actions for row in _action(action, detail)]) for one in priorities]
    return ScreenGrid(columns, _under_headings([part for part in parts if part[1]]), wide=True)


def _action(action: ActionStanding, detail: Detail) -> Iterator[tuple[Cell, ...]]:
    owner = owner_words(owners_of(action), action.owner_from) if action.owner else ""
    shown = coloured(action.rating.colour, action.rating.word)
    yield shown, Cell(one_line(action.text)), Cell(cut(owner, _OWNER)), Cell(action.id, "grey")
    words = action.rating.reason if detail.why else "; ".join(words_of(action))
    if words:
        yield (Cell(dates_in(words), "grey"),)


_OWNER = 40
"""Columns that an owner may take."""


def words_of(action: ActionStanding) -> Iterator[str]:
    """The words of each clock of an action that has something to say: first why it needs somebody."""
    if action.need:
        yield from action.need.words
    for clock in (action.start, action.due, action.interval):
        if clock.kind in ("on-time", "due-soon", "due-today"):
            yield clock.words
    if action.progress:
        yield action.progress
    if action.slipped:
        yield phrase("slipped-from", days=counted(action.slipped, "day"), date=action.moves[0].former)
    if action.disagreement:
        yield action.disagreement
    if action.drafted:
        yield NOT_CONFIRMED


_MEASURES = (
    GridColumn(Cell("Measure"), gives_way=True),
    GridColumn(Cell("Reading"), figures=True),
    GridColumn(gap=1),
    GridColumn(Cell("Target"), figures=True),
    GridColumn(Cell("To boundary"), figures=True, from_width=180),
    GridColumn(Cell("Colour")),
    GridColumn(Cell("Direction"), from_width=100),
    GridColumn(Cell("Against"), from_width=160),
    GridColumn(Cell("Trend"), from_width=160),
    GridColumn(Cell("Variation")),
    GridColumn(Cell("Level")),
    GridColumn(Cell("Id"), from_width=140),
)
"""The columns of measures; where the screen is narrow directions give way before targets."""


def _measures(parts: Sequence[tuple[str, Sequence[MeasureStanding]]], detail: Detail) -> ScreenGrid:
    """One set of columns over all priorities, without those that have nothing in any row."""
    listed = [(heading, [row for one in found for row in _measure(one, detail)]) for heading, found in parts]
    rows = _under_headings([part for part in listed if part[1]])
    whole = [row for row in rows if len(row) > 1]
    used = [n for n in range(len(_MEASURES)) if n < 2 or any(row[n].text not in ("", "–") for row in whole)]
    kept = tuple(tuple(row[n] for n in used) if len(row) > 1 else row for row in rows)
    return ScreenGrid(tuple(_MEASURES[n] for n in used), kept, wide=True)


def _measure(measure: MeasureStanding, detail: Detail) -> Iterator[tuple[Cell, ...]]:
    reading = measure.reading
    against = [*(f"{one.kind} {one.name}" for one in measure.comparisons if one.kind != "none")]
    against += [dates_in(one.words) for one in measure.ranks[-1:]]
    spark_and_word = (spark(measure.points), trend(measure.trend))
    yield (
        Cell(one_line(measure.brief)),
        Cell(cut(reading.shown, _READING) if reading else "–"),
        Cell(reading_shown(measure, in_brackets(reading)) if reading else "", "grey"),
        Cell(target_of(measure) or "–"),
        Cell(distance(measure) or "–"),
        coloured(measure.rating.colour, measure.rating.word),
        Cell(directions(measure)),
        Cell("; ".join(against)),
        Cell(" ".join(part for part in spark_and_word if part)),
        Cell(variation_shown(measure) or "–"),
        Cell(measure.level or "–"),
        Cell(measure.id, "grey"),
    )
    if words := measure.rating.reason if detail.why else _next_target(measure):
        yield (Cell(dates_in(words), "grey"),)


_READING = 24
"""Columns that a reading in words may take."""


def _next_target(measure: MeasureStanding) -> str | None:
    """What is wanted next and how far it is, where nothing else says it: no target counts yet, or it is not due."""
    if measure.rating.word in BEFORE_DUE and measure.target is not None:
        return f"{target_of(measure)} is wanted for {when(measure.target_period or '')}"
    told = next_target_of(measure) if measure.target is None else None
    return f"next target: {told}" if told else None


def directions(measure: MeasureStanding) -> str:
    """Both directions of a measure in words: since the period before, and since the same period last year."""
    short, long = measure.short.kind, measure.long.kind
    parts = ([short] if short != "none" else []) + ([f"{long} on last year"] if long != "none" else [])
    return "; ".join(parts)


def _reasons(things: Sequence[tuple[str, Rating]]) -> Table:
    """A sentence for each colour, and one for each reason not to give one, with how many it is true of."""
    rows: list[tuple[Cell, ...]] = []
    grey: dict[str, list[str]] = {}
    for name, rating in things:
        if rating.colour == "grey":
            grey.setdefault(rating.why, []).append(name)
        else:
            rows.append((cell(name), coloured(rating.colour, rating.word), cell(dates_in(rating.reason))))
    first = {rating.why: rating for _, rating in reversed(things)}
    for why, names in grey.items():
        label = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
        rows.append((cell(label), coloured("grey", first[why].word), cell(dates_in(first[why].reason))))
    return Table("", (Column("Item"), Column("Colour"), Column("Reason")), tuple(rows))
