"""The status of strategies: a line for each or a table by priority, and on request every action and measure."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Any, NamedTuple

from strategy_tracker.judging.headlines import headlines
from strategy_tracker.judging.measure_counts import count_measures
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.meetings.reviews import in_order
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.judging.tally import (
    BEFORE_DUE,
    MISSED,
    Tally,
    tally_actions,
    tally_measures,
    worst_action,
    worst_measure,
)
from strategy_tracker.views.dates_and_amounts import arrow, as_at, distance, next_target_of, target_of, trend, when
from strategy_tracker.views.dating import in_brackets
from strategy_tracker.views.measure_outlook import reading_shown, variation_shown
from strategy_tracker.views.screens.overdue import headline
from strategy_tracker.views.screens.rounds import round_lines
from strategy_tracker.views.screens.text_charts import spark
from strategy_tracker.views.sheet import MARKS, Cell, Column, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NOT_CONFIRMED, counted, owner_words

MANY = 5
"""Strategies above which the overview has one line for each instead of a table."""


class Detail(NamedTuple):
    """How much of each strategy is shown below the counts."""

    actions: bool = False
    measures: bool = False
    why: bool = False


def status_sheet(standing: Standing, detail: Detail, filters: str) -> Sheet:
    """A sheet of the status of a portfolio."""
    lines = [*_needs_line(standing), *_counts_line(standing), as_at(standing)]
    if filters:
        lines.append(f"only: {filters}")
    if len(standing.strategies) > MANY and not any(detail):
        lines += [answers_words(one) for one in standing.rounds]
    title = f"Status of {counted(len(standing.strategies), 'strategy', 'strategies')}"
    if not standing.strategies and standing.unnamed:
        title = f"Status of {counted(len(standing.unnamed), 'measure')}"
    if len(standing.strategies) > MANY and not any(detail):
        return Sheet(title, tuple(lines), (_overview(standing),))
    sections = [_strategy(one, standing, detail) for one in in_order(standing.strategies)]
    return Sheet(title, tuple(lines), (*sections, *([_unnamed(standing, detail)] if standing.unnamed else [])))


def _needs_line(standing: Standing) -> Iterator[str]:
    """Whether somebody must do something; of measures alone only where somebody must."""
    actions = tally_actions([action for one in standing.strategies for action in one.actions])
    measures = tally_measures(list(standing.measures.values()))
    numbers = {
        "late": actions.late,
        "waiting": actions.waiting,
        "very-silent": actions.very_silent,
        "silent": actions.silent,
        "late-reading": measures.late_readings,
        "no-amber-rule": measures.missed,
    }
    if standing.strategies or any(numbers.values()):
        yield headline(numbers, standing)


def _counts_line(standing: Standing) -> Iterator[str]:
    """What can be said of measures without a target, where any is beside others or no colour says anything."""
    measures = list(standing.measures.values())
    counts = count_measures(measures)
    if counts.words() and (counts.positions.total or not tally_measures(measures).rated):
        yield f"measures: {counts.words()}"


def _overview(standing: Standing) -> SheetSection:
    columns = (Column("Strategy"), Column("Actions"), Column("Measures"), Column("Worst", from_width=100))
    rows = []
    for strategy in in_order(standing.strategies):
        (actions, measures), worst = _counts_of(strategy.priorities, standing)
        actions = actions if strategy.tells_actions else cell(None)
        measures = measures if strategy.tells_measures else cell(None)
        rows.append((cell(f"{strategy.id}{_phase_mark(strategy)}"), actions, measures, worst))
    if standing.unnamed:
        counts, worst = _counts((), standing.unnamed)
        rows.append((cell(UNNAMED.lower()), *counts, worst))
    return SheetSection("", (), (Table("", columns, tuple(rows), ("strategy status ID shows one by priority",)),))


def _phase_mark(strategy: StrategyStanding) -> str:
    return "" if strategy.phase.runs else f" ({strategy.phase.kind})"


def _strategy(strategy: StrategyStanding, standing: Standing, detail: Detail) -> SheetSection:
    lines = [f"{strategy.id}: {strategy.phase.words}"]
    lines += round_lines(strategy)
    if strategy.gaps:
        lines.append(f"not on record: {'; '.join(strategy.gaps)}")
    tables = [_priorities(strategy, standing)]
    for priority in strategy.priorities:
        if detail.actions and priority.actions:
            tables.append(_actions(priority, detail))
        measures = standing.named(priority.every_measure)
        if detail.measures and measures:
            tables.append(_measure_table(f"{priority.heading}: measures", measures, detail))
    if detail.why and not detail.actions and not detail.measures:
        things = [(a.id, a.rating) for a in strategy.actions]
        tables.append(_reasons([*things, *((m.id, m.rating) for m in standing.named(strategy.measures))]))
    organisation = f" · {strategy.organisation}" if strategy.organisation else ""
    return SheetSection(f"{strategy.title}{organisation}", tuple(lines), tuple(tables))


def _unnamed(standing: Standing, detail: Detail) -> SheetSection:
    """The measures that no priority names: their counts, the worst of them, and on request each."""
    measures = standing.unnamed
    (_, counts), worst = _counts((), measures)
    notes = tuple(_worst_measure(measures))
    tables = [Table("", (Column("Measures"), Column("Worst", from_width=100)), ((counts, worst),), notes)]
    if detail.measures:
        tables.append(_measure_table("Measures", measures, detail))
    elif detail.why and not detail.actions:
        tables.append(_reasons([(one.id, one.rating) for one in measures]))
    return SheetSection(UNNAMED if standing.strategies else "", (), tuple(tables))


def _priorities(strategy: StrategyStanding, standing: Standing) -> Table:
    """A row for each priority and one for all; only the last for a strategy that is over, beside others.

    What it is not known by, on purpose, has no column.
    """
    columns = (Column("Priority"), Column("Actions"), Column("Measures"), Column("Worst", from_width=100))
    told = (True, strategy.tells_actions, strategy.tells_measures, True)
    rows: list[tuple[Cell, ...]] = []
    over = strategy.phase.ended and len(standing.strategies) > 1
    for priority in () if over else strategy.priorities:
        counts, worst = _counts_of(strategy.with_those_under(priority), standing)
        rows.append((cell(f"· {priority.heading}" if priority.under else priority.heading), *counts, worst))
    counts, worst = _counts_of(strategy.priorities, standing)
    if over or len(strategy.priorities) != 1:
        rows.append((cell("All"), *counts, worst))
    notes = list(_worst(strategy, standing))
    notes += (
        [f"'strategy status {strategy.id}' shows its {counted(len(strategy.priorities), 'priority', 'priorities')}"]
        if over
        else []
    )
    notes += [f"{priority.title}: {one.words}" for priority, one in headlines(strategy.priorities, standing)]
    judged = [(p.title, p.judgement) for p in strategy.priorities if p.judgement and p.judgement.rag]
    notes += [f"{title}: judged {j.rag} by {j.by or 'its lead'} ({j.on}); summary: {j.note}" for title, j in judged]
    return Table("", tuple(compress(columns, told)), tuple(tuple(compress(row, told)) for row in rows), tuple(notes))


def _worst(strategy: StrategyStanding, standing: Standing) -> Iterator[str]:
    """The action and the measure to look at first, each with its reason."""
    if action := worst_action(strategy.actions):
        yield f"worst action: {action.id} ({action.rating.word}) {action.text}: {action.rating.reason}"
    yield from _worst_measure(standing.named(strategy.measures))


def _worst_measure(measures: Sequence[MeasureStanding]) -> Iterator[str]:
    if measure := worst_measure(measures):
        yield f"worst measure: {measure.id} ({measure.rating.word}) {measure.title}: {measure.rating.reason}"


def _counts_of(priorities: Sequence[PriorityStanding], standing: Standing) -> tuple[tuple[Cell, Cell], Cell]:
    """The cells for actions and measures of some priorities, with what is left out, and the item to name first."""
    actions = [action for one in priorities for action in one.actions]
    measures = standing.named(dict.fromkeys(name for one in priorities for name in one.every_measure))
    return _counts(
        actions, measures, sum(one.actions_left_out for one in priorities), standing.measures_left_out(priorities)
    )


def _counts(
    actions: Sequence[ActionStanding],
    measures: Sequence[MeasureStanding],
    actions_left_out: int = 0,
    measures_left_out: int = 0,
) -> tuple[tuple[Cell, Cell], Cell]:
    """The cells for actions and measures, apart, and the item to name first."""
    of_actions, of_measures = (
        tally_actions(actions, actions_left_out),
        tally_measures(measures, measures_left_out, actions_left_out),
    )
    action, measure = worst_action(actions), worst_measure(measures)
    worst = cell(None)
    if action:
        worst = _marked(action.id, action.rating)
    elif measure:
        worst = _marked(measure.id, measure.rating)
    return (Cell(of_actions.words(), _tint(of_actions)), Cell(_rated(of_measures), _tint(of_measures))), worst


def _marked(name: str, rating: Rating) -> Cell:
    return Cell(f"{name} {MARKS[rating.colour]} {rating.word}", rating.colour)


def _rated(tally: Tally) -> str:
    gone = [f"{tally.withdrawn} withdrawn"] if tally.withdrawn else []
    if not tally.total:
        return "; ".join([tally.words(), *gone])
    told = (count for count in tally.counts if count.colour != "grey" or count.word in BEFORE_DUE)
    parts = [f"{count.number} {count.word}" for count in told]
    parts += [f"{tally.suspended} suspended"] if tally.suspended else []
    parts += [f"{tally.missed} {MISSED}"] if tally.missed else []
    parts += [f"{tally.late_readings} late"] if tally.late_readings else []
    left_out = [f"{tally.left_out} left out"] if tally.left_out else []
    return "; ".join([tally.rated_words(), *([", ".join(parts)] if parts else []), *gone, *left_out])


def _tint(tally: Tally) -> Any:
    return next((colour for colour in ("red", "amber") if tally.of(colour)), None)


def _actions(priority: PriorityStanding, detail: Detail) -> Table:
    columns = [Column("Id"), Column("Action"), Column("Owner", from_width=120), Column("Colour"), Column("Clocks")]
    rows = []
    for action in priority.actions:
        clocks = "; ".join(words_of(action)) if not detail.why else action.rating.reason
        rows.append(
            (
                cell(action.id),
                cell(action.text),
                cell(owner_words(owners_of(action), action.owner_from) if action.owner else None),
                coloured(action.rating.colour, action.rating.word),
                cell(clocks),
            )
        )
    if detail.why:
        columns[4] = Column("Why")
    return Table(f"{priority.heading}: actions", tuple(columns), tuple(rows))


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
        yield f"slipped {counted(action.slipped, 'day')} from {action.moves[0].former}"
    if action.disagreement:
        yield action.disagreement
    if action.drafted:
        yield NOT_CONFIRMED


def _measure_table(title: str, measures: Sequence[MeasureStanding], detail: Detail) -> Table:
    levels = any(measure.level for measure in measures)
    varying = any(one.variation for one in measures)
    coming = not detail.why and any(one.rating.word in BEFORE_DUE for one in measures)
    columns = (
        Column("Measure"),
        Column("Reading", figures=True),
        Column("Target", figures=True, from_width=100),
        Column("To boundary", figures=True, from_width=140),
        Column("Colour"),
        *((Column("Next target"),) if coming else ()),
        Column("Direction"),
        Column("Against", from_width=120),
        Column("Trend", from_width=100),
        *((Column("Variation"),) if varying else ()),
        *((Column("Level"),) if levels else ()),
        *((Column("Why"),) if detail.why else ()),
    )
    rows = []
    for measure in measures:
        row = [
            cell(measure.title),
            cell(reading_shown(measure, _reading(measure))),
            cell(target_of(measure) or (None if coming else next_target_of(measure, whole=False))),
            cell(distance(measure)),
            coloured(measure.rating.colour, measure.rating.word),
            *([cell(_next_target(measure))] if coming else []),
            cell(directions(measure)),
            cell("; ".join([*(one.words for one in measure.comparisons), *(one.words for one in measure.ranks[-1:])])),
            cell(" ".join(part for part in (spark(measure.points), trend(measure.trend)) if part)),
        ]
        row += [cell(variation_shown(measure))] if varying else []
        row += [cell(measure.level)] if levels else []
        rows.append((*row, cell(measure.rating.reason)) if detail.why else tuple(row))
    return Table(title, columns, tuple(rows))


def _next_target(measure: MeasureStanding) -> str | None:
    """What is wanted next and how far it is, where nothing else says it: no target counts yet, or it is not due."""
    if measure.rating.word in BEFORE_DUE and measure.target is not None:
        return f"{target_of(measure)} for {when(measure.target_period or '')}"
    return next_target_of(measure) if measure.target is None else None


def _reading(measure: MeasureStanding) -> str:
    return f"{measure.reading.shown} ({in_brackets(measure.reading)})" if measure.reading else "–"


def directions(measure: MeasureStanding) -> str:
    """Both arrows of a measure: against the period before, and against the same period last year."""
    parts = (arrow(measure.short), f"{arrow(measure.long)} on last year" if arrow(measure.long) else "")
    return "; ".join(part for part in parts if part)


def _reasons(things: Sequence[tuple[str, Rating]]) -> Table:
    """A sentence for each colour, and one for each reason not to give one, with how many it is true of."""
    rows: list[tuple[Cell, ...]] = []
    grey: dict[str, list[str]] = {}
    for name, rating in things:
        if rating.colour == "grey":
            grey.setdefault(rating.why, []).append(name)
        else:
            rows.append((cell(name), coloured(rating.colour, rating.word), cell(rating.reason)))
    first = {rating.why: rating for _, rating in reversed(things)}
    for why, names in grey.items():
        label = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
        rows.append((cell(label), coloured("grey", first[why].word), cell(first[why].reason)))
    return Table("Why", (Column("Item"), Column("Colour"), Column("Reason")), tuple(rows))
