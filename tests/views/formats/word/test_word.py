import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.model.branding import contrast
from strategy_tracker.views.document import Chart, ChartMark, ChartTarget, Document, Paragraph, Points, Section
from strategy_tracker.views.formats.charts.svg_charts import picture
from strategy_tracker.views.formats.colours_and_logo import SHADES
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table, cell, coloured
from strategy_tracker.views.templates import read_template

docx = pytest.importorskip("docx", reason="needs the extra 'word'")
pytest.importorskip("resvg_py", reason="needs the extra 'word'")

from docx.oxml.ns import qn  # noqa: E402

from strategy_tracker.views.formats.word import word  # noqa: E402

HOSTILE = ("<w:p/> & \"quotes\" 'one'", "]]>", "# $x$ *b* _i_ @a", "= head", "- dash", "line\nbreak", "漢字 ŵ £")
MARKS_READ = (
    ChartMark("2019/20", date(2020, 3, 31), Decimal(40), "40%"),
    ChartMark("2020/21", date(2021, 3, 31), None, "suppressed"),
    ChartMark("2021/22", date(2022, 3, 31), Decimal(55), "55%"),
)
FIFTY = ChartTarget(date(2019, 4, 1), date(2022, 3, 31), Decimal(50), "target 50%")
CHART = Chart("Attainment", MARKS_READ, (FIFTY,), "Attainment rose to <55%> & more.", "target 50%")
TABLE = Table(
    "Measures",
    (Column("Measure"), Column("Reading", figures=True), Column("Colour")),
    tuple((cell(f"measure {colour}"), cell("12%"), coloured(colour, colour)) for colour in MARKS),
    ("A note.",),
)


def sample(**changed):
    sections = (
        Section("The position", 1, (Paragraph("Plain words."), Paragraph("Red: late", "red"), Points(HOSTILE))),
        Section("Measures & more", 3, (TABLE, TABLE._replace(title="", notes=()), CHART)),
        Section("Asked", 1, (Points(("first", "second"), True), Points(("again",), True), Table("None", (), ()))),
    )
    given = Document(
        "A plan <b>", "Board pack", "A Council", (("For", "The Board"),), sections, "commit 1a2b", date(2022, 10, 4)
    )
    return given._replace(**changed)


def opened(document):
    return docx.Document(io.BytesIO(word.write(document)))


def part(document, name):
    with zipfile.ZipFile(io.BytesIO(word.write(document))) as package:
        return package.read(name).decode()


def styled(paper, style):
    return [each.text for each in paper.paragraphs if each.style.name == style]


def test_headings_have_real_styles_and_never_skip_a_level():
    paper = opened(sample())
    assert styled(paper, "Title") == ["A plan <b>"]
    assert styled(paper, "Heading 1") == ["The position", "Asked"]
    assert styled(paper, "Heading 2") == ["Measures & more"]
    assert styled(paper, "Caption") == ["Measures", "Attainment", "None"]


def test_contents_are_links_to_the_headings_with_a_field_for_each_page_which_word_is_asked_to_work_out():
    body = part(sample(), "word/document.xml")
    assert "TOC " not in body
    for n in (1, 2, 3):
        assert f'w:anchor="_Toc{n:06}"' in body
        assert f'w:name="_Toc{n:06}"' in body
        assert rf"PAGEREF _Toc{n:06} \h" in body
    assert body.count('w:fldCharType="begin"') == body.count('w:fldCharType="end"') == 3
    settings = opened(sample()).settings.element
    names = [one.tag.partition("}")[2] for one in settings]
    assert names.count("updateFields") == 1
    assert names.index("updateFields") < names.index("compat")


def test_the_heading_row_of_a_table_comes_again_and_no_row_is_cut():
    table = opened(sample()).tables[0]
    assert [each.text for each in table.rows[0].cells] == ["Measure", "Reading", "Colour"]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, *[False] * len(TABLE.rows)]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_colour_has_its_mark_its_word_and_a_shade():
    for row, colour in zip(opened(sample()).tables[0].rows[1:], MARKS, strict=True):
        shown = row.cells[2]
        assert shown.text == f"{MARKS[colour]} {colour}"
        assert shown._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == SHADES[colour].fill[1:]
    assert styled(opened(sample()), "Status red") == ["▼ Red: late"]


def test_a_number_of_a_colour_has_its_ink_and_nothing_behind_it():
    red = Column("Red", figures=True, colour="red")
    table = Table("Counts", (Column("Priority"), red), ((cell("one"), Cell("2", "red")),))
    heads, row = opened(sample(sections=(Section("The position", 1, (table,)),))).tables[0].rows
    assert heads.cells[1].text == "▼ Red"
    assert str(row.cells[1].paragraphs[0].runs[0].font.color.rgb) == SHADES["red"].ink[1:].upper()
    assert "w:shd" not in row.cells[1]._tc.xml


def test_the_colours_are_those_of_the_page_with_enough_contrast():
    for ink, fill in SHADES.values():
        assert ink in read_template("kit.css")
        assert fill in read_template("kit.css")
        assert contrast(ink, fill) >= 4.5


def test_a_chart_has_its_words_and_figures():
    paper = opened(sample())
    about = paper.inline_shapes[0]._inline.docPr
    assert about.get("descr") == CHART.words
    texts = [each.text for each in paper.paragraphs]
    assert "Figures: 2019/20: 40%; 2020/21: suppressed; 2021/22: 55%. Dashed line: target 50%." in texts
    assert "2019/20: 40%\t2021/22: 55%" in texts


def test_a_chart_stays_with_its_caption_and_its_words():
    lines = opened(sample()).paragraphs
    at = next(n for n, each in enumerate(lines) if each.text == "Attainment" and each.style.name == "Caption")
    assert "Figures: " in lines[at + 4].text
    assert [each.paragraph_format.keep_with_next for each in lines[at : at + 5]] == [True] * 4 + [None]


@pytest.mark.parametrize(("rows", "kept"), [(8, 8), (9, 1)])
def test_a_short_table_stands_on_one_page_and_a_longer_one_keeps_its_headings_with_its_first_row(rows, kept):
    table = TABLE._replace(rows=TABLE.rows[:1] * rows)
    made = opened(sample(sections=(Section("The position", 1, (table,)),))).tables[0]
    held = [all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells) for row in made.rows]
    assert held == [True] * kept + [False] * (rows + 1 - kept)


def test_no_font_of_the_machine_is_in_a_chart():
    assert "<text" not in picture(CHART)


def test_the_language_is_british_english_everywhere():
    styles = part(sample(), "word/styles.xml")
    assert 'w:lang w:val="en-GB"' in styles
    assert "en-US" not in styles.replace('w:eastAsia="en-US"', "")
    assert opened(sample()).core_properties.language == "en-GB"


def test_properties_name_the_organisation_and_no_day_but_the_as_at_date():
    about = opened(sample()).core_properties
    assert (about.title, about.subject) == ("A plan <b>", "Board pack")
    assert about.author == about.last_modified_by == "A Council"
    assert about.created.date() == about.modified.date() == date(2022, 10, 4)
    assert "python-docx" not in part(sample(), "docProps/core.xml")


def test_pages_are_numbered_by_a_field():
    footer = part(sample(), "word/footer1.xml")
    assert "> PAGE <" in footer
    assert "Made from commit 1a2b." in footer


def test_hostile_texts_come_back_as_they_were():
    assert tuple(styled(opened(sample()), "List Bullet")) == HOSTILE


def test_what_cannot_be_seen_is_replaced():
    assert "bell \ufffd" in [each.text for each in opened(_only(Paragraph("bell \x07"))).paragraphs]


def _only(*blocks):
    return sample(sections=(Section("One", 1, blocks),))


def test_each_numbered_list_begins_again():
    lines = [each for each in opened(sample()).paragraphs if each.style.name == "List Number"]
    assert [each.text for each in lines] == ["first", "second", "again"]
    assert len({each._p.pPr.numPr.numId.val for each in lines}) == 2


def test_the_same_document_is_the_same_bytes():
    assert word.write(sample()) == word.write(sample())


def test_ends_that_would_run_into_each_other_stand_without_their_figures():
    long = tuple(one._replace(label=f"academic year {one.label}") for one in CHART.marks)
    told = [each.text for each in opened(_only(CHART._replace(marks=long))).paragraphs if "\t" in each.text]
    assert told[-1:] == ["academic year 2019/20\tacademic year 2021/22"]


@pytest.mark.parametrize(("large", "points"), [(True, 16), (False, 10)])
def test_large_print(large, points):
    styles = opened(sample(large_print=large)).styles
    assert styles["Normal"].font.size.pt == points
    if large:
        assert all(styles[name].font.size.pt >= 16 for name in ("Table Text", "Note", "Footer", "Caption"))


def test_a_document_of_nothing_can_be_opened():
    paper = opened(sample(title="", subtitle="", organisation=None, facts=(), sections=()))
    assert not paper.tables
    assert not styled(paper, "Heading 1")
