"""A council's own Word template: what it has is kept, what it lacks is added, what it hides is dropped."""

import io
import struct
import zipfile
import zlib
from datetime import date

import pytest

from strategy_tracker.model.branding import Branding, Logo, shade

docx = pytest.importorskip("docx", reason="needs the extra 'word'")
pytest.importorskip("resvg_py", reason="needs the extra 'word'")

from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls, qn  # noqa: E402
from docx.shared import Mm, Pt  # noqa: E402

from strategy_tracker.problem import Problem  # noqa: E402
from strategy_tracker.views.formats.word import word  # noqa: E402
from tests.views.formats.word.test_word import sample, styled  # noqa: E402

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'


def chunk(kind, inside):
    return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))


def png(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (height * (width + 1)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def template(change=lambda paper: None):
    paper = docx.Document()
    change(paper)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def made(given, **changed):
    return docx.Document(io.BytesIO(word.write(sample(branding=Branding(template=given), **changed))))


def bare(paper):
    """A template with hardly a style in it and no numbered list."""
    kept = ("Normal", "Heading 1", "Default Paragraph Font", "Normal Table")
    for style in [style for style in paper.styles if style.name not in kept]:
        style.element.getparent().remove(style.element)
    for style in paper.styles.element.iter(qn("w:style")):
        for size in list(style.iter(qn("w:sz"))):
            size.getparent().remove(size)


def test_the_page_the_header_and_the_footer_of_a_template_are_kept():
    def change(paper):
        page = paper.sections[0]
        page.left_margin = Mm(40)
        page.header.paragraphs[0].text, page.footer.paragraphs[0].text = "Head", "Foot"

    page = made(template(change)).sections[0]
    assert round(page.left_margin.mm) == 40
    assert [line.text for line in (*page.header.paragraphs, *page.footer.paragraphs)] == ["Head", "Foot"]


def test_a_footer_of_nothing_is_filled_in():
    assert "Made from commit 1a2b. Page" in made(template()).sections[0].footer.paragraphs[0].text


def test_a_footer_with_a_table_is_kept():
    paper = made(template(lambda paper: paper.sections[0].footer.add_table(1, 1, Mm(50))))
    assert all(not line.text for line in paper.sections[0].footer.paragraphs)


def test_the_sample_text_of_a_template_is_left_out():
    assert "Sample" not in [line.text for line in made(template(lambda p: p.add_paragraph("Sample"))).paragraphs]


def test_the_styles_of_a_template_are_kept_and_ours_are_added_in_its_size():
    def change(paper):
        paper.styles["Heading 1"].font.size = Pt(30)
        paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Georgia", Pt(20)
        paper.styles.add_style("Status red", 1).font.size = Pt(44)

    styles = made(template(change)).styles
    assert (styles["Heading 1"].font.size.pt, styles["Normal"].font.name) == (30, "Georgia")
    assert styles["Table Text"].font.size.pt == 17
    assert styles["Status red"].font.size.pt == 44
    assert styles["Status amber"].font.bold


@pytest.mark.parametrize("change", [lambda paper: None, bare])
def test_every_text_is_there_whatever_the_template_lacks(change):
    paper, plain = made(template(change)), docx.Document(io.BytesIO(word.write(sample())))
    assert [each.text for each in paper.tables[0]._cells] == [each.text for each in plain.tables[0]._cells]
    texts = [line.text for line in paper.paragraphs]
    assert [line.text for line in plain.paragraphs if line.text not in texts and "List" not in line.style.name] == []
    assert styled(paper, "Heading 1") == ["The position", "Asked"]


def test_where_nothing_is_numbered_the_signs_are_typed():
    paper = made(template(bare))
    assert styled(paper, "List Number") == ["1. first", "2. second", "1. again"]
    assert styled(paper, "List Bullet")[0].startswith("• ")


@pytest.mark.parametrize("change", [lambda paper: None, bare])
def test_large_print_is_large_in_a_template_too(change):
    styles = made(template(change), large_print=True).styles
    assert styles["Normal"].font.size.pt >= 16
    assert styles["Table Text"].font.size.pt >= 16


def test_the_size_of_tables_may_come_from_nowhere():
    def change(paper):
        bare(paper)
        paper.styles.add_style("Table Text", 1)

    assert made(template(change)).tables


def test_the_name_of_its_own_template_is_dropped():
    def change(paper):
        link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        settings = paper.part._settings_part
        name = settings.rels.get_or_add_ext_rel(link, "file://server/council.dotx")
        attached = f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{name}"/>'
        paper.settings.element.append(parse_xml(attached))

    given = template(change)
    with zipfile.ZipFile(io.BytesIO(given)) as package:
        assert b"server" in package.read("word/_rels/settings.xml.rels")
    with zipfile.ZipFile(io.BytesIO(word.write(sample(branding=Branding(template=given))))) as package:
        assert not [name for name in package.namelist() if b"attachedTemplate" in package.read(name)]


def test_a_template_without_what_every_document_has_is_a_sentence():
    given = io.BytesIO()
    with zipfile.ZipFile(given, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(Problem) as caught:
        made(given.getvalue())
    assert caught.value.message == "the Word template of the settings is damaged"


def test_its_properties_are_those_of_the_report():
    def change(paper):
        about = paper.core_properties
        about.author, about.last_modified_by, about.comments = "Ann Example", "Ben Example", "Draft of ours"
        about.category, about.keywords = "Internal", "secret"

    about = made(template(change)).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("A Council", "A Council", "")
    assert (about.category, about.keywords) == ("", "")
    assert about.last_printed.date() == date(2022, 10, 4)


def test_the_same_template_gives_the_same_bytes():
    given = sample(branding=Branding(template=template()))
    assert word.write(given) == word.write(given)


def test_a_strong_colour_is_behind_its_word_and_not_behind_the_whole_cell():
    branding = Branding(shades={"red": shade("#b10e1e")})
    rows = docx.Document(io.BytesIO(word.write(sample(branding=branding)))).tables[0].rows[1:]
    behind = {row.cells[2].text[2:]: row.cells[2] for row in rows}
    assert behind["red"]._tc.tcPr.find(qn("w:shd")) is None
    assert behind["red"].paragraphs[0].runs[0]._r.rPr.find(qn("w:shd")).get(qn("w:fill")) == "b10e1e"
    assert behind["amber"]._tc.tcPr.find(qn("w:shd")) is not None


@pytest.mark.parametrize("logo", [Logo("svg", SVG), Logo("svg", b"\xef\xbb\xbf" + SVG), Logo("png", png(40, 20))])
def test_a_logo_is_on_the_cover_with_the_name_of_the_body(logo):
    paper = docx.Document(io.BytesIO(word.write(sample(branding=Branding(logo=logo)))))
    placed = paper.inline_shapes[0]
    assert placed._inline.docPr.get("descr") == "A Council"
    assert (round(placed.width.mm, 1), round(placed.height.mm, 1)) == (45, 22.5)


def test_a_tall_logo_is_made_smaller():
    placed = docx.Document(
        io.BytesIO(word.write(sample(branding=Branding(logo=Logo("png", png(10, 40))))))
    ).inline_shapes[0]
    assert (round(placed.width.mm, 1), round(placed.height.mm, 1)) == (7.5, 30)


def test_a_template_has_its_own_logo():
    paper = docx.Document(io.BytesIO(word.write(sample(branding=Branding(logo=Logo("svg", SVG), template=template())))))
    assert "A Council" not in [one._inline.docPr.get("descr") for one in paper.inline_shapes]
