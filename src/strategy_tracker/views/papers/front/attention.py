"""What needs attention: each thing once under the head that fits, with its owner, its last word and what is done."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_tracker.briefing.account import worse_measures
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.actions.words_said import words_said
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_actions import ActionStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.measures.claim import Claim
from strategy_tracker.model.names.joined import semicolons, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.publishing.marks import WITHHELD
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS, by_head
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.of_measures.figure_words import former, latest
from strategy_tracker.views.papers.said import things
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns, without_empty
from strategy_tracker.views.text import counted, owner_words, sentence

ALWAYS = (HEADS["late"], HEADS["waiting"])
"""Heads that are told where nothing stands under them, too: it is what everybody asks first."""
_OF_ACTIONS = (*ALWAYS, HEADS["silent"])
MOST = 12
"""Rows of a table that is read in a meeting; a longer one is cut, and the exception report has the rest."""


def attention(
    material: Material, found: Sequence[AttentionItem], most: int | None = MOST, *, of_figures: bool = True
) -> Section:
    """The section of what needs attention, late first; doubts of figures come last, where it is `of_figures` too.

    A table has no more than `most` rows; without that it has all, and what is silent is a table instead of a list.
    """
    blocks: list[Block] = []
    under = by_head(found)
    for head in ALL_HEADS:
        these = under.get(head, [])
        if not material.standing.tells_actions and head in _OF_ACTIONS:
            continue
        if head == HEADS["silent"] and most is not None:
            blocks += _silent(these)
        elif these:
            blocks += told(these, head, material, most)
        elif head in ALWAYS:
            blocks.append(none_told(head, material))
    if of_figures:
        blocks += _worse(material, most)
        blocks += _doubts(material, most)
    return Section(label("needs-attention"), 1, tuple(blocks))


def none_told(head: Label, material: Material) -> Paragraph:
    """Says in a sentence that nothing stands under a head; where something could not be read, that none of the rest."""
    return Paragraph(label(_NONE[head][bool(material.standing.unread)].name))


_NONE: dict[Label, tuple[Label, Label]] = {
    HEADS["late"]: (label("none-late"), label("none-late-read")),
    HEADS["waiting"]: (label("none-passed"), label("none-passed-read")),
    label("measures-got-worse"): (label("none-worse"), label("none-worse-read")),
}
"""What is said where nothing stands under a head, and where not everything could be read."""


def told(found: Sequence[AttentionItem], head: str, material: Material, most: int | None = None) -> Iterator[Block]:
    """Tells concerns in a table: what, since when, why, whose, what was last said, and what is done about it."""
    titles = {one.id: one.title for one in material.standing.strategies}
    actions = {
        f"{strategy.id}/{action.id}": action for strategy in material.standing.strategies for action in strategy.actions
    }
    rows = [(*_row(one, actions.get(one.item), material), _strategies(one, titles)) for one in found[:most]]
    heads = columns("what", "due", "past-by", "why", "owner", "last-word", "corrective-action", "strategy")
    table = without_empty(Table(head, heads, tuple(rows)), keep=1)
    notes = [label("nobody-owns-any")] if all(row[_OWNER].text == "–" for row in rows) else []
    if all(row[_CORRECTION].text == "–" for row in rows) and any(one.kind in _TO_CORRECT for one in found):
        notes.append(label("no-corrective-action-public" if material.withheld else "no-corrective-action"))
    if left := len(found) - len(rows):
        notes.append(label("in-the-exception-report", number=f"{left:,}"))
    if len(table.columns) == 1:  # a table of one column is a list
        yield Paragraph("", lead=phrase("ended", told=head))
        yield Points(tuple(row[0].text for row in table.rows))
        yield from (Paragraph(note) for note in notes)
    else:
        yield table._replace(notes=tuple(notes))


_TO_CORRECT = ("late", "waiting", "red-measure", "red-action", "no-amber-rule")
"""What calls for a corrective action; the others call for a word or a figure."""
_OWNER, _CORRECTION = 4, 6
"""Columns of which a note says once that nothing stands in them."""


def _strategies(one: AttentionItem, titles: Mapping[str, str]) -> Cell:
    """The strategies that a concern is of; nothing where a report is of one."""
    return cell("; ".join(titles[name] for name in one.strategies if name in titles) if len(titles) > 1 else None)


def _row(one: AttentionItem, action: ActionStanding | None, material: Material) -> tuple[Cell, ...]:
    need = action.need if action and action.need and action.need.due and not _is_silent(one) else None
    silent = _is_silent(one) and action is not None  # its last word says since when
    due = (need.text or (need.due.isoformat() if need.due else "")) if need else ""
    about = material.measures.get(one.item) if one.kind in _MISSED else None
    why = semicolons([dates_in(words) for words in (*one.why, *([about.cause] if about and about.cause else []))])
    done = (about and _response(one.item, about, material)) or _correction(one, action)
    return (
        what_cell(one),
        cell(when(due) if due else None),
        cell(counted(need.days, "day") if need else None),
        cell(None if need or silent else why),
        cell(owner_words(owners_of(one), one.owner_from) if one.owner else None),
        cell(None if done else _last_word(one, action)),
        cell(done),
    )


_MISSED = ("red-measure", "no-amber-rule")
"""Measures of which something has to be done: that a figure is late calls for the figure alone."""


def what_cell(one: AttentionItem) -> Cell:
    """What it is, behind the mark and the word of its colour where it has one."""
    if one.colour == "grey":
        return cell(dates_in(one.text) if one.kind == "unanswered" else one.text)
    told = phrase("and-what", what=phrase(one.colour), of=one.text)
    return Cell(phrase("with-mark", mark=MARKS[one.colour], words=told), one.colour)


def _correction(one: AttentionItem, action: ActionStanding | None) -> str | None:
    """What its owner said is being done about it, with the day of that word."""
    if one.correction is None or action is None or not action.updates:
        return dates_in(one.correction) if one.correction else None
    return _said(action.updates[0], words_said(action.updates[0], when))


def _is_silent(one: AttentionItem) -> bool:
    return HEADS[one.kind] == HEADS["silent"]


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
    return _said(told, dates_in(told.note) if told.no_change else told.note)


def _said(update: UpdateStanding, words: str) -> str:
    """Words of an update behind its day, where it has one."""
    return sentence(words) if update.undated else phrase("and-what", what=when(update.on), of=sentence(words))


def _silent(found: Sequence[AttentionItem]) -> Iterator[Block]:
    if found:
        named = things([RequestedThing(one.text) for one in found])
        name = label("silent-one" if len(found) == 1 else "silent-many").name
        yield Paragraph(label(name, number=f"{len(found):,}", things=named), lead=phrase("ended", told=HEADS["silent"]))


def _worse(material: Material, most: int | None) -> Iterator[Block]:
    """The measures that got worse, with what the actions that serve them last said; red ones stand above."""
    if not material.standing.tells_measures:
        return
    found = worse_measures(material.standing)
    if not found:
        measures = material.standing.measures.values()
        red = any(one.headline.kind == "worse" and one.rating.colour == "red" for one in measures)
        yield Paragraph(label("none-but-red")) if red else none_told(label("measures-got-worse"), material)
        return
    rows = tuple(_worse_row(one, material.measures[one.id], material) for one in found[:most])
    heads = columns("measure", "was", "is", "why-reported", "what-is-done")
    table = without_empty(Table(label("measures-got-worse"), heads, rows), keep=3)
    untargeted = all(one.target is None and one.next_target is None for one in found)
    yield table._replace(notes=(label("worse-without-target"),) if untargeted else ())


def _response(measure: str, about: MeasureWords, material: Material) -> str:
    """What is done about a measure: what its figure says, or else the last words of the actions that name it."""
    actions = (action for strategy in material.standing.strategies for action in strategy.actions)
    words = [word for action in actions if measure in action.measures and (word := last_word(action))]
    return about.response or sentences(*words[:2])


def _worse_row(one: MeasureStanding, about: MeasureWords, material: Material) -> tuple[Cell, ...]:
    return (
        cell(one.title),
        cell(former(one) if one.headline.since else None),
        cell(latest(one)),
        cell(about.cause or (one.reading.note if one.reading else None)),
        cell(_response(one.id, about, material)),
    )


def _doubts(material: Material, most: int | None) -> Iterator[Block]:
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
        yield Points(said[:most])


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
