"""The sections of a document: each heading with what stands below it, and what that is by itself and by its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from strategy_tracker.intake.documents.headings import WEAK, PaperHeading, heading_of
from strategy_tracker.intake.documents.parts import BESIDE
from strategy_tracker.intake.documents.pieces import PaperPiece

_OF_PRIORITIES = ("aspirations", "actions", "measures", "needs")


@dataclass
class PaperSection:
    """A heading, its pieces up to the next one, and the section that it stands in; `round` counts rounds of parts.

    `last` and `measure` are the numbers of the action and of the measure that were taken last of it.
    """

    heading: PaperHeading
    piece: PaperPiece | None
    parent: "PaperSection | None"
    pieces: list[PaperPiece] = field(default_factory=list)
    children: list["PaperSection"] = field(default_factory=list)
    round: int = 0
    last: int | None = None
    measure: int | None = None

    @property
    def part(self) -> str:
        """What its lists hold: as its own heading says, or one that it stands in."""
        if self.heading.part or self.heading.chapter or self.parent is None:
            return self.heading.part
        return self.parent.part if self.parent.heading.part in _OF_PRIORITIES else ""

    def above(self) -> Iterator["PaperSection"]:
        """The sections that it stands in, from the inside out, with itself first."""
        one: PaperSection | None = self
        while one is not None:
            yield one
            one = one.parent

    @property
    def chapter(self) -> str:
        """The chapter that is no part of a plan in which it stands; a heading such as `Priority 1` ends it."""
        for one in self.above():
            if one.heading.labelled:
                return ""
            if one.heading.chapter:
                return one.heading.chapter
        return ""


def sections_of(pieces: Sequence[PaperPiece]) -> list[PaperSection]:
    """Every section in the order of the document; the first holds what stands before any heading."""
    root = PaperSection(PaperHeading("", "", "", "", 0), None, None)
    every = [root]
    for at, piece in enumerate(pieces):
        heading = heading_of(pieces, at)
        if heading is None:
            every[-1].pieces.append(piece)
            continue
        parent = _parent(every, heading, _is_chapter(pieces, at, heading))
        if heading.chapter == "commitments to people" and _stands_in_a_priority(parent):
            heading = heading._replace(part="actions", chapter="")
        section = PaperSection(_ranked(heading, parent), piece, parent)
        parent.children.append(section)
        every.append(section)
    return every


def _stands_in_a_priority(one: PaperSection) -> bool:
    """Whether a heading such as `Our commitments` stands below one that can be a priority, and not below a title."""
    if one.piece is None or one.parent is None or one.chapter:
        return False
    return bool(one.heading.labelled) or one.parent.piece is not None


def _is_chapter(pieces: Sequence[PaperPiece], at: int, heading: PaperHeading) -> bool:
    """Whether a heading such as `Actions` stands over other headings rather than over a list."""
    if heading.part not in _OF_PRIORITIES or pieces[at].kind == "heading":
        return False
    after = heading_of(pieces, at + 1) if at + 1 < len(pieces) else None
    return after is not None and not after.part


def _parent(every: list[PaperSection], heading: PaperHeading, is_chapter: bool) -> PaperSection:
    """The section that a heading stands in."""
    for one in every[-1].above():
        if one.piece is None:
            return one
        if _is_inner(one.heading) and one.piece.kind != "heading":
            if _opens(one, heading):
                return one
        elif one.heading.part in _OF_PRIORITIES and not _opens(one, heading):
            continue
        elif one.heading.rank < heading.rank or (_is_inner(heading) and not is_chapter and _holds_beside(one, heading)):
            return one
    return every[0]


def _is_inner(heading: PaperHeading) -> bool:
    """Whether a heading usually stands inside a priority: over one of its lists, or over words beside them."""
    return heading.part in _OF_PRIORITIES or heading.chapter in BESIDE


def _holds_beside(one: PaperSection, heading: PaperHeading) -> bool:
    """Whether headings of one level stand below each other by what they say: a priority, and then its parts."""
    return one.heading.rank == heading.rank and not _had_deeper(one) and not one.heading.chapter


def _opens(one: PaperSection, heading: PaperHeading) -> bool:
    """Whether a section such as `Actions` holds another: by the document's levels, or as nothing stands in it yet."""
    if heading.part in _OF_PRIORITIES or heading.chapter or one.heading.chapter:
        return False
    if one.piece is not None and one.piece.kind == "heading":
        return one.heading.rank < heading.rank
    return not one.pieces and heading.rank <= WEAK


def _had_deeper(one: PaperSection) -> bool:
    """Whether the document itself puts a part such as `Actions` at a deeper level below a heading."""
    levels = [child.piece.level * 10 for child in one.children if child.piece and child.heading.part in _OF_PRIORITIES]
    return any(level > one.heading.rank for level in levels)


def _ranked(heading: PaperHeading, parent: PaperSection) -> PaperHeading:
    """The heading with a rank below that of the section it stands in."""
    return heading if heading.rank > parent.heading.rank else heading._replace(rank=parent.heading.rank + 1)


def count_rounds(sections: Sequence[PaperSection]) -> dict[int, list[PaperSection]]:
    """Number the rounds of parts under one heading: aspirations, actions, measures, and then aspirations again.

    Gives the sections of parts by the place of the section that holds them, where there is more than one round.
    """
    found: dict[int, list[PaperSection]] = {}
    for place, section in enumerate(sections):
        parts = [one for one in section.children if one.heading.part in ("aspirations", "actions", "measures")]
        kinds = [one.heading.part for one in parts]
        if len(set(kinds)) < 2 or kinds.count(kinds[0]) < 2 or kinds.count("actions") < 2:
            continue
        number = -1
        for one in parts:
            number += one.heading.part == kinds[0]
            one.round = number
        found[place] = parts
    return found


def empty_before(sections: Sequence[PaperSection], place: int) -> list[PaperSection]:
    """The section at a place and the headings of its kind that stand right before it with nothing below them."""
    found = [sections[place]]
    for one in reversed(sections[:place]):
        if (
            one.pieces
            or one.children
            or one.heading.labelled != sections[place].heading.labelled
            or not one.heading.labelled
        ):
            break
        found.insert(0, one)
    return found
