"""A place is a whole number, its limit a quarter or a place; everything else is refused with what was meant."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.measures.rank import Rank, RankLimits, ordinal, quartile_of


def limits(**given):
    return RankLimits.model_validate(given)


def refusal(record, given):
    with pytest.raises(ValidationError) as refused:
        record.model_validate(given)
    (one,) = refused.value.errors()
    return one["type"], one["ctx"]["next_step"]


def test_limits_are_read_and_written():
    assert str(limits(green="first quartile", amber="20th")) == "green first quartile, amber 20th"
    assert str(limits(green="1st")) == "green 1st"


@pytest.mark.parametrize(
    ("given", "next_step"),
    [
        ("top quartile", "write first quartile"),
        ("2nd quartile", "write second quartile"),
        ("fourth quartile", "write first quartile, second quartile or third quartile, or a place such as 5th"),
        (Decimal(5), "write 5th"),
        ("5", "write 5th"),
        ("22th", "write 22nd"),
        ("11st", "write 11th"),
        ("top 10%", "write first quartile, second quartile or third quartile, or a place such as 5th"),
        ("10%", "write first quartile, second quartile or third quartile, or a place such as 5th"),
        ("0th", "write first quartile, second quartile or third quartile, or a place such as 5th"),
        (True, "write first quartile, second quartile or third quartile, or a place such as 5th"),
    ],
)
def test_a_limit_is_a_quarter_or_a_place(given, next_step):
    assert refusal(RankLimits, {"green": given}) == ("not-a-choice", next_step)


@pytest.mark.parametrize("given", [Decimal(0), Decimal("1.5"), Decimal(-1), Decimal(10000), "4th", True, ()])
def test_a_place_is_a_whole_number(given):
    assert refusal(Rank, {"place": given, "of": Decimal(32)}) == ("not-a-number", "write a whole number from 1 to 9999")


def test_places_are_written_as_people_say_them():
    told = [ordinal(number) for number in (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 112)]
    assert " ".join(told) == "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th"


@pytest.mark.parametrize(
    ("of", "sizes"),
    [(1, [1, 0, 0, 0]), (2, [1, 0, 1, 0]), (3, [1, 1, 1, 0]), (4, [1, 1, 1, 1]), (5, [2, 1, 1, 1]), (6, [2, 1, 2, 1]),
     (7, [2, 2, 2, 1]), (8, [2, 2, 2, 2]), (10, [3, 2, 3, 2]), (32, [8, 8, 8, 8]), (33, [9, 8, 8, 8])],
)  # fmt: skip
def test_a_place_across_a_boundary_is_in_the_better_quarter(of, sizes):
    quarters = [quartile_of(place, of) for place in range(1, of + 1)]
    assert [quarters.count(each) for each in (1, 2, 3, 4)] == sizes
    for text, quarter in (("first quartile", 1), ("second quartile", 2), ("third quartile", 3)):
        assert limits(green=text).green.last_place(of) == sum(sizes[:quarter])
