"""How much of the way from a baseline to a target is done: in words, beyond it, behind it, and where nothing is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import WayStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

LATE = date(2030, 1, 1)
WAY: dict[str, Any] = {"baseline": {"on": "2020-03-31", "value": 40}, "targets": {"2029/30": 90}}


def way(reading: float, period: str = "2022/23", **keys: Any) -> WayStanding | None:
    given = {**WAY, "readings": {period: reading}, **keys}
    return stand_measure(measure(**given), LATE, DEFAULTS, "", ()).way


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (69.5, "29.5 of 50 points, 59% of the way, 30% of the time"),
        (90, "50 of 50 points, 100% of the way, 30% of the time"),
        (100, "beyond the target: 60 of 50 points, 120% of the way, 30% of the time"),
        (90.1, "beyond the target: 50.1 of 50 points, just over 100% of the way, 30% of the time"),
        (89.9, "49.9 of 50 points, over 99% of the way, 30% of the time"),
        (40.1, "0.1 of 50 points, under 1% of the way, 30% of the time"),
        (40, "0 of 50 points, 0% of the way, 30% of the time"),
        (35, "further away than at the start: 5 points behind the baseline of 40%, 30% of the time"),
    ],
)
def test_the_share_of_the_way_is_said_in_words(reading: float, words: str) -> None:
    found = way(reading)
    assert found
    assert found.words == words


def test_the_figures_of_the_way_are_exact() -> None:
    found = way(65)
    assert found
    assert (found.share, found.baseline, found.target, found.period) == (50, 40, 90, "2029/30")
    assert (found.since, found.until) == (date(2020, 3, 31), date(2030, 3, 31))
    assert found.time == (Decimal(1095 * 100) / 3652).quantize(Decimal("1E-6"))


def test_where_lower_is_better_the_way_leads_down() -> None:
    keys: dict[str, Any] = {"better": "lower", "unit": "money", "currency": "GBP"}
    keys |= {"baseline": {"on": "2020-03-31", "value": 900}, "targets": {"2029/30": 400}}
    found = [way(each, **keys) for each in (650, 950)]
    assert [each.words for each in found if each] == [
        "£250 of £500, 50% of the way, 30% of the time",
        "further away than at the start: £50 behind the baseline of £900, 30% of the time",
    ]


@pytest.mark.parametrize(
    "keys",
    [
        {"targets": {"2029/30": 40}},
        {"targets": {"2029/30": 30}},
        {"targets": {}},
        {"baseline": None},
        {"better": "none"},
        {"period": "2019/20"},
        {"unit": "narrative"},
        {"unit": "count", "span": "period", "period": "2022/23 Q1"},
        {"unit": "count", "span": "cumulative"},
    ],
)
def test_nothing_is_said_where_there_is_no_way(keys: dict[str, Any]) -> None:
    assert way(50, **keys) is None


def test_a_baseline_that_is_not_known_is_told() -> None:
    found = way(50, baseline={"expected": "2023-12-31"})
    assert found == WayStanding("the baseline is not known yet: it is expected by 2023-12-31")


def test_at_its_end_all_of_the_time_has_gone() -> None:
    ended = way(70, targets={"2022/23": 90})
    assert ended
    assert ended.words == "30 of 50 points, 60% of the way, 100% of the time"
