"""A body's papers have its head, its fixed texts and its numbers; annexes and other views stay as they are."""

import pytest

from strategy_tracker.views.document import Paragraph, Points, Section
from strategy_tracker.views.papers.build import VIEWS, build
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
    document = build("pack", board)
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


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_for_a_body_that_is_named_is_in_its_form_but_the_letter(board, view):
    document = build(view, board)
    is_in_form = view != "young"
    assert any(one.title.startswith("1. ") for one in document.sections) is is_in_form
    assert (("For", "Carers Board") in document.facts) is is_in_form
    has_texts = is_in_form and view != "highlight"  # a report of one page has the head alone
    assert any(one.title.endswith("Legal implications") for one in document.sections) is has_texts


def test_where_nobody_names_the_body_only_its_papers_are_in_its_form(small, board):
    unnamed = material(small, DAY, "young-carers")
    assert unnamed.body == "Carers Board"
    numbered = {view for view in VIEWS if any(one.title.startswith("1. ") for one in build(view, unnamed).sections)}
    assert numbered == {"pack", "highlight", "exceptions"}


HEAD = """
papers:
  Carers Board:
    decision_type: Key
    wards: [North, South]
    chief_officer: Director of the priority
    heading: {Decision maker: "{body}", Day: "{meeting}", About: "{title} ({decision_type})", Who: "{contact}"}
wording: {priority: Theme, for: To}
"""


def test_the_head_is_filled_with_what_is_known_and_takes_the_place_of_our_lines(small):
    (small / "strategy-tracker.yaml").write_text(f"organisation: X{HEAD}", encoding="utf-8")
    found = build("pack", material(small, DAY, "young-carers", body="Carers Board"))
    facts = dict(found.facts)
    assert [name for name, _ in found.facts][:4] == ["Decision maker", "Day", "About", "Who"]
    assert (facts["Decision maker"], facts["About"]) == ("Carers Board", f"{found.title} (Key)")
    assert facts["Who"] == "not said"
    assert not {"For", "To", "Meeting", "Decision type"} & facts.keys()
    assert (facts["Wards"], facts["Chief officer"]) == ("North, South", "Director of the priority")


def test_without_a_contact_of_its_own_it_is_that_of_the_strategy(small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "contact: Policy Officer\n", encoding="utf-8")
    (small / "strategy-tracker.yaml").write_text("papers: {Carers Board: {numbered: true}}\n", encoding="utf-8")
    assert ("Contact", "Policy Officer") in build("pack", material(small, DAY, "young-carers")).facts


def test_another_body_has_papers_as_before(board, small):
    other = material(small, DAY, "young-carers", body="Senior Team")
    assert not any(name == "Wards" for name, _ in build("pack", other).facts)
