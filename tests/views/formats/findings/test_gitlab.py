"""GitLab's Code Quality report, judged by the fields its documentation requires."""

import json
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator

from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.formats.findings.gitlab import write

from .samples import ALL, FAULT, WHOLE_FILE, findings

JUDGE = Draft202012Validator(json.loads(Path(__file__).with_name("code-quality.json").read_text(encoding="utf-8")))


def test_a_finding_has_the_fields_that_gitlab_reads():
    (found,) = json.loads(write([FAULT]))
    assert found.pop("fingerprint")
    assert found == {
        "description": "there is no date '2025-02-30' in the calendar; correct it",
        "check_name": "impossible-date",
        "severity": "major",
        "location": {"path": "strategies/young-carers.yaml", "lines": {"begin": 11, "end": 11}},
    }


def test_a_finding_about_a_whole_file_is_at_its_first_line():
    assert json.loads(write([WHOLE_FILE]))[0]["location"] == {"path": "measures/locked.yaml", "lines": {"begin": 1}}


def test_severities_are_in_gitlabs_words():
    assert [item["severity"] for item in json.loads(write(ALL))] == ["major", "info", "major", "minor"]


def test_nothing_found_is_an_empty_report():
    assert json.loads(write([])) == []


@given(findings)
def test_every_report_is_as_documented_and_no_text_steers(found):
    text = write(found)
    report = json.loads(text)
    JUDGE.validate(report)
    assert len({item["fingerprint"] for item in report}) == len(found)
    for item in report:
        for shown in (item["description"], item["location"]["path"]):
            assert not UNSEEN.search(shown)
            assert "\n" not in shown
