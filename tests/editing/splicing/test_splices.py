"""Each splice is as small as the change it is for."""

from decimal import Decimal

import pytest

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put
from strategy_tracker.editing.splicing.draft import NodeDraft
from strategy_tracker.editing.splicing.locate import locate, read
from strategy_tracker.editing.splicing.splices import Splicer


def splices(text, *changes):
    script = read(text.encode())
    source = locate(script)
    draft = NodeDraft.of(source.top, script.tree)
    for number, change in enumerate(changes):
        draft.take(change, change.route, number)
    return list(Splicer(source).of(draft))


@pytest.mark.parametrize(
    ("text", "change", "wanted"),
    [
        ("a: 1\n", Put((), "a", Decimal(2)), (3, 4, "2")),
        ("a: 1\n", Put((), "b", Decimal(2)), (5, 5, "b: 2\n")),
        ("a: 1", Put((), "b", Decimal(2)), (4, 4, "\nb: 2")),
        ("a: 1\nb: 2\n", Drop((), "a"), (0, 5, "")),
        ("{a: 1, b: 2}\n", Drop((), "a"), (1, 7, "")),
        ("{a: 1, b: 2}\n", Drop((), "b"), (5, 11, "")),
        ("a: [x]\n", Append(("a",), "y"), (5, 5, ", y")),
        ("a: [x]\n", Append(("a",), "y", first=True), (4, 4, "y, ")),
        ("a: []\n", Append(("a",), "y"), (4, 4, "y")),
        ("a:\n  - x\n", Append(("a",), "y", first=True), (5, 5, "- y\n  ")),
        ("{}\n", Put((), "a", "x"), (1, 1, "a: x")),
    ],
)
def test_only_what_changes_is_spliced(text, change, wanted):
    (splice,) = splices(text, change)
    assert splice == (*wanted, 0)


def test_of_splices_at_one_place_the_inner_comes_first():
    made = splices("u:\n  - v: [a]\n", Put((), "w", "x"), Append(("u",), "y"), Put(("u", 0), "n", "z"))
    assert [(splice.text.strip(), splice.change) for splice in made] == [("n: z", 2), ("- y", 1), ("w: x", 0)]
    assert len({splice.start for splice in made}) == 1


def test_a_splice_that_cannot_be_made_leaves_the_number_of_its_change():
    script = read(b"a: 1\nu: # why\n  - x\n")
    source = locate(script)
    draft = NodeDraft.of(source.top, script.tree)
    for number, change in enumerate((Put((), "n", "x"), Put((), "u", "y"), Put((), "a", "z"))):
        draft.take(change, change.route, number)
    splicer = Splicer(source)
    with pytest.raises(CannotEdit, match="there is a comment inside the value"):
        list(splicer.of(draft))
    assert splicer.change == 1
