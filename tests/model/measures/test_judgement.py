"""A judgement of a measure: a day and a colour, and whatever is said of it."""

import pytest
from pydantic import ValidationError

from strategy_tracker.model.measures.judgement import MeasureJudgement


def test_a_day_and_a_colour_are_enough():
    assert MeasureJudgement.model_validate({"on": "2023-04-20", "rag": "amber"}).note is None


@pytest.mark.parametrize(
    "given",
    [{"on": "2023-04-20"}, {"rag": "amber"}, {"on": "2023-04-20", "rag": "blue"}, {"on": "soon", "rag": "red"}],
)
def test_without_either_it_is_none(given):
    with pytest.raises(ValidationError):
        MeasureJudgement.model_validate(given)
