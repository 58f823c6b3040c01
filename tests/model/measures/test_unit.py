from decimal import Decimal

import pytest

from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import (
    OwnUnit,
    UnitName,
    add_up,
    as_typed,
    in_words,
    is_sum,
    number_in_words,
)
from tests.judging.measure_builder import measure

TONNES = {"name": "tonnes", "one": "tonne", "of": "CO2", "decimals": 0}


def test_a_unit_of_its_own_has_a_name_and_may_say_more():
    unit = measure(unit=TONNES).unit
    assert isinstance(unit, OwnUnit)
    assert (in_words(unit), unit.printed) == ("tonnes of CO2", UnitName("tonnes", "tonne", "CO2", 0))
    assert measure(unit={"name": "طن"}).shown_in == UnitName("طن")


@pytest.mark.parametrize(
    "unit",
    [{}, {"of": "CO2"}, {"name": "5 tonnes"}, {"name": "x" * 41}, {"name": "t", "decimals": 7},
     {"name": "t", "decimals": 0.5}, {"name": "t", "decimals": -1}, "tonnes"],
)  # fmt: skip
def test_a_unit_without_a_name_or_with_one_that_is_none_is_refused(unit):
    with pytest.raises(ValueError, match="unit"):
        measure(unit=unit)


def test_people_may_type_the_name_of_a_unit_in_several_ways():
    assert UnitName("tonnes", None, "CO2").words == {
        "tonnes", "tonne", "tonnes of co2", "tonnes co2", "tonne of co2", "tonne co2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "unit", "number"),
    [
        ("yes", "yes-no", 1), ("No", "yes-no", 0), (True, "yes-no", 1), (False, "yes-no", 0), ("maybe", "yes-no", None),
        ("4th", "rank", 4), ("22nd", "rank", 22), ("4", "rank", None), ("0th", "rank", None),
        ("1.8 : 1", "ratio", "1.8"), ("1.8:1", "ratio", "1.8"), ("1.8:2", "ratio", None), ("yes", "ratio", None),
    ],
)  # fmt: skip
def test_figures_in_the_words_of_their_unit_are_numbers(given, unit, number):
    assert number_in_words(given, unit) == (None if number is None else Decimal(number))


def test_yes_and_no_are_read_wherever_a_figure_stands_and_nowhere_else():
    one = measure(
        unit="yes-no",
        better=None,
        note="yes",
        targets={"2021/22": True, "2022/23": {"value": "yes", "note": "no"}},
        readings={"2021/22": "no", "2022/23": {"value": True, "note": "yes", "was": [{"value": False}]}},
        benchmarks={"England": {"2021/22": "yes"}},
        changed=[{"on": "2022-01-01", "target": "2021/22", "from": "no", "to": "yes", "why": "no"}],
    )
    assert (one.better, one.note, one.changed[0].why) == ("higher", "yes", "no")
    assert [target.value for target in one.targets.values()] == [1, 1]
    assert [reading.value for reading in one.readings.values()] == [0, 1]
    last = [*one.readings.values()][-1]
    assert (last.note, last.was[0].value) == ("yes", 0)
    assert next(iter(one.benchmarks["England"].values())).value == 1
    assert (one.changed[0].former, one.changed[0].to) == (0, 1)


def test_the_first_place_is_best_unless_somebody_says_otherwise():
    assert measure(unit="rank", better=None).better == "lower"
    assert measure(unit="rank", better="higher").better == "higher"


def test_yes_is_no_number_of_another_unit():
    with pytest.raises(ValueError, match="neither a number nor a symbol"):
        measure(unit="count", readings={"2021/22": "yes"})


def test_a_figure_is_spelled_as_a_file_has_it():
    assert as_typed({"value": True, "was": ({"value": Decimal(0)},), "note": "true"}, "yes-no") == {
        "value": "yes", "was": ({"value": "no"},), "note": "true",
    }  # fmt: skip
    assert as_typed("4th", "rank") == 4
    assert as_typed("c", "yes-no") == "c"


def test_what_adds_up():
    own = measure(unit=TONNES).unit
    assert is_sum(own)
    assert not any(map(is_sum, ("rank", "yes-no", "ratio", "percent", "days")))
    assert add_up(own, measure(unit={"name": "tons"}).unit)
    assert add_up("count", own)
    assert not add_up("thousands", "count")


def test_a_unit_of_its_own_may_count_people_unless_it_says_otherwise():
    def about(**keys) -> bool:
        one: Measure = measure(**keys)
        return one.is_about_people

    assert about(unit={"name": "children"})
    assert not about(unit={"name": "tonnes"}, counts="things")
    assert not about(unit={"name": "tonnes", "decimals": 1})
    assert not any(about(unit=unit) for unit in ("rank", "yes-no", "ratio"))
