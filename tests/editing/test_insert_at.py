from types import SimpleNamespace

import pytest

from strategy_tracker.editing.insert_at import at, keys_before, newest_first
from strategy_tracker.editing.refused import Refused
from strategy_tracker.model.address import Item
from strategy_tracker.model.strategy import Priority

SAFE = Item("plan/safe", "priority", "Safe", "strategies/plan.yaml", ("priorities", 0))


def plan(*ids):
    return SimpleNamespace(id="plan", priorities=tuple(SimpleNamespace(id=own) for own in ids))


def test_a_thing_is_found_where_it_stood():
    assert at(plan("safe", "heard"), SAFE).id == "safe"
    assert at(plan("safe"), Item("plan", "strategy", "Plan", SAFE.file, ())).id == "plan"


@pytest.mark.parametrize("ids", [(), ("heard",), ("heard", "safe")])
def test_another_in_its_place_is_never_mistaken_for_it(ids):
    with pytest.raises(Refused, match="'plan/safe' has moved in the file a moment ago"):
        at(plan(*ids), SAFE)
    with pytest.raises(Refused, match="has moved"):
        at(plan(*ids), SAFE._replace(address="plan/safe-01", route=("priorities", 0, "actions", 0)))


def test_keys_stand_in_the_order_of_the_model():
    assert keys_before(Priority, "title") == ["id"]


@pytest.mark.parametrize(
    ("days", "first"),
    [([], False), ([3], False), ([3, 3], False), ([1, 2], False), ([3, 1, 2], False), ([3, 2, 2], True)],
)
def test_only_a_list_that_falls_is_written_newest_first(days, first):
    assert newest_first(days) is first
