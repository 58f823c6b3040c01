"""The action plan as a table: who does what by when, and how it is going."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.briefing.position import of_actions, with_all
from strategy_tracker.judging.actions.words_said import words_said
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when
from strategy_tracker.views.dating import dated
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.papers.position_blocks import actions_table
from strategy_tracker.views.screens.status_detail import words_of
from strategy_tracker.views.sheet import Cell, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import owner_words

NO_ACTIONS = "It is known by its measures alone: no action is planned."


def plan(material: Material) -> Iterator[Section]:
    """The action plan: counts, then a table of the actions of each priority."""
    standing, many = material.standing, len(material.standing.strategies) > 1
    listed = with_all(standing)
    told = [actions_table(listed, many)] if any(line.tells_actions for line in listed) else [Paragraph(NO_ACTIONS)]
    yield Section(label("where-actions-stand"), 1, tuple(told))
    for strategy, priority in each_priority(standing):
        if not priority.tells_actions:
            continue
        title = f"{strategy.title}: {priority.heading}" if many else priority.heading
        table = (action_table(priority.actions),) if priority.actions else ()
        counts = Paragraph(of_actions(tally_actions(priority.actions, priority.actions_left_out)))
        yield Section(title, 1, table if table and not priority.actions_left_out else (counts, *table))


def action_table(actions: Sequence[ActionStanding]) -> Table:
    """The actions of a priority with their ids; an owner whom nobody named has no cell."""
    heads = columns("id", "action", "owner", "partners", "due", "colour", "last-said")
    rows = tuple(_row(action) for action in actions)
    return without_empty(Table(label("action-plan"), heads, rows), keep=3)


def _row(action: ActionStanding) -> tuple[Cell, ...]:
    return (
        cell(action.id),
        cell(action.text),
        cell(owner_words(owners_of(action), action.owner_from) if owners_of(action) else None),
        cell(", ".join(action.partners)),
        cell(due(action)),
        coloured(action.rating.colour, action.rating.word),
        cell(last_said(action)),
    )


def due(action: ActionStanding) -> str:
    """Says when an action is due: its date, the original one where it moved, and when what recurs is wanted again."""
    parts = [long_date(action.due.due)] if action.due.due else []
    if action.moves:
        parts.append(f"at first {when(action.moves[0].former)}")
    if action.interval.kind not in ("none", "closed"):
        parts.append(dates_in(action.interval.words))
    return "; ".join(parts)


def last_said(action: ActionStanding) -> str | None:
    """Tells the latest update in a line."""
    if not action.updates:
        return "never updated"
    latest = action.updates[0]
    day = dated(latest.on, undated=latest.undated)
    return f"{words_said(latest, when)} ({day}{', not confirmed' if latest.drafted else ''})"


def clocks(action: ActionStanding) -> str:
    """Says what the clocks of an action say; two opinions of it have a table of their own."""
    return dates_in("; ".join(words for words in words_of(action) if words != action.disagreement))
