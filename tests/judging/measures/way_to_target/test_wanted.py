"""What a target asks for in numbers, also one that is no worse than an earlier reading."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from strategy_tracker.judging.measures.known_readings import known_readings
from strategy_tracker.judging.measures.measure_standing import is_red, stand_measure
from strategy_tracker.judging.measures.way_to_target.wanted import all_wanted, with_known_targets
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import YEAR, measure

TODAY = date(2023, 4, 30)


def stood(amount: object, today: date = TODAY, readings: dict[str, Any] | None = None, **keys: Any) -> MeasureStanding:
    return stand_measure(asked(amount, readings or {}, **keys), today, DEFAULTS, "", ())


def asked(amount: object, readings: dict[str, Any], **keys: Any) -> Measure:
    return measure(**{"amber": "none", "readings": {**readings, "2022/23": amount}, **keys})


@pytest.mark.parametrize(
    ("target", "better", "words", "value"),
    [
        (80, "higher", "80%", 80),
        ({"above": 80}, "higher", "more than 80%", 80),
        ({"below": 80}, "lower", "less than 80%", 80),
        ({"from": 75, "to": 85}, "higher", "75% to 85%", 75),
        ({"from": 75, "to": 85}, "lower", "75% to 85%", 85),
        ({"from": 75, "to": 85}, "on-target", "75% to 85%", 75),
        ({"not_below": "2017/18"}, "higher", "no less than 74% (2017/18)", 74),
        ({"not_above": "2017/18"}, "lower", "no more than 74% (2017/18)", 74),
    ],
)
def test_what_is_wanted_is_a_figure_and_words(target: object, better: str, words: str, value: int) -> None:
    tested = measure(better=better, targets={"2022/23": target}, readings={"2017/18": 74})
    known = with_known_targets(tested, known_readings(tested.readings, "percent", TODAY))
    ((period, wanted),) = all_wanted(known)
    assert (period.text, wanted.words("percent"), wanted.value) == ("2022/23", words, value)
    assert wanted.is_plain is (target == 80)


@pytest.mark.parametrize(("amount", "nearest"), [(70, 75), (75, 75), (80, 80), (85, 85), (90, 85)])
def test_the_nearest_of_a_range_is_an_end_or_the_amount_itself(amount: int, nearest: int) -> None:
    ((_, wanted),) = all_wanted(measure(targets={"2022/23": {"from": 75, "to": 85}}))
    assert wanted.nearest(Decimal(amount)) == nearest


def test_the_earlier_reading_is_worked_out_from_its_parts() -> None:
    parts = {"2017/18": {"numerator": 2, "denominator": 3}}
    target = {"targets": {"2022/23": {"not_below": "2017/18"}}}
    assert stood({"numerator": 4, "denominator": 6}, readings=parts, **target).rating.colour == "green"
    assert stood(66.66666666, readings=parts, **target).rating.colour == "red"


@pytest.mark.parametrize(
    ("earlier", "reason"),
    [
        ("c", "but the reading for 2017/18 is suppressed: it is neither zero nor missing"),
        ("x", "but the reading for 2017/18 is not available"),
        ({"words": "over 70%"}, "but the reading for 2017/18 is known in words only: over 70%"),
        (None, "but no reading for 2017/18 is on record"),
    ],
)
def test_without_the_earlier_reading_nothing_is_rated_and_it_is_said_why(earlier: Any, reason: str) -> None:
    readings = {} if earlier is None else {"2017/18": earlier}
    found = stood(74, readings=readings, targets={"2022/23": {"not_below": "2017/18"}})
    assert (found.rating.why, found.rating.reason) == ("no-comparison", f"no less than in 2017/18 is wanted, {reason}")
    assert (found.target, found.target_words) == (None, "")
    assert not is_red(asked(74, readings, targets={"2022/23": {"not_below": "2017/18"}}), YEAR, TODAY)


def test_a_wider_target_does_not_stand_in_for_one_that_is_not_known() -> None:
    targets = {"2020/21..2022/23": 10, "2022/23": {"not_below": "2017/18"}}
    assert stood(74, targets=targets).rating.why == "no-comparison"


def test_what_became_known_later_is_not_known_before() -> None:
    keys: dict[str, Any] = {
        "readings": {"2017/18": {"value": 74, "recorded": "2023-06-01"}},
        "targets": {"2022/23": {"not_below": "2017/18"}},
    }
    assert stood(70, **keys).rating.why == "no-comparison"
    assert stood(70, date(2023, 6, 1), **keys).rating.colour == "red"


def test_a_red_one_is_red_for_the_check_as_well() -> None:
    target = {"targets": {"2022/23": {"not_below": "2017/18"}}}
    assert is_red(asked(73, {"2017/18": 74}, **target), YEAR, TODAY)
    assert not is_red(asked(74, {"2017/18": 74}, **target), YEAR, TODAY)
    assert is_red(asked(80, {}, targets={"2022/23": {"above": 80}}), YEAR, TODAY)


def test_the_target_is_told_in_its_words_wherever_it_is_told() -> None:
    now = stood(70, targets={"2022/23": {"above": 80}, "2024/25": {"from": 82, "to": 90}})
    assert (now.target, now.target_words) == (80, "more than 80%")
    assert now.next_target is not None
    assert (now.next_target.value, now.next_target.wanted) == (82, "82% to 90%")
    assert [step.wanted for step in now.targets] == ["more than 80%"]


def test_a_target_to_come_that_must_be_passed_is_not_met_by_being_there() -> None:
    there = stood(80, targets={"2024/25": {"above": 80}}).next_target
    assert there is not None
    assert there.words == "not quite reached: it is exactly there"
