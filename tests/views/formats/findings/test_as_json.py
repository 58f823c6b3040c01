"""Our own JSON, judged by its published schema."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator

from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.formats.findings.as_json import write

from .samples import ALL, FAULT, WHOLE_FILE, findings

SCHEMA = json.loads((Path(__file__).parents[4] / "schema/validate-output.schema.json").read_text(encoding="utf-8"))
JUDGE = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
DAY = date(2025, 10, 1)


def written(found, things=None):
    return json.loads(write(found, things or {}, DAY))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_whole_document():
    found = written([FAULT], {"strategies": 2, "practice examples": 3})
    assert list(found)[:2] == ["schema_version", "kind"]
    assert found == {
        "schema_version": 1,
        "kind": "validation",
        "as_at": "2025-10-01",
        "read": {"strategies": 2, "actions": 0, "measures": 0, "practice_examples": 3},
        "counts": {"error": 1, "warning": 0, "advice": 0},
        "diagnostics": [
            {
                "code": "impossible-date",
                "severity": "error",
                "message": "there is no date '2025-02-30' in the calendar",
                "help": "correct it",
                "file": "strategies/young-carers.yaml",
                "line": 11,
                "column": 14,
                "end_line": 11,
                "end_column": 24,
                "route": ["priorities", 0, "actions", 2, "due"],
                "more": 0,
            }
        ],
    }


def test_a_finding_about_a_whole_file_has_no_place():
    (found,) = written([WHOLE_FILE])["diagnostics"]
    assert [found[key] for key in ("line", "column", "end_line", "end_column", "route")] == [None] * 4 + [[]]


def test_every_key_is_in_the_schema_and_demanded_by_it():
    found = written(ALL)
    diagnostic = SCHEMA["$defs"]["diagnostic"]
    for value, schema in [(found, SCHEMA), (found["diagnostics"][0], diagnostic)]:
        assert set(value) == set(schema["properties"]) == set(schema["required"])
    for part in ("read", "counts"):
        schema = SCHEMA["properties"][part]
        assert set(found[part]) == set(schema["properties"]) == set(schema["required"])


def test_the_schema_refuses_what_is_not_ours():
    found = written(ALL)
    for change in ({"kind": "status"}, {"schema_version": 2}, {"as_at": "yesterday"}, {"diagnostics": [{}]}):
        assert not JUDGE.is_valid({**found, **change})


@given(findings)
def test_the_schema_accepts_every_finding_and_no_text_is_lost(found):
    text = write(found, {"actions": 3}, DAY)
    assert not UNSEEN.search(text)
    JUDGE.validate(json.loads(text))
    read = [(item["message"], item["file"], item["route"]) for item in json.loads(text)["diagnostics"]]
    assert read == [(item.message, item.file, list(item.route)) for item in found]
