"""What no figure of a unit can be; what validate says of it stands in tests/cases/bad/out-of-range."""

from decimal import Decimal

import pytest

from strategy_tracker.model.measures.possible import impossible
from tests.judging.measure_builder import measure


@pytest.mark.parametrize(
    ("unit", "value", "is_impossible"),
    [("percent", 101, True), ("percent", 100, False), ("percent-change", 101, False), ("count", -1, True),
     ("count", 0, False), ("days", -1, False), ("money", -1, False), ("yes-no", 1, False), ("yes-no", 2, True),
     ("rank", 0, True), ("rank", 1, False)],
)  # fmt: skip
def test_a_figure_is_one_that_its_unit_can_have(unit, value, is_impossible):
    assert bool(impossible(Decimal(value), measure(unit=unit))) is is_impossible


def test_more_than_all_is_possible_where_the_measure_says_so():
    assert impossible(Decimal(101), measure(may_exceed=True)) == ""
    assert impossible(Decimal(101), measure(targets={"2022": 110})) == ""
