"""A file of comparators says whose figures they are, from where, and since when they are known."""

import pytest
from pydantic import ValidationError

from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import MARCH
from tests.judging.measure_builder import as_read

TREE = {
    "source": "Tables",
    "downloaded": "2022-11",
    "comparators": [{"geography": "England", "figures": {"1.4": {"2021": 5}}}],
}


def read(tree):
    return Comparators.model_validate(as_read(tree), context={"year_end": MARCH})


def test_a_figure_is_a_reading_by_code_and_period():
    (one,) = read(TREE).comparators
    ((period, reading),) = one.figures["1.4"].items()
    assert (one.geography, one.group, period.text, reading.value) == ("England", None, "2021", 5)


@pytest.mark.parametrize("key", ["source", "downloaded"])
def test_nothing_is_compared_with_what_nobody_can_look_up(key):
    with pytest.raises(ValidationError, match="Field required"):
        read({name: value for name, value in TREE.items() if name != key})
