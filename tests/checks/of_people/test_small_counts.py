"""A count of few people is recognised in words and figures; what a plan asks for, and a share, is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.checks.of_people.small_counts import tells_a_small_count

FIVE = Decimal(5)


@pytest.mark.parametrize(
    "text",
    [
        "Two children ran away",
        "we placed two children",
        "a group of 3 girls was excluded",
        "a pair of siblings moved",
        "a couple of pupils were named",
        "both boys were heard",
        "3 care leavers have a flat",
        "three of our young people were employed",
        "four looked-after children in the unit",
        "4 unaccompanied young people arrived",
        "two Roma families were moved",
        "Three residents died",
        "one child was missed",
        "one of the girls was excluded",
    ],
)
def test_a_count_of_few_is_found(text):
    assert tells_a_small_count(text, FIVE)


@pytest.mark.parametrize(
    "text",
    [
        "fifteen children ran away",
        "5 children ran away",
        "0 children ran away",
        "at least two young people sit on the panel",
        "up to 3 children share a room",
        "no more than two children at a time",
        "one in four children lives in poverty",
        "3 out of 4 children",
        "every two pupils share a book",
        "two children's homes",
        "two children’s homes",
        "Year 4 children, Key Stage 2 pupils and tier 3 young people",
        "ages 2 to 4 children",
        "2.4 children",
        "12,3 children",
        "one child at a time",
        "there is no one child who is the same",
        "Two people are responsible for the plan",
        "two parent governors, three schools, four sessions",
        "one of the projects young people voted for",
        "2 children per worker",
        "two children or more",
        "recruit two young people as inspectors",
        "over 4 days young people learned to listen",
    ],
)
def test_a_plan_a_share_and_a_name_are_no_counts(text):
    assert not tells_a_small_count(text, FIVE)


def test_what_is_few_is_what_the_threshold_says():
    assert tells_a_small_count("nine pupils left", Decimal(10))
    assert not tells_a_small_count("nine pupils left", Decimal(9))
    assert tells_a_small_count("12 pupils left", Decimal(20))


@given(st.text(max_size=60))
def test_no_text_makes_it_stumble(text):
    tells_a_small_count(text, FIVE)


@pytest.mark.parametrize("piece", ["two ", "two young ", "1", "one of the ", "a pair of ", "both "])
def test_a_long_text_of_anything_is_read_in_one_go(piece):
    tells_a_small_count(piece * (400_000 // len(piece)), FIVE)
