"""One entry gets another value by the edits that the commands make, and keeps its way of writing."""

import pytest

from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.merging.edit_one_entry import edited, torn
from strategy_tracker.merging.match_items import MISSING
from strategy_tracker.merging.split_lines import block, file_block
from strategy_tracker.merging.three_way import Conflict

ITEM = ["  - id: b   # first", "    text: 'One'"]
OLD = {"id": "b", "text": "One"}


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (OLD, ITEM),
        ({**OLD, "text": "Two"}, [ITEM[0], "    text: 'Two'"]),
        ({**OLD, "due": "2018"}, [*ITEM, "    due: '2018'"]),
        ({"id": "b"}, ITEM[:1]),
    ],
)
def test_an_entry_keeps_its_way_of_writing(value, lines):
    assert edited(block(ITEM), 0, ITEM, OLD, value) == lines


def test_a_list_grows_at_either_end():
    body = ["x:", "  - a"]
    found = file_block("\n".join([*body, ""]))
    for value in (("a", "b"), ("b", "a"), ("b", "c", "a")):
        lines = edited(found, "x", body, ("a",), value)
        assert read_tree("\n".join(lines).encode()) == {"x": value}


def test_what_no_single_change_does_is_left_to_a_person():
    body = ["x:", "  - a", "  - b"]
    assert edited(file_block("\n".join([*body, ""])), "x", body, ("a", "b"), MISSING) is None


def test_a_conflict_is_found_however_deep():
    conflict = Conflict("a", "b", "c")
    assert torn({"x": ("a", {"y": conflict})})
    assert not torn({"x": ("a", {"y": "b"})})
