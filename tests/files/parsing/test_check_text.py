"""Bytes that are no readable text are refused before a parser sees them, at their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.files.parsing import check_text as module
from strategy_tracker.files.parsing.check_text import Unreadable, check_text
from strategy_tracker.files.parsing.parse import read_tree


def test_equals_signs_under_a_heading_are_not_a_conflict():
    assert read_tree(b"a: |\n  Heading\n  =======\n") == {"a": "Heading\n=======\n"}


def test_arrows_in_a_text_are_not_a_conflict():
    assert read_tree(b"a: see <<<<<<< here\n") == {"a": "see <<<<<<< here"}


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("a: é".encode("utf-16"), "not-utf8", (1, 1)),
        (b"a: b\nc: \xe9", "not-utf8", (2, 4)),
        ("a: b\r\nc: é\u202e".encode(), "control-character", (2, 5)),
        (b"a: b\rc: \x00", "control-character", (2, 4)),
        (b"a: b\n<<<<<<< ours\na: c\n=======\na: d\n>>>>>>> theirs\n", "conflict-marker", (2, 1)),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data, code, place):
    with pytest.raises(Unreadable) as caught:
        check_text(data)
    found = caught.value.diagnostic()
    assert (found.code, found.position.line, found.position.column) == (code, *place)


@pytest.mark.parametrize("text", ["", "a: b\n", "\ufeffa: b\r\n", "a:\tb", "a: dŵr – ‘x’ \u00a0 👩‍👧\n"])
def test_text_is_let_through(text):
    check_text(text.encode())


@given(st.lists(st.sampled_from(["a", "\u00e9", "\u2028", "\u2027", "\u202f", "\ufeff", "\x85", "\x1b", "\n", "€"])))
def test_the_quick_look_overlooks_nothing(letters):
    data = "".join(letters).encode()
    assert module._may_hide(data) or not module._UNSEEN.search(data)
