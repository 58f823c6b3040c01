"""Which readings are known, with which number, and why one has none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from strategy_tracker.judging.measures.known_readings import absence, is_unexplained, known_readings, so_far
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from tests.judging.measure_builder import as_read, known, measure

TODAY = date(2022, 10, 4)


def listed(of: Measure, today: date = TODAY) -> list[str]:
    return [each.period.text for each in known_readings(of.readings, of.unit, today)]


def test_readings_stand_in_the_order_in_which_their_periods_end() -> None:
    assert listed(measure(readings={"2022/23 Q1": 1, "2021/22": 2, "2021/22 Q4": 3, "2022-04": 4})) == [
        "2021/22",
        "2021/22 Q4",
        "2022-04",
        "2022/23 Q1",
    ]


def test_a_period_that_has_not_ended_is_known_from_the_day_its_reading_was_recorded() -> None:
    tested = measure(readings={"2022/23": {"value": 1, "recorded": "2022-10-04"}, "2022/23 Q3": 2, "2022/23 Q2": 3})
    assert listed(tested) == ["2022/23 Q2", "2022/23"]
    assert listed(tested, date(2022, 10, 3)) == ["2022/23 Q2"]


@pytest.mark.parametrize(
    ("reading", "amount"),
    [
        (12.5, "12.5"),
        ({"numerator": 1, "denominator": 8}, "12.5"),
        ({"numerator": 1, "denominator": 3}, "33.333333333333333"),
        ("c", None),
        ({"words": "mostly well"}, None),
    ],
)
def test_the_number_to_rate_is_exact_or_there_is_none(reading: Any, amount: str | None) -> None:
    assert known("2022/23", reading).amount == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("reading", "why", "words"),
    [
        ("c", "suppressed", "is suppressed: it is neither zero nor missing"),
        ("x", "not-available", "is not available"),
        ("z", "not-applicable", "is not applicable"),
        ({"words": "mostly well"}, "narrative", "is known in words only: mostly well"),
        ({"numerator": 0, "denominator": 0}, "not-available", "is a share of 0: there was nothing to measure"),
    ],
)
def test_without_a_number_it_says_why(reading: Any, why: str, words: str) -> None:
    rating = absence(known("2022/23", reading))
    assert (rating.colour, rating.word, rating.why) == ("grey", "not rated", why)
    assert rating.reason == f"the reading for 2022/23 {words}"


@pytest.mark.parametrize(
    ("before", "after", "unexplained"),
    [
        (70, 71, True),
        (70, {"value": 71, "note": "Typed twice"}, False),
        ({"value": 70, "note": "Of 12"}, {"value": 71, "note": "Of 12"}, True),
        (70, {"value": 71, "was": [{"value": 70, "why": "Typed twice"}]}, False),
        ({"value": 70, "state": "provisional"}, 71, False),
        (70, 70, False),
        ("x", 71, False),
        (70, "c", False),
    ],
)
def test_a_firm_number_that_became_another_wants_a_reason(before: Any, after: Any, unexplained: bool) -> None:
    one, two = (Reading.model_validate(as_read(each)) for each in (before, after))
    assert is_unexplained(one, two, "percent") is unexplained


@pytest.mark.parametrize(
    ("day", "recorded", "text"),
    [
        (date(2022, 10, 4), "2022-09-01", "2022/23 up to 2022-09-01"),
        (date(2022, 10, 4), "2022-09", "2022/23 up to 2022-09"),
        (date(2023, 3, 31), "2022-09-01", "2022/23"),
        (date(2023, 5, 1), "2023-04-20", "2022/23"),
        (date(2022, 10, 4), None, "2022/23"),
    ],
)
def test_while_its_period_runs_a_reading_is_of_the_day_it_was_recorded(
    day: date, recorded: str | None, text: str
) -> None:
    found = so_far(known("2022/23", {"value": 50, "recorded": recorded}), day)
    assert found.period.text == text
    assert found.period.end <= max(day, date(2023, 3, 31))
