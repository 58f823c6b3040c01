"""What is written reads back as the same value, and looks as a person would write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.editing import render
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree

LETTERS = st.characters(exclude_categories=["Cs"])
TEXT = st.text(st.one_of(LETTERS, st.sampled_from("-:#'\"\\[]{},&*!|>%@`?~ \n\t\u00a0é🎉0")), max_size=60)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Two vacancies; agency cover until September.", "Two vacancies; agency cover until September."),
        ("2018-07-02", "2018-07-02"),
        ("it's", "it's"),
        ("Ynys Môn", "Ynys Môn"),
        ("a, b", "a, b"),
        ("64", "'64'"),
        ("true", "'true'"),
        ("null", "'null'"),
        ("", "''"),
        (" x", "' x'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("- x", "'- x'"),
        ("'x'", "'''x'''"),
        ("*x*", "'*x*'"),
        ("£5m", "'£5m'"),
        ("a\tb", '"a\\tb"'),
        ("a\nb", '"a\\nb"'),
        ('a\n"b"\\', '"a\\n\\"b\\"\\\\"'),
        (Decimal(64), "64"),
        (Decimal("97.50"), "97.50"),
        (Decimal("-0.4"), "-0.4"),
        (Decimal("1E+2"), "100"),
        (7, "7"),
        (True, "true"),
        (False, "false"),
        (("a", "b: c"), "[a, 'b: c']"),
        ((), "[]"),
        ({"value": Decimal(64), "note": "a, b"}, "{value: 64, note: 'a, b'}"),
        ({"2021/22 Q3": "c", "a: b": "x", "{": "y"}, "{2021/22 Q3: c, 'a: b': x, '{': y}"),
        ({}, "{}"),
        ((("a",), {"b": ("c",)}), "[[a], {b: [c]}]"),
    ],
)
def test_a_value_on_one_line(value, written):
    assert render.one_line(value) == written
    assert read_tree(f"k: {written}".encode()) == {"k": value}


@pytest.mark.parametrize("text", ["a\x07b", "a\rb", "a\u2028b", "a\u202eb", "\ud800", "\ufeff"])
@pytest.mark.parametrize(
    "write", [render.one_line, lambda text: render.quoted(text, '"'), lambda text: render.flow({text: "x"})]
)
def test_a_character_nobody_can_see_is_refused_by_name(text, write):
    with pytest.raises(render.Unwritable, match=r"a character nobody can see \(U\+[0-9A-F]{4}\)"):
        write(text)


@pytest.mark.parametrize(("style", "written"), [("'", "'it''s'"), ('"', '"it\'s"')])
def test_quotes_are_those_of_the_owner(style, written):
    assert render.quoted("it's", style) == written


@pytest.mark.parametrize("text", ["a\nb", "a\tb"])
def test_quotes_change_only_where_they_must(text):
    assert render.quoted(text, "'").startswith('"')


@given(TEXT)
def test_any_text_reads_back_or_is_refused(text):
    for lines in (
        lambda: [f"k: {render.one_line(text)}"],
        lambda: [f"k: {render.flow((text,))}"],
        lambda: ["x:", *render.entry("k", text, 4, 2)],
        lambda: ["k:", *render.item({"id": text, "note": text * 3}, 2, 2)],
        lambda: render.entry(text or "k", "v", 0, 2),
    ):
        try:
            made = "\n".join([*lines(), ""])
        except render.Unwritable:
            assert any(not letter.isprintable() for letter in text)
            continue
        try:
            tree = read_tree(made.encode())
        except Unreadable:
            pytest.fail(made)
        assert text in repr(tree) or text in flat(tree)


def flat(tree):
    """Every text in a tree, keys too."""
    if isinstance(tree, dict):
        return [*tree, *(text for value in tree.values() for text in flat(value))]
    return [text for value in tree for text in flat(value)] if isinstance(tree, tuple) else [tree]


def test_a_long_text_is_folded():
    text = "We could not fill two posts. " * 8 + "Agency cover ends in September."
    lines = render.entry("note", text, 4, 2)
    assert lines[0] == "    note: >-"
    assert max(map(len, lines)) <= render.WIDTH
    assert all(line.startswith("      ") for line in lines[1:])
    assert read_tree("\n".join(["k:", *lines]).encode()) == {"k": {"note": text}}


def test_a_long_text_that_folding_would_change_stays_on_its_line():
    [line] = render.entry("note", "w" * 200 + "  x", 0, 2)
    assert line.startswith("note: www")


def test_a_text_of_several_lines_keeps_them():
    assert render.entry("note", "One.\n\n  - Two", 2, 2) == ["  note: |-", "    One.", "", "      - Two"]


@pytest.mark.parametrize("text", ["  x\ny", "x\n", "\nx\n\n", "\n"])
def test_a_text_of_several_lines_that_a_block_would_change_is_quoted(text):
    [line] = render.entry("note", text, 0, 2)
    assert read_tree(line.encode()) == {"note": text}


def test_a_long_text_far_to_the_right_is_still_written():
    assert len(render.entry("note", "word " * 30 + "end", 150, 2)) > 2


@pytest.mark.parametrize(
    ("list_indent", "lines"),
    [
        (2, ["updates:", "  - on: 2018-07-02", "    evidence: [a, b]", "    steps:", "      - x: 1", "  - plain"]),
        (0, ["updates:", "- on: 2018-07-02", "  evidence: [a, b]", "  steps:", "  - x: 1", "- plain"]),
    ],
)
def test_a_list_of_maps_has_lines(list_indent, lines):
    value = ({"on": "2018-07-02", "evidence": ("a", "b"), "steps": ({"x": Decimal(1)},)}, "plain")
    assert render.entry("updates", value, 0, list_indent) == lines


def test_readings_have_a_line_each_and_other_maps_have_braces():
    assert render.entry("readings", {"2021/22": Decimal(64), "2022/23": {"symbol": "c"}}, 4, 2) == [
        "    readings:",
        "      2021/22: 64",
        "      2022/23: {symbol: c}",
    ]
    assert render.entry("superseded", {"on": "2019-12-31"}, 0, 2) == ["superseded: {on: 2019-12-31}"]
    assert render.entry("readings", {}, 0, 2) == ["readings: {}"]


def test_an_item_is_written_in_braces_where_its_neighbours_are():
    assert render.item({"on": "2018-07-02"}, 4, 2, as_flow=True) == ["    - {on: 2018-07-02}"]
    assert render.item({}, 0, 2) == ["- {}"]
    assert render.item(("a", "b"), 0, 2) == ["- [a, b]"]
