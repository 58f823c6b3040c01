"""The schemas say of every key what it is for, let nothing pass that the reader refuses by its form, and are fresh."""

import json
import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from strategy_tracker.diagnostics import CODES, read_explanation
from strategy_tracker.model import practice, settings, strategy
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.measures import measure
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import read_distance, read_id, read_interval, read_when
from strategy_tracker.views.formats.json_schema import FILES, descriptions, write_schema

FOLDER = Path(__file__).parents[3] / "schema"
SCHEMAS = {name: json.loads(write_schema(name)) for name in FILES}


def maps(schema):
    """Every part of a schema that describes a map with keys of our own."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        yield from chain.from_iterable(maps(part) for part in schema.values())
    elif isinstance(schema, list):
        yield from chain.from_iterable(maps(part) for part in schema)


def of_a_measure(key):
    return SCHEMAS["measures"]["$defs"]["Measure"]["properties"][key]


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_in_the_repository_are_fresh(name, golden):
    golden(FOLDER / f"{name}.schema.json", write_schema(name))


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_described_in_a_sentence(name):
    for part in maps(SCHEMAS[name]):
        for key, value in part["properties"].items():
            assert re.fullmatch(r"[A-Z].*\.", value.get("description", "")), key


def test_every_field_of_every_model_is_described_under_it():
    for module in (strategy, measure, practice, settings):
        for record in vars(module).values():
            if isinstance(record, type) and issubclass(record, Record):
                assert set(descriptions(record)) == {field.alias or name for name, field in record.model_fields.items()}


@pytest.mark.parametrize("name", FILES)
def test_no_map_takes_an_unknown_key(name):
    assert all(part["additionalProperties"] is False for part in maps(SCHEMAS[name]))


@pytest.mark.parametrize("name", FILES)
def test_nothing_has_a_title_that_only_repeats_its_key(name):
    assert not any("title" in part and isinstance(part["title"], str) for part in maps(SCHEMAS[name]))


def test_the_dialect_is_named():
    assert {schema["$schema"] for schema in SCHEMAS.values()} == {"https://json-schema.org/draft/2020-12/schema"}


def test_a_choice_names_its_words_and_not_null():
    action = SCHEMAS["strategy"]["$defs"]["Update"]["properties"]
    assert action["state"]["anyOf"][0]["enum"][:2] == ["not-started", "in-progress"]
    assert action["rag"]["anyOf"][0] == {"enum": ["red", "amber", "green"]}
    assert "null" not in json.dumps(action["rag"])


def test_defaults_are_written_as_a_person_writes_them():
    said = SCHEMAS["settings"]["properties"]
    defaults = {key: value["default"] for key, value in said.items() if "default" in value}
    assert (
        defaults.items()
        >= {
            "year_end": "31 March",
            "review_every": "quarter",
            "due_soon": "30 days",
            "late_is_red_after": "month",
        }.items()
    )
    assert of_a_measure("public")["default"] is False
    assert "default" not in of_a_measure("owner")


def test_the_settings_offer_exactly_the_codes_that_may_be_changed():
    severity = SCHEMAS["settings"]["properties"]["severity"]
    assert list(severity["properties"]) == [name for name, code in CODES.items() if not code.fixed]
    assert severity["properties"]["no-owner"]["description"] == read_explanation("no-owner").meaning


def form(schema):
    """The regular expression a text has to match."""
    return schema.get("pattern") or schema["anyOf"][0]["pattern"]


FORMS = {
    "id": (read_id, form(of_a_measure("id"))),
    "interval": (read_interval, form(of_a_measure("lag"))),
    "distance": (read_distance, form(of_a_measure("band"))),
    "date": (read_when, form(SCHEMAS["strategy"]["properties"]["starts"])),
    "period": (parse_period, next(iter(of_a_measure("readings")["patternProperties"]))),
    "year end": (settings._year_end, form(SCHEMAS["settings"]["properties"]["year_end"])),
}
LOOSE = st.one_of(
    st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True),
    st.from_regex(r"[0-9]{1,3} ?(day|week|month|quarter|year|points|% of target)s?", fullmatch=True),
    st.from_regex(r"(AY )?(19|20|21)[0-9]{2}(/[0-9]{2}( Q[1-4])?|(-[01][0-9]){0,2})", fullmatch=True),
    st.from_regex(r"20[0-9]{2}( [QH][1-4])?\.\.20[0-9]{2}( [QH][1-4])?", fullmatch=True),
    st.from_regex(r"(28|29|30|31) (January|February|April|June|July|November|December)", fullmatch=True),
)


@pytest.mark.parametrize("what", FORMS)
@given(text=LOOSE)
def test_what_the_reader_takes_the_schema_takes(what, text):
    read, pattern = FORMS[what]
    try:
        read(text)
    except PydanticCustomError:
        return
    assert re.search(pattern, text, re.ASCII)
