"""Every diagnostic points at the exact characters, whatever the line endings, the BOM or the letters before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.diagnostics import Diagnostic, Position
from strategy_tracker.files.parsing.positions import place, spots, where
from strategy_tracker.files.parsing.value_places import lines_of, locate
from tests.files.shipped import only

TEXT = """\
# a comment
id: one
values: [Planned, "Bold", {name: Kind}]
superseded: {on: 2018, by: Next}
vision:
  - Happy
  - >-
    folded
    text
priorities:
  - id: safe
    actions:
      - id: a
        updates:
        - {on: 2018-07-02, state: in-progress}
        - on: 2018-07-03
          evidence: []
  -
    id: heard
readings:
  2019/20: 91
  2020/21: {value: 5}
  "2021/22":
"""


def found(route, text=TEXT, at_key=False):
    """What the position of a route covers: line, column, and the text from there to its end."""
    data = text.encode()
    here = locate(spots(data), route, at_key)
    lines = lines_of(data)
    if here.line == here.end_line:
        return here.line, here.column, lines[here.line - 1][here.column - 1 : here.end_column - 1]
    return here.line, here.column, "…"


ROUTES = [
    (("id",), (2, 5, "one")),
    (("values",), (3, 1, "values")),
    (("values", 1), (3, 19, '"Bold"')),
    (("values", 2), (3, 28, "name")),
    (("values", 2, "name"), (3, 34, "Kind")),
    (("superseded", "by"), (4, 28, "Next")),
    (("superseded",), (4, 1, "superseded")),
    (("vision", 0), (6, 5, "Happy")),
    (("vision", 1), (7, 5, "…")),
    (("priorities", 0), (11, 5, "id")),
    (("priorities", 0, "actions", 0, "id"), (13, 13, "a")),
    (("priorities", 0, "actions", 0, "updates", 0, "state"), (15, 35, "in-progress")),
    (("priorities", 0, "actions", 0, "updates", 1), (16, 11, "on")),
    (("priorities", 0, "actions", 0, "updates", 1, "evidence"), (17, 11, "evidence")),
    (("priorities", 1), (19, 5, "id")),
    (("readings", "2019/20"), (21, 12, "91")),
    (("readings", "2020/21"), (22, 3, "2020/21")),
    (("readings", "2020/21", "value"), (22, 20, "5")),
    ((), (2, 1, "id")),
]


@pytest.mark.parametrize(("route", "expected"), ROUTES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "bom"])
def test_a_route_leads_to_its_value_or_to_the_key_of_a_list_or_map(route, expected, end, bom):
    assert found(route, bom + TEXT.replace("\n", end)) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("id",), (2, 1, "id")),
        (("readings", "2019/20"), (21, 3, "2019/20")),
        (("readings", "2021/22"), (23, 3, '"2021/22"')),
    ],
)
def test_a_key_is_pointed_at_where_the_key_is_meant(route, expected):
    assert found(route, at_key=True) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("priorities", 0, "title"), (11, 5, "id")),
        (("readings", "2030/31", "value"), (20, 1, "readings")),
        (("title",), (2, 1, "id")),
        (("priorities", 7, "id"), (10, 1, "priorities")),
    ],
)
def test_what_is_not_there_is_missed_at_its_nearest_parent(route, expected):
    assert found(route) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: 😀😀\nid: [É]\n", (2, 1)),
        ('{title: "😀é", id: É}', (1, 19)),
        ('{title: "e\u0301中", id: É}', (1, 20)),
        ("title: a\nlinks:\n  - {kind: law, title: 😀, url: 5}\n", (3, 32)),
    ],
)
def test_columns_count_characters_not_bytes(text, place):
    full = text if "id" in text else "id: a\n" + text
    item = only(full)
    offset = 0 if "id" in text else 1
    assert item.position[:2] == (place[0] + offset, place[1])


def test_the_source_line_is_the_line_without_its_ending():
    item = only("\ufeffid: A\r\ntitle: b\r\n")
    assert (item.source, item.position) == ("id: A", Position(1, 5, 1, 6))


@pytest.mark.parametrize(("text", "route"), [("", ()), ("# nothing\n", ("id",)), ("- a\n", (0,)), ("a", ())])
def test_a_file_without_a_map_is_pointed_at_from_its_beginning(text, route):
    assert locate(spots(text.encode()), route)[:2] == (1, 1)


def test_diagnostics_come_in_reading_order_and_keep_positions_they_have():
    known = Diagnostic("not-an-id", "known", position=Position(2, 1, 2, 3))
    given = [Diagnostic("not-an-id", "last", ("readings", "2019/20")), known, Diagnostic("not-an-id", "first", ("id",))]
    assert [item.message for item in place(given, TEXT.encode(), "x.yaml")] == ["known", "first", "last"]
    assert place([known], b"", "x.yaml")[0].source == ""
    assert place([], TEXT.encode(), "x.yaml") == []


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=5),
        max_size=5,
    )
)
def test_lines_are_counted_as_an_editor_counts_them(lines):
    for end in ("\n", "\r\n", "\r"):
        assert lines_of(end.join(["a", *lines]).encode()) == ["a", *lines]


def routes(spot, route=()):
    yield route
    for step, inner in spot.inside.items():
        yield from routes(inner, (*route, step))


@pytest.mark.parametrize("at_key", [False, True])
def test_a_route_is_found_without_the_rest_of_the_file(at_key):
    whole = spots(TEXT.encode())
    asked = list(routes(whole))
    assert len(asked) > 30
    for route in [*asked, ("readings", "2030"), ("priorities", 9, "id"), ("nothing",)]:
        assert where(TEXT.encode(), route, at_key) == locate(whole, route, at_key)


@given(st.sets(st.sampled_from(list(routes(spots(TEXT.encode()))))))
def test_several_routes_are_found_in_one_pass(asked):
    whole, some = spots(TEXT.encode()), spots(TEXT.encode(), asked)
    assert [locate(some, route) for route in asked] == [locate(whole, route) for route in asked]
