"""What needs attention: each thing once under the head that fits, with its owner, its last word and what is done."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import worse_measures
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.measures.claim import Claim
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.publishing.public_record import WITHHELD
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS, by_head
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.of_measures.key_measures import former, latest
from strategy_tracker.views.papers.said import things
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns, without_empty
from strategy_tracker.views.text import counted, owner_words, sentence

_ALWAYS = (HEADS["late"], HEADS["waiting"])
"""Heads that are told where nothing stands under them, too: it is what everybody asks first."""
_OF_ACTIONS = (*_ALWAYS, HEADS["silent"])
MOST = 12
"""Rows of a table that is read in a meeting; a longer one is cut, and the exception report has the rest."""


def attention(material: Material, found: Sequence[AttentionItem]) -> Section:
    """The section of what needs attention, late first; what is silent is a list, and doubts of figures come last."""
    blocks: list[Block] = []
    told = by_head(found)
    for head in ALL_HEADS:
        these = told.get(head, [])
        if not material.standing.tells_actions and head in _OF_ACTIONS:
            continue
        if head == HEADS["silent"]:
            blocks += _silent(these)
        elif these:
            blocks += _told(these, head, material)
        elif head in _ALWAYS:
            blocks.append(Paragraph(_none(material), lead=f"{head}."))
    blocks += _worse(material)
    blocks += _doubts(material)
    return Section(label("needs-attention"), 1, tuple(blocks))


def _none(material: Material) -> Label:
    return label("none-read" if material.standing.unread else "none-of-it")


def _told(found: Sequence[AttentionItem], head: Label, material: Material) -> Iterator[Block]:
    actions = {
        f"{strategy.id}/{action.id}": action for strategy in material.standing.strategies for action in strategy.actions
    }
    rows = [_row(one, actions.get(one.item)) for one in found[:MOST]]
    heads = columns("what", "due", "past-by", "why", "owner", "last-word", "corrective-action")
    table = without_empty(Table(head, heads, tuple(rows)), keep=1)
    notes = [label("nobody-owns-any")] if all(row[4].text == "–" for row in rows) else []
    if all(row[6].text == "–" for row in rows):
        notes.append(label("no-corrective-action-public" if material.withheld else "no-corrective-action"))
    if len(found) > MOST:
        notes.append(label("in-the-exception-report", number=f"{len(found) - MOST:,}"))
    yield table._replace(notes=tuple(notes))


def _row(one: AttentionItem, action: ActionStanding | None) -> tuple[Cell, ...]:
    need = action.need if action and action.need and action.need.due else None
    due = (need.text or (need.due.isoformat() if need.due else "")) if need else ""
    is_coloured = one.colour != "grey"
    return (
        Cell(f"{MARKS[one.colour]} {one.colour}: {one.text}", one.colour) if is_coloured else cell(one.text),
        cell(when(due) if due else None),
        cell(counted(need.days, "day") if need else None),
        cell(None if need else dates_in("; ".join(one.why))),
        cell(owner_words(owners_of(one), one.owner_from) if one.owner else None),
        cell(None if one.correction else _last_word(one, action)),
        cell(dates_in(one.correction) if one.correction else None),
    )


def _last_word(one: AttentionItem, action: ActionStanding | None) -> str | None:
    """What was last said, with its day; nothing where it is not for the public."""
    if action is None:
        return sentence(one.said) if one.said else None
    return last_word(action)


def last_word(action: ActionStanding) -> str | None:
    """The latest note of an action with the month of it: `July 2022: Due to be presented on 29 July`."""
    told = action.updates[0] if action.updates else None
    if told is None or not told.note or told.note == WITHHELD:
        return None
    return sentence(told.note) if told.undated else f"{when(told.on)}: {sentence(told.note)}"


def _silent(found: Sequence[AttentionItem]) -> Iterator[Block]:
    if found:
        named = things([RequestedThing(one.text) for one in found])
        name = label("silent-one" if len(found) == 1 else "silent-many").name
        yield Paragraph(label(name, number=f"{len(found):,}", things=named), lead=f"{HEADS['silent']}.")


def _worse(material: Material) -> Iterator[Block]:
    """The measures that got worse, with what the actions that serve them last said; red ones stand above."""
    if not material.standing.tells_measures:
        return
    found = worse_measures(material.standing)
    if not found:
        measures = material.standing.measures.values()
        red = any(one.headline.kind == "worse" and one.rating.colour == "red" for one in measures)
        yield Paragraph(label("none-but-red") if red else _none(material), lead=f"{label('measures-got-worse')}.")
        return
    actions = [action for strategy in material.standing.strategies for action in strategy.actions]
    rows = tuple(_worse_row(one, material.measures[one.id], actions) for one in found[:MOST])
    heads = columns("measure", "was", "is", "why-reported", "what-is-done")
    table = without_empty(Table(label("measures-got-worse"), heads, rows), keep=3)
    untargeted = all(one.target is None and one.next_target is None for one in found)
    yield table._replace(notes=(label("worse-without-target"),) if untargeted else ())


def _worse_row(one: MeasureStanding, about: MeasureWords, actions: Sequence[ActionStanding]) -> tuple[Cell, ...]:
    serving = (action for action in actions if one.id in action.measures)
    words = [word for action in serving if (word := last_word(action))]
    return (
        cell(one.title),
        cell(former(one)),
        cell(latest(one)),
        cell(about.cause or (one.reading.note if one.reading else None)),
        cell(about.response or " ".join(words[:2])),
    )


def _doubts(material: Material) -> Iterator[Block]:
    """Claims that the figures do not bear out, and what is in doubt of the figures that a reader is shown first."""
    held = material.standing.measures.values()
    claims = (claim for one in held for claim in material.measures[one.id].claims)
    said = tuple(dict.fromkeys(filter(None, map(_claim, claims)))) + tuple(
        label("doubt-of", what=one.title, doubt=sentence(doubt))
        for one in held
        if one.headline.kind in ("better", "worse") and (doubt := doubt_of(one))
    )
    if said:
        yield Paragraph("", lead=label("with-care"))
        yield Points(said[:MOST])


def _claim(one: Claim) -> Label | None:
    """A claim of a source with what the figures say of it; None where they bear it out, or nobody has said."""
    if one.holds not in ("no", "partly"):
        return None
    name = label("claim-no" if one.holds == "no" else "claim-partly").name
    return label(name, claim=sentence(one.text), check=sentence(one.check) if one.check else "")


def doubt_of(one: MeasureStanding) -> str:
    """What is in doubt of the latest figure of a measure, or of the measure; empty where nothing is."""
    of_figure = one.reading.more.doubt if one.reading and one.reading.more else None
    return of_figure or one.about.doubt or ""
