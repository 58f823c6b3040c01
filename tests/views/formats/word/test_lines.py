"""Word is told of each run, of its paragraph and of a table which way it goes."""

import pytest

docx = pytest.importorskip("docx", reason="needs the extra 'word'")
pytest.importorskip("resvg_py", reason="needs the extra 'word'")

from docx.oxml.ns import qn  # noqa: E402

from strategy_tracker.views.document import Paragraph, Section  # noqa: E402
from strategy_tracker.views.sheet import Column, Table, cell, coloured  # noqa: E402

from .test_word import opened, part, sample  # noqa: E402

TITLE = "استراتيجية 2030"


def told(line):
    """Each run with whether it runs from right to left, and whether the paragraph does."""
    bidi = line._p.pPr is not None and line._p.pPr.find(qn("w:bidi")) is not None
    return [(run.text, bool(run.font.rtl)) for run in line.runs], bidi


def paper(**changed):
    blocks = (
        Paragraph(f"Owner: {TITLE}, due 4 October"),
        Table("T", (Column("Was"),), ((cell(TITLE),), (coloured("red", "متأخر"),))),
    )
    return sample(title=TITLE, sections=(Section(TITLE, 1, blocks),), **changed)


def test_a_run_in_a_line_of_ours_is_marked_and_the_line_is_not():
    line = next(each for each in opened(paper()).paragraphs if each.text.startswith("Owner"))
    assert told(line) == ([("Owner: ", False), (TITLE, True), (", due 4 October", False)], False)


def test_a_title_a_heading_a_cell_and_the_contents_run_from_right_to_left_as_a_whole():
    made = opened(paper())
    lines = [each for each in made.paragraphs if each.style.name in ("Title", "Heading 1")]
    lines += [row.cells[0].paragraphs[0] for row in made.tables[0].rows[1:]]
    assert [told(each) for each in lines] == [
        ([(TITLE, True)], True),
        ([(TITLE, True)], True),
        ([(TITLE, True)], True),
        ([("▼ متأخر", True)], True),
    ]
    assert f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{TITLE}</w:t></w:r>' in part(
        paper(), "word/document.xml"
    )


def test_a_document_in_such_a_language_has_its_tables_the_other_way_round():
    given = paper(language="ar")
    assert "<w:bidiVisual/>" in part(given, "word/document.xml")
    assert 'w:bidi="ar"' in part(given, "word/styles.xml")
    assert opened(given).core_properties.language == "ar"
    assert "w:bidiVisual" not in part(paper(), "word/document.xml")


def test_a_paper_without_such_texts_is_as_it_was():
    text = part(sample(), "word/document.xml")
    assert "<w:rtl" not in text
    assert "<w:bidi" not in text


def test_a_column_of_wide_signs_has_more_room_than_one_of_as_many_letters():
    def first_width(word):
        table = Table("T", (Column(word), Column("a word")), ((cell(word), cell("a word")),))
        return opened(sample(sections=(Section("S", 1, (table,)),))).tables[0].columns[0].width

    assert first_width("漢字漢字漢字") > first_width("letter")
