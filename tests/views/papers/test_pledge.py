"""A pledge as it is told: promises apart from what people expect, who judges them, and what was found."""

import pytest

from strategy_tracker.views.papers.build import build
from tests.views.conftest import DAY, material

from .texts import column, table, texts

PLEDGE = """
  - {id: visits, text: Be easy to reach, kind: expectation, by: Young Carers Panel, to: Social workers}
  - id: answer
    text: We answer every letter
    check_in: year
    judgements:
      - {on: 2025-05-02, kept: partly, by: Young Carers Panel, note: Four of nine were answered}
      - {on: 2024-05-02, kept: "no"}
"""


def with_pledge(small, extra):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8").replace("pledge:\n", f"pledge:{extra}", 1)
    path.write_text(text.replace("{body: Schools Forum, kind: panel}", "{body: Forum, role: judges}"), encoding="utf-8")
    return material(small, DAY, "young-carers")


@pytest.fixture
def pledged(small):
    return with_pledge(small, PLEDGE)


def test_what_is_expected_is_never_called_a_promise(pledged):
    document = build("pledge", pledged)
    assert column(table(document, "What was promised"), "Promise") == [
        "We answer every letter",
        "We listen before we decide",
    ]
    expected = table(document, "What they expect")
    assert column(expected, "What is expected") == ["Be easy to reach"]
    assert column(expected, "By and to") == ["Young Carers Panel, of Social workers"]


def test_what_was_found_last_stands_beside_the_promise(pledged):
    document = build("pledge", pledged)
    (found, nothing) = column(table(document, "What was promised"), "Is it kept?")
    assert found.startswith("in part, says Young Carers Panel, 2 May 2025: Four of nine were answered")
    assert found.endswith("; to be asked every year: again by 2 May 2026")
    assert nothing == "–"
    assert "How it is kept is judged by Forum." in list(texts(document))


def test_young_people_are_not_told_that_they_were_promised_what_they_asked_for(pledged):
    told = " ".join(texts(build("young", pledged)))
    assert "We answer every letter." in told
    assert "Be easy to reach" not in told


def test_a_pledge_of_demands_alone_says_that_no_promise_is_on_record(small):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8").replace("{id: listen, text", "{id: listen, kind: expectation, text", 1)
    path.write_text(text, encoding="utf-8")
    told = list(texts(build("pledge", material(small, DAY, "young-carers"))))
    assert "No promise is on record; what is expected is no promise." in told
    assert "What was promised" not in told[3:]


def test_many_expectations_of_the_same_people_are_listed_under_what_is_true_of_all(small):
    many = "".join(
        f"\n  - {{id: ask-{n}, text: Ask {n}, kind: expectation, by: Young Carers Panel, to: Teachers}}"
        for n in range(4)
    )
    document = build("pledge", with_pledge(small, many + "\n"))
    told = [one for one in texts(document) if one]
    place = told.index("What they expect")
    assert told[place + 1] == "Young Carers Panel, of Teachers; no priority is linked to it."
    assert [one for one in told if one.startswith("Ask ")] == [f"Ask {n}" for n in range(4)]
