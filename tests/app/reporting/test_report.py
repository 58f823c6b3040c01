"""What a report is made of, and when there is none."""

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.public_report import CannotPublish, make_public_report
from strategy_tracker.app.reporting.report import ReportRequest, gather
from tests.app.conftest import DAY


def test_the_body_decides_which_strategies_are_told(now):
    assert [one.id for one in gather(now, ReportRequest(body="Carers Board"))[0].standing.strategies] == [
        "young-carers"
    ]
    material, wrong = gather(now, ReportRequest(("old-plan",)))
    assert [one.id for one in material.standing.strategies] == ["old-plan"]
    assert (material.made_from, wrong) == ("the files on disk, which no commit holds", ())


def test_examples_come_only_where_they_are_told(now):
    assert gather(now, ReportRequest())[0].examples == ()
    assert [one.id for one in gather(now, ReportRequest(practice=True))[0].examples] == ["walk-in"]


def test_what_cannot_be_read_comes_with_the_material(small):
    (small / "measures" / "more.yaml").write_text("measures: [{id: Bad}]\n", encoding="utf-8")
    material, wrong = gather(open_moment(small, DAY), ReportRequest())
    assert {one.file for one in wrong} == {"measures/more.yaml"}
    assert "waiting" in material.measures


def test_without_a_threshold_nothing_is_published(now):
    with pytest.raises(CannotPublish, match="no threshold says which counts"):
        make_public_report(now, "young", ReportRequest())


def test_a_public_report_says_why_it_is_not_to_be_published(small):
    (small / "strategy-tracker.yaml").write_text("suppress_below: 5\n", encoding="utf-8")
    girls = "{id: girls, title: Girls, unit: count, better: higher, public: true, readings: {2024/25: 3}}"
    (small / "measures" / "girls.yaml").write_text(f"measures: [{girls}]\n", encoding="utf-8")
    moment = open_moment(small, DAY)
    assert not any(make_public_report(moment, "scorecard", ReportRequest(), "girls.html").refusal)
    refusal = make_public_report(moment, "scorecard", ReportRequest(), "3 girls.html").refusal
    assert (refusal.named, refusal.figures, refusal.words, refusal.part) == ("Girls", (), (), "")


def test_a_public_report_of_what_cannot_be_read_is_none(small):
    (small / "strategy-tracker.yaml").write_text("suppress_below: 5\n", encoding="utf-8")
    (small / "strategies" / "more.yaml").write_text("id: [\n", encoding="utf-8")
    made = make_public_report(open_moment(small, DAY), "pack", ReportRequest())
    assert made.document is None
    assert {one.file for one in made.wrong} == {"strategies/more.yaml"}
