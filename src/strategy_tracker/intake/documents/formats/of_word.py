"""Word documents to pieces, by way of the page that mammoth makes of one in a process of its own.

Colours behind the cells of tables, which the page does not have, are looked up in the document.
"""

import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from strategy_tracker.intake.documents.formats.of_html import pieces_of_tree
from strategy_tracker.intake.documents.formats.page_tree import Element, tree_of
from strategy_tracker.intake.documents.pieces import PaperDocument, PaperPiece, document_of
from strategy_tracker.intake.outline import Grid, GridCell
from strategy_tracker.intake.readers.in_a_child import read_apart
from strategy_tracker.intake.readers.packed import look_through

_SAVE = "open it in Word or LibreOffice and save it as .docx"
_STYLES = """
p[style-name='Title'] => p.doc-title:fresh
p[style-name='Subtitle'] => p.doc-subtitle:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='TOC Heading'] => p.toc:fresh
p[style-name='toc 1'] => p.toc:fresh
p[style-name='toc 2'] => p.toc:fresh
p[style-name='toc 3'] => p.toc:fresh
p[style-name='toc 4'] => p.toc:fresh
p[style-name='table of contents'] => p.toc:fresh
"""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word(name: str, data: bytes) -> PaperDocument:
    """Read a Word document. Raises `Problem` where it cannot be read, is hostile, or is larger than what is read."""
    parts = look_through(name, data, "word/document.xml", "document", _SAVE)
    found = read_apart(name, data, page_of, "documents", _SAVE)
    tree = tree_of(found["page"])
    title = next(
        (_words(one) for one in tree.inside if isinstance(one, Element) and "doc-title" in one.given.get("class", "")),
        "",
    )
    pieces = [_coloured(piece, found["fills"]) for piece in pieces_of_tree(tree)]
    return document_of(name, pieces, title, _remarks(parts, found))


def page_of(data: bytes) -> dict[str, Any]:
    """The page of a document, the colours behind the cells of its tables, and whether changes in it were tracked."""
    import mammoth

    page = mammoth.convert_to_html(
        BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {})
    ).value
    with zipfile.ZipFile(BytesIO(data)) as folder:
        root = ET.fromstring(folder.read("word/document.xml"))  # noqa: S314 - looked through before, without declarations
    tables = [_fills(table) for table in root.iter(f"{_WORD}tbl")]
    inserted, deleted = (next(root.iter(f"{_WORD}{tag}"), None) is not None for tag in ("ins", "del"))
    return {"page": page, "fills": [one for one in tables if one[1]], "inserted": inserted, "deleted": deleted}


def _fills(table: ET.Element) -> tuple[list[str], dict[tuple[int, int], str]]:
    """The texts of the first row of a table, and the colours behind its cells by row and column."""
    first: list[str] = []
    found: dict[tuple[int, int], str] = {}
    for number, row in enumerate(table.findall(f"{_WORD}tr"), 1):
        column = 1
        for cell in row.findall(f"{_WORD}tc"):
            if number == 1:
                first.append("".join("".join(one.itertext()) for one in cell.iter(f"{_WORD}t")))
            about = cell.find(f"{_WORD}tcPr")
            shade = about.find(f"{_WORD}shd") if about is not None else None
            fill = (shade.get(f"{_WORD}fill") or "") if shade is not None else ""
            if re.fullmatch(r"[0-9A-Fa-f]{6}", fill) and fill.upper() != "FFFFFF":
                found[number, column] = fill.upper()
            span = about.find(f"{_WORD}gridSpan") if about is not None else None
            many = (span.get(f"{_WORD}val") or "1") if span is not None else "1"
            column += int(many) if many.isdigit() else 1
    return first, found


def _coloured(piece: PaperPiece, tables: list[tuple[list[str], dict[tuple[int, int], str]]]) -> PaperPiece:
    """A table with the colours behind its cells, known by the words of its first row."""
    grid = piece.grid
    if grid is None:
        return piece
    heads = [_plain(cell.text) for _, cell in sorted(grid.words(1).items())]
    place = next(
        (n for n, (first, _) in enumerate(tables) if [one for one in map(_plain, first) if one] == heads), None
    )
    if place is None:
        return piece
    _, fills = tables.pop(place)
    rows = {row: dict(cells) for row, cells in grid.rows.items()}
    for (row, column), fill in fills.items():
        cell = rows.get(row, {}).get(column, GridCell(""))
        rows.setdefault(row, {})[column] = cell._replace(fill=fill)
    return piece._replace(grid=Grid(grid.name, rows, grid.merged, counted=True))


def _plain(text: str) -> str:
    return "".join(text.split())


def _words(one: Element) -> str:
    return " ".join("".join(part if isinstance(part, str) else _words(part) for part in one.inside).split())


def _remarks(parts: set[str], found: dict[str, Any]) -> list[str]:
    remarks = []
    if any(re.fullmatch(r"word/(header|footer)\d*\.xml", part) for part in parts):
        remarks.append("it has headers or footers, which are left out")
    if any(part.startswith("word/comments") for part in parts):
        remarks.append("it has comments, which are never taken, nor are their authors")
    if found["inserted"] or found["deleted"]:
        remarks.append(
            "changes in it were tracked: what was inserted is read as accepted, what was deleted is left out"
        )
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        remarks.append("it holds macros, which were not opened")
    if any(part.startswith("word/embeddings/") for part in parts):
        remarks.append("files are embedded in it, which were not opened")
    return remarks
