"""A strategy is read as people write it."""

from strategy_tracker.model.strategy import Value


def test_a_bare_value_is_a_value_with_only_its_name():
    assert Value.model_validate("Planned") == Value(name="Planned")
