"""Ages are from one to another, or have one end."""

import pytest

from strategy_tracker.model.parts.ages import Ages
from tests.judging.measure_builder import as_read


@pytest.mark.parametrize(
    ("written", "said"), [([11, 17], "11 to 17"), ({"to": 25}, "up to 25"), ({"from": 16}, "from 16")]
)
def test_ages_are_written_short_or_with_one_end(written, said):
    assert str(Ages.model_validate(as_read(written))) == said


@pytest.mark.parametrize("written", [{}, [17, 11], [11], ["a", "b"]])
def test_ages_without_an_end_or_in_the_wrong_order_are_refused(written):
    with pytest.raises(ValueError):
        Ages.model_validate(as_read(written))
