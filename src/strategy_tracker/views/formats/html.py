"""A report as one HTML file: no script, nothing fetched, every text escaped, every colour with its mark and word."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from itertools import count

from strategy_tracker.model.branding import Logo
from strategy_tracker.model.names.labels import filled
from strategy_tracker.model.names.language import runs_leftwards
from strategy_tracker.views.directions import is_leftward
from strategy_tracker.views.document import Block, Chart, CountsLine, Document, FrameWords, Paragraph, Points, Section
from strategy_tracker.views.formats.colours_and_logo import logo_address, style_of
from strategy_tracker.views.formats.escaping import Markup, harmless, joined, mark, start, tag, within
from strategy_tracker.views.formats.svg_charts import labelled
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table
from strategy_tracker.views.templates import read_template

WIDE = 60
"""Characters from which a column is kept wide enough to read."""


def write(document: Document) -> bytes:
    """Writes the whole page in UTF-8; joined once, since a page may have many megabytes."""
    return "\n".join(_page(document)).encode()


def _page(document: Document) -> Iterator[str]:
    names = [f"s{n}" for n, _ in enumerate(document.sections, 1)]
    yield "<!doctype html>"
    yield start("html", lang=document.language, dir="rtl" if runs_leftwards(document.language) else None) + _head(
        document
    )
    yield start("body", class_="large" if document.large_print else None)
    yield tag("a", document.frame.skip, class_="skip", href="#report")
    if document.mark:
        yield tag("p", document.mark, class_="mark")
    yield _header(document)
    yield _contents(document, names)
    yield start("main", id="report")
    yield from _sections(document, names, count(1))
    yield "</main>"
    yield tag("footer", tag("p", document.foot))
    yield "</body></html>\n"


def _head(document: Document) -> Markup:
    style = f"\n{read_template('report.css')}{style_of(document.branding)}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    parts = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{document.title}: {document.subtitle}"),
        tag("style", Markup(style)),
    ]
    return tag("head", joined(parts))


def _header(document: Document) -> Markup:
    facts = [part for name, value in document.facts for part in (tag("dt", name), tag("dd", value))]
    parts = [_logo(document.branding.logo, document.organisation)] if document.branding.logo else []
    parts += [tag("p", document.organisation, class_="kicker")] if document.organisation else []
    parts += [tag("h1", document.title), tag("p", document.subtitle, class_="kind")]
    return tag("header", joined([*parts, tag("dl", joined(facts), class_="facts")]))


def _logo(logo: Logo, organisation: str | None) -> Markup:
    """The logo as a picture, in which nothing can act or reach out."""
    return tag("img", src=logo_address(logo), alt=organisation or "", class_="logo")


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
    return tag(
        "nav", tag("h2", document.frame.contents, id="contents"), tag("ul", joined(listed)), aria_labelledby="contents"
    )


def _sections(document: Document, names: list[str], charts: "count[int]") -> Iterator[str]:
    for section, name in zip(document.sections, names, strict=True):
        yield tag(f"h{section.level + 1}", section.title, id=name)
        yield from (_block(block, section, charts, document.frame) for block in section.blocks)


def _block(block: Block, section: Section, charts: "count[int]", frame: FrameWords) -> str:
    if isinstance(block, Paragraph):
        return _words(block)
    if isinstance(block, Points):
        kind, items = "ol" if block.numbered else "ul", "".join(f"{tag('li', item)}\n" for item in block.items)
        return f"<{kind}>{items}</{kind}>"
    if isinstance(block, CountsLine):
        return tag("p", joined([_counted(one) for one in block.items]), class_="marks")
    if isinstance(block, Table):
        return _table(block, block.title or section.title)
    return _figure(block, f"c{next(charts)}", frame)


def _words(words: Paragraph) -> str:
    lead = (tag("b", words.opening.rstrip(" ")), " ") if words.opening else ()
    if words.colour is None:
        return tag("p", *lead, words.text)
    return tag("p", mark(words.colour), " ", *lead, words.text, class_=f"status {words.colour}")


def _counted(one: Cell) -> Markup:
    """A count in its own colour; one without any stands plain."""
    return tag("span", _pill(one), class_=f"rag {one.colour}") if one.colour else tag("span", one.text)


def _table(table: Table, caption: str) -> str:
    heads = (tag("th", column.name, scope="col", class_="n" if column.figures else None) for column in table.columns)
    head = f"{tag('caption', caption)}<thead><tr>{''.join(heads)}</tr></thead>"
    notes = "".join(f"\n{tag('p', note, class_='note')}" for note in table.notes)
    rows = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*_columns(table), strict=True))
    return f"<table>{head}<tbody>{rows}</tbody></table>{notes}"


def _columns(table: Table) -> Iterator[list[str]]:
    """The cells of each column. The first cell of a row names it; the others know their column, for narrow screens.

    A report has tens of thousands of cells, so what is the same all the way down is made once.
    """
    texts = [one.text for row in table.rows for one in row]
    safe = None if any(map(is_leftward, texts)) else harmless(texts)
    for n, column in enumerate(table.columns):
        cells = [row[n] for row in table.rows]
        wide = any(len(text) > WIDE for text, _ in cells)
        if n == 0:
            first = start("th", scope="row", class_="w" if wide else None)
            yield [
                f"{first}{_pill(one)}</th>" if one.colour else _filled(first, one.text, "</th>", safe) for one in cells
            ]
            continue
        begin, nothing = _begin(column, wide), f"{_begin(column, False, ' empty')}–</td>"
        whole = {
            one: f"{_begin(column, wide, f' rag {one.colour}')}{_pill(one)}</td>" for one in set(cells) if one.colour
        }
        plain = {"–": nothing}
        yield [whole[one] if one[1] else plain.get(one[0]) or _filled(begin, one[0], "</td>", safe) for one in cells]


def _filled(begin: str, words: str, end: str, safe: Callable[[str], str] | None) -> str:
    """A cell; `safe` escapes its text where no text of the table runs from right to left."""
    return f"{begin}{safe(words)}{end}" if safe else within(begin, words, end)


def _begin(column: Column, wide: bool, more: str = "") -> str:
    """The beginning of a cell of a column."""
    classes = f"{' n' * column.figures}{' w' * wide}{more}"[1:]
    return start("td", class_=classes or None, data_label=column.name)


def _pill(cell: Cell) -> Markup:
    """A coloured cell: its mark, which is not read out, and its word."""
    assert cell.colour
    shape = MARKS[cell.colour]
    if not cell.text.startswith(f"{shape} "):
        return tag("span", cell.text, class_="pill")
    return tag("span", mark(cell.colour), cell.text[len(shape) :], class_="pill")


def _figure(chart: Chart, name: str, frame: FrameWords) -> str:
    """The drawing, what it shows in a sentence, and its figures as a table."""
    safe = harmless(part for mark in chart.marks for part in (mark.label, mark.shown))
    rows = "\n".join(
        f'<tr><th scope="row">{safe(mark.label)}</th><td>{safe(mark.shown)}</td></tr>' for mark in chart.marks
    )
    drawn = f"<div>{labelled(chart, f'{name}t {name}w')}{tag('p', chart.words, class_='note', id=f'{name}w')}</div>"
    caption = tag("caption", filled(frame.figures_of, {"measure": chart.title}), class_="unseen")
    heads = "".join(tag("th", name, scope="col") for name in (frame.period, frame.figure))
    table = f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<figure>{tag('figcaption', chart.title, id=f'{name}t')}{drawn}{table}</figure>"
