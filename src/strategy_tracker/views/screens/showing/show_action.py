"""One action for a screen: what a person would say first, its four facts, and all else that is on record."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_actions import ActionStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import RuleStepStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.dates_and_amounts import as_at, dates_in, when, why_changed
from strategy_tracker.views.dating import UNDATED, dated
from strategy_tracker.views.doubts import doubts_of, milestone_words, update_doubts
from strategy_tracker.views.screens.facts import Fact, as_facts, rating_line
from strategy_tracker.views.screens.showing.opening import first_of_action
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell, coloured, without_empty
from strategy_tracker.views.text import NO_REASON, NOT_CONFIRMED, accepted_words, approval_words, owner_words


def action_sheet(action: ActionStanding, strategy: StrategyStanding, standing: Standing, name: str) -> Sheet:
    """An action with its four facts: state, timing, judgement, forecast; `name` is an id that means it."""
    told = tuple(
        table
        for table in (_updates(action), _expected(action), _milestones(action), _moves(action), _step_moves(action))
        if table.rows
    )
    said = first_of_action(action, standing.as_at)
    opening = (*([(Cell(said, strong=True),)] if said else []), rating_line(action.rating, dates_in))
    head = (_where(action, strategy), as_at(standing))
    sections = (
        SheetSection("", opening, apart=True),
        SheetSection("", (), facts=tuple(_facts(action, strategy, standing)), apart=True),
        SheetSection("", (), told),
    )
    return Sheet(action.text, head, sections, name)


def _where(action: ActionStanding, strategy: StrategyStanding) -> str:
    """The priority it stands in, and the strategy."""
    priority = next((one.heading for one in strategy.priorities if one.id == action.priority), "")
    return " · ".join(text for text in (priority, strategy.title) if text)


def _facts(action: ActionStanding, strategy: StrategyStanding, standing: Standing) -> Iterator[Fact]:
    """Each thing that is known of it, and what is not, where a reader asks for it."""
    yield from [("Kind", action.kind)] if action.kind else []
    yield "State", _state(action)
    yield from as_facts(_halt(action, strategy))
    yield from _clocks(action)
    old = ", older than its review cadence" if action.judgement_is_old else ""
    yield "Judgement", f"{action.judgement}{old}" if action.judgement else "none by its owner"
    yield from [("Forecast", f"now expected {when(action.forecast)}")] if action.forecast else []
    yield from [("Progress", action.progress)] if action.progress else []
    yield from [("Disagreement", dates_in(action.disagreement))] if action.disagreement else []
    yield "Owner", owner_words(owners_of(action), action.owner_from)
    yield from [("Stage", action.stage)] if action.stage else []
    yield from [("Partners", ", ".join(action.partners))] if action.partners else []
    named = {one.id: one.title for one in standing.named(action.measures)}
    wide = max(map(len, action.measures), default=0)
    told = "\n".join(f"{name:<{wide}}  {named.get(name, '')}".rstrip() for name in action.measures)
    yield from [("Known by", told)] if told else []
    yield from as_facts(sealed(f"{strategy.id}/{action.id}", standing))
    yield from [("Note", action.note)] if action.note else []
    yield from as_facts(doubts_of(action))
    yield from [("The action", NOT_CONFIRMED)] if action.drafted else []
    is_dated = action.due.due or any(one.clock.due for one in action.milestones)
    yield from [("Dates", standing.moves_not_known)] if standing.moves_not_known and is_dated else []


def _state(action: ActionStanding) -> str:
    """Its state, and when that was said last."""
    latest = action.updates[0] if action.updates else None
    if not (action.state and latest) or action.lacks:
        return action.state_words
    day = "on" if latest.on.count("-") == 2 else "in"
    return f"{action.state_words}, as last said{'' if latest.undated else f' {day} {when(latest.on)}'}"


def _clocks(action: ActionStanding) -> Iterator[Fact]:
    """Its dates, each as its clock says it, and how often the due date was moved."""
    if action.start.due:
        yield "Start", dates_in(action.start.words)
    if action.due.words:
        yield "Due", dates_in(action.due.words) + _moved(action)
    if action.interval.kind != "none":
        yield "Recurs", dates_in(action.interval.words)
    if action.review.words:
        yield "Review", dates_in(action.review.words)


def _moved(action: ActionStanding) -> str:
    if not action.due.due:
        return ""
    times = {0: "never moved", 1: "moved once", 2: "moved twice"}
    return f"; {times.get(len(action.moves), f'moved {len(action.moves)} times')}"


def sealed(item: str, standing: Standing) -> list[str]:
    """What bodies approved of a thing, a line each, and what changed since."""
    return [f"sealed: {dates_in(one.words)}" for one in standing.seals if one.item == item]


def _halt(action: ActionStanding, strategy: StrategyStanding) -> Iterator[str]:
    """Since when it is halted, why, who agreed, and who has yet to note it."""
    if action.halt:
        agreed = f"; approved by {approval_words(action.halt)}" if action.halt.approved_by else ""
        yield f"{action.halt.state}: since {when(action.halt.on)}: {action.halt.why or NO_REASON}{dates_in(agreed)}"
        bodies = strategy.to_be_noted_by(action.id)
        yield from [f"to be noted by: {', '.join(bodies)}"] if bodies else []


def _updates(action: ActionStanding) -> Table:
    columns = (Column("On"), Column("State"), Column("Judgement"), Column("By"), Column("Note"))
    rows = tuple(
        (
            cell(dated(u.on, undated=True) if u.undated else when(u.on)),
            cell(u.state and u.state.replace("-", " ")),
            coloured(u.rag, u.rag) if u.rag else cell(None),  # type: ignore[arg-type]
            cell(u.by),
            cell(_said(u)),
        )
        for u in action.updates
    )
    return without_empty(Table("Said so far, newest first", columns, rows), keep=1)


def _expected(action: ActionStanding) -> Table:
    """The dates that were expected, oldest first, and what came."""
    rows = tuple(
        (cell(when(one.expected)), cell(when(one.on)), cell(dates_in(one.words.partition(", ")[2])))
        for one in action.forecasts
    )
    return Table("Dates expected", (Column("Expected"), Column("Said on"), Column("What came")), rows)


def _said(update: UpdateStanding) -> str:
    parts = [update.note] if update.note else []
    parts += [f"{update.complete:f}% complete"] if update.complete is not None else []
    parts += [f"happened {when(update.happened)}"] if update.happened else []
    parts += [f"expected {when(update.forecast)}"] if update.forecast else []
    parts += [f"evidence: {', '.join(update.evidence)}"] if update.evidence else []
    parts += [f"approved by {dates_in(approval_words(update))}"] if update.approved_by else []
    parts += [dates_in(accepted)] if (accepted := accepted_words(update.accepted_by, update.accepted_on)) else []
    parts += [NOT_CONFIRMED] if update.drafted else []
    return "; ".join([*parts, *update_doubts(update)])


def _milestones(action: ActionStanding) -> Table:
    rows = tuple(
        (
            cell(milestone_words(m)),
            cell(UNDATED if m.undated else when(m.done) if m.done else None),
            cell(dates_in(m.clock.words)),
        )
        for m in action.milestones
    )
    return without_empty(Table("Milestones", (Column("Step"), Column("Done"), Column("Due")), rows), keep=1)


_MOVED = (Column("Moved on"), Column("From"), Column("To"), Column("Why"), Column("Approved by"))


def _moves(action: ActionStanding) -> Table:
    return Table("Moves of the due date", _MOVED, tuple(map(_move, action.moves)))


def _step_moves(action: ActionStanding) -> Table:
    rows = tuple((cell(step.text), *_move(move)) for step in action.milestones for move in step.moves)
    return Table("Moves of milestones", (Column("Step"), *_MOVED), rows)


def agreed(one: MoveStanding | RuleStepStanding) -> str | None:
    """Who approved a change, and in which minute, as far as it is on record."""
    return dates_in(approval_words(one)) if one.approved_by or one.minute else None


def _move(move: MoveStanding) -> tuple[Cell, ...]:
    days = (move.on and when(move.on), when(move.former), when(move.to))
    return tuple(map(cell, (*days, dates_in(why_changed(move)), agreed(move))))
