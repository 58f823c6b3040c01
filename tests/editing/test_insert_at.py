import pytest

from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.model.strategy import Priority


def test_keys_stand_in_the_order_of_the_model():
    assert keys_before(Priority, "title") == ["id"]


@pytest.mark.parametrize(
    ("days", "first"),
    [([], False), ([3], False), ([3, 3], False), ([1, 2], False), ([3, 1, 2], False), ([3, 2, 2], True)],
)
def test_only_a_list_that_falls_is_written_newest_first(days, first):
    assert newest_first(days) is first
