"""Pages of a PDF as plain data: lines in reading order, and ruled tables. It runs in a process of its own."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

PAGES = 500
"""Pages that are read."""
_LETTERS = 5_000_000


class PageLine(NamedTuple):
    """A line of a page: its text, the size of its letters, whether they are strong, and where it stands.

    `parts` are its texts between wide blanks, each with the place where it begins from the left.
    """

    page: int
    number: int
    text: str
    size: float
    strong: bool
    top: float
    bottom: float
    left: float
    height: float
    parts: tuple[tuple[float, str], ...]


class PageTable(NamedTuple):
    """A table within rules: the rows of its cells, and where on its page it begins."""

    page: int
    top: float
    rows: list[list[str]]


class PdfPages(NamedTuple):
    """What a PDF holds: how many pages, their lines, their tables, and how many pictures."""

    pages: int
    lines: list[PageLine]
    tables: list[PageTable]
    pictures: int


def pages_of(data: bytes) -> PdfPages | str:
    """Read the pages; a sentence where there are more than are read."""
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it says on the terminal what is broken in a file
    lines: list[PageLine] = []
    tables: list[PageTable] = []
    pictures = letters = 0
    with pdfplumber.open(BytesIO(data)) as book:
        if len(book.pages) > PAGES:
            return f"it has more than {PAGES} pages"
        for page in book.pages:
            letters += len(page.chars)
            if letters > _LETTERS:
                return f"it has more than {_LETTERS:,} letters"
            found = _tables(page)
            tables += [PageTable(page.page_number, float(box[1]), rows) for box, rows in found]
            lines += _lines(page, [box for box, _ in found])
            pictures += len(page.images)
            page.close()
        return PdfPages(len(book.pages), lines, tables, pictures)


def _tables(page: Any) -> list[tuple[Any, list[list[str]]]]:
    """The tables within rules that have several rows and columns, with their boxes."""
    if len(page.rects) + len(page.lines) + len(page.curves) > 20_000:
        return []
    found = []
    for table in page.find_tables():
        rows = [[_cell(cell) for cell in row] for row in table.extract(x_tolerance=1.5)]
        rows = [row for row in rows if any(row)]
        if len(rows) > 1 and max(map(len, rows)) > 1 and sum(bool(cell) for row in rows for cell in row) > 2:
            found.append((table.bbox, rows))
    return found


def _cell(text: str | None) -> str:
    """The text of a cell on one line, with a line of its own for each bullet in it."""
    marked = re.sub(r"\n(?=[\u2022\u25cf\u25aa\uf0b7\u2013] )", "\v", text or "")
    return "\n".join(" ".join(line.split()) for line in marked.split("\v") if line.strip())


def _lines(page: Any, boxes: list[Any]) -> Iterator[PageLine]:
    """The lines outside the tables, column by column."""
    words = [
        word
        for word in page.extract_words(extra_attrs=["size", "fontname"], x_tolerance=1.5)
        if not any(
            box[0] - 1 <= word["x0"] and word["x1"] <= box[2] + 1 and box[1] - 1 <= _middle(word) <= box[3] + 1
            for box in boxes
        )
    ]
    for number, row in enumerate(in_columns(_rows(words), float(page.width), float(page.height)), 1):
        line = _line(row, page.page_number, number, float(page.height))
        if line.text:
            yield line


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _rows(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words that stand on one line, from the top down, each line from the left."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda one: (_middle(one), one["x0"])):
        last = rows[-1] if rows else None
        if last and abs(_middle(word) - _middle(last[0])) < 0.5 * max(word["size"], last[0]["size"]):
            last.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one["x0"]) for row in rows]


def _segments(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The parts of a line between wide blanks."""
    found = [[row[0]]]
    for before, word in pairwise(row):
        if word["x0"] - before["x1"] > 1.2 * max(word["size"], 8):
            found.append([])
        found[-1].append(word)
    return found


class PageRow(NamedTuple):
    """The words of one line of a column, and how far that column stands in from the first one."""

    words: list[dict[str, Any]]
    indent: float = 0


def in_columns(rows: list[list[dict[str, Any]]], width: float, height: float) -> list[PageRow]:
    """The lines in the order in which they are read: where a page has two columns, those of the left one first.

    Lines at the upper and lower edge of the page go over both.
    """
    gutter = _gutter(rows, width)
    if gutter is None:
        return [PageRow(row) for row in rows]
    sides = [[row for row in rows if row[0]["x0"] < gutter], [[w for w in row if w["x0"] >= gutter] for row in rows]]
    edges = [min((row[0]["x0"] for row in side if row), default=0.0) for side in sides]
    indent = float(edges[1] - edges[0])
    found: list[PageRow] = []
    left: list[PageRow] = []
    right: list[PageRow] = []
    for row in rows:
        at_edge = not 0.08 * height < _middle(row[0]) < 0.92 * height
        if at_edge or _is_across(row, gutter):
            found += [*left, *right, PageRow(row)]
            left, right = [], []
            continue
        first, second = [w for w in row if w["x1"] <= gutter], [w for w in row if w["x0"] >= gutter]
        left += [PageRow(first)] if first else []
        right += [PageRow(second, indent)] if second else []
    return found + left + right


def _is_across(row: list[dict[str, Any]], gutter: float) -> bool:
    """Whether a part of a line goes over the place between two columns."""
    return any(part[0]["x0"] < gutter < part[-1]["x1"] for part in _segments(row))


def _gutter(rows: list[list[dict[str, Any]]], width: float) -> float | None:
    """The place between two columns; None where the page has one, or a table without rules.

    Few lines go over that place, and several have words on both sides of it, which begin at one edge on the right.
    """
    parts = [_segments(row) for row in rows]
    if len(parts) < 8 or sum(len(one) > 2 for one in parts) * 4 > len(parts):
        return None
    best: tuple[int, float] | None = None
    place = 0.3 * width
    while place < 0.7 * width:
        across = sum(any(part[0]["x0"] < place < part[-1]["x1"] for part in one) for one in parts)
        edges = [
            next(part[0]["x0"] for part in one if part[0]["x0"] >= place)
            for one in parts
            if one[0][-1]["x1"] <= place and any(part[0]["x0"] >= place for part in one)
        ]
        several = len(edges) >= 5 and len(edges) * 5 >= len(parts)
        if several and across * 4 <= len(parts) and (best is None or across < best[0]) and _at_one_edge(edges):
            best = (across, place)
        place += 3
    wordy = [len(part) for one in parts for part in one]
    return best[1] if best and sum(wordy) / len(wordy) > 3 else None


def _at_one_edge(edges: list[float]) -> bool:
    """Whether most of the places are near the first of them from the left, as the lines of a column are."""
    return sum(edge - min(edges) < 30 for edge in edges) * 4 >= len(edges) * 3


def _line(found: PageRow, page: int, number: int, height: float) -> PageLine:
    row = found.words
    size = max((word["size"] for word in row), key=lambda one: sum(len(w["text"]) for w in row if w["size"] == one))
    kept = [word for word in row if not (word["size"] < 0.8 * size and word["text"].strip("[](),.").isdigit())]
    text = " ".join(word["text"] for word in kept)
    strong = bool(kept) and all(_is_strong(word["fontname"]) for word in kept)
    parts = (
        tuple((float(part[0]["x0"]), " ".join(word["text"] for word in part)) for part in _segments(kept))
        if kept
        else ()
    )
    top, bottom = min(w["top"] for w in row), max(w["bottom"] for w in row)
    return PageLine(
        page,
        number,
        text,
        round(float(size), 1),
        strong,
        float(top),
        float(bottom),
        float(row[0]["x0"]) - found.indent,
        height,
        parts,
    )


def _is_strong(font: str) -> bool:
    return any(word in font.casefold() for word in ("bold", "black", "heavy", "semib", "demi"))
