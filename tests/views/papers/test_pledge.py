"""A pledge as it is told: promises apart from what people expect, who judges them, and what was found."""

import pytest

from strategy_tracker.views.document import Paragraph, Points
from strategy_tracker.views.papers.build import build
from tests.views.conftest import DAY, material

from .texts import texts

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
    (promises,) = [one for one in document.sections if one.title == "Promises"]
    listed = [item for block in promises.blocks if isinstance(block, Points) for item in block.items]
    assert [item.partition(".")[0] for item in listed] == ["We answer every letter", "We listen before we decide"]
    (expected,) = [one for one in document.sections if one.title == "What they expect"]
    assert [block.text for block in expected.blocks if isinstance(block, Paragraph)] == [
        "Expected of Social workers, by Young Carers Panel."
    ]
    assert expected.blocks[-1].items == ("Be easy to reach.",)


def test_what_was_found_last_stands_beside_the_promise(pledged):
    document = build("pledge", pledged)
    told = [text for text in texts(document) if text.startswith("We ")]
    assert told[0] == (
        "We answer every letter. Kept: in part, says Young Carers Panel, 2 May 2025: Four of nine were answered; "
        "to be asked every year: again by 2 May 2026."
    )
    assert "Kept" not in told[1]
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
    assert not [text for text in told if text.startswith("Promised by")]


def test_many_expectations_of_the_same_people_are_listed_under_what_is_true_of_all(small):
    many = "".join(
        f"\n  - {{id: ask-{n}, text: Ask {n}, kind: expectation, by: Young Carers Panel, to: Teachers}}"
        for n in range(4)
    )
    document = build("pledge", with_pledge(small, many + "\n"))
    told = [one for one in texts(document) if one]
    place = told.index("What they expect")
    assert told[place + 1] == "Expected of Teachers, by Young Carers Panel."
    assert [one for one in told if one.startswith("Ask ")] == [f"Ask {n}." for n in range(4)]
