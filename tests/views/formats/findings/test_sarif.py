"""SARIF, judged by Microsoft's validator and the schema it carries, where they are installed."""

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema.validators import validator_for

from strategy_tracker.diagnostics import CODES
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.formats.findings.sarif import write

from .samples import ALL, FAULT, WHOLE_FILE, findings

MULTITOOL = os.environ.get("STRATEGY_SARIF_MULTITOOL", "")
installed = pytest.mark.skipif(
    not MULTITOOL, reason="STRATEGY_SARIF_MULTITOOL does not name @microsoft/sarif-multitool"
)


@cache
def judge():
    """The JSON schema of SARIF, as Microsoft's package carries it."""
    (path,) = Path(MULTITOOL).parents[1].glob("@microsoft/sarif-multitool-*/sarif-2.1.0.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    return validator_for(schema)(schema)


def run_of(found):
    return json.loads(write(found, "1.2.3"))["runs"][0]


def test_every_code_is_a_rule_with_what_it_means_and_the_next_step():
    driver = run_of([])["tool"]["driver"]
    rules = driver["rules"]
    assert (driver["name"], driver["semanticVersion"]) == ("strategy-tracker", "1.2.3")
    assert [rule["id"] for rule in rules] == list(CODES)
    rule = rules[list(CODES).index("due-on-weekend")]
    assert rule == {
        "id": "due-on-weekend",
        "shortDescription": {"text": "Due on a Saturday or Sunday."},
        "fullDescription": {"text": "Due on a Saturday or Sunday."},
        "help": {"text": "choose a working day", "markdown": "choose a working day"},
        "defaultConfiguration": {"level": "warning"},
    }


def test_a_result_has_its_rule_level_text_and_place():
    run = run_of([FAULT])
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "impossible-date"
    assert result["level"] == "error"
    assert result["message"] == {"text": "there is no date '2025-02-30' in the calendar\ncorrect it"}
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "strategies/young-carers.yaml"},
        "region": {"startLine": 11, "startColumn": 14, "endLine": 11, "endColumn": 24},
    }
    assert list(result["partialFingerprints"]) == ["finding/v1"]


def test_a_finding_about_a_whole_file_has_no_region():
    (result,) = run_of([WHOLE_FILE])["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "measures/locked.yaml"}}}]


def test_severities_are_in_the_words_of_sarif_whatever_the_rule_says():
    assert [result["level"] for result in run_of(ALL)["results"]] == ["error", "note", "error", "warning"]
    (result,) = run_of([FAULT._replace(severity="advice")])["results"]
    assert result["level"] == "note"


def test_a_path_is_a_relative_address():
    (result,) = run_of([FAULT._replace(file="a b/strategies/é:1%.yaml")])["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/strategies/%C3%A9%3A1%25.yaml"


def test_a_text_is_no_link_and_no_place_for_an_argument():
    (result,) = run_of([FAULT._replace(message="see [here](http://a.b) for {0}", next_step="[x] {y}")])["results"]
    assert result["message"]["text"] == "see \\[here\\](http://a.b) for {{0}}\n\\[x\\] {y}"
    (result,) = run_of([FAULT._replace(message="a list: [a, b]")])["results"]
    assert result["message"]["text"].startswith("a list: [a, b]\n")


@installed
@given(findings)
def test_the_schema_accepts_every_finding(found):
    judge().validate(json.loads(write(found, "1.2.3")))


@given(findings)
def test_no_text_steers(found):
    log = json.loads(write(found, "1.2.3"))
    for result, item in zip(log["runs"][0]["results"], found, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert uri.isprintable()
        assert unquote(uri) == item.file.encode("utf-8", "replace").decode()
        assert not UNSEEN.search(result["message"]["text"])


@installed
def test_the_schema_refuses_what_is_not_sarif():
    log = json.loads(write([FAULT], "1.2.3"))
    log["runs"][0]["results"][0]["level"] = "advice"
    assert not judge().is_valid(log)


def multitool(log, folder):
    """Error and warning codes by which Microsoft's validator refuses a log, by its own rules and GitHub's."""
    (folder / "log.sarif").write_text(json.dumps(log), encoding="utf-8")
    arguments = [MULTITOOL, "validate", "log.sarif", "--rule-kind", r"Sarif\;Ghas", "--output", "found.sarif"]
    subprocess.run(arguments, cwd=folder, check=False, capture_output=True, timeout=120)
    (run,) = json.loads((folder / "found.sarif").read_text(encoding="utf-8-sig"))["runs"]
    return {result["ruleId"] for result in run["results"] if result.get("level", "warning") in ("error", "warning")}


@installed
def test_microsofts_validator_accepts_it_for_code_scanning(tmp_path):
    hostile = FAULT._replace(message="'::error::' ]]> {0} [a](1) \x00\n\u202e", file="a b/strategies/é:\n%0A,.yaml")
    no_address_of_the_program, a_whole_file_has_no_region = "SARIF2005", "SARIF2017"
    expected = {no_address_of_the_program, a_whole_file_has_no_region}
    assert multitool(json.loads(write([*ALL, hostile], "1.2.3")), tmp_path) == expected


@installed
def test_microsofts_validator_would_refuse_a_faulty_one(tmp_path):
    log = json.loads(write([FAULT], "1.2.3"))
    log["runs"][0]["results"][0]["ruleIndex"] = 999
    del log["runs"][0]["tool"]["driver"]["rules"][0]["fullDescription"]
    found = multitool(log, tmp_path)
    assert "GH2012" in found
    assert len(found) > 2
