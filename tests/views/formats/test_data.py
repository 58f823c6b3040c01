import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.views.formats.data import SCHEMA_VERSION, as_csv, as_json, plain


class Thing(NamedTuple):
    name: str
    amount: Decimal | None
    on: date
    parts: tuple[str, ...]
    route: tuple[str, ...] = ("priorities",)
    file: str = "strategies/a.yaml"


THING = Thing("naïve", Decimal("97.50"), date(2025, 10, 1), ("a", "b"))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def back(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def test_version_and_kind_come_first():
    text = as_json("reviews", {"as_at": date(2025, 10, 1)})
    assert list(json.loads(text)) == ["schema_version", "kind", "as_at"]
    assert json.loads(text) == {"schema_version": SCHEMA_VERSION, "kind": "reviews", "as_at": "2025-10-01"}
    assert text.endswith("}\n")


def test_a_record_is_an_object_without_its_place():
    assert plain(THING) == {"name": "naïve", "amount": "97.50", "on": "2025-10-01", "parts": ["a", "b"]}


@given(NUMBERS)
def test_a_decimal_stays_exact(number):
    assert Decimal(json.loads(as_json("x", {"amount": number}))["amount"]) == number
    assert "E" not in plain(number)
    assert Decimal(back(as_csv(["amount"], [{"amount": number}]))[1][0]) == number


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_gives_back_what_went_in(value):
    assert json.loads(as_json("x", {"value": value}))["value"] == value


@given(st.text(st.characters()))
def test_json_cannot_steer_the_terminal_it_is_printed_on(text):
    written = as_json("x", {"value": text})
    assert not set(written) & set("\x1b\x9b\u202e\u2066\x7f")
    written.encode()


def test_letters_stay_readable_in_json():
    assert "naïve – £5 日本" in as_json("x", {"value": "naïve – £5 日本"})


@given(st.lists(st.one_of(st.text(), st.text("=+-@\t\r|%' \n", min_size=1)), min_size=1, max_size=5))
def test_no_cell_can_start_a_formula(texts):
    rows = back(as_csv(["text"], [{"text": text} for text in texts]))
    assert rows[0] == ["text"]
    for (found,) in (row or [""] for row in rows[1:]):
        assert not found.startswith(DANGEROUS) or found == "-"
        assert not found.strip().startswith(DANGEROUS) or found.strip() == "-"


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@SUM(1)",
        " =1",
        "\n=1",
        "\t=1",
        "|cmd",
        "%0A",
        "\uff1d1",
        "- said",
        "-- x",
    ],
)
def test_a_formula_is_defused_by_an_apostrophe(text):
    assert back(as_csv(["a"], [{"a": text}]))[1] == [f"'{text}"]


@pytest.mark.parametrize("value", ["–", "-", "plain", "a=b", "'quoted'"])
def test_an_innocent_text_is_left_alone(value):
    assert back(as_csv(["a"], [{"a": value}]))[1] == [value]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), (True, "true"), (False, "false"), (-4, "-4"), (Decimal("-0.5"), "-0.5"), (Decimal("1E+3"), "1000"),
        (date(2025, 10, 1), "2025-10-01"), (("a", "b"), "a; b"), (("=a",), "'=a"), ((), ""), ("a\x1b[1m", "a\ufffd[1m"),
    ],
)  # fmt: skip
def test_a_cell_is_plain(value, written):
    assert back(as_csv(["a", "b"], [{"a": value, "b": "x"}]))[1] == [written, "x"]


def test_commas_quotes_and_line_breaks_survive_and_missing_keys_are_empty():
    text = as_csv(["a", "b"], [{"a": 'one, "two"\nthree'}])
    assert back(text) == [["a", "b"], ['one, "two"\nthree', ""]]
    assert text.startswith("a,b\r\n")
