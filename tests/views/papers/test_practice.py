"""A practice example is told whole: whatever stands in its file stands in the report."""

import pytest

from strategy_tracker.model.parts.outcomes import OutcomeDomain
from strategy_tracker.views.papers.build import build
from tests.views.conftest import DAY, material

from .texts import table, texts

EXAMPLE = """
practice:
  - id: kick-off
    title: Kick-off
    summary: They began early
    team: [Care Team, Health Team]
    contact: Head of Kick-off
    sponsor: Chief Officer
    phases: [{name: pilot, from: 2023-09, months: 18, note: Paid}]
    governance: [A board meets quarterly]
    outcomes:
      - {domain: Staying safe, wants: [{what: Offences, want: down}, {what: Tenancies kept, want: up}]}
      - {domain: Learning, wants: [{what: Courses, want: up}]}
    voice: [It was mine]
    pledges: [I will listen]
    evaluation: [{point: start, tool: survey, by: University, found: Hope}]
    transferability: [A room of one's own]
    supporting: [The poster]
    edition: May 2025
    reviewed_by: Practice leaders
    approved_by: [Directors]
    source: Spotlight
    priorities: young-carers/seen
"""


@pytest.fixture
def told(small):
    (small / "practice" / "one.yaml").write_text(EXAMPLE, encoding="utf-8")
    return build("practice", material(small, DAY, "young-carers"))


@pytest.mark.parametrize(
    "said",
    [
        "Pilot: from September 2023, for 18 months. Paid",
        "A board meets quarterly",
        "It was mine",
        "I will listen",
        "A room of one's own",
        "The poster",
        "Run by Care Team and Health Team. Sponsored by Chief Officer. Contact: Head of Kick-off.",
        "Taken from: Spotlight, May 2025. Reviewed by Practice leaders. Approved by Directors.",
    ],
)
def test_each_key_of_an_example_is_told(told, said):
    assert any(text.removesuffix(".") == said.removesuffix(".") for text in texts(told))


def test_what_is_wanted_stands_by_its_direction(told):
    rows = [[cell.text for cell in row] for row in table(told, "What is wanted for people").rows]
    assert rows == [["Staying safe", "Tenancies kept", "Offences"], ["Learning", "Courses", "–"]]


def test_how_it_is_evaluated_is_a_table(told):
    (row,) = table(told, "How it is evaluated").rows
    assert [cell.text for cell in row] == ["start", "survey", "University", "Hope"]


def test_what_we_do_ourselves_is_no_example_of_others(small):
    own = EXAMPLE.replace("kick-off", "ours").replace("Kick-off", "Ours") + "    authority: Borough of Exampleton\n"
    (small / "practice" / "own.yaml").write_text(own, encoding="utf-8")
    (small / "practice" / "one.yaml").write_text(EXAMPLE, encoding="utf-8")
    document = build("practice", material(small, DAY, "young-carers"))
    heads = [one.title for one in document.sections]
    assert heads.index("What we do ourselves") < heads.index("Ours") < heads.index("By theme")
    assert heads.index("Kick-off") < heads.index("What we do ourselves")
    told = table(document, "Practice examples")
    assert [row[0].text for row in told.rows][-1] == "Ours"
    assert [cell.text for cell in told.rows[-1]][1] == "Borough of Exampleton"
    assert "One of our own stands last." in " ".join(texts(document))


def test_a_direction_is_up_or_down():
    with pytest.raises(ValueError, match="want"):
        OutcomeDomain.model_validate({"domain": "D", "wants": ({"what": "W", "want": "sideways"},)})
