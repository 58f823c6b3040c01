"""Nodes lead to values, and the text says where lines go and whether a comment is in the way."""

import pytest

from strategy_tracker.editing.splicing.locate import locate, read


def test_a_route_that_leads_nowhere_gives_nothing():
    top = locate(read(b"a: [x]\n")).top
    assert top.at(("a", 1)) is None
    assert top.at(("b", "c")) is None
    assert top.at(()) is top


@pytest.mark.parametrize(
    ("text", "eol"), [("a: 1", "\n"), ("a: 1\r\nb: 2\n", "\r\n"), ("a: 1\rb: 2", "\r"), ("a: 1\n", "\n")]
)
def test_the_line_ending_is_that_of_the_first_line(text, eol):
    assert locate(read(text.encode())).eol == eol


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_the_reader(eol):
    source = locate(read(eol.join(["a: 1", "", "b: 2", "c: 3"]).encode()))
    offset = source.text.index("b") + 2
    assert source.line_number(offset) == 3
    assert source.text[source.line_start(offset) : source.line_end(offset)] == "b: 2"
    assert source.text[source.next_line(offset) :] == "c: 3"
    assert source.next_line(len(source.text)) == source.line_end(len(source.text)) == len(source.text)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a: '# no'\n", False),
        ("a: x#y\n", False),
        ("a: x # yes\n", True),
        ("a: |\n  # no\n", False),
        ("a: | # yes\n  x\n", True),
        ("a:\n  - x # yes\n  - y\n", True),
        ("a:\n  # yes\n  - x\n", True),
        ("a:\n  '#': '#'\n", False),
        ("a: [x, # yes\n  y]\n", True),
        ("a: [ # yes\n ]\n", True),
    ],
)
def test_a_comment_is_told_from_a_sign_in_a_text(text, there):
    source = locate(read(text.encode()))
    node = source.top.at(("a",))
    assert source.comment(node, source.colon(source.top, "a"), source.line_end(node.end)) is there


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_a_line_ends_before_its_break(eol):
    source = locate(read(eol.join(["a: 1", "", "b: 2", ""]).encode()))
    for offset, end in (
        (0, 4),
        (3, 4),
        (4, 4),
        (source.starts[1], source.starts[1]),
        (len(source.text), len(source.text)),
    ):
        assert source.line_end(offset) == end
