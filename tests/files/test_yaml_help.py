"""A parser's complaint in words for somebody who does not know YAML."""

import pytest

from strategy_tracker.files import events
from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.yaml_help import explain
from tests.files.shipped import load_text, only


class Mark:
    def __init__(self, line, column):
        self.line, self.column = line, column


class Complaint(Exception):
    def __init__(self, problem, mark, context=None):
        super().__init__(problem)
        self.problem, self.problem_mark, self.context_mark = problem, mark, context


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b: c\n", "a second ': ' on this line"),
        ('a: "b\nc: d\n', "never closed"),
        ("a: [b\nc: d\n", "square brackets"),
        ("a: {b: c\n", "curly brackets"),
        ("a: 'it's'\n", "the text goes on"),
        ('a: "b" c\n', "the text goes on"),
        ("a: [b] c\n", "the text goes on"),
        ('a: "C:\\path"\n', "backslash"),
        ("a: b\nc\nd: e\n", "neither 'key: value'"),
        ("a: - b\n", "a list item cannot begin here"),
        ("a: | b\n", "belongs on the next line"),
        ("a: >5x\n", "belongs on the next line"),
        ("a: @b\n", "cannot begin with '@'"),
        ("a: `b`\n", "cannot begin with '`'"),
        ("a: **b**\n", "'&' and '*'"),
        ("a: & b\n", "'&' and '*'"),
        ("a: ? b\n", "'?'"),
        ("a: [b,, c]\n", "a value is missing"),
        ("a:\n  b: c\n d: e\n", "not in line with the ones above"),
        ("a:\n  - b\n  c: d\n", "not in line with the list above"),
        ("%FOO\n---\na: b\n", "'%'"),
        ("a: b\n...\nc: d\n", "goes on after the end"),
        ("a: !<\n", "'!'"),
        ("a:\n\tb: c\n", "a tab"),
        ("a: b\n  \tc: d\n", "a tab"),
    ],
)  # fmt: skip
def test_a_common_slip_is_named(text, words):
    item = only(text)
    assert item.code in ("yaml-syntax", "tab-indentation")
    assert words in item.message
    assert item.help


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: [d, e\nf: g\n", 2),
        ("a: b\nc: {d: e\nf: g\n", 2),
        ("a: b\nc: 'd\nf: g\n", 2),
        ("a: b\nc\nd\nf: g\n", 2),
        ("a: b\nc: d: e\nf: g\n", 2),
    ],
)
def test_the_line_is_the_one_to_correct_not_the_one_where_the_parser_noticed(text, line):
    assert only(text).position.line == line


LIST = "a:\n  - id: b\n    text: c\n"


@pytest.mark.parametrize("text", ["a: “b: c”\n", "a: {b: ‘c: d’}\n"])
def test_curly_quotes_are_said_to_be_none(text):
    assert only(text).help.endswith("; straight quotes, as curly ones are a part of the text")


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("a: b\n  c: d\n", "indented deeper than 'a' in the line above", (2, 3)),
        ("a: b\n\n# note\n  c: d\n", "indented deeper than 'a' in line 1", (4, 3)),
        ("a: b\n  goes on\n  c: d\n", "indented deeper than 'a' in line 1", (3, 3)),
        ("'a b': c\n  d: e\n", "indented deeper than 'a b' in the line above", (2, 3)),
        ("a: # note\n  b\n  c: d\n", "this line is not 'key: value', and the next one is", (2, 3)),
        ("a:\n  - b\n    c: d\n", "this line is not 'key: value', and the next one is", (2, 3)),
        (LIST + "      d: e\n", "indented deeper than 'text' in the line above", (4, 7)),
        ("a:\n  - b:c\n    d: e\n", "a blank is missing after ':'", (2, 6)),
        ("a: b\nc:d\n", "a blank is missing after ':'", (2, 2)),
        ("a: b\nc:[d]\n", "a blank is missing after ':'", (2, 2)),
        ("a: b\nc:\u00a0d\n", "the blank after ':' is not a plain one", (2, 3)),
        ("a: {b:\u00a0c}\n", "the blank after ':' is not a plain one", (1, 7)),
        ("a:\n\u00a0\u00a0- b: c\n    d: e\n", "the blanks this line begins with are not plain ones", (2, 1)),
        ("a:\n  -\u00a0b: c\n    d: e\n", "the blanks this line begins with are not plain ones", (2, 4)),
        ("a:\n  - {b: form #7, c: d}\n  - {b: d}\n", "the text goes on after a '#'", (2, 14)),
        ("a: [b #1, c]\nd: e\n", "the text goes on after a '#'", (1, 7)),
        ("a: {b: form #7}\n", "the text goes on after a '#'", (1, 13)),
        ("a: {b: do this: that}\n", "a second ': ' before the next ','", (1, 15)),
        ("a: {b: c d: e}\n", "a second ': ' before the next ','", (1, 11)),
        ("a: [b, #one\n  c\nd: e\n", "square brackets", (1, 4)),
        ("a: b\nhttp://c\n", "this line is neither", (2, 1)),
        ("a:\n  -b: c\n   d: e\n", "a blank is missing after '-'", (2, 3)),
        (LIST + "  -id: d\n", "a blank is missing after '-'", (4, 3)),
        ("a:\n  — b: c\n    d: e\n", "'—' does not begin a list item", (2, 3)),
        (LIST + "  • id: d\n", "'•' does not begin a list item", (4, 3)),
        ("a: b c\n  – d: e\n", "'–' does not begin a list item", (2, 3)),
        ("a:\n  * b\n", "'*' does not begin a list item", (2, 3)),
        ("a: b\n  c d: e\n", "a ': ' in a text that goes on from the line above", (2, 6)),
        ("a: b #1\n  and c\n", "the text goes on after a '#'", (1, 6)),
        ("a:\n  - b #1\n    and c\n", "the text goes on after a '#'", (2, 7)),
        ("a:\n  - b #1\n  c: d\n", "not in line with the list above", (3, 3)),
        ("a: b\n: c\n", "nothing stands before the ':'", (2, 1)),
        (": a\n", "nothing stands before the ':'", (1, 1)),
        ("a: 'b'\n  c: d\n", "indented deeper than 'a' in the line above", (2, 3)),
        ("a: 'b'\n  - c: d\n", "not in line with the ones above", (2, 3)),
        ("a: {b: c}}\n", "a closing bracket without its opening one", (1, 10)),
        ("a: [b]]\n", "a closing bracket without its opening one", (1, 7)),
        ("a:\n  - {b: c\n  - {b: d}\n", "curly brackets", (2, 5)),
        ("a:\n  - [b, c\n  - [d]\n", "square brackets", (2, 5)),
        ("  a: b\nc: d\n", "the first line is indented, and this one is not", (2, 1)),
        ("# note\n\n a: b\nc: d\n", "the first line is indented, and this one is not", (4, 1)),
        ("a: b\n%c: d\n", "'%' at the beginning of a line", (2, 1)),
        ('a: "\\x"\n', "a backslash", (1, 7)),
    ],
)
def test_a_slip_is_named_and_pointed_at_where_it_was_made(text, words, place):
    item = only(text)
    assert words in item.message
    assert (item.position.line, item.position.column) == place
    assert item.help


@pytest.mark.skipif(events.CParser is None, reason="the other parser takes 'b:c' for a key, which is told as such")
def test_a_blank_missing_in_brackets_is_named():
    item = only("a: {b:c}\n")
    assert (item.message, item.position.column) == ("a blank is missing after ':'", 6)


def test_a_blank_missing_after_the_very_first_colon_is_named():
    item = only("id:a\ntitle: b\n")
    assert (item.code, item.help) == ("wrong-shape", "leave a blank after each ':'")


def test_an_unknown_complaint_still_has_a_place():
    error = explain(Complaint("something new", Mark(0, 3)), b"a: b\n")
    assert (error.code, error.message, error.line, error.column) == (
        "yaml-syntax",
        "the file stops being readable here",
        0,
        3,
    )


def test_a_complaint_past_the_last_line_has_a_place():
    assert isinstance(explain(Complaint("something new", Mark(9, 0)), b"a: b\n"), Unreadable)


def test_a_complaint_with_only_a_context_has_a_place():
    assert explain(Complaint("found unexpected end of stream", None, Mark(0, 3)), b"a: 'b\n").column == 3


def test_nothing_is_kept_of_a_file_that_cannot_be_parsed():
    assert load_text("id: a\ntitle: b\nvision: [c\n").record is None
