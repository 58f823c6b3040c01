"""The target of a period, said in one way."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.target import Target
from tests.judging.measure_builder import as_read


def target(given):
    return Target.model_validate(as_read(given), context={"year_end": MARCH})


@pytest.mark.parametrize(
    ("given", "written", "ends"),
    [
        (90, Decimal(90), (90, 90)),
        ({"value": 90, "amber_from": 85}, Decimal(90), (90, 90)),
        ({"above": 80}, "above 80", (80, 80)),
        ({"below": 80}, "below 80", (80, 80)),
        ({"from": 75, "to": 85}, "75 to 85", (75, 85)),
        ({"not_below": "2017/18"}, "not below 2017/18", None),
        ({"not_above": "2017/18", "amber_from": 85}, "not above 2017/18", None),
        ({"above": 0}, "above 0", (0, 0)),
    ],
)
def test_a_target_is_said_in_one_of_these_ways(given, written, ends):
    assert (target(given).written, target(given).ends) == (written, ends)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"amber_from": 85}, "missing-key"),
        ({"from": 75}, "missing-key"),
        ({"to": 85}, "missing-key"),
        ({"value": 90, "above": 80}, "wrong-shape"),
        ({"above": 80, "below": 90}, "wrong-shape"),
        ({"value": 90, "from": 75, "to": 85}, "wrong-shape"),
        ({"from": 85, "to": 75}, "wrong-shape"),
        ({"from": 85, "to": 85}, "wrong-shape"),
        ({"not_below": "last year"}, "not-a-period"),
        ({"above": "80%"}, "not-a-number"),
    ],
)
def test_a_target_that_says_nothing_or_two_things_is_refused(given, code):
    with pytest.raises(ValidationError) as refused:
        target(given)
    assert [one["type"] for one in refused.value.errors()] == [code]


def test_a_target_is_a_number_or_a_map():
    assert Target.model_validate(Decimal(90)) == Target(value=Decimal(90))
    assert Target.model_validate({"value": Decimal(90), "amber_from": Decimal(85)}).amber_from == 85


@pytest.mark.parametrize("value", ["90", True, (Decimal(90),), {}, {"amber_from": Decimal(1)}, {"value": "90"}])
def test_anything_else_is_not_a_target(value):
    with pytest.raises(ValidationError):
        Target.model_validate(value)
