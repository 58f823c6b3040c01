"""Edits of files as people write them, before and after; each test is a promise."""

from decimal import Decimal
from textwrap import dedent

import pytest

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put, changed
from strategy_tracker.editing.edit import diff, edit_all
from strategy_tracker.files.parse import read_tree

UPDATE = {"on": "2018-10-01", "state": "complete"}


def after(text, *changes):
    """The text after some changes."""
    return edit_all((dedent(text) if text[:1] == " " else text).encode(), changes).after.decode()


def check(before, change, wanted):
    """One change gives this text, and its tree is the one that was asked for."""
    assert after(before, change) == dedent(wanted)
    assert read_tree(dedent(wanted).encode()) == changed(read_tree(dedent(before).encode()), change)


def refused(text, *changes):
    """Why it is refused, and the line that is named."""
    with pytest.raises(CannotEdit) as caught:
        edit_all(dedent(text).encode(), changes)
    return str(caught.value), caught.value.line


# lists


def test_an_item_goes_to_the_end_of_its_list():
    check(
        """\
        updates:
          - on: 2018-07-02
            state: in-progress
        id: a
        """,
        Append(("updates",), UPDATE),
        """\
        updates:
          - on: 2018-07-02
            state: in-progress
          - on: 2018-10-01
            state: complete
        id: a
        """,
    )


def test_a_comment_after_the_last_item_stays_where_it_is():
    check(
        """\
        updates:
          - on: 2018-07-02   # the launch
            note: |
              # no comment
            # of the first update
          # of the list

        # of the id
        id: a
        """,
        Append(("updates",), UPDATE),
        """\
        updates:
          - on: 2018-07-02   # the launch
            note: |
              # no comment
            # of the first update
          - on: 2018-10-01
            state: complete
          # of the list

        # of the id
        id: a
        """,
    )


def test_it_does_not_reformat():
    odd = (
        'b:   [x,y ,  "z"]\n"a" : {  k: v,k2: 1.50 }\nlist:\n-   - one\n    -   two\n\n\n\ntext: >+\n   folded\n\n# end'
    )
    assert after(odd, Append(("list", 0), "three")) == odd.replace("two\n", "two\n    - three\n")


def test_the_newest_may_go_first_below_the_comment_on_the_list():
    check(
        "updates:\n  # newest first\n  - on: 2018-07-02\n",
        Append(("updates",), UPDATE, first=True),
        "updates:\n  # newest first\n  - on: 2018-10-01\n    state: complete\n  - on: 2018-07-02\n",
    )


def test_a_key_may_go_before_all_others_below_the_comment_on_the_map():
    put = Put(("readings",), "2017", Decimal(4), first=True)
    check("readings:\n  # oldest first\n  2018: 5\n", put, "readings:\n  # oldest first\n  2017: 4\n  2018: 5\n")
    check("readings: {\n  2018: 5,\n}\n", put, "readings: {\n  2017: 4,\n  2018: 5,\n}\n")


@pytest.mark.parametrize("first", [False, True])
def test_blank_lines_between_items_go_on(first):
    old, new = "  - on: 2018-07-02\n\n  - on: 2018-08-01\n", "  - on: 2018-10-01\n    state: complete\n"
    wanted = f"{new}\n{old}" if first else f"{old}\n{new}"
    check(f"u:\n{old}\nid: a\n", Append(("u",), UPDATE, first=first), f"u:\n{wanted}\nid: a\n")


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_only_the_lines_asked_for_are_added_whatever_ends_them(eol):
    old = eol.join(["u:", "  - on: 2018-07-02", "  - on: 2018-08-01", "id: a", ""])
    wanted = eol.join(["u:", "  - on: 2018-07-02", "  - on: 2018-08-01", "  - on: 2018-10-01", "    state: complete"])
    assert after(old, Append(("u",), UPDATE)) == eol.join([wanted, "id: a", ""])


@pytest.mark.parametrize("pad", ["", "  ", "    "])
def test_dashes_stand_where_this_person_puts_them(pad):
    check(f"u:\n{pad}- a\nid: a\n", Append(("u",), "b"), f"u:\n{pad}- a\n{pad}- b\nid: a\n")
    check(
        f"x:\n{pad}- a\n", Append(("u",), UPDATE), f"x:\n{pad}- a\nu:\n{pad}- on: 2018-10-01\n{pad}  state: complete\n"
    )


@pytest.mark.parametrize("first", [False, True])
def test_an_item_among_flow_items_is_written_as_they_are(first):
    old, new = "  - {on: 2018-07-02, rag: red}\n", "  - {on: 2018-10-01, state: complete}\n"
    check(f"u:\n{old}", Append(("u",), UPDATE, first=first), "u:\n" + (new + old if first else old + new))


def test_a_list_inside_a_list_on_one_line_grows_at_both_ends():
    check("a:\n  - - x\n    - y\n  - z\n", Append(("a", 0), "n"), "a:\n  - - x\n    - y\n    - n\n  - z\n")
    check("a:\n  - - x\n  - z\n", Append(("a", 0), "n", first=True), "a:\n  - - n\n    - x\n  - z\n")


@pytest.mark.parametrize(
    "last", ["a:\n      -\n", "a: x\n      b:\n", "a:\n      - x\n      -\n", "a: {b: }\n", "a: [x]\n"]
)
def test_a_neighbour_that_ends_with_nothing_is_measured_to_its_end(last):
    check(f"n:\n  - m:\n      {last}id: a\n", Append(("n",), "y"), f"n:\n  - m:\n      {last}  - y\nid: a\n")
    check(f"n:\n  m:\n      {last}id: a\n", Put(("n",), "k", "v"), f"n:\n  m:\n      {last}  k: v\nid: a\n")
    check(f"n:\n      {last}id: a\n", Put((), "k", "v", ("n",)), f"n:\n      {last}k: v\nid: a\n")


def test_a_dash_on_its_own_line_is_no_obstacle():
    check(
        "u:\n  -\n    on: x\n", Append(("u",), UPDATE), "u:\n  -\n    on: x\n  - on: 2018-10-01\n    state: complete\n"
    )


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("u: [a, b]  # c\n", "u: [a, b, n]  # c\n"),
        ("u: [ a,b ]\n", "u: [ a,b, n ]\n"),
        ("u: [a,]\n", "u: [a, n,]\n"),
        ("u: [a, # one\n  b # two\n  ]\n", "u: [a, # one\n  b, n # two\n  ]\n"),
        ("u: [\n  a,\n  b\n]\n", "u: [\n  a,\n  b,\n  n\n]\n"),
        ("u: [\n  a,\n  b,\n]\n", "u: [\n  a,\n  b,\n  n,\n]\n"),
        ("u: [\n  a  # c\n]\n", "u: [\n  a, n  # c\n]\n"),
        ("u: []  # c\n", "u: [n]  # c\n"),
        ("u: [ ]\n", "u: [n ]\n"),
        ("u: [ # none\n ]\n", "u: [n # none\n ]\n"),
        ("{u: []}\n", "{u: [n]}\n"),
        ("x: {u: []}\nu:\n", "x: {u: []}\nu: [n]\n"),
        ("u: ~  # none\n", "u: [n]  # none\n"),
    ],
)
def test_a_list_in_brackets_stays_in_brackets(before, wanted):
    check(before, Append(("u",), "n"), wanted)


def test_a_list_in_brackets_grows_at_its_beginning_too():
    check("u: [a]\n", Append(("u",), "n", first=True), "u: [n, a]\n")
    check("u: [\n  a\n]\n", Append(("u",), "n", first=True), "u: [\n  n,\n  a\n]\n")


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ("u: []\n", "u:\n"),
        ("u: []   # none yet\n", "u:   # none yet\n"),
        ("u:\n", "u:\n"),
        ("u:   # none yet\n", "u:   # none yet\n"),
        ("u: ~ # none yet\n", "u: # none yet\n"),
        ("u:\n# below\n", "u:\n"),
    ],
)
def test_a_list_that_had_nothing_gets_lines_and_keeps_its_comment(before, head):
    below = "# below\n" if "below" in before else ""
    lines = "  - on: 2018-10-01\n    state: complete\n"
    check(f"{before}id: a\n", Append(("u",), UPDATE), f"{head}{lines}{below}id: a\n")


def test_a_comment_inside_empty_brackets_stays():
    check("u: [  # none\n  ]\n", Append(("u",), UPDATE), "u: [{on: 2018-10-01, state: complete}  # none\n  ]\n")


def test_a_list_that_is_missing_is_written_after_its_neighbours():
    check(
        "a:\n  - id: x\n    text: y\n    note: z\n",
        Append(("a", 0, "updates"), UPDATE, after=("id", "text", "due")),
        "a:\n  - id: x\n    text: y\n    updates:\n      - on: 2018-10-01\n        state: complete\n    note: z\n",
    )


# keys


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("due: 2019-03-31  # c\n", "due: 2020-01-31  # c\n"),
        ("due: '2019-03-31'\n", "due: '2020-01-31'\n"),
        ('due: "2019-03-31"\n', 'due: "2020-01-31"\n'),
        ("due:   2019-03-31\n", "due:   2020-01-31\n"),
        ("due:\n  2019-03-31\n", "due:\n  2020-01-31\n"),
        ("due:\n", "due: 2020-01-31\n"),
        ("due:   # c\n", "due: 2020-01-31   # c\n"),
        ("due: ~  # c\n", "due: 2020-01-31  # c\n"),
        ("{id: a, due: }\n", "{id: a, due: 2020-01-31 }\n"),
        ("{id: a, due: '2019'}\n", "{id: a, due: '2020-01-31'}\n"),
        ("due: >-\n  2019-03-31\n\nid: a\n", "due: 2020-01-31\n\nid: a\n"),
        ("due: |+\n  2019-03-31\n\nid: a\n", "due: 2020-01-31\nid: a\n"),
        ("due:\n  - 2019\n  - 2020\nid: a\n", "due: 2020-01-31\nid: a\n"),
        ("due: [2019,\n 2020]  # c\n", "due: 2020-01-31  # c\n"),
        ("due: 2019-03-31", "due: 2020-01-31"),
        ("\ufeffdue: 2019-03-31\r\nid: a\r\n", "\ufeffdue: 2020-01-31\r\nid: a\r\n"),
    ],
)
def test_a_value_takes_the_place_of_another(before, wanted):
    check(before, Put((), "due", "2020-01-31"), wanted)


def test_a_long_text_is_folded_below_its_key_and_the_comment_stays_on_the_line():
    text = "We could not fill two posts in the last six months. " * 3 + "End."
    lines = after("note: short  # c\nid: a\n", Put((), "note", text)).splitlines()
    assert lines[0] == "note: >-  # c"
    assert lines[-1] == "id: a"
    assert after("note:\nid: a\n", Put((), "note", text)).splitlines()[1:] == lines[1:]


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("{id: a, text: b}\n", "{id: a, due: 2020, text: b}\n"),
        ("id: a  # c\ntext: b\n", "id: a  # c\ndue: 2020\ntext: b\n"),
        ("id: a\n  # of the id\ntext: b\n", "id: a\n  # of the id\ndue: 2020\ntext: b\n"),
        ("text: b\r\nid: a", "text: b\r\nid: a\r\ndue: 2020"),
        ("id: >\n  a\n\ntext: b\n", "id: >\n  a\ndue: 2020\n\ntext: b\n"),
        ("text: b\n", "text: b\ndue: 2020\n"),
        ("---\ntext: b\n...\n", "---\ntext: b\ndue: 2020\n...\n"),
        ("{}\n", "{due: 2020}\n"),
        ("{\n  id: a,\n  text: b\n}\n", "{\n  id: a,\n  due: 2020,\n  text: b\n}\n"),
    ],
)
def test_a_new_key_goes_after_its_neighbour(before, wanted):
    check(before, Put((), "due", "2020", ("id",)), wanted.replace("2020", "'2020'"))


def test_a_reading_goes_on_a_line_of_its_own_or_in_braces_as_the_others_do():
    change = Put(("readings",), "2022/23", Decimal(64))
    check("readings:\n  2021/22: 60\n", change, "readings:\n  2021/22: 60\n  2022/23: 64\n")
    check("readings: {2021/22: 60}\n", change, "readings: {2021/22: 60, 2022/23: 64}\n")
    for none in ("readings: {}\n", "readings:\n", "readings: ~\n"):
        check(none, change, "readings:\n  2022/23: 64\n")
    check("id: a\n", change, "id: a\nreadings:\n  2022/23: 64\n")
    check("x: [{readings: {}}]\n", Put(("x", 0, "readings"), "2022/23", "c"), "x: [{readings: {2022/23: c}}]\n")


def test_a_map_that_is_missing_is_written_with_its_key():
    check("id: a\n", Put(("b", "c"), "d", "e"), "id: a\nb: {c: {d: e}}\n")


def test_what_is_there_already_is_not_written_again():
    text = "note: >-\n  folded\n  text\nn: 1.50\n"
    assert after(text, Put((), "note", "folded text")) == text
    assert after(text, Put((), "n", Decimal("1.50"))) == text
    assert after(text, Put((), "n", Decimal("1.5"))) == text.replace("1.50", "1.5")


# keys taken out


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("a: 1\nk: 2\nb: 3\n", "a: 1\nb: 3\n"),
        ("# top\nk: 2\n# middle\nb: 3\n", "# top\n# middle\nb: 3\n"),
        ("a: 1\n\nk:\n  - x: 1\n    y: 2\n\nb: 3\n", "a: 1\n\n\nb: 3\n"),
        ("a: 1\nk: |+\n  x\n\nb: 3\n", "a: 1\nb: 3\n"),
        ("a: 1\nk: 2", "a: 1"),
        ("a: 1\r\nk: 2", "a: 1"),
        ("a: 1\nk:\n", "a: 1\n"),
        ("{a: 1, k: 2, b: 3}\n", "{a: 1, b: 3}\n"),
        ("{k: 2, b: 3}\n", "{b: 3}\n"),
        ("{a: 1, k: 2}\n", "{a: 1}\n"),
        ("{a: 1, k: 2, }\n", "{a: 1, }\n"),
        ("{k: {x: 1}}\n", "{}\n"),
    ],
)
def test_a_key_goes_with_its_value_and_nothing_else(before, wanted):
    check(before, Drop((), "k"), wanted)


def test_the_key_on_the_line_of_a_dash_leaves_the_dash():
    check("a:\n  - k: 1\n    b: 2\n  - c\n", Drop(("a", 0), "k"), "a:\n  - b: 2\n  - c\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nk: 2  # why\n",
        "a: 1\nk: 2\n  # why\nb: 3\n",
        "a: 1\nk:\n  # why\n  - x\n",
        "a: 1\nk: |  # why\n  x\n",
        "{a: 1, # why\n k: 2}\n",
        "{a: 1, k: 2, # why\n b: 3}\n",
    ],
)
def test_a_comment_beside_a_key_is_never_lost_with_it(text):
    assert refused(text, Drop((), "k"))[0] == "there is a comment beside 'k'"


def test_the_only_key_of_a_map_stays():
    assert refused("x:\n  k: 1\n", Drop(("x",), "k")) == ("'k' is the only key there", 2)


@pytest.mark.parametrize("change", [Drop((), "k"), Drop(("a",), "k"), Drop(("b", "c"), "k")])
def test_a_key_that_is_not_there_cannot_go(change):
    assert refused("a: {x: 1}\n", change)[0] == "there is no 'k' there"


def test_a_symbol_is_revised_to_a_number_key_by_key():
    steps = (Put(("r",), "value", Decimal(5)), Drop(("r",), "symbol"))
    assert after("r: {symbol: c, note: x}  # c\n", *steps) == "r: {note: x, value: 5}  # c\n"
    assert after("r:\n  symbol: c\n", *steps) == "r:\n  value: 5\n"


# refusals


@pytest.mark.parametrize(
    ("text", "change", "why", "line"),
    [
        ("a: 1\nu: x\n", Append(("u",), "b"), "a list is wanted there", 2),
        ("a: 1\nu: {b: 1}\n", Append(("u",), "b"), "a list is wanted there", 2),
        ("a: 1\nu: [x]\n", Put(("u",), "b", "c"), "lines of 'key: value' are wanted there", 2),
        ("u:\n  - x\n  - y\n", Put(("u", 5), "b", "c"), "there is nothing at that place", 3),
        ("u: x\n", Put(("u", "b"), "c", "d"), "there is nothing at that place", 1),
        ("u:\n  -\n", Put(("u", 0), "b", "c"), "lines of 'key: value' are wanted there", 2),
        ("u:\n  - a\n  -\n", Append(("u", 1), "c"), "lines of 'key: value' are wanted there", 3),
        ("a: 1\nu: # why\n  - x\n", Put((), "u", "y"), "there is a comment inside the value", 3),
        ("u:\n  - x # why\n", Put((), "u", "y"), "there is a comment inside the value", 2),
        ("u: | # why\n  x\n", Put((), "u", "y"), "there is a comment inside the value", 1),
        ("u: [x, # why\n y]\n", Put((), "u", "y"), "there is a comment inside the value", 1),
        ("u: x\n", Put((), "n", "a\x07b"), "the text has a character nobody can see (U+0007)", 1),
        ("u: x\n", Put((), "n", "a\udc80b"), "the text has a character nobody can see (U+DC80)", 1),
        ("u: x\n", Put((), "n", Decimal("NaN")), "the way this part of the file is written", 1),
        ("? u\nb: 1\n", Put((), "u", "x"), "the way this part of the file is written", 1),
        (
            "a: 1\nu: |\n  x",
            Put((), "n", "y"),
            "the last line has no line break, and with one its text would change",
            3,
        ),
    ],
)
def test_what_cannot_be_done_safely_is_refused_with_a_line(text, change, why, line):
    said, where = refused(text, change)
    assert said.startswith(why)
    assert where == line


def test_the_line_is_that_of_the_file_as_it_stands():
    steps = (Put((), "a", "x\ny"), Append(("u",), "b"))
    assert refused("a: 1\nu: x\n", *steps) == ("a list is wanted there", 2)


def test_a_file_with_an_error_is_mended_first():
    assert refused("a: 1\na: 2\n", Put((), "b", "c")) == ("the file has to be mended first: 'a' stands here twice", 2)


def test_an_edit_whose_proof_fails_gives_nothing(monkeypatch):
    monkeypatch.setattr("strategy_tracker.editing.render.one_line", lambda _: "wrong")
    assert refused("a: 1\n", Put((), "b", "c"))[0].startswith("the way this part of the file is written")
    monkeypatch.setattr("strategy_tracker.editing.render.one_line", lambda _: "[wrong")
    assert refused("a: 1\n", Put((), "b", "c"))[0].startswith("the way this part of the file is written")


# what is handed back


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ([], 0),
        ([Append(("u",), "n")], 3),
        ([Append(("u",), "n", first=True)], 2),
        ([Put((), "id", "b")], 5),
        ([Put((), "new", "b")], 6),
        ([Put((), "id", "a")], 5),
        ([Put((), "id", "b"), Append(("u",), "n")], 3),
        ([Append(("u",), "n"), Put((), "id", "b")], 6),
    ],
)
def test_the_line_is_where_the_last_change_begins(changes, line):
    assert edit_all(b"u:\n  - a\n\n\nid: a", changes).line == line


def test_a_spaced_item_is_announced_at_its_first_line():
    made = edit_all(b"u:\n  - a\n\n  - b\n", [Append(("u",), "n")])
    assert made.after.decode().splitlines()[made.line - 1] == "  - n"


@pytest.mark.parametrize("route", [("a", 7), ("a", "x"), ("t", 0), ("t", "x"), ("a", 0, "x")])
def test_a_route_through_something_else_is_refused(route):
    with pytest.raises(CannotEdit):
        changed({"a": ("x",), "t": "text"}, Put(route, "k", "v"))


def test_the_tree_given_is_not_touched():
    tree = {"a": ({"b": "c"},)}
    assert changed(tree, Put(("a", 0), "b", "d")) == {"a": ({"b": "d"},)}
    assert changed(tree, Drop(("a", 0), "b")) == {"a": ({},)}
    assert changed(tree, Append(("a",), "x", first=True)) == {"a": ("x", {"b": "c"})}
    assert tree == {"a": ({"b": "c"},)}


def test_a_diff_shows_the_lines_of_the_change():
    made = edit_all(b"id: a\nb: 1", [Put((), "id", "c")])
    assert diff(made, "x.yaml") == (
        "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,2 +1,2 @@\n-id: a\n+id: c\n b: 1\n\\ No newline at end of file\n"
    )
