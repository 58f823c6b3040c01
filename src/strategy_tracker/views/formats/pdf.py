"""A report as PDF for people and screen readers (PDF/UA-1), set by Typst with the fonts that come with it.

No text of the report is ever part of a program: `templates/report.typ` is fixed, and reads the report as data.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import zip_longest
from typing import Any

import typst

from strategy_tracker.views.directions import is_leftward, legible
from strategy_tracker.views.document import Block, Chart, CountsChart, CountsLine, Document, Paragraph, Points
from strategy_tracker.views.formats.charts.svg_charts import picture
from strategy_tracker.views.formats.charts.svg_counts import counts_picture
from strategy_tracker.views.formats.colours_and_logo import SHADES, Shades, shades_of
from strategy_tracker.views.formats.column_room import shared_room
from strategy_tracker.views.sheet import MARKS, Cell, Table, groups_of
from strategy_tracker.views.templates import read_template
from strategy_tracker.views.text import columns

NARROW, ROOM, LINE, BETWEEN = 24, 72, 120, 2
"""Characters that a narrow column has at most, that all narrow ones have together, in a line, and between columns."""
WHOLE, MANY_ROWS, TALL = 1500, 8, 900
"""Letters and rows that a table has at most to stay whole on a page; letters of a text beyond which its row breaks."""

_STRICT = ["ua-1"]
_TRIES: tuple[tuple[bool, list[Any]], ...] = ((True, _STRICT), (False, _STRICT), (False, []))
_NO_GLYPH = re.compile(r"could not be displayed")


def write(document: Document) -> bytes:
    """Writes the whole report. Where no font has a character it is tagged all the same, but claims no PDF/UA-1."""
    blocks = _document(document)
    data = json.dumps(blocks | {"mixed": _is_mixed(blocks)})
    day = datetime.combine(document.as_at, time(), UTC)
    for own_fonts, standards in _TRIES:
        try:
            return typst.compile(
                read_template("report.typ").encode(),
                sys_inputs={"document": data},
                ignore_system_fonts=own_fonts,
                pdf_standards=standards,
                timestamp=day,
            )
        except typst.TypstError as error:
            if not standards or not _NO_GLYPH.search(str(error)):
                raise
    raise AssertionError  # the last try returns or raises


def _document(document: Document) -> dict[str, Any]:
    """The report as the template reads it: plain data."""
    lang, *others = document.language.split("-")
    region = next((part for part in others if len(part) != 4), None)
    return {
        "title": legible(document.title) or "Report",
        "authors": [legible(document.organisation)] if document.organisation else [],
        "subject": legible(document.subtitle),
        "date": {"year": document.as_at.year, "month": document.as_at.month, "day": document.as_at.day},
        "lang": lang,
        "region": region,
        "size": 16 if document.large_print else 10.5,
        "small": 1 if document.large_print else 0.86,
        "foot": legible(document.foot),
        "frame": {name: legible(text) for name, text in document.frame._asdict().items()},
        "contents": document.has_contents and bool(document.sections),
        "mark": legible(document.mark),
        "facts": [[legible(name), legible(value)] for name, value in document.facts],
        "logo": _logo(document),
        "blocks": list(_blocks(document)),
    }


def _is_mixed(value: Any) -> bool:
    """Whether any text of a report runs from right to left."""
    if isinstance(value, str):
        return is_leftward(value)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(_is_mixed, inside))


def _logo(document: Document) -> dict[str, Any] | None:
    logo = document.branding.logo
    if logo is None:
        return None
    return {"data": list(logo.data), "format": logo.kind, "alt": legible(document.organisation or "Logo")}


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    """Every heading and block in order; a heading is never more than one level below the one before."""
    level, shades = 0, shades_of(document.branding)
    for section in document.sections:
        level = min(section.level, level + 1)
        yield {
            "kind": "heading",
            "level": level,
            "text": legible(section.title),
            "listed": section._replace(level=level).is_listed,
            "page": section.begins_page,
        }
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            for made in _block(block, shades):
                leads = isinstance(block, Paragraph) and isinstance(after, Points)
                yield made | {"leads": leads} if made["kind"] == "words" else made


def _block(block: Block, shades: Shades) -> Iterator[dict[str, Any]]:
    if isinstance(block, Paragraph):
        yield _words(block, shades)
    elif isinstance(block, Points):
        yield {"kind": "numbers" if block.numbered else "bullets", "items": [legible(item) for item in block.items]}
    elif isinstance(block, CountsLine):
        yield {"kind": "marks", "items": [_cell(one, shades) for one in block.items]}
    elif isinstance(block, CountsChart):
        yield {
            "kind": "bars",
            "title": legible(block.title),
            "alt": legible(block.words),
            "svg": counts_picture(block, "Libertinus Serif"),
        }
        yield from _table(block.table, shades)
    elif isinstance(block, Chart):
        yield _chart(block)
    else:
        yield from _table(block, shades)


def _words(words: Paragraph, shades: Shades) -> dict[str, Any]:
    if words.colour is None:
        return {"kind": "words", "text": legible(words.text), "lead": legible(words.opening.rstrip(" "))}
    ink, fill = shades[words.colour]
    text = f"{MARKS[words.colour]} {words.opening}{legible(words.text)}"
    return {"kind": "status", "text": text, "ink": ink, "fill": fill}


def _table(table: Table, shades: Shades) -> Iterator[dict[str, Any]]:
    """A table with its title, which stands alone where there are no rows; then its notes."""
    if not table.rows:
        yield {"kind": "words", "text": legible(table.title), "lead": ""}
    else:
        yield _rows(table, shades)
    for note in table.notes:
        yield {"kind": "note", "text": legible(note)}


def _rows(table: Table, shades: Shades) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": legible(table.title),
        "heads": [legible(column.marked) for column in table.columns],
        "groups": [[legible(name), number] for name, number in groups_of(table.columns)],
        "widths": _widths(table),
        **_breaks(table),
        "right": [column.figures for column in table.columns],
        "rows": [
            [_number(cell, shades) if column.colour else _cell(cell, shades) for column, cell in pairs]
            for pairs in (zip(table.columns, row, strict=True) for row in table.rows)
        ],
    }


def _breaks(table: Table) -> dict[str, bool]:
    """Whether a table may go over to the next page, and whether one row of it may."""
    lengths = [len(cell.text) for row in table.rows for cell in row]
    return {"long": len(table.rows) > MANY_ROWS or sum(lengths) > WHOLE, "tall": max(lengths, default=0) > TALL}


def _widths(table: Table) -> list[float | None]:
    """None for a column as wide as its text; a share of what is left for one of long texts.

    Where narrow columns leave no room for a long text, each column has a share, and the words above it break.
    """
    longest = [max(columns(row[n].text) for row in table.rows) for n in range(len(table.columns))]
    narrow = [max(length, columns(table.columns[n].marked)) for n, length in enumerate(longest) if length <= NARROW]
    if len(narrow) == len(longest):
        return [None] * len(longest)
    if sum(narrow) > ROOM:
        every = [[head.marked, *(row[n].text for row in table.rows)] for n, head in enumerate(table.columns)]
        return [share + BETWEEN for share in shared_room(every, LINE - BETWEEN * len(longest))]
    wide = [[row[n].text for row in table.rows] for n, length in enumerate(longest) if length > NARROW]
    shares = iter(shared_room(wide, LINE - sum(narrow) - BETWEEN * len(longest)))
    return [None if length <= NARROW else next(shares) for length in longest]


def _cell(cell: Cell, shades: Shades = SHADES) -> dict[str, Any]:
    if cell.colour is None:
        return {"text": legible(cell.text), "ink": None}
    ink, fill = shades[cell.colour]
    strong = shades[cell.colour] != SHADES[cell.colour]  # a body's own colour may be too much for a whole cell
    return {"text": legible(cell.text), "ink": ink, "fill": fill, "strong": strong}


def _number(cell: Cell, shades: Shades) -> dict[str, Any]:
    """A number in the colour that it counts; nothing is behind it, unless it could not be read without."""
    made = _cell(cell if cell.text != "–" else Cell(cell.text), shades)
    return made if made["ink"] is None or made["strong"] else made | {"fill": None}


def _chart(chart: Chart) -> dict[str, Any]:
    drawing = picture(chart, "Libertinus Serif")
    rows = [[_cell(Cell(mark.label)), _cell(Cell(mark.shown))] for mark in chart.marks]
    return {"kind": "chart", "title": legible(chart.title), "alt": legible(chart.words), "svg": drawing, "rows": rows}
