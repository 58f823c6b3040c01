"""What a body has to settle or to note: dates that were moved, actions that were halted, and two opinions."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.notes import disagreements, disputed, halted, moved
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, when, why_changed
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.sheet import Table, cell, coloured, columns
from strategy_tracker.views.text import NO_REASON, approval_words, owner_words, sentence


def dates_moved(material: Material) -> Section | None:
    """The section of due dates that were moved, and by whom that was approved; None where no action is told."""
    if not material.standing.tells_actions:
        return None
    found = moved(material.standing)
    title, unsure = label("dates-moved"), material.standing.moves_not_known
    not_known = (Paragraph(sentence(unsure)),) if unsure else ()
    if not found:
        return Section(title, 1, (Paragraph(label("no-move-on-record")), *not_known))
    heads = columns("id", "action", "moved-on", "from", "to", "why", "approved-by")
    many = len(material.standing.strategies) > 1
    rows = tuple(
        (
            cell(f"{one.strategy.id}/{one.action.id}" if many else one.action.id),
            cell(phrase("step-of", what=one.action.text, step=one.step) if one.step else one.action.text),
            cell(when(one.move.on) if one.move.on else None),
            cell(when(one.move.former)),
            cell(when(one.move.to)),
            cell(dates_in(why_changed(one.move))),
            cell(dates_in(approval_words(one.move))),
        )
        for one in found
    )
    return Section(title, 1, (Table(label("moved-dates"), heads, rows), *not_known))


def halts_to_note(material: Material, body: str = "") -> Section | None:
    """The section of actions whose halt a body has yet to note, or without its name any; None where there are none."""
    found = halted(material.standing, body)
    if not found:
        return None
    heads = columns("action", "state", "since", "why", "approved-by", *(() if body else ("to-be-noted-by",)))
    rows = tuple(
        (
            cell(named(one.strategy, one.action, material)),
            cell(one.halt.state),
            cell(when(one.halt.on)),
            cell(one.halt.why or NO_REASON),
            cell(dates_in(approval_words(one.halt))),
            *(() if body else (cell("; ".join(one.bodies)),)),
        )
        for one in found
    )
    title = label("to-note")
    return Section(title, 1, (Table(label("actions-to-note"), heads, rows),))


def named(strategy: StrategyStanding, action: ActionStanding, material: Material) -> str:
    """Names an action by its words, with its strategy where there are several; an id stands in annexes only."""
    many = len(material.standing.strategies) > 1
    return phrase("thing-of", what=action.text, of=strategy.title) if many else action.text


def two_opinions(material: Material) -> Section | None:
    """The section of what is judged in one way and dated or rated in another, neither assumed to be wrong."""
    found, measures = disagreements(material.standing), disputed(material.standing)
    if not (found or measures):
        return None
    rows = tuple(
        (
            cell(named(strategy, action, material)),
            coloured(action.rating.colour, action.rating.word),
            cell(owner_words(owners_of(action), action.owner_from)),
            cell(dates_in(action.disagreement)),
        )
        for strategy, action in found
    )
    of_measures = tuple(
        (
            cell(one.title),
            coloured(one.rating.colour, one.rating.word),
            cell(owner_words(owners_of(one))),
            cell(dates_in(one.disagreement)),
        )
        for one in measures
    )
    tables = (
        Table(label("opinions"), columns("action", "colour", "owner", "what-the-two-say"), rows),
        Table(label("opinions-of-measures"), columns("measure", "colour", "owner", "what-the-two-say"), of_measures),
    )
    return Section(label("two-opinions" if found else "opinions"), 1, tuple(table for table in tables if table.rows))
