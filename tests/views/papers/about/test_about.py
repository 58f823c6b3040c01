"""What a strategy says of itself is told whole; what came later than the day is not told."""

import pytest
from ruamel.yaml import YAML

from strategy_tracker.views.papers.build import build
from tests.views.conftest import DAY, material
from tests.views.papers.texts import table, texts

MORE = {
    "contact": "Contact Officer",
    "signatories": ["Chief One", "Chief Two"],
    "part_of": "The Big Plan",
    "letter_by": "Letter Writer",
    "aspirations": ["Children laugh"],
    "needs": ["Enough staff"],
    "context": [
        "Three live here",
        {"title": "Ages", "as_of": "2025-04", "total": 40, "rows": [{"label": "Under 10", "n": 12, "percent": 30}],
         "damaged": ["1 0%"]},
    ],
    "report": {"title": "Half-year report", "body": "Big Committee", "date": "2025-05-06", "as_of": "2025-04",
               "author": "Report Writer", "signatories": ["Chief Officer"], "ask": "Note it"},
    "outcomes": [{"domain": "School", "wants": [{"what": "Days missed", "want": "down"}]}],
    "evaluation": [{"point": "half-way", "tool": "focus group", "by": "A university", "found": "It helps"}],
    "values": [{"name": "Open", "text": "We say what we do"}],
    "links": [{"title": "The Act", "kind": "law", "url": "https://example.org/act"}],
    "surveys": [
        {
            "id": "voices",
            "title": "Voices",
            "partner": "A charity",
            "every": "2 years",
            "feeds": ["waiting"],
            "note": "Answers are anonymous",
            "editions": [
                {"on": "2024-05", "cohort": "all carers", "responses": 40, "asked": 90, "report": "Report one",
                 "meeting": "2024-09", "found": ["They wait"]},
                {"on": "2026-05", "found": ["Not known yet"]},
            ],
        }
    ],
    "audits": [
        {"topic": "Case files", "on": "2025-03", "by": "Audit Team", "sample": "20 files", "finding": "Late plans",
         "actions": ["seen-01"]},
        {"topic": "An audit to come", "on": "2026-03"},
    ],
    "changes": [
        {"on": "2025-04", "what": "Subgroups became task groups", "why": "To be quick", "approved_by": "Board"},
        {"on": "2026-04", "what": "A change to come"},
    ],
    "watch": [
        {"what": "A new inspection", "from": "2026-01", "certainty": "likely", "by": "The inspectorate",
         "priorities": ["seen"], "note": "A judgement of its own"}
    ],
}  # fmt: skip


@pytest.fixture
def told(small):
    path = small / "strategies" / "young-carers.yaml"
    yaml = YAML()
    tree = yaml.load(path)
    tree |= MORE
    tree["governance"][0] |= {"chair": "The Chair", "partners": ["The Partner"], "ages": [11, 17], "until": "2027-01"}
    tree["governance"][0] |= {"priority": tree["priorities"][0]["id"]}
    first, second = tree["priorities"][:2]
    first |= {"aliases": ["Another name"], "see_also": [second["id"]], "label_as_printed": "Aim 1"}
    first["actions"][0] |= {"stage": "considering", "phases": [{"name": "pilot", "from": "2025-09", "months": 6}]}
    yaml.dump(tree, path)
    return build("about", material(small, DAY, "young-carers"))


@pytest.mark.parametrize(
    "said",
    [
        "Contact: Contact Officer.",
        "Signed by Chief One and Chief Two.",
        "Part of The Big Plan.",
        "The letter to young people is signed by Letter Writer.",
        "Children laugh",
        "Enough staff",
        "Three live here",
        "Voices, with A charity; held every 2 years: again by 31 May 2026; feeds {waiting}.",
        "Answers are anonymous.",
        "What is only being considered:",
        "The report: Half-year report, to Big Committee, 6 May 2025, as it was in April 2025.",
        "Written by Report Writer.",
        "Those who answer for the report: Chief Officer.",
        "What it asks: Note it.",
    ],
)
def test_each_text_is_told(told, said, small):
    title = material(small, DAY, "young-carers").standing.measures["waiting"].title
    assert said.format(waiting=title) in list(texts(told))


def row(document, title):
    return [[cell.text for cell in cells] for cells in table(document, title).rows]


def test_each_edition_of_a_survey_is_a_row_but_not_one_to_come(told):
    assert row(told, "Editions") == [
        ["Voices", "May 2024", "all carers", "40 of 90", "They wait", "September 2024", "Report one"]
    ]


def test_an_audit_is_told_with_the_actions_that_answer_it(told):
    (found,) = row(told, "Audits and samples")
    assert found[:5] == ["Case files", "March 2025", "Audit Team", "20 files", "Late plans"]
    assert "Train" in found[5] or ": " in found[5]


def test_what_changed_in_it_and_around_it_is_told_apart(told):
    assert row(told, "Changes") == [["April 2025", "Subgroups became task groups", "To be quick", "Board"]]
    (found,) = row(told, "From outside")
    assert found[:4] == ["A new inspection", "January 2026", "likely", "The inspectorate"]
    assert found[5] == "A judgement of its own"


def test_a_body_is_told_with_its_chair_its_partners_and_its_ages(told):
    (first, *_) = row(told, "Bodies and groups")
    assert any(text.endswith(", aged 11 to 17") for text in first)
    assert "The Chair (chair); The Partner" in first


def test_each_priority_is_told_with_what_it_wants_and_how_much_it_holds(told):
    found = row(told, "Why, what is wanted, and how much it holds")
    assert len(found) == 2
    assert all(one[-2].isdigit() for one in found)


def test_other_titles_and_phases_are_told(told):
    assert row(told, "Priorities")[0][1:3] == ["Aim 1", "Another name"]
    assert row(told, "Schemes in phases")[0][1] == "pilot: from September 2025, for 6 months"


def test_a_strategy_that_says_nothing_of_this_has_no_empty_sections(small):
    document = build("about", material(small, DAY, "young-carers"))
    assert all(one.blocks for one in document.sections)


def test_a_table_of_people_has_its_total_and_what_cannot_be_read(told):
    found = table(told, "Ages, April 2025")
    assert row(told, "Ages, April 2025") == [["Under 10", "12", "30%"], ["In all", "40", "–"]]
    assert found.notes == ("Cannot be read in the source: 1 0%.",)


def test_what_should_change_how_that_is_found_out_and_who_works_on_what_until_when(told):
    assert row(told, "What is wanted for people") == [["School", "Days missed"]]
    assert row(told, "How it is evaluated") == [["half-way", "focus group", "A university", "It helps"]]
    assert any(text.endswith("until January 2027") for text in row(told, "Bodies and groups")[0])
