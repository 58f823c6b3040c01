"""A parser's complaint in words for somebody who does not know YAML."""

import pytest

from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.yaml_help import explain
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


@pytest.mark.parametrize("text", ["a: “b: c”\n", "a: {b: ‘c: d’}\n"])
def test_curly_quotes_are_said_to_be_none(text):
    assert only(text).help.endswith("; straight quotes, as curly ones are a part of the text")


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
