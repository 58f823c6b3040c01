"""The outline of a document: headings, list items, paragraphs and tables in the order in which they are read."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from strategy_tracker.intake.cells.words import is_given_name, is_of_a_post
from strategy_tracker.intake.documents.parts import is_listed
from strategy_tracker.intake.outline import Grid, GridCell, TableFile, with_seen_only
from strategy_tracker.model.names.unseen import UNSEEN

PieceKind = Literal["heading", "item", "para", "table"]
Aside = Literal[
    "", "page furniture", "a table of contents", "a quote", "a footnote", "program code", "hidden text", "navigation",
    "front matter", "text that was deleted", "a table whose cells cannot be told apart",
]  # fmt: skip
"""Why a piece is no part of the plan, where its document says so."""


class PaperPiece(NamedTuple):
    """One piece of a document: its words, and the place where they stand.

    `level` of a heading is that of its document, from 1, and 0 where nothing says; of an item its depth from 0. `lines`
    are those of a paragraph whose line ends may be meant; `strong` says that all of it is bold or in italics.
    """

    kind: PieceKind
    text: str
    place: str
    level: int = 0
    aside: Aside = ""
    lines: tuple[str, ...] = ()
    strong: bool = False
    grid: Grid | None = None
    row: int = 0


class PaperDocument(NamedTuple):
    """A document that was read: its pieces, the same as sheets of paragraphs and tables, and what it calls itself.

    `title` and `organisation` are what the document says of itself in a place of its own, such as a style or a mark.
    """

    source: TableFile
    pieces: tuple[PaperPiece, ...]
    title: str = ""

    @property
    def text(self) -> Grid:
        """The paragraphs, headings and items, one in each row."""
        return self.source.sheets[0]


def document_of(name: str, pieces: Iterable[PaperPiece], title: str = "", remarks: Iterable[str] = ()) -> PaperDocument:
    """Number the pieces, without what nobody can see and without names of persons; each keeps its place."""
    kept: list[PaperPiece] = []
    rows: dict[int, dict[int, GridCell]] = {}
    unseen = persons = 0
    for piece in pieces:
        if piece.grid is not None:
            seen = with_seen_only(TableFile(name, (piece.grid,)))
            unseen += bool(seen.remarks)
            kept.append(piece._replace(grid=seen.sheets[0]))
            continue
        clean = UNSEEN.sub("", piece.text)
        unseen += clean != piece.text
        text = without_names(" ".join(clean.split()))
        persons += text != " ".join(clean.split())
        if not text:
            continue
        row = len(rows) + 1
        rows[row] = {1: GridCell(text)}
        lines = tuple(without_names(UNSEEN.sub("", line)) for line in piece.lines)
        place = piece.place or f"paragraph {row}"
        kept.append(piece._replace(text=text, lines=lines, row=row, place=place))
    places = {piece.row: piece.place for piece in kept if piece.row}
    grid = Grid("text", rows, named=False, row_places=places)
    tables = tuple(piece.grid for piece in kept if piece.grid is not None)
    said = list(remarks)
    if unseen:
        many = "a paragraph or a table" if unseen == 1 else f"{unseen} paragraphs and tables"
        said.append(f"{many} held characters that nobody can see, which were left out")
    if persons:
        many = f"{persons} paragraph" + ("" if persons == 1 else "s")
        said.append(f"{many} seemed to name a person or how to reach one, which was left out: [name], [contact]")
    return PaperDocument(
        TableFile(name, (grid, *tables), tuple(said)), tuple(kept), without_names(UNSEEN.sub("", title))
    )


_MAIL = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}\.\w+")
_PHONE = re.compile(r"(?<![\w.,£$€-])(?:\+44|0)[\d ()-]{8,14}\d(?![\w.,%])")
_CAPITAL = r"[^\W\d_a-z][\w'\u2019]*(?:-[^\W\d_a-z][\w'\u2019]*)*"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Prof|Professor|Rev)\.?(?: (?:[A-Z]\.?"
    rf" ){{0,2}}{_CAPITAL}){{1,3}}"
)
_NAMED = re.compile(rf"\b({_CAPITAL}) (?:[A-Z]\.? )?({_CAPITAL})\b")


def without_names(text: str) -> str:
    """The text with `[name]` for what seems to name a person, and `[contact]` for an address or a telephone number."""
    text = _PHONE.sub("[contact]", _MAIL.sub("[contact]", text)) if re.search(r"@|\d{3}", text) else text
    text = _TITLED.sub(lambda one: one[0] if _is_post(one[0].split()[1:]) else "[name]", text)
    at = 0
    while found := _NAMED.search(text, at):
        is_name = _is_name(found[1], found[2])
        text = f"{text[: found.start()]}[name]{text[found.end() :]}" if is_name else text
        at = found.start() + len("[name]") if is_name else found.end(1)
    return text


def _is_post(words: list[str]) -> bool:
    return any(is_of_a_post(word) for word in words)


def _is_name(first: str, second: str) -> bool:
    return (
        is_given_name(first)
        and not (first.isupper() and second.isupper())
        and not is_of_a_post(second)
        and not is_listed("after a name", second.casefold())
    )
