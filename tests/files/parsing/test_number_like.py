"""Texts without quotes that others read as a number: the same ones as editors and check-jsonschema take for one."""

import io
import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from ruamel.yaml import SafeConstructor

from strategy_tracker.files.parsing.number_like import is_number_to_others, number_like_texts
from strategy_tracker.files.parsing.parse import read_tree

NUMBERS = (
    "1e2",
    "1E+2",
    "1.5e3",
    "1.",
    ".5",
    "-.5",
    "0x1F",
    "0o17",
    "0b101",
    "007",
    "00",
    "+5",
    "+1.5",
    ".inf",
    "-.INF",
    ".NaN",
    "1_000",
    "-1e2",
    "12345678901234567890",
)
TEXTS = (
    "1,000",
    "12:30",
    "yes",
    "no",
    "on",
    "off",
    "y",
    "2025-04-01",
    "2025/26",
    "5%",
    "1-2",
    "0x",
    "1e",
    "e2",
    "1e2e3",
    "_1",
    "0xG",
    "12a",
    "..",
    "-",
    "1.2.3",
    "nan",
    "inf",
)


@pytest.mark.parametrize("text", NUMBERS)
def test_what_others_take_for_a_number_is_found(text):
    (found,) = number_like_texts(f"a:\n  - b: {text}\n".encode())
    assert (found.code, found.route) == ("number-like-text", ("a", 0, "b"))
    assert repr(text) in found.message
    assert found.next_step == f"put quotes round it: '{text}'"


@pytest.mark.parametrize("text", TEXTS)
def test_what_others_take_for_a_text_is_not(text):
    assert number_like_texts(f"a: '{text}'\nb: {text if text != '-' else 'x'}\n".encode()) == []


@pytest.mark.parametrize("written", ["'1e2'", '"1e2"', ">-\n  1e2", "|-\n  1e2"])
def test_a_text_that_says_it_is_one_is_not(written):
    assert read_tree(f"a: {written}\n".encode()) == {"a": "1e2"}
    assert number_like_texts(f"a: {written}\n".encode()) == []


@pytest.mark.parametrize("number", ["0", "-0", "5", "97.5", "-0.25", "123456789012345678"])
def test_a_number_of_ours_is_no_text(number):
    assert not is_number_to_others(number)
    assert number_like_texts(f"a: {number}\n".encode()) == []


CORE = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""Numbers of the core schema of YAML 1.2.2, section 10.3.2."""


@given(some.text("0123456789.eE+-_xob:infna", min_size=1, max_size=6))
@example("1_0e2")
@example(".0E0")
@example(".0_E0")
@example(".0_E+0")
@example("-0x1F")
@example("1.1234567890123")
def test_the_reader_of_check_jsonschema_agrees(text):
    yaml = pytest.importorskip("check_jsonschema.parsers.yaml")
    try:
        with patch.dict(SafeConstructor.yaml_constructors):  # theirs leaves dates as texts for every reader after it
            theirs = yaml.impl2loader(yaml.construct_yaml_implementation())(io.BytesIO(f"k: {text}\n".encode()))
        ours = read_tree(f"k: {text}\n".encode())
    except Exception:
        return  # no plain text at all, to one of us or to both
    plain = isinstance(ours.get("k"), str) and isinstance(theirs["k"], int | float)
    number = plain or CORE.fullmatch(text) is not None  # editors take `.5e1` for one, check-jsonschema does not
    assert bool(number_like_texts(f"k: {text}\n".encode())) == (number and isinstance(ours.get("k"), str))
