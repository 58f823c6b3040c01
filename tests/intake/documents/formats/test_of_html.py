"""Of a web page what a reader sees is read, with lists inside lists and cells over several rows."""

import pytest

from strategy_tracker.intake.documents.formats.of_html import read_html
from strategy_tracker.problem import Problem
from tests.intake.documents.reading import of_document

PAGE = """<!doctype html><title>Park plan | Seaham Council</title><script>let a = "<li>no</li>"</script>
<nav><ul><li>Home</ul></nav><h1>A plan for our parks</h1>
<h2>1. Green paths</h2><p>Lead: <b>Head of Parks</b>
<h3>We will</h3><ul><li>Plant a hedge by <time datetime="2027-05-01">May 2027</time><li>Mow less
<ul><li>from May to July</ul></ul>
<details><summary>How you can tell</summary><ul><li>Bees by the path, 40% by 2028/29<sup>1</sup></ul></details>
<h2>How we are doing</h2>
<table><caption>Measures</caption><tr><th rowspan=2>Measure<th colspan=2>2025/26<th rowspan=2>Target<tr><th>Q1<th>Q2
<tr><td>Visits<td>410<td>390<td>500</table>
<blockquote>I like the park</blockquote><div hidden>Action 9: unseen</div><p style="display: none">nor this</p>
<footer>Call 01632 960000</footer>"""


def test_a_page_becomes_a_plan():
    draft, ledger = of_document(read_html("a.html", PAGE.encode()))
    assert draft.title == "A plan for our parks"
    assert [(one.title, one.owner) for one in draft.priorities] == [("Green paths", "Head of Parks")]
    assert [(one.text, one.due, one.note) for one in draft.actions] == [
        ("Plant a hedge by May 2027", "2027-05", ""),
        ("Mow less", "", "from May to July"),
    ]
    bees, visits = draft.measures
    assert (bees.title, bees.targets["2028/29"].said) == ("Bees by the path", "40")
    assert {key: one.said for key, one in visits.readings.items()} == {"2025/26 Q1": "410", "2025/26 Q2": "390"}
    assert visits.place == "table 1, row 3, column 1"
    said = " ".join(one.words for one in ledger.remarks)
    for why in ("program code", "navigation", "hidden text", "page furniture", "a quote"):
        assert why in said
    assert "unseen" not in said


def test_terms_are_labels_and_a_table_that_only_places_is_none():
    page = "<h1>Plan</h1><table><tr><td><h2>Warm homes</h2><p>We will:<ul><li>Insulate houses</ul></td></tr></table>"
    page += "<h2>Roads</h2><h3>Actions</h3><dl><dt>Action<dd>Mend it<dt>Lead<dd>Head of Roads</dl>"
    draft, _ = of_document(read_html("a.html", page.encode()))
    assert [(one.text, one.owner) for one in draft.actions] == [("Insulate houses", ""), ("Mend it", "Head of Roads")]


def test_a_page_that_is_too_deep_is_refused():
    with pytest.raises(Problem, match="deep inside"):
        read_html("a.html", b"<div>" * 300)


def test_headings_of_one_level_stand_below_the_priority_that_they_follow():
    parts = "<h2>Priority: {0}</h2><h2>What we will do</h2><ul><li>Plant {0}</ul><h2>How we will measure it</h2>"
    parts += "<ul><li>{0}</ul>"
    page = (
        "<h1>Plan</h1><h2>Leader's foreword</h2><p>We will do more.</p>"
        + parts.format("Trees")
        + parts.format("Shrubs")
    )
    draft, ledger = of_document(read_html("a.html", page.encode()))
    assert [one.title for one in draft.priorities] == ["Trees", "Shrubs"]
    assert [(one.text, one.priority) for one in draft.actions] == [("Plant Trees", 0), ("Plant Shrubs", 1)]
    assert [(one.title, one.priority) for one in draft.measures] == [("Trees", 0), ("Shrubs", 1)]
    assert not any("may be an action" in one.words for one in ledger.remarks)
