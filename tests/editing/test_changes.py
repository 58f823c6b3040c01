"""What a tree is with a change, apart from every text."""

import pytest

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put, Rename, changed, place, value_at


@pytest.mark.parametrize("route", [("a", 7), ("a", "x"), ("t", 0), ("t", "x"), ("a", 0, "x")])
def test_a_route_through_something_else_is_refused(route):
    with pytest.raises(CannotEdit):
        changed({"a": ("x",), "t": "text"}, Put(route, "k", "v"))


def test_the_tree_given_is_not_touched():
    tree = {"a": ({"b": "c"},)}
    assert changed(tree, Put(("a", 0), "b", "d")) == {"a": ({"b": "d"},)}
    assert changed(tree, Drop(("a", 0), "b")) == {"a": ({},)}
    assert changed(tree, Append(("a",), "x", first=True)) == {"a": ("x", {"b": "c"})}
    assert list(changed({"a": "1", "b": "2"}, Rename((), "a", "c")).items()) == [("c", "1"), ("b", "2")]
    assert tree == {"a": ({"b": "c"},)}


def test_a_change_is_made_at_a_list_or_at_a_key():
    assert place(Append(("a",), "x")) == ("a",)
    assert place(Put(("a",), "k", "x")) == place(Drop(("a",), "k")) == ("a", "k")


@pytest.mark.parametrize(
    ("route", "there"),
    [(("k",), "v"), (("l", 0, "k"), "w"), (("l", 2), None), (("l", "k"), None), (("k", 0), None), (("n", "k"), None)],
)
def test_a_route_leads_to_a_value_or_nowhere(route, there):
    assert value_at({"k": "v", "l": ({"k": "w"}, "x")}, route) == there
