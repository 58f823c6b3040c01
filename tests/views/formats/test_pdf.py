import io
import re
from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.model.branding import Branding, Logo, shade
from strategy_tracker.views.document import Chart, ChartMark, ChartTarget, Document, Paragraph, Points, Section
from strategy_tracker.views.formats.colours_and_logo import SHADES
from strategy_tracker.views.sheet import MARKS, Column, Table, cell, coloured
from strategy_tracker.views.templates import read_template

typst = pytest.importorskip("typst", reason="needs the extra 'pdf'")
pypdf = pytest.importorskip("pypdf", reason="pypdf reads the file back")

from strategy_tracker.views.formats import pdf  # noqa: E402

HOSTILE = (
    "# = hash",
    "$x$ *bold* _it_ @ref <label>",
    r"back\slash `code` ```raw```",
    "gone? // no /* nor this */",
    "= heading",
    "- dash",
    "+ plus",
    "/ term: x",
    '#panic("x")',
    '"); #panic("y") //',
    "'single' ~ -- --- ...",
    "</text><script>",
    "https://example.org/a_b",
    "Dŵr £ – ≥",
)
MARKS_READ = (
    ChartMark("2019/20", date(2020, 3, 31), Decimal(40), "40%"),
    ChartMark("2020/21", date(2021, 3, 31), None, "suppressed"),
    ChartMark("2021/22", date(2022, 3, 31), Decimal(55), "55%"),
)
FIFTY = ChartTarget(date(2019, 4, 1), date(2022, 3, 31), Decimal(50), "target 50%")
CHART = Chart("Attainment", MARKS_READ, (FIFTY,), "Attainment rose to <55%> & more.", "target 50%")
COLUMNS = (Column("Measure"), Column("Reading", figures=True), Column("Colour"))
ROWS = tuple((cell(f"measure {colour}"), cell("12%"), coloured(colour, colour)) for colour in MARKS)
TABLE = Table("Measures", COLUMNS, ROWS, ("A note.",))


def sample(**changed):
    sections = (
        Section("The position", 1, (Paragraph("Plain words."), Paragraph("Red: late", "red"), Points(HOSTILE))),
        Section("Measures & more", 3, (TABLE, TABLE._replace(title="", notes=()), CHART)),
        Section("Asked", 1, (Points(("first", "second"), True), Table("None found", COLUMNS, ()))),
    )
    given = Document(
        "A plan <b> #1", "Board pack", "A Council", (("For", "The Board"),), sections, "commit 1a2b", date(2022, 10, 4)
    )
    return given._replace(**changed)


def only(*blocks):
    return sample(sections=(Section("One", 1, blocks),))


def read(document):
    return pypdf.PdfReader(io.BytesIO(pdf.write(document)))


def words(document):
    return squeezed("".join(page.extract_text() for page in read(document).pages))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def tags(document):
    """The kinds of the tags of the file, each with its alternative text."""
    found = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((node["/S"], node.get("/Alt")))
            walk(node.get("/K", []))

    walk(read(document).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def claims(document):
    return b"<pdfuaid:part>1" in read(document).trailer["/Root"]["/Metadata"].get_object().get_data()


def test_headings_are_tagged_and_never_skip_a_level():
    kinds = [kind for kind, _ in tags(sample())]
    assert {"/Title", "/H1", "/H2"} & set(kinds) >= {"/H1", "/H2"}
    assert "/H3" not in kinds


def test_tables_have_header_cells():
    kinds = [kind for kind, _ in tags(sample())]
    assert kinds.count("/TH") == 3 * 2 + 2
    assert "/THead" in kinds


def test_a_long_table_has_its_header_row_on_every_page():
    found = read(only(TABLE._replace(rows=ROWS * 30)))
    assert len(found.pages) > 2
    assert all("Reading" in page.extract_text() for page in found.pages)


def test_a_chart_has_its_words():
    assert [alt for kind, alt in tags(sample()) if kind == "/Figure" and alt] == [CHART.words]


def test_language_title_author_and_date():
    found = read(sample())
    assert found.trailer["/Root"]["/Lang"] == "en-GB"
    about = found.metadata
    assert (about.title, about.author, about.subject) == ("A plan <b> #1", "A Council", "Board pack")
    assert about.creation_date.date() == date(2022, 10, 4)


def test_it_claims_the_standard_for_accessible_files():
    assert claims(sample())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_come_out_as_they_are_written(hostile):
    row = (cell(hostile), cell("1"), cell(hostile))
    document = only(
        Paragraph(hostile), Paragraph(hostile, "grey"), Points((hostile,)), Table(hostile, COLUMNS, (row,), (hostile,))
    )
    assert words(document).count(squeezed(hostile)) == 7


def test_hostile_names_do_no_harm():
    name = '#panic("x") \\ <a> "'
    document = sample(title=name, subtitle=name, organisation=name, facts=((name, name),), made_from=name)
    assert read(document).metadata.title == name
    assert words(document).count(squeezed(name)) >= 5


def test_the_same_words_as_the_document():
    found = words(sample())
    expected = ["A plan <b> #1", "Board pack", "For: The Board", "Plain words.", "▼ Red: late", "A note.", "None found"]
    expected += [each.text for row in ROWS for each in row] + [mark.shown for mark in MARKS_READ] + [CHART.words]
    expected += ["As at 4 October 2022. Made from commit 1a2b.", "Page 1 of", "Contents", "2. second"]
    assert [text for text in expected if squeezed(text) not in found] == []


def test_a_table_of_long_texts_gives_them_the_room():
    row = (cell("long " * 40), cell("12%"), coloured("red", "red"))
    table = pdf._table(TABLE._replace(rows=(row,)), SHADES)
    assert next(table)["widths"] == [101.0, None, None]
    assert squeezed("long " * 40) in words(only(TABLE._replace(rows=(row,))))


@pytest.mark.parametrize(("rows", "letters"), [(6, 1000), (2, 9000)])
def test_long_texts_go_over_to_the_next_page_and_a_heading_stays_with_them(rows, letters):
    texts = tuple(
        (cell(f"row {n}"), cell("word " * (letters // 5) + f"end-{n}"), cell("so " * 120)) for n in range(rows)
    )
    table = Table("Long", (Column("What"), Column("Why"), Column("How")), texts)
    lines = tuple(Paragraph(f"line {n}") for n in range(20))
    pages = [page.extract_text() for page in read(only(*lines, Paragraph("opening"), table)).pages]
    assert all(f"end-{n}" in "".join(pages) for n in range(rows))
    ends = next(page for page in pages if "end-0" in page or "row 0" in page)
    assert "Long" in ends
    assert all(page.rindex("Page ") > page.rfind("end-") for page in pages)


def test_many_columns_of_numbers_leave_room_for_a_title():
    numbers = tuple(Column(name, figures=True) for name in ("Actions", "Complete", "Green", "Amber", "No colour"))
    columns = (Column("Priority"), *numbers, *(Column(f"Beside others {n}", figures=True) for n in range(4)))
    title = "A plan for children whom we look after"
    widths = pdf._widths(Table("", columns, ((cell(title), *[cell("7")] * 9),)))
    assert widths[0] == max(widths)
    assert None not in widths
    assert [widths[n] >= len(columns[n].name.split()[-1]) for n in range(10)] == [True] * 10


def test_the_same_document_is_the_same_bytes():
    assert pdf.write(sample()) == pdf.write(sample())


def test_a_character_that_no_font_has_costs_the_claim_and_not_the_report():
    document = only(Paragraph("before \U0010fffd after"))
    assert not claims(document)
    assert "before" in words(document)


def test_another_fault_is_not_hidden(monkeypatch):
    monkeypatch.setattr(pdf, "read_template", lambda _: "#panic()")
    with pytest.raises(typst.TypstError):
        pdf.write(sample())


@pytest.mark.parametrize("large", [True, False])
def test_large_print(large):
    sizes = []

    def seen(text, _cm, matrix, _font, size):
        if text.strip():
            sizes.append(round(abs(matrix[3] * size), 1))

    for page in read(sample(large_print=large, sections=sample().sections[::2])).pages:
        page.extract_text(visitor_text=seen)
    assert (min(sizes) >= 16) is large


def test_a_document_of_nothing_can_be_written():
    document = sample(title="", subtitle="", organisation=None, facts=(), sections=(), language="en")
    assert len(read(document).pages) == 1
    assert read(document).metadata.title == "Report"


def test_the_colours_are_those_of_the_page():
    style = read_template("kit.css")
    assert all(each in style for pair in SHADES.values() for each in pair)


# the branding

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'


def test_a_logo_has_the_name_of_the_body_and_the_standard_is_kept():
    document = sample(branding=Branding(logo=Logo("svg", SVG), shades={"red": shade("#b10e1e")}))
    assert [alt for kind, alt in tags(document) if kind == "/Figure" and alt] == ["A Council", CHART.words]
    assert claims(document)
    assert words(document).count("▼red") == 2


def test_a_logo_of_a_body_without_a_name_is_called_a_logo():
    document = sample(branding=Branding(logo=Logo("svg", SVG)), organisation=None)
    assert "Logo" in [alt for kind, alt in tags(document) if kind == "/Figure"]


def test_the_colours_of_the_house_go_before_ours():
    told = next(pdf._block(Paragraph("Late", "red"), {"red": shade("#ffbf47")}))
    assert (told["ink"], told["fill"]) == ("#000000", "#ffbf47")
