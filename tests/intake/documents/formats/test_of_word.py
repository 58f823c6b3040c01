"""Word documents: styles, lists and tables are read with colours, and nothing of authors, headers or deleted text."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from strategy_tracker.intake.documents.formats import of_word
from strategy_tracker.intake.documents.formats.of_word import page_of, read_word
from strategy_tracker.problem import Problem
from tests.intake.documents.reading import of_document


def shade(cell, colour):
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def library_plan():
    paper = Document()
    paper.core_properties.author = "Jane Secret"
    paper.add_paragraph("Libraries for everyone 2026-2029", style="Title")
    paper.add_paragraph("Marshland County Council", style="Subtitle")
    paper.sections[0].header.paragraphs[0].text = "Draft by Jane Secret"
    paper.add_heading("Our priorities", 1)
    paper.add_heading("1. Open doors", 2)
    paper.add_paragraph("Lead officer: Head of Libraries")
    paper.add_paragraph().add_run("What we're going to do").bold = True
    paper.add_paragraph("\u2022 Open six libraries on Sundays from April 2027")
    paper.add_paragraph("\u2022 Lend tools. Lead: Stock Manager. By when: June 2027")
    paper.add_paragraph().add_run("\u2022 Sell the van").font.strike = True
    paper.add_paragraph().add_run("How we'll know").bold = True
    paper.add_paragraph("Number of visits, 250,000 by 2028/29", style="List Bullet")
    paper.add_heading("2. Stories", 2)
    table = paper.add_table(rows=2, cols=4)
    rows = (
        ("What we will do", "Who", "When", "RAG"),
        ("Read aloud in every school", "Stock Manager", "31 March 2027", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    shade(table.rows[1].cells[3], "00B050")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_plan_in_word(monkeypatch):
    monkeypatch.setattr(of_word, "read_apart", lambda name, data, work, *_: work(data))
    document = read_word("plan.docx", library_plan())
    draft, ledger = of_document(document)
    assert (draft.title, draft.organisation) == ("Libraries for everyone 2026-2029", "Marshland County Council")
    assert [(one.title, one.owner) for one in draft.priorities] == [
        ("Open doors", "Head of Libraries"),
        ("Stories", ""),
    ]
    assert [(one.text, one.owner, one.starts, one.due, one.rag) for one in draft.actions] == [
        ("Open six libraries on Sundays from April 2027", "", "2027-04", "", ""),
        ("Lend tools", "Stock Manager", "", "2027-06", ""),
        ("Read aloud in every school", "Stock Manager", "", "2027-03-31", "green"),
    ]
    assert draft.actions[0].place == "paragraph 7"
    assert draft.measures[0].targets["2028/29"].said == "250000"
    assert "headers or footers" in " ".join(document.source.remarks)
    assert "Secret" not in repr(document) + repr(ledger.remarks)
    assert any("text that was deleted" in one.words for one in ledger.remarks)


def test_a_child_process_reads_and_what_is_no_document_is_one_sentence():
    assert read_word("plan.docx", library_plan()).title == "Libraries for everyone 2026-2029"
    for data in (b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old", b"plain"):
        with pytest.raises(Problem):
            read_word("plan.docx", data)


def changed(part, change):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(library_plan())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (lambda data: data + b" " * 3_000_000, "grows more than"),
        (lambda data: data[:300], "damaged"),
        (lambda data: data.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1), "declaration"),
    ],
)
def test_hostile_documents_are_refused_before_anything_is_made_of_them(change, match):
    with pytest.raises(Problem, match=match):
        read_word("plan.docx", changed("word/document.xml", change))


def test_tracked_changes_are_said():
    inserted = b'<w:p><w:ins w:id="1" w:author="Jane Secret"><w:r><w:t>New words</w:t></w:r></w:ins></w:p><w:p>'
    found = page_of(changed("word/document.xml", lambda data: data.replace(b"<w:p>", inserted, 1)))
    assert found["inserted"]
    assert "New words" in found["page"]
