"""A figure as people print it."""

from decimal import Decimal

import pytest

from strategy_tracker.judging.standing.of_measures import PointMore
from strategy_tracker.views.shares import figure_shown
from tests.views.builders import measure, point


@pytest.mark.parametrize(
    ("counted", "of", "shown", "target", "told"),
    [
        (105, 262, "40.1%", None, "105 of 262 (40%)"),
        (12, 336, "3.6%", None, "12 of 336 (3.6%)"),
        (9, 17, "52.9%", None, "9 of 17"),
        (1050, 2620, "40.1%", None, "1,050 of 2,620 (40%)"),
        (None, 262, "40.1%", None, "40.1%"),
        (None, None, "40.1%", None, "40.1%"),
    ],
)
def test_a_share_has_its_halves_and_no_more_digits_than_they_bear(counted, of, shown, target, told):
    amount = Decimal(counted) / Decimal(of) * 100 if counted else Decimal("40.1")
    halves = PointMore(*(Decimal(one) if one else None for one in (counted, of)))
    read = point("2022-07", amount, shown)._replace(more=halves)
    assert figure_shown(measure(target=target), read) == told


def test_a_share_is_never_rounded_onto_its_target():
    read = point("2022-07", "79.8", "79.8%")._replace(more=PointMore(Decimal(399), Decimal(500)))
    assert figure_shown(measure(target=Decimal(80)), read) == "399 of 500 (79.8%)"
    assert figure_shown(measure(), read) == "399 of 500 (80%)"


def test_a_share_whose_halves_are_not_published_has_no_more_digits_than_people_write():
    divided = point("2022-07", Decimal(105) / Decimal(262) * 100, "40.1%")
    assert figure_shown(measure(), divided) == "40%"
    assert figure_shown(measure(target=Decimal("40.04")), divided) == "40.1%"
    assert figure_shown(measure(), point("2022-07", "38.2", "38.2%")) == "38.2%"


def test_a_count_stands_as_it_is():
    read = point("2022-07", 5, "5")._replace(more=PointMore(Decimal(5), Decimal(9)))
    assert figure_shown(measure(unit="count"), read) == "5"
