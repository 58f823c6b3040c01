"""Every value has its place: what stands between `start` and `end` is the value as it was typed."""

import pytest

from strategy_tracker.editing.nodes import locate, read


def typed(text, *route, pure=False):
    """The text of the value at a route."""
    source = locate(read(text.encode(), pure))
    node = source.top.at(route)
    return source.text[node.start : node.end]


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
class TestBothParsersPlace:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("a: x y   # c\n", "x y"),
            ("a:   'x # y'\n", "'x # y'"),
            ('a: "x\\"y" \n', '"x\\"y"'),
            ("a: x\n  y\n", "x\n  y"),
            ("a: [x, 'y']  # c\n", "[x, 'y']"),
            ("a: {x: 1,\n  y: 2 }\n", "{x: 1,\n  y: 2 }"),
            ("a:\n  - x\n  - y  # c\n\n# d\n", "- x\n  - y"),
            ("a:\n- x\n- y\n", "- x\n- y"),
            ("a:\n  b: 1\n  c: {d: 2}\n# e\n", "b: 1\n  c: {d: 2}"),
            ("é🎉: x\na: 🎉y # c\n", "🎉y"),
            ("\ufeffa: x\n", "x"),
            ("a: ~\n", "~"),
            ("b: 1\r\na: x\r\n", "x"),
            ("b: 1\ra: x\r", "x"),
        ],
    )
    def test_a_value(self, text, value, pure):
        assert typed(text, "a", pure=pure) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("a: |\n  x\nb: 1\n", "|\n  x"),
            ("a: |\n  x\n\n# c\nb: 1\n", "|\n  x"),
            ("a: >-\n  x\n  y\n\n\nb: 1\n", ">-\n  x\n  y"),
            ("a: |+\n  x\n\n\nb: 1\n", "|+\n  x\n\n"),
            ("a: |+\r\n  x\r\n\r\nb: 1\r\n", "|+\r\n  x\r\n"),
            ("a: |+\n\n\nb: 1\n", "|+\n\n"),
            ("a: |-2\n    x\n  y\nb: 1\n", "|-2\n    x\n  y"),
            ("a: | # + no\n  x\n\nb: 1\n", "| # + no\n  x"),
            ("a: |\nb: 1\n", "|"),
            ("a: |\n  x\n     \nb: 1\n", "|\n  x\n     "),  # spaces beyond the indentation are text
            ("a: |\n  x\n  \nb: 1\n", "|\n  x"),
            ("a: |\n  x", "|\n  x"),
            ("a: |", "|"),
            ("a: |+", "|+"),
            ("a: |\n  \u00a0\n", "|\n  \u00a0"),
            ("a: |\n  x\n...\n", "|\n  x"),
        ],
    )
    def test_a_block_text_without_the_blank_lines_that_are_not_its_own(self, text, value, pure):
        assert typed(text, "a", pure=pure) == value

    @pytest.mark.parametrize(
        "text", ["a:", "a:  # c\n", "a:\nb: 1\n", "a:\n\n  # c\n", "a :\n", "'a':\n", "{a: , b: 1}\n"]
    )
    def test_nothing_stands_after_its_colon(self, text, pure):
        source = locate(read(text.encode(), pure))
        node = source.top.at(("a",))
        assert node.null
        assert node.start == node.end == text.index(":") + 1

    def test_nothing_without_a_colon_stands_after_its_key(self, pure):
        node = locate(read(b"{b: 1, a}\n", pure)).top.at(("a",))
        assert (node.null, node.start, node.end) == (True, 8, 8)

    @pytest.mark.parametrize(
        ("text", "column"), [("a:\n- x\n", 0), ("a:\n   - x\n", 3), ("b:\n  - - x\na: {}\n", 3), ("a:\n  x: 1\n", 2)]
    )
    def test_a_list_or_map_has_the_column_of_its_first_line(self, text, column, pure):
        assert locate(read(text.encode(), pure)).top.at(("a",)).column == column

    def test_a_list_on_the_line_of_a_dash_has_its_own_column(self, pure):
        assert locate(read(b"a:\n  - - x\n    - y\n", pure)).top.at(("a", 0)).column == 4


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


@pytest.mark.parametrize(
    ("text", "indent"),
    [("a:\n- x\n", 0), ("a:\n  - x\n", 2), ("b: [x]\na:\n  c:\n      - x\n", 4), ("a: [x]\n", 2), ("a: 1\n", 2)],
)
def test_lists_are_indented_as_this_person_does(text, indent):
    assert locate(read(text.encode())).list_indent == indent


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
