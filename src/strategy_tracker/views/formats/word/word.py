"""A report as a Word document with real styles: somebody can go on writing it, and a screen reader can find its way."""

import io
import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document as Paper
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as Line

from strategy_tracker.how_far import one_by_one
from strategy_tracker.model.branding import Logo
from strategy_tracker.views.directions import is_leftward
from strategy_tracker.views.document import Document
from strategy_tracker.views.formats.word.blocks import describe, picture_of, room, styled_paper, write_block
from strategy_tracker.views.formats.word.lines import write_runs
from strategy_tracker.views.formats.word.package import ask_for_fields, close_paper, open_paper, set_properties
from strategy_tracker.views.formats.word.styles import set_styles
from strategy_tracker.views.formats.word.xml import append, bookmark, element, field, text_run
from strategy_tracker.views.text import visible

_LOGO, _TALLEST = Mm(45), Mm(30)


def write(document: Document) -> bytes:
    """Writes the whole report."""
    paper = open_paper(document.branding.template)
    if document.branding.template is None:
        _page(paper)
    set_styles(paper, document)
    set_properties(paper, document)
    if document.mark:
        _mark(paper, document.mark)
    _foot(paper, document)
    _cover(paper, document)
    _contents(paper, document)
    on = styled_paper(paper, document)
    sections = tuple(zip(_levels(document), document.sections, strict=True))
    for n, (level, section) in enumerate(one_by_one(sections, "writing sections"), 1):
        heading = _written(paper.add_heading(level=level), section.title)
        heading.paragraph_format.page_break_before = section.begins_page or None
        bookmark(heading, n, _name(n))
        for block in section.blocks:
            write_block(on, block)
    return close_paper(paper)


def _page(paper: Paper) -> None:
    """Makes the paper A4."""
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = Mm(18)
    page.bottom_margin = Mm(20)


def _mark(paper: Paper, mark: str) -> None:
    """Writes a line at the head of each page, above what a template has there."""
    for part in paper.sections:
        for head in (part.header, part.first_page_header, part.even_page_header):
            line = head.paragraphs[0].insert_paragraph_before() if head.paragraphs else head.add_paragraph()
            _bold(line, mark)


def _foot(paper: Paper, document: Document) -> None:
    """Writes the source and the page number at the foot, unless the template has a footer of its own."""
    foot = paper.sections[0].footer
    if document.branding.template is not None and not _is_blank(foot):
        return
    line = foot.paragraphs[0]
    line.style = "Footer"
    write_runs(line, f"{document.foot} ")
    for part in re.split(r"(\{pages?\})", document.frame.page):
        if code := _FIELDS.get(part):
            append(line, *field(code, "1"))
        else:
            write_runs(line, part)


_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def _is_blank(foot: Any) -> bool:
    """Whether a footer holds nothing: no table, and no paragraph with more than its own looks."""
    return not foot.tables and all(part.tag == qn("w:pPr") for line in foot.paragraphs for part in line._p)  # noqa: SLF001


def _cover(paper: Paper, document: Document) -> None:
    logo = document.branding.logo
    if logo and document.branding.template is None:  # a template has its own
        _logo(paper, logo, document.organisation or "")
    if document.organisation:
        _written(paper.add_paragraph(), document.organisation)
    _written(paper.add_paragraph(style="Title"), document.title)
    _written(paper.add_paragraph(style="Subtitle"), document.subtitle)
    for name, value in document.facts:
        line = paper.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        _bold(line, f"{name}: ")
        write_runs(line, value)


def _written(line: Line, text: str) -> Line:
    write_runs(line, text)
    return line


def _bold(line: Line, text: str) -> None:
    for run in write_runs(line, text):
        run.bold = True


def _logo(paper: Paper, logo: Logo, organisation: str) -> None:
    data = logo.data if logo.kind == "png" else picture_of(logo.data.decode("utf-8-sig"), 900)
    placed = paper.add_paragraph().add_run().add_picture(io.BytesIO(data), width=_LOGO)
    if placed.height > _TALLEST:
        placed.width, placed.height = Emu(placed.width * _TALLEST // placed.height), _TALLEST
    describe(placed, organisation)


def _levels(document: Document) -> Iterator[int]:
    """The level of each heading, never more than one below the one before."""
    level = 0
    for section in document.sections:
        level = min(section.level, level + 1)
        yield level


def _name(n: int) -> str:
    """The name of the bookmark at heading `n`, as Word itself names such bookmarks."""
    return f"_Toc{n:06}"


def _contents(paper: Paper, document: Document) -> None:
    """Writes a table of contents: a link to each heading, with a field beside it for the number of its page.

    Nobody but a word processor knows where its pages end. LibreOffice works such fields out as it opens the document,
    but leaves one around the whole table as it is, so there is none. Word asks once whether it may, and never again
    after the document was saved.
    """
    numbered = enumerate(zip(_levels(document), document.sections, strict=True), 1)
    listed = [(n, level, section.title) for n, (level, section) in numbered if section._replace(level=level).is_listed]
    if not document.has_contents or not listed:
        return
    _written(paper.add_paragraph(style="TOC Heading"), document.frame.contents)
    for n, level, title in listed:
        line = paper.add_paragraph(style=f"toc {level}")
        line.paragraph_format.tab_stops.add_tab_stop(room(paper), WD_TAB_ALIGNMENT.RIGHT)
        link: list[Any] = [text_run(visible(title), leftward=is_leftward(title)), element("r", element("tab"))]
        link += field(rf"PAGEREF {_name(n)} \h", "\u00a0")
        append(line, element("hyperlink", *link, anchor=_name(n)))
    ask_for_fields(paper)
