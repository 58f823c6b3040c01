"""Markdown to pieces, by the parser that the papers are checked with; a place is the line of the file."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from strategy_tracker.intake.documents.formats.of_html import pieces_of_tree
from strategy_tracker.intake.documents.formats.page_tree import tree_of
from strategy_tracker.intake.documents.lines import TextLine, parts_of
from strategy_tracker.intake.documents.pieces import Aside, PaperDocument, PaperPiece, document_of
from strategy_tracker.intake.documents.tables import grid_of
from strategy_tracker.intake.readers.limits import ROWS, too_much
from strategy_tracker.intake.readers.tables import decode
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_BROKEN = 100
"""Characters to which lines are taken to be broken."""


def read_markdown(name: str, data: bytes) -> PaperDocument:
    """Read Markdown. Raises `Problem` where it is none, is larger than what is read, or its reader is not installed."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise Problem("Markdown is read by the extra 'documents', which is not installed", _INSTALL) from None
    text, remark = decode(name, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > ROWS:
        raise too_much(name, ROWS, "lines")
    front = _FRONT.match(text)
    title = re.search(r"^title:\s*(.+)$", front["head"], re.MULTILINE) if front else None
    start = front["head"].count("\n") + 2 if front else 0
    pieces: list[PaperPiece] = []
    if front:
        pieces.append(PaperPiece("para", " ".join(front["head"].split())[:400], "line 1", aside="front matter"))
        text = "\n" * (start + 1) + text[front.end() :]
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])
    pieces += _in_order(_TokenReader(parser.parse(_without_code(text, pieces))).read())
    return document_of(name, pieces, title[1].strip(" '\"") if title else "", [remark] if remark else [])


_INSTALL = "pip install 'strategy-tracker[documents]', or save the text as .txt or .html"


def _without_code(text: str, pieces: list[PaperPiece]) -> str:
    """The text without the code of templates, in the same lines; the code is a piece that is left out."""

    def left_out(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start()) + 1
        pieces.append(PaperPiece("para", " ".join(found[0].split())[:200], f"line {line}", aside="program code"))
        return "\n" * found[0].count("\n")

    return _CODE.sub(left_out, text)


def _in_order(pieces: Iterator[PaperPiece]) -> Iterator[PaperPiece]:
    """Number the tables."""
    tables = 0
    for piece in pieces:
        if piece.grid is None:
            yield piece
            continue
        tables += 1
        yield piece._replace(place=f"table {tables}", grid=piece.grid._replace(name=f"table {tables}"))


class _TokenReader:
    """Goes through the tokens of a text, and knows in how many lists and quotes it stands."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self.tokens = tokens
        self.depth, self.quotes = -1, 0
        self.first_of_item = False

    def read(self) -> Iterator[PaperPiece]:
        """Give the pieces in their order."""
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            self._enter(token.type)
            if token.type == "heading_open":
                text, _ = _words(self.tokens[at + 1])
                yield PaperPiece("heading", text.replace("\n", " "), _place(token), int(token.tag[1]), self._aside())
                at += 1
            elif token.type == "table_open":
                end = next(place for place in range(at, len(self.tokens)) if self.tokens[place].type == "table_close")
                yield PaperPiece("table", "", _place(token), grid=grid_of(list(_rows(self.tokens[at:end]))))
                at = end
            else:
                yield from self._block(token)
            at += 1

    def _enter(self, kind: str) -> None:
        """Note where a list, an item or a quote begins and ends."""
        self.depth += kind in ("bullet_list_open", "ordered_list_open")
        self.depth -= kind in ("bullet_list_close", "ordered_list_close")
        self.quotes += kind == "blockquote_open"
        self.quotes -= kind == "blockquote_close"
        self.first_of_item = self.first_of_item or kind == "list_item_open"

    def _block(self, token: "Token") -> Iterator[PaperPiece]:
        if token.type == "inline":
            yield from self._paragraph(token)
        elif token.type in ("fence", "code_block"):
            yield PaperPiece("para", " ".join(token.content.split())[:200], _place(token), aside="program code")
        elif token.type == "html_block":
            for piece in pieces_of_tree(tree_of(token.content)):
                yield piece._replace(place=_place(token))

    def _aside(self) -> Aside:
        return "a quote" if self.quotes else ""

    def _paragraph(self, token: "Token") -> Iterator[PaperPiece]:
        """A paragraph, or the first one of an item; lines that are labels are pieces of their own."""
        text, strong = _words(token)
        start = token.map[0] + 1 if token.map else 0
        lines = [
            TextLine(line, f"line {start + number}") for number, line in enumerate(text.split("\n")) if line.strip()
        ]
        item, self.first_of_item = self.first_of_item and self.depth >= 0, False
        for part in parts_of(lines, _BROKEN):
            whole = " ".join(line.text.strip() for line in part)
            mark = ("\u2022", whole) if item else tuple(line.text for line in part)
            yield PaperPiece(
                "item" if item else "para", whole, part[0].place, self.depth if item else 0, self._aside(), mark, strong
            )
            item = False


def _place(token: "Token") -> str:
    return f"line {token.map[0] + 1}" if token.map else ""


def _words(token: "Token") -> tuple[str, bool]:
    """The words of a paragraph with its line ends, without marks; and whether all of them are strong."""
    found: list[str] = []
    strong = deleted = 0
    weak = False
    for one in token.children or ():
        if one.type in ("strong_open", "em_open"):
            strong += 1
        elif one.type in ("strong_close", "em_close"):
            strong -= 1
        elif one.type in ("s_open", "s_close"):
            deleted += 1 if one.type == "s_open" else -1
        elif one.type in ("text", "code_inline") and not deleted:
            found.append(one.content)
            weak = weak or (not strong and bool(one.content.strip(" :")))
        elif one.type in ("softbreak", "hardbreak") or (one.type == "html_inline" and re.match(r"<br\b", one.content)):
            found.append("\n")
    text = re.sub(r"^\[[ xX]\]\s+", "", "".join(found))
    return re.sub(r"\[\^[\w-]+\]", "", text), bool(found) and not weak


def _rows(tokens: Sequence["Token"]) -> Iterator[list[str]]:
    row: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(_words(token)[0].strip())
        elif token.type == "tr_close":
            yield row
