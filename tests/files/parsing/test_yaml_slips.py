"""A slip with blanks, dashes or indentation is named where it was made, not where a parser noticed it."""

import pytest

from strategy_tracker.files.parsing import events
from strategy_tracker.files.parsing.yaml_slips import ParserStop, slip
from tests.files.shipped import only

LIST = "a:\n  - id: b\n    text: c\n"


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


@pytest.mark.parametrize(
    ("problem", "text", "stop", "message"),
    [
        ("mapping values are not allowed here", "a: b\n  c: d", (1, 3), "this line is indented deeper than 'a'"),
        ("could not find expected ':'", "a: b\nc:d", (1, 3), "a blank is missing after ':'"),
        ("did not find expected '-' indicator", "a:\n  - b\n  c: d", (2, 2), None),
        ("something nobody has ever seen", "a: b\nc:d", (1, 3), None),
    ],
)
def test_a_complaint_has_a_slip_behind_it_or_none(problem, text, stop, message):
    found = slip(problem, ParserStop(text.splitlines(), *stop, start=stop[0]))
    assert (found is None) == (message is None)
    assert found is None or found.message.startswith(message)
