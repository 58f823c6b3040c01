"""A body's papers have its head, its fixed texts and its numbers; annexes and other views stay as they are."""

import pytest

from strategy_tracker.views.document import Paragraph, Points, Section
from strategy_tracker.views.papers.build import build
from strategy_tracker.views.papers.in_template import _numbered
from tests.views.conftest import DAY, material

from .texts import texts

SETTINGS = """
papers:
  Carers Board:
    heading: {Decision type: Non-urgent, Wards: All, Chief officer: Director of Care}
    texts: {Legal implications: There are none, Background papers: The act}
    numbered: true
"""


@pytest.fixture
def board(small):
    own = small / "strategy-tracker.yaml"
    own.write_text((own.read_text(encoding="utf-8") if own.exists() else "") + SETTINGS, encoding="utf-8")
    return material(small, DAY, "young-carers", body="Carers Board")


def test_the_head_of_a_paper_has_the_lines_of_the_body_in_its_order(board):
    names = ("Decision type", "Wards", "Chief officer")
    assert [fact for fact in build("pack", board).facts if fact[0] in names] == [
        ("Decision type", "Non-urgent"),
        ("Wards", "All"),
        ("Chief officer", "Director of Care"),
    ]


def test_fixed_texts_stand_after_what_is_told_and_sections_are_numbered(board):
    document = build("highlight", board)
    titles = [one.title for one in document.sections if one.level == 1 and not one.annex]
    assert [title.partition(". ")[0] for title in titles] == [str(n) for n in range(1, len(titles) + 1)]
    assert [title.partition(". ")[2] for title in titles][-2:] == ["Legal implications", "Background papers"]
    assert "There are none." in list(texts(document))


def test_each_paragraph_has_the_number_of_its_section():
    sections = (
        Section("One", 1, (Paragraph("a"), Points(("b",)), Paragraph("c"))),
        Section("Under it", 2, (Paragraph("d"),)),
        Section("Two", 1, (Paragraph("e"),)),
        Section("Annex", 1, (Paragraph("f"),), annex=True),
    )
    made = [(one.title, [b.number for b in one.blocks if isinstance(b, Paragraph)]) for one in _numbered(sections)]
    assert made == [("1. One", ["1.1", "1.2"]), ("Under it", ["1.3"]), ("2. Two", ["2.1"]), ("Annex", [""])]


def test_views_that_are_no_papers_of_a_body_have_no_numbers(board):
    assert not any(one.title.startswith("1. ") for one in build("young", board).sections)


def test_another_body_has_papers_as_before(board, small):
    other = material(small, DAY, "young-carers", body="Senior Team")
    assert not any(name == "Wards" for name, _ in build("pack", other).facts)
