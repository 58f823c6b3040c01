"""Lists of a section: which items are parts of others, what the words before a list open, and lists without bullets."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from strategy_tracker.intake.documents.labels import label_of
from strategy_tracker.intake.documents.parts import Part, is_listed, part_of
from strategy_tracker.intake.documents.pieces import PaperPiece
from strategy_tracker.intake.documents.sentences import sentences_of


class ListItem(NamedTuple):
    """An item of a list, and the items below it that are a part of it."""

    piece: PaperPiece
    inner: tuple[PaperPiece, ...]


def listed(pieces: Sequence[PaperPiece], at: int) -> tuple[list[ListItem], int]:
    """The items of the list that begins at a place, and the place behind it."""
    depth = pieces[at].level
    found: list[ListItem] = []
    while at < len(pieces) and pieces[at].kind == "item":
        piece = pieces[at]
        if piece.aside:
            at += 1
            continue
        if found and piece.level > depth:
            found[-1] = found[-1]._replace(inner=(*found[-1].inner, piece))
        else:
            found.append(ListItem(piece, ()))
            depth = piece.level
        at += 1
    return found, at


def opens(text: str) -> Part | str:
    """What the words before a list say of it, as `To do this we will:` does; empty where they do not."""
    bare = text.rstrip()
    if not bare.endswith((":", "\u2026", "...")) and len(bare.split()) > 6:
        return ""
    whole = part_of(bare)
    if whole:
        return whole
    last = sentences_of(bare)[-1]
    clause = re.split(r"[,;\u2013]\s+|\s+-\s+", last)[-1]
    if re.search(r"\b(?:kpis?|indicators|measures)\b.{0,40}\b(?:are|as follows|follow)\b", last, re.IGNORECASE):
        return "measures"
    if re.search(r"\bactions\b.{0,40}\b(?:are|as follows|follow|include)\b", last, re.IGNORECASE):
        return "actions"
    return part_of(last) or part_of(clause)


def begins_an_action(text: str) -> bool:
    """Whether a text begins as an action does: with a verb such as `open`, or with `we will`."""
    first = re.match(
        r"(?:(?:we|to|will|jointly|actively|further) )*(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)", text.casefold()
    )
    return bool(first) and is_listed("begins an action", first["word"])  # type: ignore[index]


def unmarked(pieces: Sequence[PaperPiece], part: str) -> bool:
    """Whether the paragraphs of a section are the items of a list whose bullets were lost."""
    rest = [one for one in pieces if not one.aside]
    if not rest or any(one.kind != "para" for one in rest):
        return False
    texts = [one.text for one in rest if not label_of(one.text)]
    if not texts or any(
        len(text.split()) > 40 or len(sentences_of(text)) > 1 or text.rstrip().endswith((":", "?")) for text in texts
    ):
        return False
    if part == "actions":
        return all(begins_an_action(text) and len(text.split()) > 2 for text in texts)
    if any(_ABOUT_THE_TEXT.search(text) for text in texts):
        return False
    ended = [text.rstrip().endswith(".") for text in texts]
    return not any(stop and len(text.split()) > 20 for stop, text in zip(ended, texts, strict=True)) and not (
        part == "measures" and any(ended)
    )


_ABOUT_THE_TEXT = re.compile(
    r"\b(?:following|below|above|this (?:section|table|page|plan|strategy|document))\b", re.IGNORECASE
)
