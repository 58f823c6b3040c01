"""What is said of a measure while its target is suspended, and before and after it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding, SuspensionStanding
from strategy_tracker.judging.tally import tally_measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

CLOSED = {"on": "2022-05-01", "until": "2022-08", "why": "The law changed", "approved_by": "Cabinet"}
HELD: dict[str, Any] = {
    "readings": {"2020/21": 80, "2021/22": 60}, "targets": {"2020/21": 80, "2021/22": 80},
    "amber_within": "5 points", "frequency": "year",
}  # fmt: skip


def stand(today: date, **keys: Any) -> MeasureStanding:
    return stand_measure(measure(**{**HELD, **keys}), today, DEFAULTS, "measures/m.yaml", ("measures", 0))


@pytest.mark.parametrize("day", [date(2022, 4, 30), date(2022, 9, 1)])
def test_before_and_after_it_a_measure_stands_as_it_would(day: date) -> None:
    assert stand(day, suspended=CLOSED) == stand(day)
    assert stand(day).rating.colour == "red"


def test_meanwhile_it_has_no_colour_and_says_why_and_all_else_stays() -> None:
    day = date(2022, 8, 31)
    found, before = stand(day, suspended=CLOSED), stand(day)
    assert found.suspended == SuspensionStanding("2022-05-01", "2022-08", "The law changed", "Cabinet", None)
    told = "suspended since 2022-05-01 until 2022-08: The law changed; approved by Cabinet"
    assert found.rating == ("grey", "suspended", told, "suspended")
    assert (found.gap, found.boundary) == (None, None)
    changed = {"rating", "gap", "boundary", "suspended"}
    assert {key for key, value in found._asdict().items() if value != before._asdict()[key]} == changed


def test_one_target_may_be_suspended_alone() -> None:
    targets = {"2020/21": {"value": 80, "suspended": {"on": "2021-01-01"}}, "2021/22": 80}
    assert stand(date(2022, 5, 1), targets=targets).rating.colour == "red"
    last = stand(date(2022, 3, 30), targets=targets)
    assert last.rating.reason == "the target for 2020/21 is suspended since 2021-01-01: no reason on record"


def test_context_stays_context() -> None:
    assert stand(date(2022, 6, 1), suspended=CLOSED, better="none").rating.why == "context"


def test_the_suspended_are_counted_apart_from_what_is_not_rated() -> None:
    day = date(2022, 6, 1)
    found = [stand(day, suspended=CLOSED), stand(day), stand(day, targets={})]
    tally = tally_measures(found)
    assert (tally.suspended, tally.rated, tally.total) == (1, 1, 3)
    assert tally.words() == "3 measures: 1 red, 1 not rated, 1 suspended"


@settings(max_examples=100)
@given(
    st.dates(date(2022, 1, 1), date(2023, 1, 1)),
    st.dates(date(2022, 1, 1), date(2023, 1, 1)),
    st.none() | st.dates(date(2022, 1, 1), date(2023, 1, 1)),
    st.booleans(),
)
def test_it_is_in_force_on_its_days_and_on_no_other(today: date, on: date, until: date | None, whole: bool) -> None:
    one = {"on": str(on), **({"until": str(until)} if until else {})}
    keys = {"suspended": one} if whole else {"targets": {"2020/21..2022/23": {"value": 80, "suspended": one}}}
    in_force = on <= today and (until is None or today <= until)
    assert (stand(today, **keys).rating.word == "suspended") == in_force


def test_nothing_is_on_its_way_to_a_target_that_is_suspended_nor_held_against_it() -> None:
    months = {f"{2021 + n // 12}-{n % 12 + 1:02d}": 50 + n % 3 for n in range(16)}
    keys = {"readings": months, "variation": "xmr", "targets": {"2022/23": 80}, "amber_within": None}
    before, found = stand(date(2022, 6, 1), **keys), stand(date(2022, 6, 1), suspended=CLOSED, **keys)
    assert before.pace
    assert before.variation
    assert found.variation
    assert found.pace is None
    assert (found.variation.kind, found.variation.assurance) == (before.variation.kind, "unknown")
