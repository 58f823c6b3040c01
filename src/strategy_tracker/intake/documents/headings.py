"""Which paragraphs are headings where the document does not say so, and how deep each heading stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from strategy_tracker.intake.documents.labels import is_private, label_of
from strategy_tracker.intake.documents.lists import begins_an_action
from strategy_tracker.intake.documents.parts import BESIDE, Labelled, Part, aside_of, part_of
from strategy_tracker.intake.documents.pieces import PaperPiece

CAPITALS, NUMBERED, LABELLED, CHAPTER, WEAK = 120, 130, 145, 160, 160
"""Ranks: a heading stands under the nearest one before it of a lesser rank. A level of the document is worth ten."""


class PaperHeading(NamedTuple):
    """A heading: its words, what it opens (a part of a plan, or a chapter that is none), and its rank."""

    title: str
    part: Part | str
    chapter: str
    labelled: str
    rank: int


def heading_of(pieces: Sequence[PaperPiece], at: int) -> PaperHeading | None:
    """The heading that a piece is; None where it is none."""
    piece = pieces[at]
    if piece.aside or piece.kind == "table" or not re.search(r"[^\W\d_]", piece.text):
        return None
    text = piece.text.strip()
    title = " ".join(text.rstrip(" :").split())
    if piece.kind == "heading":
        label = Labelled(text, numbered=False)
        told = ("", "") if label else (part_of(text), aside_of(text))
        return PaperHeading(title, *told, label.word, piece.level * 10)
    if piece.kind == "item":
        return _numbered(pieces, at, title)
    if len(text.split()) > _LONGEST_LABELLED or is_private(text):
        return None
    return _by_words(text, title) or _by_looks(pieces, at, title)


def _by_words(text: str, title: str) -> PaperHeading | None:
    """A heading that its own words make one: it opens a part or a chapter, or is labelled `Priority 1`."""
    label, stops = Labelled(text), text[-1] in ".;,"
    of_text = label_of(text)
    if label and not stops and (label.title or label.word not in ("action", "step")):
        return PaperHeading(title, "", "", label.word, LABELLED + 10 * (label.word in ("action", "step")))
    if (part := part_of(text)) and not (of_text and of_text.value):
        return PaperHeading(title, part, "", "", WEAK + 30)
    chapter = aside_of(text)
    is_short = len(text.split()) <= _LONGEST and not stops and not text.endswith(":")
    rank = CHAPTER + 20 * (chapter in BESIDE)
    return PaperHeading(title, "", chapter, "", rank) if chapter and is_short else None


def _numbered(pieces: Sequence[PaperPiece], at: int, title: str) -> PaperHeading | None:
    """A numbered line by itself, such as `3. Our local context`, is a heading; one of several is an item."""
    piece = pieces[at]
    mark = piece.lines[0] if piece.lines else ""
    if not re.fullmatch(r"\d{1,2}(\.\d{1,2})*[.)]?", mark) or piece.level or len(title.split()) > 14:
        return None
    if title.endswith((".", ";", ",")) or _is_opened(pieces, at) or ("." in mark.strip(".") and _goes_on(pieces, at)):
        return None
    beside = [pieces[place] for place in (at - 1, at + 1) if 0 <= place < len(pieces)]
    if (
        any(one.kind == "item" and one.lines and re.match(r"\d", one.lines[0]) for one in beside)
        and not title.isupper()
    ):
        return None
    if title.isupper():
        return PaperHeading(title, "", "", "", CAPITALS)
    depth = mark.strip(".)").count(".")
    return PaperHeading(title, part_of(title), aside_of(title), "", NUMBERED + 5 * depth)


def _goes_on(pieces: Sequence[PaperPiece], at: int) -> bool:
    """Whether labels of an action stand below a line, or another item and its labels above: it is no heading."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is not None and after.kind == "para" and label_of(after.text):
        return True
    above = at - 1
    while above >= 0 and pieces[above].kind == "para" and label_of(pieces[above].text):
        above -= 1
    return above >= 0 and pieces[above].kind == "item" and bool(re.match(r"\d", pieces[above].lines[0]))


def _is_opened(pieces: Sequence[PaperPiece], at: int) -> bool:
    """Whether the piece before opens a list."""
    if at == 0 or pieces[at - 1].kind == "table":
        return False
    before = pieces[at - 1].text
    return bool(part_of(before)) or before.rstrip().endswith(":")


_LONGEST, _LONGEST_LABELLED = 10, 24
"""Words of a heading that only looks like one, and of one that says that it is."""
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|must|should|do|does)\b", re.IGNORECASE)


def _is_in_a_list(pieces: Sequence[PaperPiece], at: int) -> bool:
    """Whether a paragraph begins as an action does, below a heading such as `Actions` or another such paragraph."""
    if at == 0 or not begins_an_action(pieces[at].text):
        return False
    before = pieces[at - 1]
    return before.kind != "item" and (part_of(before.text) == "actions" or begins_an_action(before.text))


def _is_one_of_several(pieces: Sequence[PaperPiece], at: int) -> bool:
    """Whether the paragraph below is as short, so that both may be items without bullets, or begins another section."""
    after = pieces[at + 1]
    if after.kind != "para" or after.strong or len(after.text.split()) > _LONGEST_LABELLED:
        return False
    chapter = aside_of(after.text)
    if Labelled(after.text) or (chapter and chapter not in BESIDE):
        return True
    stands_for = part_of(after.text) or chapter or label_of(after.text)
    return not stands_for and after.text.rstrip()[-1:] not in ".:;,?!"


def _by_looks(pieces: Sequence[PaperPiece], at: int, title: str) -> PaperHeading | None:
    """A short line by itself that is no sentence, label or quote, in capitals, bold, or with a text below it."""
    piece = pieces[at]
    words = title.split()
    if len(words) > _LONGEST + 4 * piece.strong or len(piece.lines) > 2 or label_of(piece.text):
        return None
    if not re.match(r"[A-Z0-9\u2018\u201c'\"]", title) or re.search(r"@|https?:|www\.", title):
        return None
    if title.isupper() and len(words) > 1:
        return PaperHeading(title, "", aside_of(title), "", CAPITALS)
    is_sentence = re.search(r"[.;,:!\u2026]$", piece.text.rstrip()) or _SENTENCE.search(title)
    if at + 1 == len(pieces) or (is_sentence and not piece.strong):
        return None
    if not piece.strong and (_is_in_a_list(pieces, at) or _is_one_of_several(pieces, at)):
        return None
    return PaperHeading(title, "", aside_of(title), "", WEAK)
