"""A report as one HTML file: no script, nothing fetched, every text escaped, every colour with its mark and word."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import count

from strategy_tracker.rules.standing import Colour
from strategy_tracker.views.figures import long_date
from strategy_tracker.views.report.document import Block, Chart, Document, Points, Section, Words
from strategy_tracker.views.report.drawing import svg
from strategy_tracker.views.report.markup import Markup, joined, start, tag, text
from strategy_tracker.views.report.style import STYLE
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table

WIDE = 60
"""Characters from which a column is kept wide enough to read."""


def write(document: Document) -> bytes:
    """The whole page in UTF-8."""
    page = tag("html", joined([_head(document), _body(document)]), lang=document.language)
    return f"<!doctype html>\n{page}\n".encode()


def _head(document: Document) -> Markup:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    parts = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{document.title}: {document.subtitle}"),
        tag("style", Markup(STYLE)),
    ]
    return tag("head", joined(parts))


def _body(document: Document) -> Markup:
    names = [f"s{n}" for n, _ in enumerate(document.sections, 1)]
    charts = count(1)
    parts = [
        tag("a", "Skip to the report", class_="skip", href="#report"),
        _header(document),
        _contents(document, names),
        tag("main", joined(list(_sections(document, names, charts))), id="report"),
        tag("footer", tag("p", f"As at {long_date(document.as_at)}. Made from {document.made_from}.")),
    ]
    return tag("body", joined(parts), class_="large" if document.large_print else None)


def _header(document: Document) -> Markup:
    facts = [part for name, value in document.facts for part in (tag("dt", name), tag("dd", value))]
    parts = [tag("p", document.organisation, class_="kicker")] if document.organisation else []
    parts += [tag("h1", document.title), tag("p", document.subtitle, class_="kind")]
    return tag("header", joined([*parts, tag("dl", joined(facts), class_="facts")]))


def _contents(document: Document, names: list[str]) -> Markup:
    """Links to the sections of level 1, with those of level 2 under them."""
    items: list[tuple[Markup, list[Markup]]] = []
    for section, name in zip(document.sections, names, strict=True):
        link = tag("a", section.title, href=f"#{name}")
        if section.level == 1 or not items:
            items.append((link, []))
        elif section.level == 2:
            items[-1][1].append(tag("li", link))
    listed = [tag("li", link, tag("ul", *inner)) if inner else tag("li", link) for link, inner in items]
    return tag("nav", tag("h2", "Contents", id="contents"), tag("ul", joined(listed)), aria_labelledby="contents")


def _sections(document: Document, names: list[str], charts: "count[int]") -> Iterator[Markup]:
    for section, name in zip(document.sections, names, strict=True):
        yield tag(f"h{section.level + 1}", section.title, id=name)
        yield from (_block(block, section, charts) for block in section.blocks)


def _block(block: Block, section: Section, charts: "count[int]") -> Markup:
    if isinstance(block, Words):
        return _words(block)
    if isinstance(block, Points):
        return tag("ol" if block.numbered else "ul", joined([tag("li", item) for item in block.items]))
    if isinstance(block, Table):
        return _table(block, block.title or section.title)
    return _figure(block, f"chart{next(charts)}")


def _words(words: Words) -> Markup:
    if words.colour is None:
        return tag("p", words.text)
    return tag("p", _mark(words.colour), f" {words.text}", class_=f"status {words.colour}")


def _mark(colour: Colour) -> Markup:
    """The shape of a colour; the word beside it is what is read out."""
    return tag("span", MARKS[colour], class_="mark", aria_hidden="true")


def _table(table: Table, caption: str, *, unseen: bool = False) -> Markup:
    heads = [tag("th", column.name, scope="col", class_="n" if column.figures else None) for column in table.columns]
    rows = joined(_rows(table))
    title = tag("caption", caption, class_="unseen" if unseen else None)
    notes = [tag("p", note, class_="note") for note in table.notes]
    return joined([tag("table", title, tag("thead", tag("tr", *heads)), tag("tbody", rows)), *notes])


def _rows(table: Table) -> Iterator[Markup]:
    """The first cell names the row; the others know their column, for screens too narrow for a table."""
    wide = [any(len(row[n].text) > WIDE for row in table.rows) for n in range(len(table.columns))]
    begin = cache(lambda n, empty, colour: _begin(n, table, wide[n], empty, colour))
    for row in table.rows:
        cells = [f"{begin(0, False, None)}{text(row[0].text)}</th>"]
        cells += [f"{begin(n, one.text == '–', one.colour)}{_content(one)}</td>" for n, one in enumerate(row[1:], 1)]
        yield Markup(f"<tr>{''.join(cells)}</tr>")


def _begin(n: int, table: Table, wide: bool, empty: bool, colour: Colour | None) -> str:
    """The beginning of a cell in column `n`: a few for each table, used for every row."""
    column = table.columns[n]
    if n == 0:
        return start("th", scope="row", class_="w" if wide else None)
    holds = (("n", column.figures), ("w", wide), ("empty", empty), (f"rag {colour}", colour is not None))
    classes = " ".join(name for name, is_so in holds if is_so)
    return start("td", class_=classes or None, data_label=column.name)


def _content(cell: Cell) -> str:
    if cell.colour is None:
        return text(cell.text)
    mark = MARKS[cell.colour]
    if not cell.text.startswith(f"{mark} "):
        return tag("span", cell.text, class_="pill")
    return tag("span", _mark(cell.colour), cell.text[len(mark) :], class_="pill")


def _figure(chart: Chart, name: str) -> Markup:
    """The drawing, what it shows in a sentence, and its figures."""
    rows = tuple((Cell(mark.label), Cell(mark.shown)) for mark in chart.marks)
    figures = Table("", (Column("Period"), Column("Figure", figures=True)), rows)
    drawn = tag("div", joined([svg(chart, name), tag("p", chart.words, class_="note")]))
    shown = _table(figures, f"{chart.title}: figures", unseen=True)
    return tag("figure", joined([tag("figcaption", chart.title), drawn, shown]))
