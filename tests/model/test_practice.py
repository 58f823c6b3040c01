"""Practice examples name the priorities that they may serve."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.practice import Example


def test_a_practice_example_names_priorities_by_their_strategy():
    example = {"id": "a", "title": "A", "summary": "A"}
    assert Example.model_validate({**example, "priorities": "one/safe"}).priorities == ("one/safe",)
    for wrong in ("safe", "one/Safe", "/safe", "one/", "a/b/c", Decimal(1)):
        with pytest.raises(ValidationError):
            Example.model_validate({**example, "priorities": (wrong,)})
