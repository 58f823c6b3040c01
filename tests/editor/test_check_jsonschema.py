"""The schemas judged by somebody else's validator: check-jsonschema, which reads YAML with ruamel.yaml."""

import importlib.util
import json
import subprocess
import sys

import pytest

from strategy_tracker.files.parsing.number_like import number_like_texts
from strategy_tracker.views.formats.json_schema import FILES

from .cases import BLIND, KINDS, ROOT, faulty, good, kind, name

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("check_jsonschema") is None,
    reason="check-jsonschema is not installed: pip install -e '.[dev]'",
)


READ_OTHERWISE = {"not-a-number/measures/underscore.yaml"}  # 1_000 is a number to ruamel.yaml, as in YAML 1.1


def judge(*arguments):
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def against(schema, paths):
    """The files among `paths` that the schema finds fault with."""
    said = judge("--schemafile", ROOT / f"schema/{schema}.schema.json", *paths)
    assert not said.get("parse_errors")
    return {item["filename"] for item in said.get("errors", [])}


def of(schema, paths):
    return [path for path in paths if KINDS[kind(path)] == schema]


def test_the_schemas_are_schemas():
    assert judge("--check-metaschema", *(ROOT / f"schema/{schema}.schema.json" for schema in FILES))["status"] == "ok"


@pytest.mark.parametrize("schema", FILES)
def test_every_good_file_is_valid_dates_and_all(schema):
    paths = of(schema, good())
    assert paths
    assert against(schema, paths) == set()


@pytest.mark.parametrize("schema", FILES)
def test_every_fault_of_form_is_seen(schema):
    paths = of(schema, faulty())
    assert paths
    assert against(schema, paths) == {str(path) for path in paths if name(path) not in BLIND | READ_OTHERWISE}


@pytest.mark.parametrize("schema", FILES)
def test_a_key_with_nothing_after_it_is_as_good_as_no_key(schema, tmp_path):
    text = json.loads((ROOT / f"schema/{schema}.schema.json").read_text(encoding="utf-8"))
    compulsory = set(text.get("required", []))
    said = {"issued": "2025-05-12", "suppress_below": "5", "downloaded": "2025-05-12"}
    lines = [f"{key}: {said.get(key, 'x') if key in compulsory else ''}".rstrip() for key in text["properties"]]
    path = tmp_path / "empty.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert against(schema, [path]) == set()


def test_what_validate_asks_to_quote_is_what_the_schema_finds_fault_with(tmp_path):
    numbers = [
        "1e2",
        "1.5e3",
        "1.",
        ".5",
        "0x1F",
        "0o17",
        "0b101",
        "007",
        "+5",
        ".inf",
        "1_000",
        "12345678901234567890",
    ]
    texts = [*numbers, "1,000", "12:30", "yes", "off", "2025-04-01", "2025/26", "5%", "0x", "e2", "_1", "12a", "nan"]
    path = tmp_path / "plan.yaml"
    lines = [f"  - {text}" for text in texts]
    path.write_text("\n".join(["id: plan", "title: Plan", "values:", *lines, ""]), encoding="utf-8")
    asked = {text for text in texts if any(repr(text) in one.message for one in number_like_texts(path.read_bytes()))}
    said = judge("--schemafile", ROOT / "schema/strategy.schema.json", path)["errors"]
    assert asked == set(numbers) == {texts[int(one["path"].split("[")[1][:-1])] for one in said}
