"""What pydantic says, in the words of a strategy."""

from decimal import Decimal

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.find import KINDS
from strategy_tracker.files.load import record_of
from strategy_tracker.files.parsing.model_help import faults
from tests.files.shipped import codes, load_text, only

HEAD = "id: a\ntitle: b\n"
ACTION = "priorities: [{{id: a, title: b, actions: [{{id: c, text: d, {}}}]}}]"
MEASURE = "measures:\n  - {{id: a, title: b, unit: percent, {}}}\n"


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("ownr: x", "did you mean 'owner'?"),
        ("Owner: x", "did you mean 'owner'?"),
        ("governance: [{body: x, evry: quarter}]", "did you mean 'every'?"),
        (ACTION.format("updats: []"), "did you mean 'updates'?"),
        (ACTION.format("moved: [{on: 2018, frm: 1, why: e, from: 2018}]"), "did you mean 'from'?"),
        ("superseded: {onn: 2018, on: 2018}", "did you mean 'on'?"),
        ("superseded: {zzz: 2018, on: 2018}", "the keys here are on, by"),
        ("values: [{name: x, txt: y}]", "did you mean 'text'?"),
    ],
)  # fmt: skip
def test_a_misspelled_key_says_what_was_meant(text, help_text):
    item = only(HEAD + text)
    assert (item.code, item.help) == ("unknown-key", help_text)
    assert item.at_key


def test_blanks_of_another_kind_before_a_key_are_told():
    item = only(HEAD + "\u00a0\u00a0owner: x\n")
    assert item.message == "'\u00a0\u00a0owner' begins with blanks that are not plain ones"
    assert item.help == "delete them and type them again"


@pytest.mark.parametrize(
    "text",
    [
        "review_every: 6\u00a0weeks",
        "starts: 2025-04-01\u00a0",
        "governance: [{body: B, kind: board\u200b}]",
        "\u200bowner: x",
        "owner\u00a0: x",
    ],
)
def test_what_looks_right_and_holds_a_blank_of_another_kind_is_to_be_typed_again(text):
    assert only(HEAD + text).help == "type it again: it has a blank or a mark that is not a plain one"


def test_an_item_with_a_colon_in_it_is_to_be_put_in_quotes():
    item = only(HEAD + "aspirations:\n  - Children are safe: always\n")
    assert (item.code, item.help) == ("wrong-type", "if it is one text with a ': ' in it, put quotes round it")
    assert only(HEAD + "organisation: {name: x}").help == "write one text"


def test_a_blank_of_another_kind_inside_a_key_does_not_hide_which_key_is_meant():
    assert only(HEAD + "review\u00a0every: quarter").help == "did you mean 'review_every'?"


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("readings: {2020/21: {valu: 5}}", "did you mean 'value'?"),
        ("benchmarks: {England: {2020/21: {valu: 5}}}", "did you mean 'value'?"),
        ("targets: {2020/21: {value: 5, amber: 4}}", "did you mean 'amber_from'?"),
        ("straight_line_from: {on: 2018, value: 1, valu: 5}", "did you mean 'value'?"),
    ],
)
def test_a_misspelled_key_of_a_measure_says_what_was_meant(text, help_text):
    item = only(MEASURE.format(text), "measures")
    assert (item.code, item.help) == ("unknown-key", help_text)


@pytest.mark.parametrize(
    ("state", "help_text"),
    [
        ("In Progress", "did you mean 'in-progress'?"),
        ("completed", "did you mean 'complete'?"),
        ("supersede", "did you mean 'superseded'?"),
        ("humming", "write not-started, in-progress, delivered, complete, paused, stopped or superseded"),
        ("true", "write not-started, in-progress, delivered, complete, paused, stopped or superseded"),
        ("[complete]", "did you mean 'complete'?"),
    ],
)
def test_a_wrong_word_says_what_was_meant(state, help_text):
    item = only(HEAD + ACTION.format(f"updates: [{{on: 2018, state: {state}}}]"))
    assert (item.code, item.help) == ("not-a-choice", help_text)


def test_a_longer_unit_is_not_taken_for_another_one():
    assert only("measures: [{id: a, title: b, unit: percentage}]", "measures").help == "did you mean 'percent'?"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("owner: 5", "wrong-type", "not the number 5"),
        ("owner: true", "wrong-type", "not 'true'"),
        ("organisation: [a]", "wrong-type", "not a list"),
        ("owner: {a: b}", "wrong-type", "not a set of 'key: value' lines"),
        ("vision: [~]", "wrong-type", "not nothing"),
        ("vision: {a: b}", "wrong-type", "a list is wanted"),
        ("priorities: text", "wrong-type", "a list is wanted"),
        ("priorities: [text]", "wrong-shape", "'key: value' are wanted here, not 'text'"),
        ("superseded: 2018", "wrong-shape", "not the number 2018"),
        ("values: [5]", "wrong-shape", "not the number 5"),
    ],
)
def test_another_kind_of_thing_is_named(text, code, words):
    item = only(HEAD + text)
    assert item.code == code
    assert words in item.message


def test_text_that_is_a_number_is_shown_in_quotes():
    assert only("id: a\ntitle: 2030\n").help == 'write "2030" in quotes'
    assert only("id: a\ntitle: false\n").help == 'write "false" in quotes'


def test_a_missing_key_is_named_where_it_is_missed():
    item = only(HEAD + "priorities:\n  - title: x\n")
    assert (item.code, item.message, item.help, item.position[:2]) == (
        "missing-key",
        "'id' is missing here",
        "add 'id: …'",
        (4, 5),
    )


def test_a_wrong_key_of_a_map_is_pointed_at_and_not_its_value():
    item = only(MEASURE.format("readings: {2011-12: 5}"), "measures")
    assert (item.code, item.at_key, item.position[:2]) == ("ambiguous-period", True, (2, 49))


def test_a_key_with_the_name_pydantic_gives_to_keys_is_a_key_like_any_other():
    assert only(HEAD + '"[key]": 1\n').message == "'[key]' means nothing here"
    found = load_text(MEASURE.format('benchmarks: {"[key]": 5}, readings: {"[key]": 5}'), "measures")
    assert set(codes(found)) == {"wrong-shape", "not-a-period"}


def test_every_fault_of_a_file_is_told_not_only_the_first():
    text = "id: A\ntitle: ''\nstarts: soon\nownr: x\nreview_every: 5\n"
    assert codes(load_text(text)) == ["not-an-id", "empty-text", "not-a-date", "unknown-key", "not-an-interval"]


def test_a_fault_pydantic_has_never_shown_us_is_still_a_code():
    class Odd(record_of("settings")):
        number: int

    with pytest.raises(pydantic.ValidationError) as caught:
        Odd.model_validate({"number": "x"})
    [item] = faults(caught.value.errors(), Odd)
    assert (item.code, item.message) == ("wrong-type", "'x' cannot stand here")


def steps(schema, shared):
    """Every kind of step of a pydantic core schema that a value can go through; our own readers are leaves."""
    if isinstance(schema, list | tuple):
        for item in schema:
            yield from steps(item, shared)
    elif isinstance(schema, dict):
        kind = schema.get("type")
        if isinstance(kind, str):
            yield kind
        if kind == "definition-ref":
            yield from steps(shared.pop(schema["schema_ref"], None), shared)
        elif kind == "definitions":
            shared |= {item["ref"]: item for item in schema["definitions"]}
            yield from steps(schema["schema"], shared)
        elif kind != "function-plain":
            for key, value in schema.items():
                if key not in ("metadata", "serialization"):
                    yield from steps(value, shared)


def test_the_models_use_only_steps_whose_faults_are_translated():
    known = {
        "model", "model-fields", "model-field", "definitions", "definition-ref", "default", "nullable",
        "tuple", "dict", "str", "bool", "literal", "function-plain", "function-before",
        "function-after", "no-info", "with-info", "tagged-union",
    }  # fmt: skip
    for kind in (*KINDS, "settings"):
        record = record_of(kind)
        record.model_rebuild()
        assert set(steps(record.__pydantic_core_schema__, {})) <= known


VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=3) | st.sampled_from([Decimal(1), "2018", "c", "a", "quarter"]),
    lambda inner: (
        st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(st.sampled_from(["a", "id", "[key]", "2018"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.data())
def test_any_value_under_any_key_gives_codes_of_the_catalogue(data):
    record = record_of(data.draw(st.sampled_from([*KINDS, "settings"])))
    keys = [field.alias or name for name, field in record.model_fields.items()]
    tree = data.draw(st.dictionaries(st.sampled_from(keys), VALUES, max_size=3))
    found = []
    try:
        record.model_validate(tree)
    except pydantic.ValidationError as error:
        found = faults(error.errors(), record)
    assert all(item.code in CODES and item.help and item.message for item in found)


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        (ACTION.format("status: in-progress"), "'state' belongs in an item of 'updates': 'strategy update' writes one"),
        (ACTION.format("rag: green"), "'rag' belongs in an item of 'updates': 'strategy update' writes one"),
        (ACTION.format("Colour: green"), "'rag' belongs in an item of 'updates': 'strategy update' writes one"),
        (ACTION.format("forecast: 2025"), "'forecast' belongs in an item of 'updates': 'strategy update' writes one"),
        ("priorities: [{id: a, title: b, rag: red}]", "'rag' belongs in an item of 'judgements'"),
        ("held: 2025-01-01", "'held' belongs in an item of 'governance': 'strategy meeting' writes it"),
    ],
)
def test_what_is_said_of_a_thing_on_a_day_is_sent_to_its_list(text, help_text):
    item = only(HEAD + text)
    assert (item.code, item.help) == ("unknown-key", help_text)


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        (ACTION.format("milestones: [Supplier appointed]"), "give the text its key: 'text: Supplier appointed'"),
        (ACTION.format("milestones: ['Venue: booked']"), "give the text its key: 'text: \"Venue: booked\"'"),
        (ACTION.format("updates: [Done last week]"), "give the text its key: 'note: Done last week'"),
        ("governance: [Parks Board]", "give the text its key: 'body: Parks Board'"),
        ("priorities: [Parks are safe]", "give the text its key: 'title: Parks are safe'"),
    ],
)
def test_a_text_where_lines_are_wanted_is_told_its_key(text, help_text):
    item = only(HEAD + text)
    assert (item.code, item.help) == ("wrong-shape", help_text)
