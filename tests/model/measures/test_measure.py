"""What a measure must have."""

import pytest
from pydantic import ValidationError

from strategy_tracker.model.measures.measure import Measure


def test_a_measure_needs_an_id_a_title_and_a_unit():
    with pytest.raises(ValidationError) as caught:
        Measure.model_validate({})
    assert {error["loc"][0] for error in caught.value.errors()} == {"id", "title", "unit"}
