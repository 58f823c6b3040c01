import pytest

from strategy_tracker.model.measures.defaults import MeasuresDefault


def test_two_rules_are_refused():
    with pytest.raises(ValueError, match="two rules"):
        MeasuresDefault.model_validate({"amber": "none", "amber_within": "5 points"})
