"""The styles of a report in Word: our own, or those of the body's template with ours where it has none."""

from collections.abc import Iterable

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from strategy_tracker.model.branding import Shade
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.language import runs_leftwards
from strategy_tracker.views.document import Document
from strategy_tracker.views.formats.colours_and_logo import shades_of
from strategy_tracker.views.formats.word.xml import element, shading

_SIZES = {
    "Title": 2.0,
    "Subtitle": 1.2,
    "Heading 1": 1.5,
    "TOC Heading": 1.5,
    "Heading 2": 1.25,
    "Heading 3": 1.1,
    "Caption": 1.0,
    "List Bullet": 1.0,
    "List Number": 1.0,
    "toc 1": 1.0,
    "toc 2": 1.0,
}
"""Times the size of the text; these styles a template is likely to have."""

_SMALL = {"Table Text": 0.85, "Table Heading": 0.85, "Note": 0.9, "Footer": 0.8}
_SPACES = {
    "Normal": (0, 5),
    "Title": (0, 4),
    "Heading 1": (14, 4),
    "Heading 2": (10, 3),
    "Heading 3": (10, 4),
    "Caption": (8, 4),
    "Table Text": (1, 1),
    "Table Heading": (2, 2),
    "Note": (2, 4),
    "toc 1": (0, 0),
    "toc 2": (0, 0),
}
"""Points before and after."""

_DARK, _SOFT, _RULE = "1D2733", "566270", "B9B4A9"
_LETTERS = f"{qn('w:rPr')}/{qn('w:spacing')}"


def set_styles(paper: Paper, document: Document) -> None:
    """Adds every style that a report uses. A style that the template has is the body's: it is left as it is."""
    if document.branding.template is None:
        _plain_paper(paper)
    new = [name for name in ("Normal", *_SIZES, *_SMALL) if _made(paper, name) or document.branding.template is None]
    _sizes(paper, new, large_print=document.large_print)
    _spaces(paper, new)
    for language in (
        *paper.styles.element.iter(qn("w:lang")),
        *paper.settings.element.iter(qn("w:themeFontLang")),
    ):
        language.set(qn("w:bidi" if runs_leftwards(document.language) else "w:val"), document.language)
    if "Table Grid" not in paper.styles:
        _made(paper, "Table Grid", WD_STYLE_TYPE.TABLE)
        _lines(paper)
    for colour, shade in shades_of(document.branding).items():
        if _made(paper, f"Status {colour}"):
            _status(paper.styles[f"Status {colour}"], shade)


def _made(paper: Paper, name: str, kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH) -> bool:
    """Adds a style that is not there yet; says whether it did."""
    if name in paper.styles:
        return False
    style = paper.styles.add_style(name, kind)
    if kind is WD_STYLE_TYPE.PARAGRAPH and name != "Normal":
        style.base_style = paper.styles["Normal"]
    return True


def _plain_paper(paper: Paper) -> None:
    """Our own look: one sans-serif face, thin lines between rows, none between columns, none under the title."""
    for face in list(paper.styles.element.iter(qn("w:rFonts"))):
        face.getparent().remove(face)
    paper.styles["Normal"].font.name = "Arial"
    for name in ("Title", "Subtitle"):
        style = paper.styles[name].element
        for extra in (*style.iter(qn("w:pBdr")), *style.iterfind(_LETTERS)):
            extra.getparent().remove(extra)
    for borders in paper.styles["Table Grid"].element.iter(qn("w:tblBorders")):
        for line in borders:
            upright = line.tag in (qn("w:left"), qn("w:right"), qn("w:insideV"))
            line.set(qn("w:val"), "nil" if upright else "single")
            line.set(qn("w:color"), _RULE)
    for side in ("left", "right"):
        for margin in paper.styles["Table Grid"].element.iterfind(f".//{qn('w:tblCellMar')}/{qn(f'w:{side}')}"):
            margin.set(qn("w:w"), "70")


def _lines(paper: Paper) -> None:
    """Thin lines between the rows of tables, for a template without the style of a plain table."""
    sides = (element(side, val="single", sz="4", space="0", color=_RULE) for side in ("top", "bottom", "insideH"))
    paper.styles["Table Grid"].element.append(element("tblPr", element("tblBorders", *sides)))


def _sizes(paper: Paper, names: Iterable[str], *, large_print: bool) -> None:
    """Sizes that follow from one base: that of the template where there is one."""
    normal, new = paper.styles["Normal"].font, set(names)
    base = 16.0 if large_print else 10.0
    if "Normal" not in new:
        base = max(base, normal.size.pt) if normal.size and large_print else normal.size.pt if normal.size else base
    if large_print:
        normal.size = Pt(base)
    small = dict.fromkeys(_SMALL, 1.0) if large_print else _SMALL
    for name, times in ({"Normal": 1.0} | _SIZES | small).items():
        if name in new:
            font = paper.styles[name].font
            font.size, font.italic = Pt(round(base * times * 2) / 2), False
            font.color.rgb = RGBColor.from_string(_SOFT if name in ("Note", "Footer", "Subtitle") else _DARK)


def _spaces(paper: Paper, names: Iterable[str]) -> None:
    """Space before and after; what belongs to the next thing stays on its page."""
    for name in set(names) & set(_SPACES):
        shape = paper.styles[name].paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = *map(Pt, _SPACES[name]), 1.05
    for name in set(names) & {"Table Heading", "Title", "TOC Heading", "Heading 1", "Heading 2", "Heading 3"}:
        paper.styles[name].font.bold = True
    if "toc 2" in names:
        paper.styles["toc 2"].paragraph_format.left_indent = Mm(6)
    for name in set(names) & {"Caption", "TOC Heading"}:
        paper.styles[name].paragraph_format.keep_with_next = True


def _status(style: ParagraphStyle, shade: Shade) -> None:
    ink = shade.ink.removeprefix("#")
    shape = style.element.get_or_add_pPr()
    shape.append(element("pBdr", element("left", val="single", sz="24", space="6", color=ink)))
    shape.append(shading(shade.fill))
    style.font.bold, style.font.color.rgb = True, RGBColor.from_string(ink)
    style.paragraph_format.keep_with_next = True


def table_size(paper: Paper) -> float:
    """The size of the text in tables, in points."""
    for name in ("Table Text", "Normal"):
        size = paper.styles[name].font.size
        if size:
            return float(size.pt)
    return 11.0


def status(colour: Colour) -> str:
    """The name of the style of a status in this colour."""
    return f"Status {colour}"
