"""A report as a Word document with real styles: somebody can go on writing it, and a screen reader can find its way."""

import io
import math
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

import docx
import resvg_py
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from strategy_tracker.rules.standing import Colour
from strategy_tracker.views.figures import long_date
from strategy_tracker.views.report.document import Block, Chart, Document, Points, Words
from strategy_tracker.views.report.drawing import svg
from strategy_tracker.views.sheet import MARKS, Cell, Table
from strategy_tracker.views.text import visible

INK: dict[Colour, tuple[str, str]] = {
    "red": ("A32020", "FBEAEA"),
    "amber": ("875300", "FDF1DC"),
    "green": ("22662F", "E9F4EA"),
    "blue": ("1C568F", "E8F0F9"),
    "grey": ("566270", "F1EFEB"),
}
"""The colour of the word and of what is behind it, as on the page; each pair has a contrast above 4.5 to 1."""

_SIZES = {
    "Title": 2.0,
    "Subtitle": 1.2,
    "Heading 1": 1.5,
    "TOC Heading": 1.5,
    "Heading 2": 1.25,
    "Heading 3": 1.1,
    "Caption": 1.0,
}
_SMALL = {"Table Text": 0.85, "Table Heading": 0.85, "Note": 0.9, "Footer": 0.8}
_NEW = ("Table Text", "Table Heading", "Note", "toc 1", "toc 2")
_DARK, _SOFT, _RULE = "1D2733", "566270", "B9B4A9"
_LETTERS = f"{qn('w:rPr')}/{qn('w:spacing')}"
_TEXT_WIDTH = 174
"""Millimetres between the margins of an A4 page."""

LONG_WORD = 16
"""Letters for which a column of a table makes room; a longer word is broken."""

_PROGRAM = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>strategy-tracker</Application></Properties>"
)
_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml")
_FIXED = (1980, 1, 1, 0, 0, 0)


def write(document: Document) -> bytes:
    """The whole report."""
    paper = docx.Document()
    _page(paper, document)
    _styles(paper, document)
    _properties(paper, document)
    _cover(paper, document)
    _contents(paper, document)
    for n, (level, section) in enumerate(zip(_levels(document), document.sections, strict=True), 1):
        _bookmark(paper.add_heading(visible(section.title), level), n)
        for block in section.blocks:
            _block(paper, block)
    return _packed(paper)


def _element(element: str, /, *inside: Any, **attributes: str) -> Any:
    """An element of WordprocessingML with attributes in its name space."""
    made = OxmlElement(f"w:{element}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for each in inside:
        made.append(each)
    return made


def _page(paper: Paper, document: Document) -> None:
    """A4, with the source and the number of the page at the foot."""
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = Mm(18)
    page.bottom_margin = Mm(20)
    made = visible(f"As at {long_date(document.as_at)}. Made from {document.made_from}. Page ")
    foot = page.footer.paragraphs[0]
    foot.add_run(made)
    _number(foot, "PAGE")
    foot.add_run(" of ")
    _number(foot, "NUMPAGES")


def _number(paragraph: Paragraph, code: str) -> None:
    text = OxmlElement("w:t")
    text.text = "1"
    paragraph._p.append(_element("fldSimple", _element("r", text), instr=code))  # noqa: SLF001


def _styles(paper: Paper, document: Document) -> None:
    """One sans-serif face, sizes that follow from one base, the language everywhere."""
    styles, base = paper.styles, 16.0 if document.large_print else 11.0
    for face in list(styles.element.iter(qn("w:rFonts"))):
        face.getparent().remove(face)
    for language in (*styles.element.iter(qn("w:lang")), *paper.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), document.language)
    for name in _NEW:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    styles["Normal"].font.name = "Arial"
    small = dict.fromkeys(_SMALL, 1.0) if document.large_print else _SMALL
    for name, times in ({"Normal": 1.0} | _SIZES | small).items():
        font = styles[name].font
        font.size, font.italic = Pt(round(base * times * 2) / 2), False
        font.color.rgb = RGBColor.from_string(_SOFT if name in ("Note", "Footer", "Subtitle") else _DARK)
    _spacing(paper)
    _rules(paper)
    for colour in INK:
        _status(paper, colour)


def _spacing(paper: Paper) -> None:
    """Space in points before and after; what belongs to the next thing stays on its page."""
    spaces = {"Normal": (0, 6), "Title": (0, 4), "Heading 1": (20, 6), "Heading 2": (14, 4), "Heading 3": (10, 4)}
    spaces |= {"Caption": (8, 4), "Table Text": (2, 2), "Table Heading": (2, 2), "Note": (3, 6)}
    spaces |= {"toc 1": (2, 2), "toc 2": (0, 2)}
    for name, (before, after) in spaces.items():
        shape = paper.styles[name].paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.15
    paper.styles["Caption"].paragraph_format.keep_with_next = True
    paper.styles["toc 2"].paragraph_format.left_indent = Mm(6)
    paper.styles["Table Heading"].font.bold = paper.styles["Title"].font.bold = True


def _rules(paper: Paper) -> None:
    """Thin lines between rows, none between columns, none under the title."""
    for name in ("Title", "Subtitle"):
        for extra in (*paper.styles[name].element.iter(qn("w:pBdr")), *paper.styles[name].element.iterfind(_LETTERS)):
            extra.getparent().remove(extra)
    for borders in paper.styles["Table Grid"].element.iter(qn("w:tblBorders")):
        for line in borders:
            upright = line.tag in (qn("w:left"), qn("w:right"), qn("w:insideV"))
            line.set(qn("w:val"), "nil" if upright else "single")
            line.set(qn("w:color"), _RULE)
    for side in ("left", "right"):
        for margin in paper.styles["Table Grid"].element.iterfind(f".//{qn('w:tblCellMar')}/{qn(f'w:{side}')}"):
            margin.set(qn("w:w"), "70")


def _status(paper: Paper, colour: Colour) -> None:
    ink, fill = INK[colour]
    style = paper.styles.add_style(f"Status {colour}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = paper.styles["Normal"]
    bar = _element("pBdr", _element("left", val="single", sz="24", space="6", color=ink))
    shape = style.element.get_or_add_pPr()
    shape.append(bar)
    shape.append(_element("shd", val="clear", color="auto", fill=fill))
    style.font.bold, style.font.color.rgb = True, RGBColor.from_string(ink)
    style.paragraph_format.keep_with_next = True


def _properties(paper: Paper, document: Document) -> None:
    """Who and what it is of; the only day is the as-at date, and no machine or person is named."""
    about, day = paper.core_properties, datetime.combine(document.as_at, time())
    about.title, about.subject = _short(document.title), _short(document.subtitle)
    about.author = about.last_modified_by = _short(document.organisation or "")
    about.comments, about.keywords, about.language = "", "", document.language
    about.created = about.modified = day
    about.revision = 1


def _short(text: str) -> str:
    """What a property has room for."""
    return visible(text)[:255]


def _cover(paper: Paper, document: Document) -> None:
    if document.organisation:
        paper.add_paragraph(visible(document.organisation))
    paper.add_paragraph(visible(document.title), style="Title")
    paper.add_paragraph(visible(document.subtitle), style="Subtitle")
    for name, value in document.facts:
        line = paper.add_paragraph()
        line.add_run(visible(f"{name}: ")).bold = True
        line.add_run(visible(value))


def _levels(document: Document) -> Iterator[int]:
    """The level of each heading, never more than one below the one before."""
    level = 0
    for section in document.sections:
        level = min(section.level, level + 1)
        yield level


def _contents(paper: Paper, document: Document) -> None:
    """A field of contents that is already filled in, with links and no page numbers: it is right before any update."""
    numbered = enumerate(zip(_levels(document), document.sections, strict=True), 1)
    listed = [(n, level, section.title) for n, (level, section) in numbered if level <= 2]
    if not listed:
        return
    paper.add_paragraph("Contents", style="TOC Heading")
    for n, level, title in listed:
        line = paper.add_paragraph(style=f"toc {level}")
        if n == listed[0][0]:
            _mark(line, "begin")
            line.add_run()._r.append(_code(r' TOC \o "1-2" \n \h \z \u '))  # noqa: SLF001
            _mark(line, "separate")
        run = line.add_run(visible(title))
        line._p.append(_element("hyperlink", run._r, anchor=f"_Toc{n:06}"))  # noqa: SLF001
        if n == listed[-1][0]:
            _mark(line, "end")


def _mark(line: Paragraph, kind: str) -> None:
    line.add_run()._r.append(_element("fldChar", fldCharType=kind))  # noqa: SLF001


def _code(text: str) -> Any:
    made = _element("instrText")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def _bookmark(heading: Paragraph, n: int) -> None:
    place = heading._p  # noqa: SLF001
    place.insert(1, _element("bookmarkStart", id=str(n), name=f"_Toc{n:06}"))
    place.append(_element("bookmarkEnd", id=str(n)))


def _block(paper: Paper, block: Block) -> None:
    if isinstance(block, Words):
        text = f"{MARKS[block.colour]} {block.text}" if block.colour else block.text
        paper.add_paragraph(visible(text), style=f"Status {block.colour}" if block.colour else "Normal")
    elif isinstance(block, Points):
        _points(paper, block)
    elif isinstance(block, Table):
        _table(paper, block)
    else:
        _chart(paper, block)


def _points(paper: Paper, points: Points) -> None:
    """A list; each numbered one begins at 1 again."""
    if not points.numbered:
        for item in points.items:
            paper.add_paragraph(visible(item), style="List Bullet")
        return
    numbering: Any = paper.part.numbering_part.element
    style: Any = paper.styles["List Number"].element
    fresh = numbering.add_num(numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in points.items:
        place: Any = paper.add_paragraph(visible(item), style="List Number")._p  # noqa: SLF001
        number = place.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = fresh.numId


def _table(paper: Paper, table: Table) -> None:
    """A table with its caption above, whose heading row comes again on each page; its notes below."""
    if table.title:
        paper.add_paragraph(visible(table.title), style="Caption")
    if table.rows:
        _rows(paper, table)
        if not table.notes:
            paper.add_paragraph(style="Note")  # two tables without anything between them would be one
    for note in table.notes:
        paper.add_paragraph(visible(note), style="Note")


def _rows(paper: Paper, table: Table) -> None:
    heads = tuple(Cell(column.name) for column in table.columns)
    made: Any = paper.add_table(len(table.rows) + 1, len(heads), style="Table Grid")
    made._tbl.tblPr.append(_element("tblCaption", val=visible(table.title)))  # noqa: SLF001
    widths = _widths(table, paper.styles["Table Text"].font.size.pt)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for n, (row, cells) in enumerate(zip(made.rows, (heads, *table.rows), strict=True)):
        about = row._tr.get_or_add_trPr()  # noqa: SLF001
        about.append(_element("cantSplit"))
        if n == 0:
            about.append(_element("tblHeader"))
        for place, cell, column, width in zip(row.cells, cells, table.columns, widths, strict=True):
            place.width = width
            _fill(place, cell, "Table Text" if n else "Table Heading", column.figures)


def _fill(place: Any, cell: Cell, style: str, figures: bool) -> None:
    line = place.paragraphs[0]
    line.style = style
    run = line.add_run(visible(cell.text))
    if figures:
        line.alignment = 2
    if cell.colour:
        ink, fill = INK[cell.colour]
        run.font.bold, run.font.color.rgb = True, RGBColor.from_string(ink)
        place._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=fill))  # noqa: SLF001


def _widths(table: Table, size: float) -> Sequence[int]:
    """A width for each column: room for its longest word, then a share of the rest by the length of its texts."""
    letter, least, more = size * 0.21, [], []
    for n, column in enumerate(table.columns):
        texts = [column.name, *(row[n].text for row in table.rows)]
        whole = [row[n].text for row in table.rows if row[n].colour]  # a mark stands beside its word
        word = max(map(len, (*whole, *(part for text in texts for part in text.split()))), default=1)
        least.append(letter * min(word, LONG_WORD) + 4)
        more.append(math.sqrt(max(0, max(map(len, texts)) - word)))
    spare = max(0.0, _TEXT_WIDTH - sum(least)) / (sum(more) or math.inf)
    shares = [each + spare * part for each, part in zip(least, more, strict=True)]
    return [Mm(_TEXT_WIDTH * share / sum(shares)) for share in shares]


def _chart(paper: Paper, chart: Chart) -> None:
    """The drawing with its alternative text, what it shows in a sentence, and its figures."""
    paper.add_paragraph(visible(chart.title), style="Caption")
    line = paper.add_paragraph()
    line.paragraph_format.keep_with_next = True
    drawing = resvg_py.svg_to_bytes(svg_string=svg(chart, "chart"), width=1080, background="white")
    picture: Any = line.add_run().add_picture(io.BytesIO(drawing), width=Mm(110))
    about = picture._inline.docPr  # noqa: SLF001
    about.set("descr", visible(chart.words))
    about.set("title", visible(chart.title))
    paper.add_paragraph(visible(chart.words), style="Note")
    figures = "; ".join(f"{mark.label}: {mark.shown}" for mark in chart.marks)
    paper.add_paragraph(visible(f"Figures: {figures}."))


def _packed(paper: Paper) -> bytes:
    """The package in a fixed order with a fixed time, so that the same document is the same bytes."""
    for relations in (paper.part.package.rels, paper.part.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(_UNUSED)]:
            del relations[key]
    first, made = io.BytesIO(), io.BytesIO()
    paper.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            new.writestr(entry, _PROGRAM if name == "docProps/app.xml" else old.read(name))
    return made.getvalue()
