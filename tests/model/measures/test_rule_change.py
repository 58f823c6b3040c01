"""What is on record of a target or a tolerance that was changed, and where nobody is on record for a step."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.measures.rule_change import RuleChange, rule_steps, same_value
from strategy_tracker.model.values import read_distance
from tests.judging.measure_builder import as_read, measure

STEP = {"on": "2022-05-01", "target": "2022/23", "from": 90, "to": 85, "why": "Fewer homes"}


def change(**keys):
    return RuleChange.model_validate(as_read(STEP | keys))


def told(changes, present):
    found = rule_steps(changes, as_read(present))
    return [(str(one.former), str(one.to), one.change.why if one.change else "nobody") for one in found]


def test_a_step_nobody_recorded_stands_between_and_after_the_others():
    later = change(**{"on": "2022-06-01", "from": 80, "to": 75, "why": "Snow"})
    assert told([later, change()], 70) == [
        ("90", "85", "Fewer homes"),
        ("85", "80", "nobody"),
        ("80", "75", "Snow"),
        ("75", "70", "nobody"),
    ]
    assert told([change()], 85) == [("90", "85", "Fewer homes")]
    assert told([], 85) == []


def test_a_target_may_come_and_go():
    assert told([change(**{"from": None})], 85) == [("None", "85", "Fewer homes")]
    assert told([change(to=None)], None) == [("90", "None", "Fewer homes")]


def test_values_are_the_same_however_they_are_written():
    assert same_value(read_distance("5 points"), read_distance("5.0 points"))
    assert not same_value(read_distance("5 points"), read_distance("5% of target"))
    assert same_value(as_read(90), as_read(90.0))
    assert not same_value(as_read(90), None)


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"target": None}, "missing-key"),
        ({"rule": "amber_within"}, "wrong-shape"),
        ({"from": True}, "wrong-type"),
        ({"rule": "colour"}, "literal_error"),
    ],
)
def test_a_change_says_of_what_it_is(keys, code):
    with pytest.raises(ValidationError) as found:
        change(**keys)
    assert [one["type"] for one in found.value.errors()] == [code]


def test_the_value_of_a_change_is_found_in_its_measure():
    one = measure(targets={"2022/23": {"value": 85, "amber_from": 80}}, amber_within="5 points")
    year = change().target
    assert str(one.rule_value(year, None)) == "85"
    assert str(one.rule_value(year, "amber_from")) == "80"
    assert str(one.rule_value(None, "amber_within")) == "5 points"
    assert one.rule_value(change(target="2023/24").target, None) is None


def test_the_target_of_a_year_alone_is_written_as_a_number():
    change = RuleChange.model_validate({"on": "2026-05-02", "target": Decimal(2026), "from": Decimal(90)})
    assert change.target.text == "2026"
