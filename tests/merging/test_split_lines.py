"""The lines of a map or a list are cut into its entries, and put together again they are the same lines."""

import pytest

from strategy_tracker.merging.split_lines import NotOnLines, block, file_block

FILE = """\
# As adopted
id: a

# the two that matter
actions:
  - id: b   # first
    text: One
  -
    id: c
# the end
"""


def lines(found):
    inside = [line for entry in found.entries.values() for line in (*entry.lead, *entry.body)]
    return [*found.head, *inside, *found.tail]


def test_each_entry_has_the_comments_above_it():
    found = file_block(FILE)
    assert (found.kind, found.column, found.head, found.tail) == ("map", 0, ["# As adopted"], ["# the end"])
    assert (found.entries["id"].lead, found.entries["id"].body) == ([], ["id: a"])
    actions = found.entries["actions"]
    assert (actions.lead, actions.kind, actions.inner) == (["", "# the two that matter"], "list", 1)
    assert lines(found) == FILE.splitlines()


def test_a_list_below_a_key_is_cut_in_its_turn():
    whole = file_block(FILE)
    found = block(whole.inside(whole.entries["actions"]))
    assert (found.kind, found.column, list(found.entries)) == ("list", 2, [0, 1])
    first, second = found.entries.values()
    assert (first.kind, first.inner, second.inner) == ("map", 0, 1)
    assert found.inside(first) == ["    id: b   # first", "    text: One"]
    assert found.inside(second) == ["    id: c"]
    assert found.comments(first.body) == ["# first"]


def test_in_another_column_it_is_the_same():
    found = block(["  - a", "", "    # b", "  - c"])
    assert lines(found.moved(4)) == ["    - a", "", "      # b", "    - c"]
    assert lines(found.moved(4).moved(2)) == lines(found)
    assert found.moved(2) is found


def test_lines_say_a_value_or_they_do_not():
    found = file_block(FILE)
    assert found.says("id", ["id: a   # still"], "a")
    assert not found.says("id", ["id: b"], "a")
    assert not found.says("id", ["id: ["], "a")
    assert found.in_order("x", ["x: {a: b, c: d}"], {"a": "b", "c": "d"})
    assert not found.in_order("x", ["x: {c: d, a: b}"], {"a": "b", "c": "d"})


def test_what_has_no_line_for_each_key_cannot_be_cut():
    with pytest.raises(NotOnLines):
        file_block("{id: a, title: b}\n")


def test_a_value_in_brackets_cannot_be_cut():
    with pytest.raises(NotOnLines):
        block(["  [a, b]"])
