"""Three plain trees give one: a change of one side holds, and nothing of either is lost."""

import pytest

from strategy_tracker.merging.match_items import MISSING
from strategy_tracker.merging.three_way import Conflict, collided, three_way


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("a", "a", "b", "b"),
        ("a", "b", "a", "b"),
        ("a", "b", "b", "b"),
        ("a", "b", "c", Conflict("a", "b", "c")),
        (MISSING, {"x": "1"}, {"y": "2"}, {"x": "1", "y": "2"}),
        ({"x": "1"}, MISSING, {"x": "2"}, Conflict({"x": "1"}, MISSING, {"x": "2"})),
        (("a", "b"), ("b",), ("a",), MISSING),
        (("a",), ("a", "b"), ("a", "c"), ("a", "b", "c")),
        (("a",), ("b", "a"), ("c", "a"), ("b", "c", "a")),
        ("a", ("a", "b"), ("a", "c"), ("a", "b", "c")),
        ("a", ("a", "b"), {"x": "1"}, Conflict("a", ("a", "b"), {"x": "1"})),
        (("a", "a"), ("a", "a", "a"), ("a",), ("a", "a")),
    ],
)
def test_three_trees_give_one(base, ours, theirs, expected):
    assert three_way(base, ours, theirs) == expected


def test_an_id_that_was_there_twice_before_is_nothing_new():
    twice = {"actions": ({"id": "a"}, {"id": "a"})}
    assert collided(twice, twice, {}) == []
    assert collided(twice, {"actions": ({"id": "a"},)}, {}) == ["a"]
