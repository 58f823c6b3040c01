"""One thing, whole: its words, its clocks, every update or reading, a chart, and why it has its colour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.standing.of_actions import ActionStanding, MoveStanding
from strategy_tracker.judging.standing.of_measures import InheritedRule, MeasureStanding, Point, RuleStepStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.dates_and_amounts import (
    as_at,
    distance,
    moment_data,
    next_target_of,
    target_of,
    targets_of,
    why_changed,
)
from strategy_tracker.views.dating import UNDATED, dated, dated_point
from strategy_tracker.views.doubts import doubts_of, milestone_words, point_words, update_doubts
from strategy_tracker.views.formats.rows import status_content, status_rows
from strategy_tracker.views.groups import group_tables
from strategy_tracker.views.measure_outlook import outlook_lines, pace_point
from strategy_tracker.views.screens.measure_about import about_lines, others_table
from strategy_tracker.views.screens.of_bodies import body_sections
from strategy_tracker.views.screens.opening import action_steps, first_sentence, measure_steps
from strategy_tracker.views.screens.record_lines import record_lines
from strategy_tracker.views.screens.resolutions import ask_sections, resolution_tables
from strategy_tracker.views.screens.status import status_sheet
from strategy_tracker.views.screens.status_detail import Detail
from strategy_tracker.views.screens.text_charts import chart
from strategy_tracker.views.sheet import MARKS, Cell, Column, Line, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NO_REASON, NOT_CONFIRMED, accepted_words, approval_words, owner_words
from strategy_tracker.views.told_keys import OF_ACTION, OF_MEASURE, Told, untold

FEW_RANKS = 3
"""Places among others that are listed, the latest first; JSON has all."""


class ItemShown(NamedTuple):
    """One item and all that is told of it; `place` is its file and line, `standing` that of the files it depends on.

    An action comes with its `strategy`. A strategy or a priority has the standing of what is `inside` it. What is no
    action and no measure, or could not be judged, has its `record` as the file holds it. `written` are its keys as they
    are written.
    """

    address: str
    thing: str
    words: str
    place: str
    standing: Standing
    action: ActionStanding | None = None
    strategy: StrategyStanding | None = None
    measure: MeasureStanding | None = None
    inside: Standing | None = None
    record: Mapping[str, Any] = {}
    written: Mapping[str, Any] = {}


def item_sheet(shown: ItemShown, width: int) -> Sheet:
    """Everything of one item for a screen that has `width` columns."""
    if shown.action and shown.strategy:
        sheet = action_sheet(shown.action, shown.strategy, shown.standing, shown.place)
        return _with_steps(_with_the_rest(sheet, shown, OF_ACTION), action_steps(shown.action, shown.address))
    if shown.measure:
        sheet = measure_sheet(shown.measure, shown.standing, shown.place, width)
        return _with_steps(_with_the_rest(sheet, shown, OF_MEASURE), measure_steps(shown.measure))
    head = (f"{shown.address}, {_a(shown.thing)}", f"{as_at(shown.standing)} · {shown.place}")
    words = {key: value for key, value in shown.written.items() if key in shown.record} or shown.record
    sheet = words_sheet(shown.words, head, words)
    if shown.thing == "priority" and (sealed := _sealed(shown.address, shown.standing)):
        sheet = sheet._replace(sections=(*sheet.sections, SheetSection("", tuple(sealed))))
    if shown.thing == "body":
        return sheet._replace(sections=(*sheet.sections, *body_sections(shown.address, shown.standing)))
    if shown.thing == "ask":
        return sheet._replace(sections=(*sheet.sections, *ask_sections(shown.address, shown.standing)))
    if shown.thing == "strategy":
        asked = [table for one in shown.standing.strategies for table in resolution_tables(one, settled=True)]
        sheet = sheet._replace(sections=(*sheet.sections, *(SheetSection("", (), (table,)) for table in asked)))
    if shown.inside is None:
        return sheet
    inside = status_sheet(shown.inside, Detail(actions=True, measures=True, why=True), "")
    return sheet._replace(sections=(*sheet.sections, *inside.sections))


def _a(thing: str) -> str:
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


def _with_the_rest(sheet: Sheet, shown: ItemShown, told: Told) -> Sheet:
    """A sheet with a line for each key that is told nowhere else in it."""
    lines = tuple(record_lines(untold(shown.written, told)))
    return sheet._replace(sections=(*sheet.sections, SheetSection("Also on record", lines))) if lines else sheet


def _with_steps(sheet: Sheet, steps: Iterable[str]) -> Sheet:
    """A sheet that ends with the commands that answer what is open."""
    lines = tuple(steps)
    return sheet._replace(sections=(*sheet.sections, SheetSection("", lines, apart=True))) if lines else sheet


def item_content(shown: ItemShown) -> dict[str, Any]:
    """The item for JSON."""
    about = {
        **moment_data(shown.standing),
        "address": shown.address,
        "thing": shown.thing,
        "place": shown.place,
    }
    if shown.action:
        return {**about, "action": shown.action, "record": shown.written}
    if shown.measure:
        return {**about, "measure": shown.measure, "record": shown.written}
    return {
        **about,
        "words": shown.record,
        "record": shown.written,
        **(status_content(shown.inside) if shown.inside else {}),
    }


def item_rows(shown: ItemShown) -> tuple[Sequence[str], Sequence[Mapping[str, Any]]]:
    """The updates or readings of the item for CSV, or the rows of what is inside it; the columns come first."""
    parts = shown.action.updates if shown.action else shown.measure.points if shown.measure else ()
    rows: list[dict[str, Any]] = [{"id": shown.address, **one._asdict()} for one in parts]
    if shown.inside:
        rows = list(status_rows(shown.inside))
    elif not rows and (shown.action or shown.measure):
        rows = [{"id": shown.address}]
    elif not rows:
        rows = [{key: value for key, value in shown.record.items() if not isinstance(value, dict)}]
    return tuple(dict.fromkeys(key for row in rows for key in row)), rows


def action_sheet(action: ActionStanding, strategy: StrategyStanding, standing: Standing, place: str) -> Sheet:
    """An action with its four facts: state, timing, judgement, forecast."""
    rating = action.rating
    facts = [
        f"{MARKS[rating.colour]} {rating.word}: {rating.reason}",
        f"state: {action.state_words if action.lacks else action.state or action.state_words}",
        *_halt(action, strategy),
        *(f"{name}: {clock.words}" for name, clock in _clocks(action) if clock.words),
        f"judgement: {action.judgement}{' (older than its review cadence)' if action.judgement_is_old else ''}"
        if action.judgement
        else "judgement: none",
        f"forecast: {action.forecast or 'none'}",
        *([f"progress: {action.progress}"] if action.progress else []),
        f"owner: {owner_words(owners_of(action), action.owner_from)}",
    ]
    facts += [f"partners: {', '.join(action.partners)}"] if action.partners else []
    facts += [f"measures: {', '.join(action.measures)}"] if action.measures else []
    facts += [f"disagreement: {action.disagreement}"] if action.disagreement else []
    facts += _sealed(f"{strategy.id}/{action.id}", standing)
    facts += [f"note: {action.note}"] if action.note else []
    facts += doubts_of(action)
    facts += [f"the action: {NOT_CONFIRMED}"] if action.drafted else []
    dated = action.due.due or any(one.clock.due for one in action.milestones)
    facts += [standing.moves_not_known] if standing.moves_not_known and dated else []
    tables = [
        table
        for table in (_updates(action), _expected(action), _milestones(action), _moves(action), _step_moves(action))
        if table.rows
    ]
    head = (f"{strategy.id}/{action.id}, an action of {strategy.title}", f"{as_at(standing)} · {place}")
    return Sheet(action.text, head, (SheetSection("", tuple(facts), tuple(tables)),))


def _sealed(item: str, standing: Standing) -> list[str]:
    """What bodies approved of a thing, a line each, and what changed since."""
    return [f"sealed: {one.words}" for one in standing.seals if one.item == item]


def _halt(action: ActionStanding, strategy: StrategyStanding) -> Iterator[str]:
    """Since when it is halted, why, who agreed, and who has yet to note it."""
    if action.halt:
        agreed = f"; approved by {approval_words(action.halt)}" if action.halt.approved_by else ""
        yield f"{action.halt.state} since {action.halt.on}: {action.halt.why or NO_REASON}{agreed}"
        bodies = strategy.to_be_noted_by(action.id)
        yield from [f"to be noted by: {', '.join(bodies)}"] if bodies else []


def _clocks(action: ActionStanding) -> Iterator[tuple[str, Any]]:
    if action.start.due:
        yield "start", action.start
    yield "due", action.due
    if action.interval.kind != "none":
        yield "recurs", action.interval
    yield "review", action.review


def _updates(action: ActionStanding) -> Table:
    columns = (Column("On"), Column("State"), Column("Judgement"), Column("By"), Column("Note"))
    rows = tuple(
        (
            cell(dated(u.on, undated=True) if u.undated else u.on),
            cell(u.state),
            coloured(u.rag, u.rag) if u.rag else cell(None),  # type: ignore[arg-type]
            cell(u.by),
            cell(_said(u)),
        )
        for u in action.updates
    )
    return Table("Updates, newest first", columns, rows)


def _expected(action: ActionStanding) -> Table:
    """The dates that were expected, oldest first, and what came."""
    rows = tuple((cell(one.expected), cell(one.on), cell(one.words.partition(", ")[2])) for one in action.forecasts)
    return Table("Dates expected", (Column("Expected"), Column("Said on"), Column("What came")), rows)


def _said(update: Any) -> str:
    parts = [update.note] if update.note else []
    parts += [f"{update.complete:f}% complete"] if update.complete is not None else []
    parts += [f"happened {update.happened}"] if update.happened else []
    parts += [f"expected {update.forecast}"] if update.forecast else []
    parts += [f"evidence: {', '.join(update.evidence)}"] if update.evidence else []
    parts += [f"approved by {approval_words(update)}"] if update.approved_by else []
    parts += [accepted] if (accepted := accepted_words(update.accepted_by, update.accepted_on)) else []
    parts += [NOT_CONFIRMED] if update.drafted else []
    return "; ".join([*parts, *update_doubts(update)])


def _milestones(action: ActionStanding) -> Table:
    rows = tuple(
        (cell(milestone_words(m)), cell(UNDATED if m.undated else m.done), cell(m.clock.words))
        for m in action.milestones
    )
    return Table("Milestones", (Column("Step"), Column("Done"), Column("Due")), rows)


_MOVED = (Column("Moved on"), Column("From"), Column("To"), Column("Why"), Column("Approved by"))


def _moves(action: ActionStanding) -> Table:
    return Table("Moves of the due date", _MOVED, tuple(map(_move, action.moves)))


def _step_moves(action: ActionStanding) -> Table:
    rows = tuple((cell(step.text), *_move(move)) for step in action.milestones for move in step.moves)
    return Table("Moves of milestones", (Column("Step"), *_MOVED), rows)


def _agreed(one: MoveStanding | RuleStepStanding) -> str | None:
    return approval_words(one) if one.approved_by or one.minute else None


def _move(move: MoveStanding) -> tuple[Cell, ...]:
    return tuple(map(cell, (move.on, move.former, move.to, why_changed(move), _agreed(move))))


_CHANGED = tuple(map(Column, ("Changed on", "What", "From", "To", "Why", "Approved by")))


def _change(one: RuleStepStanding) -> tuple[Cell, ...]:
    return tuple(map(cell, (one.on, one.what, one.former, one.to, why_changed(one), _agreed(one))))


def _inherits(one: InheritedRule) -> str:
    key = one.key.replace("_", " ")
    if one.differ:
        return f"{key}: none, for {' and '.join(one.differ)} say different things of their measures"
    return f"{key}: {one.value}, from 'measures_default' of {one.source}"


def measure_sheet(measure: MeasureStanding, standing: Standing, place: str, width: int) -> Sheet:
    """A measure with its reading, target, directions, comparisons, and every reading as a chart."""
    rating, reading = measure.rating, measure.reading
    facts = [
        f"{MARKS[rating.colour]} {rating.word}: {rating.reason}",
        _reading(reading),
        f"target: {target_of(measure)} for {measure.target_period}" if measure.target is not None else "target: none",
        *([f"small cohort: {measure.one_is}"] if measure.one_is else []),
        *([f"next target: {next_target_of(measure)}"] if measure.next_target else []),
        *([f"way to the target: {measure.way.words}"] if measure.way else []),
        *([f"distance to the amber boundary: {distance(measure)}"] if distance(measure) else []),
        *([f"rule: {measure.rule}"] if measure.rule else []),
        *([f"judgement: {measure.judgements[0].words}"] if measure.judgements else []),
        *([f"disagreement: {measure.disagreement}"] if measure.disagreement else []),
        f"better: {measure.better or 'not said which way'}",
        *([f"level: {measure.level}"] if measure.level else []),
        *(() if measure.withdrawn else _directions(measure)),
        *outlook_lines(measure),
        *(f"benchmark: {one.words}{f' (from {one.source})' if one.source else ''}" for one in measure.comparisons),
        *(f"rank: {one.words}" for one in reversed(measure.ranks[-FEW_RANKS:])),
        *map(_inherits, measure.inherited),
        f"next reading: {measure.late.words}",
        f"owner: {owner_words(owners_of(measure))}",
        *_sealed(measure.id, standing),
        *(f"on the figure: {note}" for note in measure.notes),
        *about_lines(measure),
    ]
    serves = [s.id for s in standing.strategies if measure.id in s.measures]
    said = first_sentence(measure)
    head: tuple[Line, ...] = (
        f"{measure.id}, a measure of {', '.join(serves) or 'no strategy'}",
        f"{as_at(standing)} · {place}",
        *([(Cell(said, strong=True),)] if said else []),
    )
    drawn = tuple(chart(measure.points, width, pace_point(measure), _baseline(measure)))
    if drawn and len({step.value for step in measure.targets}) > 1:
        facts.append(f"beside the readings below: {targets_of(measure)}")
    sections = [SheetSection("", tuple(facts))] + ([SheetSection("Readings", drawn, (), drawn=True)] if drawn else [])
    if measure.judgements:
        sections.append(SheetSection("", (), (_judgements(measure),)))
    sections += [SheetSection("", (), (table,)) for table in (*group_tables(measure), *others_table(measure))]
    if measure.changed:
        table = Table("Changes of targets and tolerances", _CHANGED, tuple(map(_change, measure.changed)))
        sections.append(SheetSection("", (), (table,)))
    remarks = [(UNDATED if p.undated else p.period, "; ".join(_remarks(p))) for p in measure.points]
    notes = tuple((cell(period), cell(said)) for period, said in remarks if said)
    if notes:
        sections.append(SheetSection("", (), (Table("Notes", (Column("Period"), Column("Note")), notes),)))
    return Sheet(measure.title, head, tuple(sections))


def _remarks(point: Point) -> Iterator[str]:
    yield from [dated_point(point)] if point.undated else []
    yield from [words for words in (point.restated, point.note, NOT_CONFIRMED if point.drafted else "") if words]
    yield from point_words(point)


def _reading(reading: Point | None) -> str:
    if reading is None:
        return "reading: none"
    return f"reading: {reading.shown} {f'({dated_point(reading)})' if reading.undated else f'for {reading.period}'}"


def _baseline(measure: MeasureStanding) -> Point | None:
    """Where the way to the target began, as a point of a chart."""
    way = measure.way
    if way is None or way.since is None or way.baseline is None or not measure.points:
        return None
    return Point(str(way.since), way.since, way.baseline, show_amount(way.baseline, measure.shown_in), "baseline", None)


def _judgements(measure: MeasureStanding) -> Table:
    columns = tuple(map(Column, ("On", "Judgement", "By", "Note")))
    rows = tuple((cell(one.on), coloured(one.rag, one.rag), cell(one.by), cell(one.note)) for one in measure.judgements)
    return Table("Judgements, newest first", columns, rows)


def _directions(measure: MeasureStanding) -> Iterator[str]:
    yield f"against the period before: {measure.short.words}"
    yield f"against the same period last year: {measure.long.words}"
    yield f"trend: {measure.trend.words}"


def words_sheet(title: str, head: tuple[str, ...], words: Mapping[str, Any]) -> Sheet:
    """Something as its file holds it: every key that says something, lists one line each."""
    return Sheet(title, head, (SheetSection("", tuple(record_lines(words))),))
