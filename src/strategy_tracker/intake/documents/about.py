"""What a document says of itself: its title, whose it is, and the years of the plan."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from strategy_tracker.intake.documents.labels import is_private
from strategy_tracker.intake.documents.pieces import PaperDocument, PaperPiece
from strategy_tracker.intake.documents.sections import PaperSection
from strategy_tracker.intake.names import is_a_body, rank_of_title

_YEARS = re.compile(r"\b(20\d\d)\s*(?:to|[-\u2013\u2014/])\s*(20\d\d|\d\d)\b")
_NAMED = re.compile(
    r"(?:The )?(?:[A-Z0-9][\w&'\u2019.()-]*|of|and|the|for|upon|on|in)(?: (?:[A-Z0-9][\w&'\u2019.()-]*|of|and"
    r"|the|for|upon|on|in))*"
)
_FIRST = 12
"""Pieces at the beginning that are looked at, up to the first part of the plan."""


class About(NamedTuple):
    """What stands on the cover, and the pieces that say so."""

    title: str = ""
    organisation: str = ""
    starts: str = ""
    ends: str = ""
    pieces: tuple[PaperPiece, ...] = ()


def about_of(document: PaperDocument, sections: Sequence[PaperSection]) -> About:
    """Read the cover: pieces before the first part of the plan, the first heading of the first level above all."""
    first = _cover(document, sections)
    title, own = document.title, None
    labelled = next(
        (
            found[1]
            for one in document.pieces[:40]
            if (found := re.match(r"title\s*:\s*(\S.*)$", one.text, re.IGNORECASE))
        ),
        "",
    )
    title = title or labelled
    top = next((one for one in document.pieces if one.kind == "heading" and one.level == 1 and not one.aside), None)
    if not title and top is not None and sum(one.kind == "heading" and one.level == 1 for one in document.pieces) == 1:
        title, own = top.text, top
    if not title:
        ranked = [(rank_of_title(one.text, first=not at), -at, one) for at, one in enumerate(first)]
        rank, _, best = max(ranked, key=lambda one: one[:2], default=(0, 0, None))
        title, own = (best.text, best) if best is not None and rank > 0 else ("", None)
    used = [own] if own else [one for one in first if one.text == title][:1]
    organisation, place = _organisation([title, *(one.text for one in first)], first)
    years = next(
        (
            found
            for text in (title, *(one.text for one in first))
            if len(text.split()) < 30 and (found := _YEARS.search(text))
        ),
        None,
    )
    starts = years[1] if years else ""
    ends = (years[2] if len(years[2]) == 4 else years[1][:2] + years[2]) if years else ""
    if ends and not int(starts) + 1 < int(ends) <= int(starts) + 40:
        starts = ends = ""
    return About(title.rstrip(" :"), organisation, starts, ends, tuple(one for one in (*used, place) if one))


def _cover(document: PaperDocument, sections: Sequence[PaperSection]) -> list[PaperPiece]:
    """The short pieces before the first part, chapter or label of a priority."""
    found: list[PaperPiece] = []
    openers = {id(one.piece) for one in sections if one.heading.part or one.heading.chapter or one.heading.labelled}
    for piece in document.pieces[: _FIRST * 2]:
        if id(piece) in openers or piece.kind in ("item", "table"):
            break
        if piece.text and not piece.aside and len(piece.text.split()) <= 24 and not is_private(piece.text):
            found.append(piece)
    return found[:_FIRST]


def _organisation(texts: Sequence[str], pieces: Sequence[PaperPiece]) -> tuple[str, PaperPiece | None]:
    for text in texts:
        for part in re.split(r"\s*[\u00b7|,\u2022]\s*|\s+[-\u2013\u2014]\s+", text):
            if is_a_body(part) and _NAMED.fullmatch(part):
                return part, next((one for one in pieces if one.text == text), None)
    return "", None
