"""Tables with aspirations, actions and measures side by side: each line of a cell is one of them."""

from strategy_tracker.intake.documents.formats.of_html import read_html
from strategy_tracker.intake.documents.part_tables import columns_of_parts
from strategy_tracker.intake.documents.tables import grid_of
from tests.intake.documents.reading import of_document, under

PLAY = """<h1>Play strategy</h1><h2>Priority 1: Space</h2>
<table><tr><th>Our aspirations<th>What will we do?<th>How will we know?
<tr><td>Every child can play near home<td><ul><li>Repair six parks by March 2028<li>Ask Sarah Bright</ul>
<td><p>Play outside daily: 40% now, 55% in 2028/29</p><p>Fewer complaints</p></table>
<h2>Next years</h2>
<table><tr><th>Theme<th>What will we do?<th>How will we know?
<tr><td>Time<td>Write play into every plan<td>Schools with a plan
<tr><td><td>Train lunchtime staff<td></table>"""


def test_each_line_of_a_cell_is_an_item_of_its_column():
    draft, _ = of_document(read_html("a.html", PLAY.encode()))
    assert under(draft, "Space") == ["Repair six parks by March 2028", "Ask [name]"]
    assert under(draft, "Time") == ["Write play into every plan", "Train lunchtime staff"]
    assert draft.priorities[0].aspirations == ("Every child can play near home",)
    assert [(one.title, one.priority) for one in draft.measures] == [
        ("Play outside daily", 0), ("Fewer complaints", 0), ("Schools with a plan", 1),
    ]  # fmt: skip
    assert draft.actions[0].place == "table 1, row 2, column 2"
    assert draft.actions[0].due == "2028-03"


def test_a_table_with_owners_or_other_columns_has_rows():
    assert columns_of_parts(grid_of([["What we will do", "How we will know", "Lead"], ["a", "b", "c"]])) == {}
    assert columns_of_parts(grid_of([["In 2024 we learned", "In 2025 we will"], ["a", "b"]])) == {}
    assert columns_of_parts(grid_of([["What we will do"], ["a"]])) == {}
    assert columns_of_parts(grid_of([["", "What we will do", "How we will know"], ["Air", "a", "b"]])) == {
        1: "title", 2: "actions", 3: "measures",
    }  # fmt: skip
