from datetime import date

import pytest

from strategy_tracker.model.measures.suspension import Suspension


@pytest.mark.parametrize(
    ("until", "first", "last"),
    [(None, date(2025, 4, 1), date.max), ("2025", date(2025, 4, 1), date(2025, 12, 31))],
)
def test_it_is_in_force_from_its_first_day_to_the_last_one_that_is_meant(until, first, last):
    one = Suspension.model_validate({"on": "2025-04", **({"until": until} if until else {})})
    assert one.holds(first)
    assert one.holds(last)
    assert not one.holds(date(2025, 3, 31))
    assert until is None or not one.holds(date(2026, 1, 1))
