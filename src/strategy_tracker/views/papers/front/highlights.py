"""The report of one page: what is asked in few words, the position, the largest changes, what needs attention."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import coming_dates
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.news import YEAR
from strategy_tracker.briefing.position import PositionLine, by_strategy, whole, with_all
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.attention import AttentionItem, AttentionKind
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS, by_head
from strategy_tracker.views.dates_and_amounts import by_when, dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.papers.front.asked import asked_to_do
from strategy_tracker.views.papers.front.attention import ALWAYS, none_told, what_cell
from strategy_tracker.views.papers.front.position_blocks import counts_table, told_of_measures
from strategy_tracker.views.papers.front.position_words import of_actions, what_changed
from strategy_tracker.views.papers.front.round_sections import answers_in_short
from strategy_tracker.views.papers.said import things
from strategy_tracker.views.sheet import Cell, Table, cell, columns, without_empty
from strategy_tracker.views.text import counted, owner_words

ROWS, CHANGES, ASKED, AHEAD = 8, 4, 3, 5
"""Rows of what needs attention, changes, things of one kind that are asked about, and dates to come: a page of them."""


def highlights(material: Material, found: Sequence[AttentionItem]) -> tuple[Section, ...]:
    """The sections of the report: each thing once, in few words, and how many more there are."""
    coming = tuple(_coming(material))
    return (
        asked_to_do(material, found, ASKED),
        Section(label("the-position"), 1, tuple(_position(material))),
        Section(label("needs-attention"), 1, tuple(_attention(material, found))),
        *((Section(label("what-is-coming"), 1, coming),) if coming else ()),
    )


def _position(material: Material) -> Iterator[Block]:
    standing = material.standing
    line = whole(standing)
    if line.tells_actions:
        actions = [action for strategy in standing.strategies for action in strategy.actions]
        drafted = line.actions.unconfirmed + line.measures.unconfirmed
        yield of_actions(actions, line.actions, drafted)
    if len(lines := _lines(material)) > 1:
        yield counts_table(lines)
    if line.tells_measures:
        yield from told_of_measures(material)
    yield from (Paragraph(told) for told in answers_in_short(material))
    yield from what_changed(material, CHANGES)


def _lines(material: Material) -> tuple[PositionLine, ...]:
    """A line for each priority; of several strategies a line for each of them."""
    standing = material.standing
    return with_all(standing) if len(standing.strategies) == 1 else by_strategy(standing)


def _attention(material: Material, found: Sequence[AttentionItem]) -> Iterator[Block]:
    """One table of all that needs attention, the gravest first, and what of the gravest there is none of."""
    under = by_head(found)
    if material.standing.tells_actions:
        for head in ALWAYS:
            if not under.get(head):
                yield none_told(head, material)
    told = [one for head in ALL_HEADS for one in under.get(head, ())]
    if told:
        heads = columns("what", "how-it-stands", "owner")
        rows = tuple((what_cell(one), cell(_stands(one)), _owner(one)) for one in told[:ROWS])
        left = len(told) - len(rows)
        notes = (label("in-the-exception-report", number=f"{left:,}"),) if left else ()
        yield without_empty(Table(label("gravest-first"), heads, rows, notes), keep=2)


def _owner(one: AttentionItem) -> Cell:
    return cell(owner_words(owners_of(one), one.owner_from) if one.owner else None)


_PASSED: dict[AttentionKind, Label] = {"late": label("stands-late"), "waiting": label("stands-waiting")}


def _stands(one: AttentionItem) -> str:
    """Since when a thing is late or waits for a word; of others why they stand here."""
    day = one.when or (one.due.isoformat() if one.due else "")
    if one.kind in _PASSED and day:
        return phrase(_PASSED[one.kind].name, day=when(day), past=counted(one.days, "day"))
    if HEADS[one.kind] == HEADS["silent"]:
        never = isinstance(one.of, ActionStanding) and one.of.rating.why == "no-update"
        return label("stands-never") if never else HEADS["silent"]
    return dates_in(semicolons(one.why)) or HEADS[one.kind]


def _coming(material: Material) -> Iterator[Block]:
    """The next dates of the plan in a sentence."""
    standing = material.standing
    running = [action for strategy in standing.strategies if strategy.phase.runs for action in strategy.actions]
    if found := coming_dates(running, standing.as_at, standing.as_at + YEAR):
        ahead = [RequestedThing(one.text, by_when(one.when)) for one in found]
        yield Paragraph(phrase("ended", told=things(ahead, AHEAD)))
