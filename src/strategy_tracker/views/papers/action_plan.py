"""The action plan as a table: who does what by when, and how it is going."""

from collections import Counter
from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.judging.actions.words_said import words_said
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.papers.front.position_blocks import actions_table
from strategy_tracker.views.papers.front.position_words import of_actions
from strategy_tracker.views.papers.said import priority_title
from strategy_tracker.views.screens.standing.status_detail import words_of
from strategy_tracker.views.sheet import Cell, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import owner_words


def plan(material: Material) -> Iterator[Section]:
    """The action plan: counts, then a table of the actions of each priority."""
    standing = material.standing
    if not standing.tells_actions:
        yield Section(label("where-actions-stand"), 1, (Paragraph(label("no-action-planned")),))
        return
    actions = [action for strategy in standing.strategies for action in strategy.actions]
    left_out = sum(one.actions_left_out for _, one in each_priority(standing))
    told = of_actions(actions, tally_actions(actions, left_out))
    yield Section(label("where-actions-stand"), 1, (told, actions_table(standing), *how_it_reads(material)))
    usual = usual_word(material)
    for strategy, priority in each_priority(standing):
        if blocks := tuple(planned(priority.actions, priority.actions_left_out, usual)):
            yield Section(priority_title(strategy, priority, material), 1, blocks)


def planned(actions: Sequence[ActionStanding], left_out: int, usual: str) -> Iterator[Block]:
    """The table of the actions of a priority, and how many are left out of it because of errors."""
    if left_out:
        yield Paragraph(label("position-left-out", number=f"{left_out:,}"))
    if actions:
        yield action_table(actions, usual)


def how_it_reads(material: Material) -> Iterator[Block]:
    """How a plan is read: what no colour means, and from when the words are that have no month beside them."""
    actions = [action for strategy in material.standing.strategies for action in strategy.actions]
    told = []
    if any(_has_no_colour(action) for action in actions):
        told.append(label("no-colour-has-no-mark"))
    if usual := usual_word(material):
        told.append(label("said-in", when=usual))
    if not any(map(owners_of, actions)):
        told.append(label("nobody-owns-any-action"))
    if told:
        yield Paragraph(sentences(*told))


def usual_word(material: Material) -> str:
    """The month or day of which most of the latest words are, for a note that says it once; empty where none leads."""
    days = Counter(
        when(action.updates[0].on)
        for strategy in material.standing.strategies
        for action in strategy.actions
        if action.updates
    )
    (day, number), *_ = days.most_common(1) or [("", 0)]
    return day if number * 2 > days.total() and number > 1 else ""


def action_table(actions: Sequence[ActionStanding], usual: str = "") -> Table:
    """The actions of a priority with their ids, each with its partners in brackets; a column of nothing is left out."""
    heads = columns("id", "action", "owner", "due", "colour", "last-said")
    rows = tuple(_row(action, usual) for action in actions)
    return without_empty(Table(label("action-plan"), heads, rows), keep=2)


def _has_no_colour(action: ActionStanding) -> bool:
    """Whether nothing can be said of an action by a colour or a word such as paused: its reason is counted once."""
    return action.rating.colour == "grey" and action.rating.why in ("no-judgement", "no-update", "strategy-ended")


def _row(action: ActionStanding, usual: str) -> tuple[Cell, ...]:
    owners = owners_of(action)
    return (
        cell(action.id),
        cell(phrase("thing-of", what=action.text, of=commas(action.partners)) if action.partners else action.text),
        cell(owner_words(owners, action.owner_from) if owners else None),
        cell(due(action)),
        cell(None) if _has_no_colour(action) else coloured(action.rating.colour, action.rating.word),
        cell(last_said(action, usual)),
    )


def due(action: ActionStanding) -> str:
    """Says when an action is due: its date, the original one where it moved, and when what recurs is wanted again."""
    parts = [when(action.due.date_text)] if action.due.due else []
    if action.moves:
        parts.append(phrase("at-first", when=when(action.moves[0].former)))
    if action.interval.due:
        parts.append(phrase("again-by", when=when(action.interval.date_text)))
    return semicolons(parts)


def last_said(action: ActionStanding, usual: str = "") -> str | None:
    """Tells the latest update in a line, with its month or day where that is not the `usual` one."""
    if not action.updates:
        return None
    latest = action.updates[0]
    day = when(latest.on)
    marks = [] if day == usual or latest.undated else [day]
    marks += [phrase("not-confirmed")] if latest.drafted else []
    told = words_said(latest, when)
    told = dates_in(told) if latest.no_change else told
    return phrase("thing-dated", what=told, when=commas(marks)) if marks else told


def clocks(action: ActionStanding) -> str:
    """Says what the clocks of an action say; two opinions of it have a table of their own."""
    return dates_in(semicolons([words for words in words_of(action) if words != action.disagreement]))
