"""The blocks of a report in Word: paragraphs, lists, tables, and charts as pictures without words."""

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import resvg_py
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Emu, Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import filled
from strategy_tracker.model.names.language import runs_leftwards
from strategy_tracker.views.document import (
    Block,
    Chart,
    CountsChart,
    CountsLine,
    Document,
    FrameWords,
    Paragraph,
    Points,
)
from strategy_tracker.views.formats.charts.svg_charts import picture
from strategy_tracker.views.formats.charts.svg_counts import counts_picture
from strategy_tracker.views.formats.colours_and_logo import SHADES, Shades, shades_of
from strategy_tracker.views.formats.column_room import LONG_WORD, longest_word, wanted_room
from strategy_tracker.views.formats.word.lines import write_runs
from strategy_tracker.views.formats.word.styles import status, table_size
from strategy_tracker.views.formats.word.xml import element, shading
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table, groups_of
from strategy_tracker.views.text import columns, visible

SHORT_TABLE = 8
"""Rows that a table has at most to stand on one page; a longer one goes on over the next, under its headings."""

MANY_COLUMNS = 8
"""Columns above which the cells of a table have less room on either side."""

BESIDE, NARROW_BESIDE = 2.0, 0.7
"""Millimetres on either side of the text in a cell, and in one of many."""

BOLD = 1.3
"""How much wider the words of a heading are than others of as many letters."""

DRAWING = Mm(80)
ENDS = 46
"""Letters that fit under a drawing on one line; where both ends and their figures have more, the ends stand alone."""
_PIXELS = 720


class StyledPaper(NamedTuple):
    """The Word document that is written, with its colours, the ids of its styles by name, and its fixed words.

    `leftwards` says which way its language runs. Looking a style up costs python-docx more than writing the paragraph,
    so it is done once for each.
    """

    paper: Paper
    shades: Shades
    styles: Mapping[str, str]
    frame: FrameWords
    leftwards: bool

    def add(self, text: str, style: str) -> WordParagraph:
        """Adds a paragraph in a style."""
        line = self.paper.add_paragraph()
        if text:
            write_runs(line, text)
        self.style(line, style)
        return line

    def add_before(self, text: str, style: str) -> WordParagraph:
        """Adds a paragraph that stays on the page of the next one, whatever a template says of its style."""
        line = self.add(text, style)
        line.paragraph_format.keep_with_next = True
        return line

    def style(self, line: WordParagraph, style: str) -> None:
        """Gives a paragraph its style."""
        line._p.style = self.styles[style]  # noqa: SLF001 - by its id


def styled_paper(paper: Paper, document: Document) -> StyledPaper:
    """Looks up the styles of the paper that a document is written on, once."""
    styles = {str(style.name): style.style_id for style in paper.styles}
    leftwards = runs_leftwards(document.language)
    return StyledPaper(paper, shades_of(document.branding), styles, document.frame, leftwards)


def write_block(on: StyledPaper, block: Block) -> None:
    """Writes a block at the end of the paper."""
    if isinstance(block, Paragraph):
        _words(on, block)
    elif isinstance(block, Points):
        _points(on, block)
    elif isinstance(block, CountsLine):
        _marks(on, block)
    elif isinstance(block, Table):
        _table(on, block)
    elif isinstance(block, CountsChart):
        _counts(on, block)
    else:
        _chart(on, block)


def _words(on: StyledPaper, words: Paragraph) -> None:
    text = f"{MARKS[words.colour]} {words.text}" if words.colour else words.text
    line = on.add("", status(words.colour) if words.colour else "Normal")
    if words.lead and not words.text:
        line.paragraph_format.keep_with_next = True
    if words.opening:
        for run in write_runs(line, words.opening):
            run.bold = True
    write_runs(line, text)


def _marks(on: StyledPaper, marks: CountsLine) -> None:
    """Writes counts in one line, each in its own colour, on the page of what they are counts of."""
    line = on.add_before("", "Normal")
    for n, one in enumerate(marks.items):
        if n:
            write_runs(line, "  ")
        for run in write_runs(line, one.text):
            _colour(on, None, run, one.colour)


def _points(on: StyledPaper, points: Points) -> None:
    """Writes a list; each numbered one begins at 1 again. Where a template numbers nothing, the signs are typed."""
    kind = "List Number" if points.numbered else "List Bullet"
    typed = not _is_list(on.paper, kind)
    numbers = _fresh_numbers(on.paper) if points.numbered and not typed else None
    for n, item in enumerate(points.items, 1):
        sign = (f"{n}. " if points.numbered else "• ") if typed else ""
        line: Any = on.add(f"{sign}{item}", kind)
        if typed:
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(6), Mm(-6)
        elif numbers is not None:
            number = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no numbering
            number.get_or_add_ilvl().val = 0
            number.get_or_add_numId().val = numbers


def _is_list(paper: Paper, name: str) -> bool:
    style: Any = paper.styles[name].element
    return style.pPr is not None and style.pPr.numPr is not None and style.pPr.numPr.numId is not None


def _fresh_numbers(paper: Paper) -> int:
    """Makes a numbering that begins at 1, of the kind that numbered lists have; its id."""
    style: Any = paper.styles["List Number"].element
    numbering: Any = paper.part.numbering_part.element
    kind = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    fresh = numbering.add_num(kind)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _table(on: StyledPaper, table: Table) -> None:
    """Writes a table with its caption above and its notes below; its heading row comes again on each page."""
    if table.title:
        on.add_before(table.title, "Caption")
    if table.rows:
        _rows(on, table)
        if not table.notes:
            between = on.add("", "Note").paragraph_format  # without anything between them two tables would be one
            between.space_before, between.space_after, between.line_spacing = Pt(0), Pt(0), Pt(8)
    for note in table.notes:
        on.add(note, "Note")


def _rows(on: StyledPaper, table: Table) -> None:
    above = 2 if groups_of(table.columns) else 1
    made: Any = on.paper.add_table(len(table.rows) + above, len(table.columns), style="Table Grid")
    if on.leftwards:
        made.table_direction = WD_TABLE_DIRECTION.RTL
    beside = NARROW_BESIDE if len(table.columns) > MANY_COLUMNS else BESIDE
    if beside < BESIDE:
        sides = (element(side, w=str(Mm(beside).twips), type="dxa") for side in ("left", "right"))
        made._tbl.tblPr.append(element("tblCellMar", *sides))  # noqa: SLF001
    made._tbl.tblPr.append(element("tblCaption", val=visible(table.title)))  # noqa: SLF001
    widths = _widths(table, table_size(on.paper), room(on.paper), 2 * beside)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _heading_rows(on, made, table, widths)
    for n, (row, cells) in enumerate(zip(made.rows[above:], table.rows, strict=True), 1):
        row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001
        stays = n < len(table.rows) <= SHORT_TABLE
        for place, cell, column, width in zip(row.cells, cells, table.columns, widths, strict=True):
            place.width = width
            line = _line(on, place, "Table Text", stays=stays)
            _fill(on, place, line, cell, counts=column.colour is not None)
            if column.figures:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _line(on: StyledPaper, place: Any, style: str, *, stays: bool) -> Any:
    """The line of a cell in its style; one that `stays` is on the page of the next row."""
    line = place.paragraphs[0]
    on.style(line, style)
    if stays:
        line.paragraph_format.keep_with_next = True
    return line


def _heading_rows(on: StyledPaper, made: Any, table: Table, widths: Sequence[Length]) -> None:
    """Writes the rows that come again on each page: the names of groups of columns, and those of the columns."""
    for row in made.rows[: 2 if groups_of(table.columns) else 1]:
        about = row._tr.get_or_add_trPr()  # noqa: SLF001
        about.append(element("cantSplit"))
        about.append(element("tblHeader"))
        for place, width in zip(row.cells, widths, strict=True):
            place.width = width
    for place, text, column in _heads(made, table):
        line = _line(on, place, "Table Heading", stays=True)
        write_runs(line, text)
        if column is None or column.figures:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column else WD_ALIGN_PARAGRAPH.CENTER


def _heads(made: Any, table: Table) -> Iterator[tuple[Any, str, Column | None]]:
    """Each place in the heading rows of a table with its words and its column; a group has a place over its columns."""
    groups, at = groups_of(table.columns), 0
    for name, number in groups or (("", len(table.columns)),):
        inside = range(at, at + number)
        if name:
            yield made.cell(0, at).merge(made.cell(0, at + number - 1)), name, None
        for n in inside:
            place = made.cell(1 if name else 0, n)
            yield (
                place if name or not groups else place.merge(made.cell(1, n)),
                table.columns[n].marked,
                table.columns[n],
            )
        at += number


def _fill(on: StyledPaper, place: Any, line: Any, cell: Cell, *, counts: bool) -> None:
    """Writes a cell; in one that `counts` a colour, the number has that colour and nothing is behind it."""
    for run in write_runs(line, cell.text):
        if not counts:
            _colour(on, place, run, cell.colour)
        elif cell.colour and cell.text != "–":
            calm = on.shades[cell.colour] == SHADES[cell.colour]  # a body's own may need its colour behind it
            _ink(run, SHADES[cell.colour].ink) if calm else _colour(on, None, run, cell.colour)


def _ink(run: Any, ink: str) -> None:
    run.font.bold, run.font.color.rgb = True, RGBColor.from_string(ink.removeprefix("#"))


def _colour(on: StyledPaper, place: Any, run: Any, colour: Colour | None) -> None:
    if colour:
        ink, fill = on.shades[colour]
        _ink(run, ink)
        calm = place and on.shades[colour] == SHADES[colour]  # a body's own may be too strong for a whole cell
        behind = place._tc.get_or_add_tcPr() if calm else run._r.get_or_add_rPr()  # noqa: SLF001
        behind.append(shading(fill))


def room(paper: Paper) -> Length:
    """The width between the margins of the paper."""
    page = paper.sections[0]
    width, left, right = page.page_width or Mm(210), page.left_margin or Mm(18), page.right_margin or Mm(18)
    return Emu(width - left - right)


def _widths(table: Table, size: float, room: Length, beside: float) -> Sequence[Length]:
    """A width for each column: room for its longest word, then a share of the rest by the length of its texts.

    So many millimetres `beside` the text in a cell are empty.
    """
    letter, least, more = size * 0.185, [], []
    for n, column in enumerate(table.columns):
        texts = [row[n].text for row in table.rows]
        whole = [row[n].text for row in table.rows if row[n].colour and columns(row[n].text) <= LONG_WORD]
        words = max((*map(columns, whole), longest_word(texts)))
        word = min(LONG_WORD, max(words, BOLD * max(map(columns, column.marked.split()), default=1)))
        least.append(letter * word + beside)
        more.append(wanted_room((column.marked, *texts), word))
    spare = max(0.0, room.mm - sum(least)) / (sum(more) or math.inf)
    shares = [each + spare * part for each, part in zip(least, more, strict=True)]
    return [Mm(room.mm * share / sum(shares)) for share in shares]


def _chart(on: StyledPaper, chart: Chart) -> None:
    """Writes a chart as its drawing with alternative text, a sentence that says what it shows, and its figures.

    No word is part of the picture, so no font of this machine is: its first and last figure stand under it.
    """
    on.add_before(chart.title, "Caption")
    line: Any = on.add_before("", "Normal")
    line.paragraph_format.space_after = Pt(0)
    drawing = picture_of(picture(chart), _PIXELS)
    describe(line.add_run().add_picture(io.BytesIO(drawing), width=DRAWING), chart.words, chart.title)
    first, (label, shown) = chart.marks[0], chart.end
    both = f"{first.label}: {first.shown}\t{label}: {shown}"
    ends: Any = on.add_before(both if columns(both) <= ENDS else f"{first.label}\t{label}", "Note")
    ends.paragraph_format.tab_stops.add_tab_stop(DRAWING, WD_TAB_ALIGNMENT.RIGHT)
    on.add_before(chart.words, "Note")
    dashed = f" {filled(on.frame.dashed_line, {'what': chart.dashed})}" if chart.dashed else ""
    figures = "; ".join(f"{mark.label}: {mark.shown}" for mark in chart.marks)
    on.add(f"{on.frame.figures} {figures}.{dashed}", "Normal")


def _counts(on: StyledPaper, chart: CountsChart) -> None:
    """Writes bars of counts as their drawing with alternative text, what it shows, and the same as a table."""
    on.add_before(chart.title, "Caption")
    line: Any = on.add_before("", "Normal")
    line.paragraph_format.space_after = Pt(0)
    drawing = picture_of(counts_picture(chart), _PIXELS)
    describe(line.add_run().add_picture(io.BytesIO(drawing), width=DRAWING), chart.words, chart.title)
    on.add(chart.words, "Note")
    _table(on, chart.table)


def picture_of(svg: str, width: int) -> bytes:
    """Renders a drawing as PNG, `width` pixels wide; no font of the machine is used."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, background="white", skip_system_fonts=True))


def describe(placed: Any, words: str, title: str = "") -> None:
    """Gives a picture its alternative text, and begins it where the text begins."""
    inline = placed._inline  # noqa: SLF001 - python-docx has no alternative text
    about = inline.docPr
    for side in ("distL", "distR"):
        inline.set(side, "0")
    about.set("descr", visible(words))
    if title:
        about.set("title", visible(title))
