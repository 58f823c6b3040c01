"""PDFs: columns are read one after the other, headings by their size, and what stands on every page is left out."""

import pytest
import typst

from strategy_tracker.intake.documents.formats import of_pdf
from strategy_tracker.intake.documents.formats.of_pdf import read_pdf
from strategy_tracker.intake.documents.formats.pdf_pages import PageLine, PdfPages, pages_of
from strategy_tracker.problem import Problem
from tests.intake.documents.reading import of_document, under

RIVERS = """
#set page(paper: "a4", header: [Fenland District Council #h(1fr) Clean rivers plan],
  footer: context [Page #counter(page).display()])
#set text(size: 10pt)
#text(size: 24pt)[Clean rivers plan 2026 to 2030]

Fenland District Council

#outline()
#pagebreak()
= Foreword
We will always care for our rivers. #lorem(40)
#pagebreak()
#columns(2)[
= Priority 1: Clean water
Lead: Head of Rivers
== Why this matters
#lorem(40)
== What we will do
+ Test the water at every bridge in the district once a week, and publish what was found on the same day
+ Build two reed beds by June 2027 (Parks Manager)
+ Stop the worst three outfalls by the end of 2028, whoever owns the land on which they stand and however long
== How we will know
- Days on which swimming is safe: 54% now, 80% in 2029/30
- Fewer complaints about smell#footnote[As counted by the call centre in 2025.]
#colbreak()
= Priority 2: Quiet banks
Lead: Head of Parks
== What we will do
- Plant 4 miles of willow by March 2029
- Close the lower road to lorries
== How we will know
- At least 90% of visitors feel safe by 2029/30
]
#pagebreak()
= Priority 3: Fair access
#table(columns: 3, [Action],[Lead],[By when], [Mend the steps at the weir],[Access Officer],[31/03/2027],
  [Put in ramps],[Access Officer],[TBC])
#grid(columns: (5cm,4cm,4cm), row-gutter: 8pt, [Action],[Lead],[By when],[Print a map],[Tourism Officer],[May 2027],
  [Light the path],[Access Officer],[June 2028])
"""


@pytest.fixture(scope="module")
def rivers():
    return typst.compile(RIVERS.encode())


@pytest.fixture
def here(monkeypatch):
    monkeypatch.setattr(of_pdf, "read_apart", lambda name, data, work, *_: work(data))


@pytest.mark.usefixtures("here")
def test_a_plan_in_two_columns(rivers):
    draft, ledger = of_document(read_pdf("plan.pdf", rivers))
    assert (draft.title, draft.organisation) == ("Clean rivers plan 2026 to 2030", "Fenland District Council")
    assert [(one.title, one.owner) for one in draft.priorities] == [
        ("Clean water", "Head of Rivers"),
        ("Quiet banks", "Head of Parks"),
        ("Fair access", ""),
    ]
    assert under(draft, "Clean water") == [
        "Test the water at every bridge in the district once a week, and publish what was found on the same day",
        "Build two reed beds by June 2027",
        "Stop the worst three outfalls by the end of 2028, whoever owns the land on which they stand and however long",
    ]
    assert under(draft, "Quiet banks") == ["Plant 4 miles of willow by March 2029", "Close the lower road to lorries"]
    assert under(draft, "Fair access") == [
        "Mend the steps at the weir",
        "Put in ramps",
        "Print a map",
        "Light the path",
    ]
    assert [one.title for one in draft.measures] == [
        "Days on which swimming is safe",
        "Fewer complaints about smell",
        "At least 90% of visitors feel safe by 2029/30",
    ]
    assert draft.measures[2].targets["2029/30"].said == "90"
    assert draft.actions[0].place.startswith("page 3, line ")
    assert draft.actions[-1].place == "page 4, table 2, row 3, column 1"
    said = " ".join(one.words for one in ledger.remarks)
    for why in ("page furniture", "a table of contents", "a foreword", "a footnote"):
        assert why in said


def test_a_child_process_reads_it(rivers):
    assert len(read_pdf("plan.pdf", rivers).pieces) > 40


def test_what_cannot_be_read_is_one_sentence(monkeypatch):
    monkeypatch.setattr(of_pdf, "read_apart", lambda name, data, work, *_: work(data))
    with pytest.raises(Problem, match="pictures"):
        read_pdf("plan.pdf", typst.compile(b"#rect(width: 3cm)"))


def test_pages_are_counted(rivers, monkeypatch):
    monkeypatch.setattr("strategy_tracker.intake.documents.formats.pdf_pages.PAGES", 3)
    assert pages_of(rivers) == "it has more than 3 pages"


def test_sizes_and_places_that_cannot_be_are_read_all_the_same(monkeypatch):
    lines = [
        PageLine(1, n, text, 0.0, False, 10.0 * n, 10.0 * n + 9, left, 800.0, ((left, text),)) for n, text, left in ROWS
    ]
    monkeypatch.setattr(of_pdf, "read_apart", lambda *_: PdfPages(1, lines, [], 0))
    assert " ".join(one.text for one in read_pdf("plan.pdf", b"").pieces) == "One is here. Two is there. Three is not."


ROWS = ((11, "One is here.", 50.0), (12, "Two is there.", float("inf")), (13, "Three is not.", float("nan")))


SKILLS = """
#set page(paper: "a4", flipped: true, footer: [Skills plan of Riverton College])
= Skills improvement plan 2026/27
Riverton College
#table(columns: 4, table.header([Ref],[Action],[Lead],[By when]), table.cell(colspan: 4)[*Theme 1: Teaching*],
 ..range(1,30).map(n => ([1.#n],[Observe lesson number #n and note how it went],[Teaching Lead],[May 2027])).flatten(),
 table.cell(colspan: 4)[*Theme 2: Premises*], [2.1],[Repair the roof],[Estates Manager],[March 2027])
"""


@pytest.mark.usefixtures("here")
def test_a_table_goes_on_over_a_page_with_its_headings_once_more():
    draft, _ = of_document(read_pdf("plan.pdf", typst.compile(SKILLS.encode())))
    assert [one.title for one in draft.priorities] == ["Theme 1: Teaching", "Theme 2: Premises"]
    assert len(under(draft, "Theme 1: Teaching")) == 29
    assert under(draft, "Theme 2: Premises") == ["Repair the roof"]
    assert draft.organisation == "Riverton College"
