"""When the next reading is late, and that none is for what ended before the record began."""

from datetime import date

import pytest

from strategy_tracker.judging.measures.next_reading import known_since, next_reading
from strategy_tracker.model.values import read_interval
from tests.judging.measure_builder import known

QUARTER, MONTH = read_interval("quarter"), read_interval("month")
TODAY = date(2022, 10, 4)


@pytest.mark.parametrize(
    ("last", "since", "kind", "due"),
    [
        (date(2022, 6, 30), None, "passed", date(2022, 9, 30)),
        (date(2021, 3, 31), None, "passed", date(2021, 6, 30)),
        (date(2021, 3, 31), date(2022, 4, 1), "passed", date(2022, 6, 30)),
        (date(2021, 3, 31), date(2022, 9, 30), "passed", date(2022, 9, 30)),
        (date(2021, 3, 31), date(2022, 10, 1), "on-time", date(2022, 12, 31)),
        (date(2021, 3, 31), TODAY, "on-time", date(2022, 12, 31)),
        (date(2021, 3, 31), date(2031, 1, 1), "on-time", date(2022, 12, 31)),
        (date(2022, 9, 30), date(2020, 1, 1), "on-time", date(2022, 12, 31)),
    ],
)
def test_no_reading_is_late_for_a_period_that_ended_before_the_record_began(
    last: date, since: date | None, kind: str, due: date
) -> None:
    found = next_reading(last, QUARTER, None, TODAY, since)
    assert (found.kind, found.due) == (kind, due)


def test_figures_take_time_to_come_out() -> None:
    assert next_reading(date(2022, 6, 30), QUARTER, MONTH, TODAY).due == date(2022, 10, 31)
    assert next_reading(None, QUARTER, None, TODAY).kind == "none"
    assert next_reading(TODAY, None, None, TODAY).kind == "none"


def test_a_record_begins_with_the_first_day_on_which_a_figure_was_known() -> None:
    old, new = known("2020/21", {"value": 5, "recorded": "2022-09-01"}), known("2021/22", 6)
    assert known_since([old]) == date(2022, 9, 1)
    assert known_since([old, new]) == date(2022, 3, 31)
    assert known_since([]) is None
