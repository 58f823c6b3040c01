"""What is said of a measure that was withdrawn, before its day and from then on."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding, WithdrawalStanding
from strategy_tracker.judging.tally import tally_measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

GIVEN_UP = {"on": "2022-07-01", "why": "The survey ended", "approved_by": "Board"}
HELD: dict[str, Any] = {
    "readings": {"2020/21": 80, "2021/22": 60}, "targets": {"2021/22": 80, "2023/24": 90},
    "amber_within": "5 points", "frequency": "year",
}  # fmt: skip


def stand(today: date, **keys: Any) -> MeasureStanding:
    return stand_measure(measure(**HELD, **keys), today, DEFAULTS, "measures/m.yaml", ("measures", 0))


def test_before_its_day_a_measure_stands_as_it_did() -> None:
    day = date(2022, 6, 30)
    assert stand(day, withdrawn=GIVEN_UP) == stand(day)
    assert stand(day).rating.colour == "red"


def test_from_its_day_it_keeps_its_figures_and_is_neither_rated_nor_late() -> None:
    found, before = stand(date(2024, 1, 1), withdrawn=GIVEN_UP), stand(date(2024, 1, 1))
    assert found.withdrawn == WithdrawalStanding("2022-07-01", "The survey ended", "Board")
    assert found.rating == (
        "grey",
        "withdrawn",
        "withdrawn on 2022-07-01: The survey ended; approved by Board",
        "withdrawn",
    )
    kept = ("reading", "points", "target", "target_period", "targets")
    assert all(getattr(found, name) == getattr(before, name) for name in kept)
    assert (before.late.run_out, found.late.run_out, found.late.due) == (True, False, None)
    assert (found.short.kind, found.long.kind, found.gap, found.boundary, found.next_target) == (
        "none", "none", None, None, None,
    )  # fmt: skip


def test_without_a_reason_it_says_that_there_is_none() -> None:
    found = stand(date(2024, 1, 1), withdrawn={"on": "2022-07"})
    assert found.rating.reason == "withdrawn in 2022-07: no reason on record"


def test_it_is_counted_beside_the_others() -> None:
    live, gone = stand(date(2024, 1, 1)), stand(date(2024, 1, 1), withdrawn=GIVEN_UP)
    counted = tally_measures([live, gone])
    assert (counted.total, counted.withdrawn, counted.rated_words()) == (1, 1, "rated 1 of 1")
    assert sum(one.number for one in counted.counts) == 1


@given(st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.dates(date(2020, 1, 1), date(2024, 12, 31)))
def test_only_its_day_decides_and_no_day_before_it_is_another(on: date, today: date) -> None:
    found, plain = stand(today, withdrawn={"on": str(on), "why": "x"}), stand(today)
    if today < on:
        assert found == plain
    else:
        assert found.rating.colour == "grey"
        assert not found.late.run_out
        assert found.points == plain.points
