from datetime import date
from decimal import Decimal

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure


def test_every_group_is_told_in_the_order_of_the_measure_and_one_without_a_figure_too():
    one = measure(
        by={"sex": ["women", "men", "not said"]},
        readings={
            "2021/22": 60,
            "2022/23": {"value": 50, "by": {"sex": {"men": {"numerator": 1, "denominator": 3}, "women": "c"}}},
        },
    )
    found = stand_measure(one, date(2023, 6, 1), DEFAULTS, "measures/m.yaml", ()).groups
    assert [(point.by, point.group, point.period, point.shown) for point in found] == [
        ("sex", "women", "2022/23", "suppressed"),
        ("sex", "men", "2022/23", "33.3%"),
        ("sex", "not said", "2022/23", "not recorded"),
    ]
    assert stand_measure(measure(), date(2023, 6, 1), DEFAULTS, "measures/m.yaml", ()).groups == ()


def test_groups_that_add_up_have_a_share_of_a_known_total_and_no_others_have():
    groups = {"sex": {"women": 151, "men": 101, "not said": "c"}}

    def shares(**given):
        one = measure(by={"sex": ["women", "men", "not said"]}, **given)
        stood = stand_measure(one, date(2023, 6, 1), DEFAULTS, "measures/m.yaml", ())
        return [None if point.share is None else round(point.share, 1) for point in stood.groups]

    assert shares(unit="count", readings={"2022/23": {"value": 252, "by": groups}}) == [
        Decimal("59.9"),
        Decimal("40.1"),
        None,
    ]
    assert shares(unit="count", parts="shares", readings={"2022/23": {"value": 252, "by": groups}}) == [None] * 3
    assert shares(unit="count", readings={"2022/23": {"symbol": "c", "by": groups}}) == [None] * 3
    assert shares(unit="score", readings={"2022/23": {"value": 200, "by": groups}}) == [None] * 3
