"""Edits of files as people write them, before and after; each test is a promise."""

from decimal import Decimal
from textwrap import dedent

import pytest

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put, Rename, Respell, changed
from strategy_tracker.editing.splicing import locate
from strategy_tracker.editing.splicing.edit import diff, edit_all, take_back
from strategy_tracker.files.parsing import parse
from strategy_tracker.files.parsing.parse import read_tree

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


# many changes at once


def test_what_is_added_to_one_list_keeps_its_order():
    changes = [
        Append(("u",), "c"),
        Append(("u",), "d"),
        Append(("u",), "b", first=True),
        Append(("u",), "a", first=True),
    ]
    assert after("u:\n  - m\n# end\n", *changes) == "u:\n  - a\n  - b\n  - m\n  - c\n  - d\n# end\n"
    assert after("u: [m]\n", *changes) == "u: [a, b, m, c, d]\n"
    assert after("u: [\n  m\n]\n", *changes) == "u: [\n  a,\n  b,\n  m,\n  c,\n  d\n]\n"
    assert after("u:\n  - m\n\n  - n", *changes[:2]) == "u:\n  - m\n\n  - n\n\n  - c\n\n  - d"


@pytest.mark.parametrize("before", ["id: a\n", "id: a\nu:\n", "id: a\nu: []\n", "id: a\nu: ~\n"])
def test_a_list_that_one_change_begins_is_gone_on_with_by_the_next(before):
    two = {"on": "2018-11-01", "state": "complete"}
    wanted = "id: a\nu:\n  - on: 2018-10-01\n    state: complete\n  - on: 2018-11-01\n    state: complete\n"
    assert after(before, Append(("u",), UPDATE), Append(("u",), two)) == wanted
    assert after(before, Append(("u",), two), Append(("u",), UPDATE, first=True)) == wanted


def test_a_change_within_what_another_writes_is_written_with_it():
    added = Append(("u",), {"id": "b"}), Append(("u", 1, "v"), "x"), Put(("u", 1), "id", "c"), Drop(("u", 1), "v")
    assert after("u:\n  - id: a\n", *added[:3]) == "u:\n  - id: a\n  - id: c\n    v: [x]\n"
    assert after("u:\n  - id: a\n", added[0], added[2]) == "u:\n  - id: a\n  - id: c\n"
    assert refused("u:\n  - id: a\n", *added[:2], Drop(("u", 1), "w")) == ("there is no 'w' there", 2)


def test_places_behind_an_item_put_first_are_those_after_it():
    moved = Append(("u",), {"id": "n"}, first=True), Put(("u", 1), "id", "A"), Put(("u", 0), "id", "N")
    assert after("u:\n  - id: a\n", *moved) == "u:\n  - id: N\n  - id: A\n"


def test_keys_of_one_map_go_where_each_wants_to_be():
    puts = (
        Put((), "d", "4", ("a",)),
        Put((), "e", "5"),
        Put((), "c", "3", ("a",)),
        Put((), "z", "0", first=True),
        Put((), "f", "6", ("e",)),
    )
    assert after("a: 1  # c\nb: 2\n", *puts) == "z: '0'\na: 1  # c\nc: '3'\nd: '4'\nb: 2\ne: '5'\nf: '6'\n"
    assert after("{a: 1, b: 2}\n", *puts) == "{z: '0', a: 1, c: '3', d: '4', b: 2, e: '5', f: '6'}\n"


def test_the_last_of_two_values_for_a_key_counts():
    assert after("a: 1  # c\n", Put((), "a", "x"), Put((), "a", "y")) == "a: y  # c\n"
    assert after("a: 1\n", Put((), "b", "x"), Put((), "b", "y")) == "a: 1\nb: y\n"
    assert after("a:   1\n", Put((), "a", "x"), Put((), "a", Decimal(1))) == "a:   1\n"
    assert after("a:\n  b: 1\n", Put(("a",), "b", "x"), Put((), "a", "y")) == "a: y\n"


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("- a: 1\n  b: 2\n  c: 3\n", "- c: 3\n  d: 4\n"),
        ("- {a: 1, b: 2, c: 3}\n", "- {c: 3, d: 4}\n"),
        ("-\n  a: 1\n  b: 2\n  c: 3\n", "-\n  c: 3\n  d: 4\n"),
        ("- c: 3\n  a: 1\n  b: 2\n", "- c: 3\n  d: 4\n"),
        ("- {c: 3, a: 1, b: 2}\n", "- {c: 3, d: 4}\n"),
        ("- {a: 1, c: 3, b: 2}\n", "- {c: 3, d: 4}\n"),
        ("- c: 3\n  a: 1\n  b: 2", "- c: 3\n  d: 4"),
        ("- a: 1\n  c: 3\n  b: 2", "- c: 3\n  d: 4"),
        ("- a: 1\n  b: 2\n", "- d: 4\n"),
        ("- {a: 1, b: 2}\n", "- {d: 4}\n"),
        ("- a: 1\n  b: 2", "- d: 4"),
    ],
)
def test_keys_come_and_go_in_one_map(before, wanted):
    changes = (Drop(("u", 0), "a"), Put(("u", 0), "d", Decimal(4)), Drop(("u", 0), "b"))
    assert after(f"u:\n{before}", *changes) == f"u:\n{wanted}"
    assert after(f"u:\n{before}", *reversed(changes)) == f"u:\n{wanted}"


def test_a_key_taken_out_may_be_put_again_in_another_place():
    assert after("a: 1\nb: 2\nc: 3\n", Drop((), "a"), Put((), "a", Decimal(4))) == "b: 2\nc: 3\na: 4\n"
    assert after("a: 1\n", Drop((), "a"), Put((), "b", Decimal(2))) == "b: 2\n"
    assert refused("a: 1\nb: 2\n", Drop((), "a"), Drop((), "b")) == ("'b' is the only key there", 2)
    assert refused("a: 1\n", Put((), "b", "x"), Drop((), "a"), Drop((), "b")) == ("'a' is the only key there", 1)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([Put(("a",), "b", "x"), Drop((), "a")], "another change is made within 'a'"),
        ([Append(("n", "u"), "x"), Drop((), "n")], "another change is made within 'n'"),
        ([Drop((), "a"), Put(("a",), "b", "x")], "another change takes 'a' away"),
        ([Drop((), "a"), Drop(("a",), "b")], "another change takes 'a' away"),
        ([Rename((), "a", "n"), Rename((), "n", "id")], "there is a 'id' there"),
        ([Drop((), "a"), Drop((), "a")], "there is no 'a' there"),
    ],
)
def test_changes_that_contradict_each_other_are_refused(changes, why):
    with pytest.raises(CannotEdit) as caught:
        edit_all(b"a:\n  b: 1\nid: a\n", changes)
    assert (str(caught.value), caught.value.change) == (why, 1)


def test_a_list_and_the_one_around_it_grow_at_the_same_place():
    changes = (Append(("u",), "z"), Append(("u", 0, "v"), "y"), Put((), "w", "x"))
    wanted = "u:\n  - v:\n      - a\n      - y\n  - z\nw: x\n"
    assert after("u:\n  - v:\n      - a\n", *changes) == wanted
    assert after("u:\n  - v:\n      - a", *reversed(changes)) == wanted[:-1]
    assert after("{u: [{v: [a]}]}\n", *changes) == "{u: [{v: [a, y]}, z], w: x}\n"


def test_a_value_changes_and_a_key_goes_in_behind_it():
    changes = (Put((), "a", "one\ntwo"), Put((), "n", "x", ("a",)))
    assert after("a: 1  # c\n# d\nb: 2\n", *changes) == "a: |-  # c\n  one\n  two\nn: x\n# d\nb: 2\n"
    assert after("a: |\n  1\n\nb: 2\n", *changes) == "a: |-\n  one\n  two\nn: x\n\nb: 2\n"
    assert after("a: >+\n  1\n\n", *changes) == "a: |-\n  one\n  two\nn: x\n"
    assert after("{a: , b: 2}\n", *changes) == '{a: "one\\ntwo", n: x , b: 2}\n'


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bytes_beside_the_spans_are_those_of_before(eol, mark):
    before = mark + eol.join(["é: 🎉  # c", "u:", "  - b", "", "x: {k: 1}", "y: z"])
    made = edit_all(before.encode(), [Put(("x",), "l", "é"), Append(("u",), "c"), Drop((), "y"), Put((), "é", "ü")])
    assert made.after.decode() == mark + eol.join(["é: ü  # c", "u:", "  - b", "  - c", "", "x: {k: 1, l: é}"])
    old = [(before.encode()[span.start :][: len(span.removed)], span.size) for span in made.spans]
    assert old == [("🎉".encode(), 2), (b"", 5 + len(eol)), (b"", 7), (f"{eol}y: z".encode(), 0)]


def test_a_key_is_written_in_another_way_while_its_value_changes():
    changes = (Rename(("r",), "2018-19", "2018/19"), Put(("r",), "2018/19", Decimal(6)), Put(("r",), "2019/20", "c"))
    assert after("r:\n  '2018-19': 5  # c\n", *changes) == "r:\n  '2018/19': 6  # c\n  2019/20: c\n"
    assert refused("r:\n  a: 5\n", changes[0]) == ("there is no '2018-19' there", 2)


def test_a_text_is_written_in_another_way_in_the_quotes_it_has():
    changes = (Respell(("a",), "x y", "z"), Respell(("u", 1), "30/06", "06-30"), Rename((), "a", "b"))
    wanted = "b: 'z'  # c\nu: [a, \"06-30\"]\nn: {m: q}\n"
    more = (Put(("n",), "m", "p"), Respell(("n", "m"), "p", "q"))
    assert after("a: 'x y'  # c\nu: [a, \"30/06\"]\n", *changes, *more) == wanted
    for wrong in (
        Respell((), "a", "b"),
        Respell(("n",), "a", "b"),
        Respell(("u", 5), "a", "b"),
        Respell(("a",), "a", "b"),
    ):
        with pytest.raises(CannotEdit):
            edit_all(b"a: b\nu: [a]\n", [wrong])
    assert refused('a: "x\\x20y"\n', changes[0]) == ("the way 'x y' is written does not allow a safe edit", 1)
    assert refused("a: {b: c}\n", Put((), "n", {"m": "p"}), Respell(("n", "m"), "o", "q"))[0] == "there is no 'o' there"


def test_the_change_at_fault_is_named_among_many():
    changes = [Put((), f"k{n}", "x") for n in range(20)]
    for wrong in (Put((), "n", Decimal("NaN")), Put((), "n", "a\x07b"), Append(("k3",), "y"), Drop((), "n")):
        with pytest.raises(CannotEdit) as caught:
            edit_all(b"id: a\n", [*changes[:13], wrong, *changes[13:]])
        assert (caught.value.line, caught.value.change) == (1, 13)


def test_a_file_with_an_alias_is_changed_by_none_of_many():
    changes = [Put((), "c", "x"), Append(("d",), "y")]
    assert refused("a: &b 1\nb: *b\n", *changes) == (
        "the file has to be mended first: '&b' marks a value to be repeated",
        1,
    )


def test_five_hundred_changes_read_a_file_once_and_prove_it_once(monkeypatch):
    readings = []

    def counted(read):
        return lambda data, *rest: readings.append(len(data)) or read(data, *rest)

    for module in (locate, parse):
        monkeypatch.setattr(module, "made_of_events", counted(module.made_of_events))
    text = "".join(f"k{n}:\n  - a: 1\n    b: [2]\n" for n in range(100))
    kinds = (
        lambda n: Append((f"k{n}",), UPDATE),
        lambda n: Append((f"k{n}", 0, "new"), {"c": "d"}),
        lambda n: Append((f"k{n}", 0, "new"), {"e": "f"}),
        lambda n: Put((f"k{n}", 1), "state", "in-progress"),
        lambda n: Drop((f"k{n}", 0), "b"),
    )
    made = edit_all(text.encode(), [kind(n) for kind in kinds for n in range(100)])
    assert [size for size in readings if size >= len(text)] == [len(text), len(made.after)]


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
        ([Append(("u",), "n"), Put((), "id", "a")], 6),
        ([Put((), "k", "n"), Drop((), "k")], 5),
        ([Drop((), "u"), Put((), "u", "n"), Drop((), "u")], 1),
    ],
)
def test_the_line_is_where_the_last_change_begins(changes, line):
    assert edit_all(b"u:\n  - a\n\n\nid: a", changes).line == line


def test_a_spaced_item_is_announced_at_its_first_line():
    made = edit_all(b"u:\n  - a\n\n  - b\n", [Append(("u",), "n")])
    assert made.after.decode().splitlines()[made.line - 1] == "  - n"


# afterwards


def test_an_edit_is_taken_back_and_done_again():
    made = edit_all(b"u:\r\n  - a\r\nt: x  # c", [Append(("u",), "b"), Put((), "t", "y"), Put((), "n", "z")])
    back = take_back(made.after, made.spans)
    assert (back.after, back.line) == (made.before, 3)
    assert take_back(back.after, back.spans).after == made.after
    assert take_back(made.before, ()) == (made.before, made.before, 0, ())


def test_what_was_changed_elsewhere_since_stays():
    made = edit_all(b"id: a\nu:\n  - a\n\nt: x\nz: z\n", [Append(("u",), "b"), Put((), "t", "y")])
    now = made.after.replace(b"id: a", b"# new\nid: other") + b"more: 1\n"
    assert take_back(now, made.spans).after == b"# new\nid: other\nu:\n  - a\n\nt: x\nz: z\nmore: 1\n"


def test_what_stood_there_is_not_put_beside_what_cannot_stand_with_it():
    made = edit_all(b"a: 1\nb: 2\nc: 3\nd: 4\n", [Drop((), "b")])
    with pytest.raises(CannotEdit, match="the file could not be read then: 'b' stands here twice") as caught:
        take_back(made.after + b"b: 5\n", made.spans)
    assert caught.value.line == 2


def test_a_diff_shows_the_lines_of_the_change():
    made = edit_all(b"id: a\nb: 1", [Put((), "id", "c")])
    assert diff(made, "x.yaml") == (
        "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,2 +1,2 @@\n-id: a\n+id: c\n b: 1\n\\ No newline at end of file\n"
    )
