"""Web pages to pieces: what a reader of the page sees, without what stands round it on every page of its site."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.intake.documents.formats.page_tree import Element, tree_of
from strategy_tracker.intake.documents.lines import TextLine, contents_in, parts_of, typed_item
from strategy_tracker.intake.documents.pieces import Aside, PaperDocument, PaperPiece, document_of
from strategy_tracker.intake.documents.tables import grid_of
from strategy_tracker.intake.outline import MergedCells
from strategy_tracker.intake.readers.tables import decode

_ASIDES: dict[str, Aside] = {
    "script": "program code", "style": "program code", "template": "program code", "noscript": "program code",
    "svg": "program code", "pre": "program code", "nav": "navigation", "button": "navigation",
    "select": "navigation", "form": "navigation", "footer": "page furniture", "blockquote": "a quote",
    "del": "text that was deleted", "s": "text that was deleted", "strike": "text that was deleted",
}  # fmt: skip
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "aside", "details", "fieldset", "address", "figure"),
        *("figcaption", "caption", "body", "html", "page", "center", "hgroup"),
    )
)
_STRONG = frozenset(("b", "strong", "em", "i"))
_FLOW = frozenset(
    (*_BLOCKS, "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "hr", "li", *_ASIDES)
)


class _Words(NamedTuple):
    """Words of one paragraph while it is read: each with whether it is strong."""

    text: str
    strong: bool


def read_html(name: str, data: bytes) -> PaperDocument:
    """Read a web page. Raises `Problem` where it is larger, or deeper, than what is read."""
    text, remark = decode(name, data)
    tree = tree_of(text)
    title = next((_text(one) for one in _find(tree, "title")), "")
    pieces = list(pieces_of_tree(tree))
    named = any(piece.kind == "heading" and piece.level == 1 for piece in pieces)
    return document_of(
        name, pieces, "" if named else re.split(r"\s+[|\u2013\u2014-]\s+", title)[0], [remark] if remark else []
    )


def pieces_of_tree(tree: Element) -> Iterator[PaperPiece]:
    """The pieces of a page, in the order in which they are read; tables are numbered."""
    tables = 0
    for piece in _PageReader().read(tree):
        if piece.grid is not None:
            tables += 1
            name = f"table {tables}"
            yield piece._replace(place=name, grid=piece.grid._replace(name=name))
        else:
            yield piece


def _find(one: Element, tag: str) -> Iterator[Element]:
    for inner in one.inside:
        if isinstance(inner, Element):
            if inner.tag == tag:
                yield inner
            yield from _find(inner, tag)


def _text(one: Element) -> str:
    return " ".join("".join(_texts(one)).split())


def _texts(one: Element) -> Iterator[str]:
    for inner in one.inside:
        if isinstance(inner, str):
            yield inner
        elif inner.tag == "br":
            yield "\n"
        elif inner.tag not in ("script", "style", "del", "s", "strike") and not _is_mark(inner):
            yield from (" ", *_texts(inner), " ") if inner.tag in _FLOW else _texts(inner)


def _is_mark(one: Element) -> bool:
    """Whether an element is the number of a footnote in a text."""
    return one.tag == "sup" and bool(re.fullmatch(r"\W*(\d{1,3}|[a-z*\u2020])\W*", "".join(_texts(one))))


def _is_hidden(one: Element) -> bool:
    style = re.sub(r"\s", "", one.given.get("style", "").casefold())
    return (
        "hidden" in one.given
        or one.given.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


class _PageReader:
    """Reads elements one inside the other; words outside every block are a paragraph of their own."""

    def __init__(self) -> None:
        self.words: list[_Words] = []

    def read(self, one: Element, aside: Aside = "", depth: int = -1, *, strong: bool = False) -> Iterator[PaperPiece]:
        for inner in one.inside:
            if isinstance(inner, str):
                self.words.append(_Words(re.sub(r"\s+", " ", inner), strong))
            elif inner.tag == "head":
                yield from self.read(inner, "program code", depth)
            elif inner.tag == "title":
                continue
            elif apart := self._set_apart(inner, aside):
                yield from self._apart(inner, apart, depth)
            else:
                yield from self._element(inner, aside, depth, strong=strong)

    def _set_apart(self, one: Element, aside: Aside) -> Aside:
        """Why an element is no part of the text, by its name, its role or what it is called; empty where it is one."""
        if _is_hidden(one):
            return "hidden text"
        if one.tag in _ASIDES:
            return aside or _ASIDES[one.tag]
        called = f" {one.given.get('id', '')} {one.given.get('class', '')} ".casefold()
        if re.search(r"\s(?:foot|end)note-", called) and one.tag == "li":
            return "a footnote"
        if re.search(r"\s(?:toc|table-of-contents|contents-list)\s", called):
            return "a table of contents"
        banner = re.search(r"\s(?:cookie|breadcrumb|skip-link|share|social|pagination)", called)
        return "navigation" if banner or one.given.get("role") in ("navigation", "search") else ""

    def _apart(self, one: Element, aside: Aside, depth: int) -> Iterator[PaperPiece]:
        yield from self._flush(aside="")
        if aside == "program code":
            code = _text(one)[:200] or "".join(_texts(one)).strip()[:200]
            code = code or " ".join(part for part in one.inside if isinstance(part, str)).strip()[:200]
            if code.strip():
                yield PaperPiece("para", code, "", aside=aside)
            return
        yield from self.read(one, aside, depth)
        yield from self._flush(aside)

    def _element(self, one: Element, aside: Aside, depth: int, *, strong: bool) -> Iterator[PaperPiece]:
        tag = one.tag
        if tag == "br":
            self.words.append(_Words("\n", strong))
        elif _is_mark(one):
            return
        elif re.fullmatch(r"h[1-6]", tag):
            yield from self._flush(aside)
            yield from self.read(one, aside, depth)
            yield from self._flush(aside, "heading", int(tag[1]))
        elif tag == "summary":
            yield from self._flush(aside)
            yield from self.read(one, aside, depth, strong=True)
            yield from self._flush(aside)
        elif tag in ("ul", "ol"):
            yield from self._flush(aside, "item" if depth >= 0 else "para", max(depth, 0))
            yield from self._list(one, aside, depth + 1)
        elif tag == "dl":
            yield from self._flush(aside)
            yield from self._terms(one, aside)
        elif tag == "table":
            yield from self._flush(aside)
            yield from self._table(one, aside, depth)
        elif tag in _BLOCKS or tag == "hr":
            yield from self._flush(aside, "item" if depth >= 0 else "para", max(depth, 0))
            yield from self.read(one, aside, depth, strong=strong)
            yield from self._flush(aside, "item" if depth >= 0 else "para", max(depth, 0))
        else:
            yield from self.read(one, aside, depth, strong=strong or tag in _STRONG)

    def _list(self, one: Element, aside: Aside, depth: int) -> Iterator[PaperPiece]:
        for inner in one.inside:
            if isinstance(inner, Element) and inner.tag == "li":
                if apart := self._set_apart(inner, aside):
                    yield from self._apart(inner, apart, depth)
                    continue
                yield from self.read(inner, aside, depth)
                yield from self._flush(aside, "item", depth)
            elif isinstance(inner, Element):
                yield from self._element(inner, aside, depth, strong=False)

    def _terms(self, one: Element, aside: Aside) -> Iterator[PaperPiece]:
        term = ""
        for inner in one.inside:
            if not isinstance(inner, Element):
                continue
            if inner.tag == "dt":
                term = _text(inner).rstrip(" :")
            elif inner.tag == "dd":
                yield PaperPiece("para", f"{term}: {_text(inner)}", "", aside=aside)
            elif inner.tag == "div":
                yield from self._terms(inner, aside)

    def _table(self, one: Element, aside: Aside, depth: int) -> Iterator[PaperPiece]:
        """A table as one; where it only puts things beside each other, the pieces in its cells."""
        for caption in _find(one, "caption"):
            yield from self.read(caption, aside)
            yield from self._flush(aside)
        rows = [_cells(row) for row in _find(one, "tr")]
        whole = [cell for row in rows for cell in row]
        if max((len(row) for row in rows), default=0) < 2 or any(
            next(_find(cell, tag), None) for cell in whole for tag in ("table", "h2", "h3")
        ):
            for cell in whole:
                yield from self.read(cell, aside, depth)
                yield from self._flush(aside)
            return
        texts, merged = spread(rows)
        grid = grid_of(texts, merged)
        if grid.rows and not aside:
            yield PaperPiece("table", "", "", grid=grid)
        elif grid.rows:
            yield PaperPiece("para", _text(one), "", aside=aside)

    def _flush(self, aside: Aside, kind: str = "para", level: int = 0) -> Iterator[PaperPiece]:
        """The words so far as a piece; the lines of a paragraph that are labels are pieces of their own."""
        words, self.words = self.words, []
        text = "".join(one.text for one in words)
        if not text.strip():
            return
        strong = all(one.strong for one in words if one.text.strip())
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        if kind == "heading":
            yield PaperPiece("heading", " ".join(lines), "", level, aside)
            return
        first = True
        for part in parts_of([TextLine(line, "") for line in lines], 400):
            whole = " ".join(line.text for line in part)
            item = kind == "item" and first
            typed = None if item or len(lines) > 1 else typed_item(whole)
            mark, rest = ("\u2022", whole) if item else typed or ("", whole)
            told = (mark, rest) if mark else (whole,)
            depth = level if item else 0
            yield PaperPiece(
                "item" if mark else "para", rest, "", depth, aside or contents_in(whole), told, strong and not mark
            )
            first = False


def _cells(row: Element) -> list[Element]:
    return [one for one in row.inside if isinstance(one, Element) and one.tag in ("td", "th")]


def spread(rows: list[list[Element]]) -> tuple[list[list[str]], list[MergedCells]]:
    """The texts of cells by row and column, and the blocks of those that go over several."""
    taken: set[tuple[int, int]] = set()
    texts: list[dict[int, str]] = []
    merged: list[MergedCells] = []
    for number, row in enumerate(rows, 1):
        found: dict[int, str] = {}
        column = 1
        for cell in row:
            while (number, column) in taken:
                column += 1
            down, over = (_span(cell.given.get(key, "")) for key in ("rowspan", "colspan"))
            down = min(down, len(rows) - number + 1)
            found[column] = _cell_text(cell)
            taken.update((number + y, column + x) for y in range(down) for x in range(over))
            if down > 1 or over > 1:
                merged.append(MergedCells(number, column, number + down - 1, column + over - 1))
            column += over
        texts.append(found)
    width = max((max(row, default=0) for row in texts), default=0)
    return [[row.get(column, "") for column in range(1, width + 1)] for row in texts], merged


def _span(text: str) -> int:
    return min(max(int(text), 1), 200) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _cell_text(cell: Element) -> str:
    """The text of a cell, with a line for each paragraph or item in it."""
    lines = "".join(_cell_parts(cell)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _cell_parts(one: Element) -> Iterator[str]:
    for inner in one.inside:
        if isinstance(inner, str):
            yield inner.replace("\n", " ")
        elif inner.tag == "br":
            yield "\n"
        elif (
            inner.tag not in ("script", "style", "del", "s", "strike") and not _is_mark(inner) and not _is_hidden(inner)
        ):
            block = inner.tag in ("p", "div", "li", "ul", "ol")
            yield from ("\n", *_cell_parts(inner), "\n") if block else _cell_parts(inner)
