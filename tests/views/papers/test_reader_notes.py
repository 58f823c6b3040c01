"""The glossary of a report explains each rule that it makes use of."""

from datetime import date

from strategy_tracker.briefing.terms import terms_used
from strategy_tracker.views.papers.reader_notes import REASONS, terms
from tests.views.conftest import material


def test_every_rule_that_can_be_used_is_explained(small, shipped):
    used = terms_used(material(small))
    for year in (2019, 2021, 2022, 2026):
        used |= terms_used(material(shipped, date(year, 10, 4)))
    known = {*(f"grey:{why}" for why in REASONS)}
    assert all(terms({one}, "month") for one in used - known)


def test_the_glossary_says_when_amber_turns_red():
    assert "amber up to one month late" in dict(terms({"action:late"}, "month"))["Colour by date"]
    assert "amber up to 3 weeks late" in dict(terms({"action:late"}, "3 weeks"))["Colour by date"]


def test_what_withdrawn_means_is_explained_once_where_a_measure_is(small):
    path = small / "measures" / "carers.yaml"
    text = path.read_text(encoding="utf-8")
    assert "grey:withdrawn" not in terms_used(material(small))
    withdrawn = text.replace(
        "  - id: waiting\n", "  - id: waiting\n    withdrawn: {on: 2025-09-15, why: Nobody waits}\n"
    )
    path.write_text(withdrawn, encoding="utf-8")
    used = terms_used(material(small))
    assert [name for name, _ in terms(used, "month")].count("Withdrawn") == 1
