"""A report as PDF for people and screen readers (PDF/UA-1), set by Typst with the fonts that come with it.

No text of the report is ever part of a program: the template below is fixed, and reads the report as data.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any

import typst

from strategy_tracker.model.branding import Shade
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.document import Block, Chart, Document, Points, Words
from strategy_tracker.views.formats.svg_charts import picture
from strategy_tracker.views.papers.in_own_words import SHADES, shades_of
from strategy_tracker.views.screens.text_charts import long_date
from strategy_tracker.views.sheet import MARKS, Cell, Table
from strategy_tracker.views.text import visible

Shades = Mapping[Colour, Shade]
NARROW, ROOM = 24, 72
"""Characters that a narrow column has at most, and that all narrow columns of a table have together."""

_STRICT = ["ua-1"]
_TRIES: tuple[tuple[bool, list[Any]], ...] = ((True, _STRICT), (False, _STRICT), (False, []))
_NO_GLYPH = re.compile(r"could not be displayed")

_TEMPLATE = r"""
#let doc = json(bytes(sys.inputs.document))
#let serif = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
#let soft = rgb("#566270")
#set document(title: doc.title, author: doc.authors, description: doc.subject, date: datetime(..doc.date))
#set text(lang: doc.lang, region: doc.region, size: doc.size * 1pt, font: serif, fill: rgb("#1d2733"), hyphenate: false)
#set par(leading: 0.62em, spacing: 1em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 20mm),
  footer: context {
    set text(size: doc.small * 1em, fill: soft)
    grid(
      columns: (1fr, auto), column-gutter: 2em,
      doc.foot,
      "Page " + str(here().page()) + " of " + str(counter(page).final().first()),
    )
  },
)
#show title: set text(size: 1.3em)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 1.15em)
#show figure: set block(breakable: true, above: 1.4em, below: 1em)
#show figure: set align(left)
#show figure.caption: it => block(sticky: true, below: 0.6em, strong(it.body))
#set figure.caption(position: top)
#set figure(numbering: none, supplement: none, gap: 0.6em)
#set table(inset: (x: 0.45em, y: 0.45em))
#set table(stroke: (x, y) => (bottom: (if y == 0 { 1pt } else { 0.5pt }) + rgb("#b9b4a9")))
#show table: set text(size: doc.small * 1em)
#show table: set par(leading: 0.5em)
#show table.cell.where(y: 0): set text(weight: "bold")

#let titled(name, body, kind) = if name == "" { body } else { figure(body, kind: kind, caption: name) }
#let shaded(cell) = {
  if cell.ink == none { return cell.text }
  if cell.strong {
    let word = text(fill: rgb(cell.ink), weight: "bold", cell.text)
    return box(fill: rgb(cell.fill), inset: (x: 0.4em), outset: (y: 0.25em), radius: 0.3em, word)
  }
  table.cell(fill: rgb(cell.fill), text(fill: rgb(cell.ink), weight: "bold", cell.text))
}
#let note(words) = block(text(size: doc.small * 1em, fill: soft, words))
#let rows(it) = table(
  columns: it.widths.map(width => if width == none { auto } else { width * 1fr }),
  align: it.right.map(right => if right { end } else { start }),
  table.header(..it.heads),
  ..it.rows.flatten().map(shaded),
)
#let drawn(it) = {
  let figures = rows((heads: ("Period", "Figure"), widths: (none, none), right: (false, true), rows: it.rows))
  let picture = titled(it.title, image(bytes(it.svg), format: "svg", alt: it.alt, width: 100%), image)
  block(
    breakable: it.rows.len() > 14,
    grid(columns: (3fr, 2fr), column-gutter: 1.5em, picture + note(it.alt), figures),
  )
}
#let shown(it) = {
  if it.kind == "heading" { heading(level: it.level, it.text) }
  if it.kind == "words" { par(it.text) }
  if it.kind == "note" { note(it.text) }
  if it.kind == "status" {
    block(
      fill: rgb(it.fill), stroke: (left: 3pt + rgb(it.ink)), inset: (x: 0.8em, y: 0.6em), sticky: true,
      text(fill: rgb(it.ink), weight: "bold", it.text),
    )
  }
  if it.kind == "bullets" { list(..it.items) }
  if it.kind == "numbers" { enum(..it.items) }
  if it.kind == "table" { titled(it.title, rows(it), table) }
  if it.kind == "chart" { drawn(it) }
}

#if doc.logo != none {
  block(below: 1.2em, image(bytes(doc.logo.data), format: doc.logo.format, alt: doc.logo.alt, height: 16mm))
}
#for name in doc.authors { text(fill: soft, name) }
#title()
#text(size: 1.2em, fill: soft, doc.subject)

#for (name, value) in doc.facts { par(strong(name + ":") + " " + value) }
#if doc.blocks.any(it => it.kind == "heading") { outline(title: "Contents", depth: 2) }
#for it in doc.blocks { shown(it) }
"""


def write(document: Document) -> bytes:
    """The whole report. Where no font has a character, it is tagged all the same, but does not claim PDF/UA-1."""
    data = json.dumps(_document(document))
    day = datetime.combine(document.as_at, time(), UTC)
    for own_fonts, standards in _TRIES:
        try:
            return typst.compile(
                _TEMPLATE.encode(),
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
    lang, _, region = document.language.partition("-")
    made = f"As at {long_date(document.as_at)}. Made from {document.made_from}."
    return {
        "title": visible(document.title) or "Report",
        "authors": [visible(document.organisation)] if document.organisation else [],
        "subject": visible(document.subtitle),
        "date": {"year": document.as_at.year, "month": document.as_at.month, "day": document.as_at.day},
        "lang": lang,
        "region": region or None,
        "size": 16 if document.large_print else 10.5,
        "small": 1 if document.large_print else 0.86,
        "foot": visible(made),
        "facts": [[visible(name), visible(value)] for name, value in document.facts],
        "logo": _logo(document),
        "blocks": list(_blocks(document)),
    }


def _logo(document: Document) -> dict[str, Any] | None:
    logo = document.house.logo
    if logo is None:
        return None
    return {"data": list(logo.data), "format": logo.kind, "alt": visible(document.organisation or "Logo")}


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    """Every heading and block in order; a heading is never more than one level below the one before."""
    level, shades = 0, shades_of(document.house)
    for section in document.sections:
        level = min(section.level, level + 1)
        yield {"kind": "heading", "level": level, "text": visible(section.title)}
        for block in section.blocks:
            yield from _block(block, shades)


def _block(block: Block, shades: Shades) -> Iterator[dict[str, Any]]:
    if isinstance(block, Words):
        yield _words(block, shades)
    elif isinstance(block, Points):
        yield {"kind": "numbers" if block.numbered else "bullets", "items": [visible(item) for item in block.items]}
    elif isinstance(block, Chart):
        yield _chart(block)
    else:
        yield from _table(block, shades)


def _words(words: Words, shades: Shades) -> dict[str, Any]:
    if words.colour is None:
        return {"kind": "words", "text": visible(words.text)}
    ink, fill = shades[words.colour]
    return {"kind": "status", "text": f"{MARKS[words.colour]} {visible(words.text)}", "ink": ink, "fill": fill}


def _table(table: Table, shades: Shades) -> Iterator[dict[str, Any]]:
    """A table with its title, which stands alone where there are no rows; then its notes."""
    if not table.rows:
        yield {"kind": "words", "text": visible(table.title)}
    else:
        yield _rows(table, shades)
    for note in table.notes:
        yield {"kind": "note", "text": visible(note)}


def _rows(table: Table, shades: Shades) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": visible(table.title),
        "heads": [visible(column.name) for column in table.columns],
        "widths": _widths(table),
        "right": [column.figures for column in table.columns],
        "rows": [[_cell(cell, shades) for cell in row] for row in table.rows],
    }


def _widths(table: Table) -> list[float | None]:
    """None for a column as wide as its text; a share of what is left for one of long texts."""
    longest = [max(len(row[n].text) for row in table.rows) for n in range(len(table.columns))]
    narrow = [max(length, len(table.columns[n].name)) for n, length in enumerate(longest) if length <= NARROW]
    if len(narrow) == len(longest) or sum(narrow) > ROOM:
        return [None] * len(longest)
    return [None if length <= NARROW else round(math.sqrt(length), 1) for length in longest]


def _cell(cell: Cell, shades: Shades = SHADES) -> dict[str, Any]:
    if cell.colour is None:
        return {"text": visible(cell.text), "ink": None}
    ink, fill = shades[cell.colour]
    strong = shades[cell.colour] != SHADES[cell.colour]  # a body's own colour may be too much for a whole cell
    return {"text": visible(cell.text), "ink": ink, "fill": fill, "strong": strong}


def _chart(chart: Chart) -> dict[str, Any]:
    drawing = picture(chart, "Libertinus Serif")
    rows = [[_cell(Cell(mark.label)), _cell(Cell(mark.shown))] for mark in chart.marks]
    return {"kind": "chart", "title": visible(chart.title), "alt": visible(chart.words), "svg": drawing, "rows": rows}
