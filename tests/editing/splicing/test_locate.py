"""Every value has its place: what stands between `start` and `end` is the value as it was typed."""

import pytest

from strategy_tracker.editing.splicing.locate import locate, read


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


@pytest.mark.parametrize(
    ("text", "indent"),
    [("a:\n- x\n", 0), ("a:\n  - x\n", 2), ("b: [x]\na:\n  c:\n      - x\n", 4), ("a: [x]\n", 2), ("a: 1\n", 2)],
)
def test_lists_are_indented_as_this_person_does(text, indent):
    assert locate(read(text.encode())).list_indent == indent


def test_what_lies_beside_all_routes_is_known_by_its_ends_alone():
    script = read(b"a: {b: {c: 1}, d: {e: 2}}\nf: [x, {g: 3}]\n")
    top = locate(script, [("a", "b"), ("f", 1, "g"), ("f", 1), ("n", "o")]).top
    assert top.at(("a", "b", "c")).start == 11
    assert top.at(("f", 1, "g")) is not None
    beside = top.at(("a", "d"))
    assert (beside.start, beside.end, beside.items) == (18, 24, {})
    assert locate(script, [("a",), ()]) == locate(script)
