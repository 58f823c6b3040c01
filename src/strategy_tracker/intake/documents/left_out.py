"""A word about everything of a document that was not taken: what it is, where it begins, how much of it there is."""

import re
from collections.abc import Iterator, Sequence

from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.documents.entries import Entries
from strategy_tracker.intake.documents.pieces import PaperDocument, PaperPiece
from strategy_tracker.intake.documents.printed_figures import figures_in
from strategy_tracker.intake.documents.sections import PaperSection
from strategy_tracker.intake.documents.sentences import sentences_of
from strategy_tracker.intake.draft import PlanDraft
from strategy_tracker.intake.outline import GridSpot


def say_of_the_rest(document: PaperDocument, sections: Sequence[PaperSection], entries: Entries) -> None:
    """Say of each run of pieces that were not taken why, and of each figure in prose its sentence."""
    ledger, text = entries.ledger, document.text
    listing = {id(piece) for section in sections if section.chapter == "contents" for piece in section.pieces}
    left = [
        piece
        for piece in document.pieces
        if piece.row and not piece.aside and entries.is_left(piece) and id(piece) not in listing
    ]
    for why, run in _runs(document, sections, entries):
        ledger.leave(text, [GridSpot(piece.row, 1) for piece in run])
        many = f"{len(run)} paragraphs, up to {run[-1].place}," if len(run) > 1 else "it"
        words = f"{many} {'are' if len(run) > 1 else 'is'} left out: {why}"
        step = (
            "give it a heading such as 'What we will do' if actions stand there"
            if why.startswith("prose")
            else "nothing"
        )
        ledger.remark(run[0].place, Understood("", "section-left-out", words, step), taken=False)
    for piece in left:
        _figures(piece, entries)


def say_what_others_have(draft: PlanDraft, entries: Entries) -> None:
    """Say of a priority what it has not, where most of the others have it: an owner, an aspiration."""
    every = draft.priorities
    for one in every:
        lacks = [
            name
            for name, held in (("owner", one.owner), ("aspiration", one.aspirations))
            if not held and sum(bool(getattr(each, _FIELDS[name])) for each in every) * 2 > len(every)
        ]
        if lacks:
            words = f"'{one.title}' has no {' and no '.join(lacks)}, where the others have"
            said = Understood(one.title, "unlike-the-others", words, "give it one in the file, if it has one")
            entries.ledger.remark(one.place, said, taken=True)


_FIELDS = {"owner": "owner", "aspiration": "aspirations"}


def _runs(
    document: PaperDocument, sections: Sequence[PaperSection], entries: Entries
) -> Iterator[tuple[str, list[PaperPiece]]]:
    """Pieces that stand together and were left out for one reason."""
    chapters = {
        id(piece): section
        for section in sections
        for piece in ([section.piece] if section.piece else []) + section.pieces
    }
    run: list[PaperPiece] = []
    why = ""
    for piece in document.pieces:
        if not piece.row:
            continue
        if not entries.is_left(piece):
            reason = ""
        else:
            section = chapters.get(id(piece))
            reason = (
                piece.aside
                or (section.chapter if section else "")
                or "prose and lists that are no part of the plan's actions"
            )
        if run and reason != why:
            yield why, run
            run = []
        why = reason
        if reason:
            run.append(piece)
    if run:
        yield why, run


def _figures(piece: PaperPiece, entries: Entries) -> None:
    """Say each sentence of prose that prints a figure: it may be a reading, and nothing here says of what."""
    for sentence in sentences_of(piece.text):
        if next(figures_in(sentence), None) is not None or _IN_WORDS.search(sentence):
            words = f"a figure in a sentence: '{sentence}'"
            entries.ledger.remark(piece.place, Understood("", "figure-in-prose", words, _STEP), taken=False)


_IN_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?!(?:weeks?|months?|years?|days?|hours?|main|key|ways|parts|priorities|themes|of us)\b)[a-z]+"
    r"|\bhas now run twice\b|\btwice (?:in|over|during)\b",
    re.IGNORECASE,
)
"""Numbers in words that may count something."""
_STEP = "record it, if it is a reading of a measure: strategy record MEASURE PERIOD VALUE"
