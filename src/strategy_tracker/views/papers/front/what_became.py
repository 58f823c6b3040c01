"""What became of what a body asked for: the sentences that open its next paper, and the list."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.what_became import TOLD, AskedFor, WhatBecame, what_became
from strategy_tracker.judging.standing.of_resolutions import ResolutionState
from strategy_tracker.model.names.joined import listed, semicolons, sentences
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.model.values import read_when
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.sheet import Cell, Table, cell, columns
from strategy_tracker.views.text import NOBODY, in_words

_STATES: dict[ResolutionState, tuple[Word, Word]] = {
    "done": ("became-done", "became-done-many"),
    "late": ("became-late", "became-late-many"),
    "no-owner": ("became-no-owner", "became-no-owner-many"),
    "open": ("became-open", "became-open-many"),
}
"""How far one thing is, and how far several are."""


def opening(material: Material) -> tuple[Paragraph, ...]:
    """What the paper opens with where its body asked for anything: how much of it is done, late or without an owner."""
    found = what_became(material.standing, material.body) if material.body else None
    if found is None:
        return ()
    words = sentences(*_then(found, material.standing.as_at.year), *_besides(found))
    return (Paragraph(words),) if words else ()


def _then(found: WhatBecame, year: int) -> tuple[str, ...]:
    if not found.total:
        return ()
    then = _month(found.meeting, year)
    counts = [(state, number) for state in TOLD if (number := found.counts.get(state, 0))]
    if found.total == 1:
        return (label("asked-then-one", when=then, state=phrase(_STATES[counts[0][0]][0])),)
    parts = [phrase("count-of", number=in_words(n), what=phrase(_STATES[state][n > 1])) for state, n in counts]
    return (label("asked-then", when=then, number=in_words(found.total), states=listed(parts)),)


def _besides(found: WhatBecame) -> tuple[str, ...]:
    told = [
        label(pattern.name, number=in_words(number))
        for number, pattern in (
            (found.before, label("asked-before-one" if found.before == 1 else "asked-before")),
            (found.unanswered, label("asked-no-answer-one" if found.unanswered == 1 else "asked-no-answer")),
        )
        if number
    ]
    return tuple(told)


def _month(held: str, year: int) -> str:
    """The month of a meeting, with its year where that is not the one of the paper: `July`, `July 2025`."""
    day = read_when(held)
    if (day.first.year, day.first.month) != (day.last.year, day.last.month):
        return when(held)
    return f"{day.first:%B}" if day.first.year == year else f"{day.first:%B %Y}"


def resolutions(material: Material) -> Section | None:
    """The section of what was asked for and how far it is; None where nothing is on record."""
    found = what_became(material.standing, material.body)
    if found is None or not found.listed:
        return None
    heads = columns("what-was-asked-for", "resolved-and-minute", "who-does-it", "how-far-it-is")
    title = label("became-of-asks")
    return Section(title, 1, (Table("", heads, tuple(_row(one, material) for one in found.listed)),))


def _row(one: AskedFor, material: Material) -> tuple[Cell, ...]:
    asked, decision = one.resolution, dates_in(one.resolution.decision)
    if one.body.body != material.body:
        decision = phrase("and-what", what=one.body.body, of=decision)
    return (
        cell(asked.to_do or asked.text),
        cell(decision),
        cell(semicolons(asked.owners) or NOBODY),
        cell(dates_in(asked.words)),
    )
