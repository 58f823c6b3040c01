"""Parts are held against their total where that is possible, and a difference that a note tells is known."""

from datetime import date

import pytest

from strategy_tracker.checks.of_measures.parts import parts_add_up
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure


def found(total, *parts, unit="count"):
    named = [measure(id="all", unit=unit, readings={"2024/25": total} if total is not None else {})]
    named += [
        measure(id=f"part-{n}", unit=unit, part_of="all", readings={} if one is None else {"2024/25": one})
        for n, one in enumerate(parts)
    ]
    return [one.message for one in parts_add_up(Measures(measures=tuple(named)), date(2026, 1, 1), DEFAULTS)]


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        (50, (20, 30)),
        (50, (20, None)),
        (50, (20, "c")),
        ("c", (20, 30)),
        (None, (20, 30)),
        (50, (20, {"value": 31, "note": "one is counted twice"})),
        ({"value": 50, "doubt": "as printed"}, (20, 31)),
    ],
)
def test_parts_that_agree_or_cannot_be_told_to_differ_are_left_alone(total, parts):
    assert found(total, *parts) == []


@pytest.mark.parametrize(("parts", "added"), [((20, 31), 51), ((20, 29), 49), ((51, None), 51)])
def test_parts_that_differ_are_told(parts, added):
    assert found(50, *parts) == [f"the parts of 'all' for 2024/25 add up to {added}, and the total is 50"]


def test_shares_do_not_add_up():
    assert found(50, 20, 31, unit="percent") == []
