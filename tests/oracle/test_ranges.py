"""The range of a sum of unknowns is exact: no wider and no narrower than what a patient reader finds by trying."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.oracle.ranges import Equation, Impossible, Range, range_of

NAMES = ("a", "b", "c")


def known(total, *names, at_least=False):
    return Equation(dict.fromkeys(names, 1), Fraction(total), at_least)


def test_two_unknown_parts_share_their_total():
    assert range_of({"a": 1}, [known(10, "a", "b")]) == (0, 10)


def test_what_is_alone_in_a_sum_is_known():
    assert range_of({"a": 1}, [known(10, "a", "b"), known(7, "b")]) == (3, 3)


def test_what_is_in_no_sum_may_be_anything():
    assert range_of({"a": 1}, [known(10, "b")]) == (0, None)
    assert range_of({"a": 1}, []).spans(Fraction(1000))


def test_a_floor_under_one_part_is_a_ceiling_over_the_other():
    assert range_of({"a": 1}, [known(10, "a", "b"), known(1, "b", at_least=True)]) == (0, 9)


def test_an_unknown_with_a_floor_and_no_total_has_no_limit():
    assert range_of({"a": 1}, [known(1, "a", at_least=True)]) == (1, None)


def test_a_difference_of_two_totals_is_seen():
    assert range_of({"a": 1, "b": 1}, [known(12, "a", "b", "c"), known(5, "c")]) == (7, 7)


def test_a_total_with_a_sign_is_solved():
    total = Equation({"total": 1, "a": -1, "b": -1}, Fraction(0))
    assert range_of({"a": 1}, [total, known(9, "total"), known(-2, "b", at_least=True)]) == (0, 9)


def test_sums_said_twice_do_no_harm():
    assert range_of({"a": 1}, [known(10, "a", "b"), known(10, "a", "b")]) == (0, 10)


@pytest.mark.parametrize(
    "rows", [[known(3, "a"), known(4, "a")], [known(-1, "a", "b")], [known(2, "a"), known(3, "a", at_least=True)]]
)
def test_sums_that_contradict_each_other_are_said_to_be_impossible(rows):
    with pytest.raises(Impossible):
        range_of({"a": 1}, rows)


@pytest.mark.parametrize(
    ("low", "high", "wide"), [(0, 6, True), (0, 5, False), (Fraction(1, 2), Fraction(13, 2), False), (0, None, True)]
)
def test_only_whole_numbers_count_for_the_width(low, high, wide):
    found = Range(Fraction(low), None if high is None else Fraction(high))
    assert found.spans(Fraction(6)) is wide


@given(
    st.lists(st.integers(0, 4), min_size=3, max_size=3),
    st.lists(st.sets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=4),
    st.sets(st.sampled_from(NAMES), min_size=1),
)
def test_nothing_that_fits_is_outside_and_the_ends_are_reached(values, rows, sought):
    truth = dict(zip(NAMES, values, strict=True))
    sums = [known(sum(truth[name] for name in row), *sorted(row)) for row in rows]
    found = range_of(dict.fromkeys(sought, 1), sums)
    assume(found.high is not None)
    every = (dict(zip(NAMES, tried, strict=True)) for tried in product(range(13), repeat=3))
    fitting = [
        sum(tried[name] for name in sought)
        for tried in every
        if all(sum(tried[name] for name in row.terms) == row.total for row in sums)
    ]
    assert 0 <= min(fitting) - found.low < 1
    assert 0 <= found.high - max(fitting) < 1
