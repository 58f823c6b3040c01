"""The named rule for the headline of a priority: one of a closed few."""

import pytest
from pydantic import ValidationError

from strategy_tracker.judging.headlines import RULES
from strategy_tracker.model.parts.headline import Headline


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_with_a_sentence_can_be_declared(rule):
    assert Headline.model_validate({"name": "Board view", "rule": rule}).rule == rule


@pytest.mark.parametrize("given", [{"name": "Board view", "rule": "average"}, {"rule": "red if any red"}])
def test_an_average_or_a_rule_without_a_name_is_none(given):
    with pytest.raises(ValidationError):
        Headline.model_validate(given)
