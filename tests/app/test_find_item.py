from types import SimpleNamespace

import pytest

from strategy_tracker.app.find_item import item_in
from strategy_tracker.model.names.address import Item
from strategy_tracker.problem import Problem

SAFE = Item("plan/safe", "priority", "Safe", "strategies/plan.yaml", ("priorities", 0))


def plan(*ids):
    return SimpleNamespace(id="plan", priorities=tuple(SimpleNamespace(id=own) for own in ids))


def test_a_thing_is_found_where_it_stood():
    assert item_in(plan("safe", "heard"), SAFE).id == "safe"
    assert item_in(plan("safe"), Item("plan", "strategy", "Plan", SAFE.file, ())).id == "plan"


@pytest.mark.parametrize("ids", [(), ("heard",), ("heard", "safe")])
def test_another_in_its_place_is_never_mistaken_for_it(ids):
    with pytest.raises(Problem, match="'plan/safe' has moved in the file a moment ago"):
        item_in(plan(*ids), SAFE)
    with pytest.raises(Problem, match="has moved"):
        item_in(plan(*ids), SAFE._replace(address="plan/safe-01", route=("priorities", 0, "actions", 0)))
