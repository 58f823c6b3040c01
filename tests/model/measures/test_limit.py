"""A distance from a target, or the lower or the higher of two."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from strategy_tracker.model.measures.limit import parts_of, read_limit, same_limit
from strategy_tracker.model.values import read_distance

BRIGHTON = ("5% of target", "100000 pounds")


@pytest.mark.parametrize(
    ("target", "lower", "higher"),
    [(1_000_000, 50_000, 100_000), (2_000_000, 100_000, 100_000), (4_000_000, 100_000, 200_000)],
)
def test_which_of_two_counts_turns_where_they_are_equal(target, lower, higher):
    assert read_limit({"lower_of": BRIGHTON}).at(Decimal(target)) == lower
    assert read_limit({"higher_of": BRIGHTON}).at(Decimal(target)) == higher


@given(st.decimals(-(10**6), 10**6, places=2))
def test_the_lower_is_never_above_the_higher_and_both_are_one_of_the_two(target):
    lower, higher = (read_limit({key: BRIGHTON}).at(target) for key in ("lower_of", "higher_of"))
    assert {lower, higher} == {read_distance(part).at(target) for part in BRIGHTON}
    assert lower <= higher


def test_a_limit_of_two_parts_is_read_aloud():
    assert str(read_limit({"lower_of": BRIGHTON})) == "the lower of 5% of target and 100000 pounds"
    assert read_limit({"lower_of": BRIGHTON}).of_target
    assert not read_limit({"higher_of": ("5 points", "3 points")}).of_target


def test_a_distance_by_itself_is_its_only_part():
    assert parts_of(read_limit("5 points")) == (read_distance("5 points"),)
    assert parts_of(read_limit({"lower_of": BRIGHTON})) == tuple(map(read_distance, BRIGHTON))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 points", "5.0 points", True), ("5 points", "6 points", False),
        ({"lower_of": BRIGHTON}, {"lower_of": tuple(reversed(BRIGHTON))}, True),
        ({"lower_of": BRIGHTON}, {"higher_of": BRIGHTON}, False),
        ({"lower_of": BRIGHTON}, "5% of target", False),
    ],
)  # fmt: skip
def test_two_limits_are_one_however_they_are_spelled(one, other, same):
    assert same_limit(read_limit(one), read_limit(other)) is same


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"lower_of": BRIGHTON, "higher_of": BRIGHTON}, "wrong-shape"),
        ({"lower_of": ("5 points",)}, "wrong-shape"),
        ({"lower_of": (*BRIGHTON, "5 points")}, "wrong-shape"),
        ({"lower_of": "5 points"}, "wrong-shape"),
        ({"lower_of": None}, "wrong-shape"),
        ({"lower_of": ("5 points", Decimal(5))}, "distance-without-unit"),
        ({"least_of": BRIGHTON}, "distance-without-unit"),
        (BRIGHTON, "distance-without-unit"),
    ],
)
def test_what_is_no_limit_is_refused(given, code):
    with pytest.raises(PydanticCustomError) as refused:
        read_limit(given)
    assert refused.value.type == code
    assert refused.value.context["next_step"].startswith("write ")
