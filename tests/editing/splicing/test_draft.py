"""Changes are taken in before anything is written: where each entry will stand, and which changes contradict others."""

import pytest

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put, Rename
from strategy_tracker.editing.splicing.draft import NodeDraft
from strategy_tracker.editing.splicing.locate import locate, read


def drafted(text, *changes):
    script = read(text.encode())
    draft = NodeDraft.of(locate(script).top, script.tree)
    for number, change in enumerate(changes):
        draft.take(change, change.route, number)
    return draft


def names(draft):
    return [(entry.name, entry.fate) for entry in draft.entries]


def test_a_key_that_goes_keeps_its_place_but_nothing_is_put_after_it():
    draft = drafted("a: 1\nb: 2\n", Drop((), "b"), Put((), "c", "x", ("b",)), Put((), "d", "y", ("a",)))
    assert names(draft) == [("a", "kept"), ("d", "kept"), ("c", "kept"), ("b", "gone")]
    assert list(draft.named) == ["a", "c", "d"]


def test_a_change_within_an_entry_of_the_file_has_a_draft_there():
    draft = drafted("a:\n  b: 1\nc: []\nd:\n", Put(("a",), "b", "x"), Append(("c",), "y"), Append(("d",), "z"))
    a, c, d = draft.entries
    assert (a.draft.entries[0].fate, a.draft.entries[0].value) == ("put", "x")
    assert (c.draft, c.fate, c.value) == (None, "filled", ("y",))
    assert (d.draft, d.fate, d.value) == (None, "put", ("z",))
    assert [entry.change for entry in (a.draft.entries[0], c, d)] == [0, 1, 2]


def test_what_is_put_back_as_it_was_is_not_written():
    (entry,) = drafted("a: {b: 1}\n", Put(("a",), "b", "x"), Put((), "a", {"b": "x"})).entries
    assert (entry.fate, entry.draft) == ("put", None)
    (entry,) = drafted("a: x\n", Put((), "a", "y"), Put((), "a", "x")).entries
    assert entry.fate == "kept"


def test_an_item_is_written_as_the_one_before_it():
    values = ({}, {"c": "d"}, "e", {}, {"f": "g"})
    draft = drafted("u:\n  - {a: b}\n", *(Append(("u",), value) for value in values))
    new = draft.entries[0].draft.entries[1:]
    assert [entry.as_flow for entry in new] == [True, True, True, False, True]


@pytest.mark.parametrize(
    "changes",
    [
        (Put(("a",), "b", "x"), Drop((), "a")),
        (Drop((), "a"), Append(("a", "l"), "x")),
        (Append(("n",), "x"), Drop((), "n")),
        (Rename((), "a", "c"), Put(("c",), "b", "x"), Drop((), "c")),
    ],
)
def test_nothing_is_done_within_what_goes(changes):
    with pytest.raises(CannotEdit, match="another change"):
        drafted("a:\n  b: 1\nz: 1\n", *changes)
