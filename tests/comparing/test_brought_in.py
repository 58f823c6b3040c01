"""Updates that came long after their day: more than 60 days, and more than the review cadence."""

from datetime import date

import pytest

from strategy_tracker.comparing.brought_in import dated_back
from strategy_tracker.comparing.typed_over import former_records
from strategy_tracker.model.values import read_interval
from tests.checks.builder import action, measures, strategy


def late(old, new, day="2026-01-15", usual="month"):
    found = dated_back(former_records([old]), new, date.fromisoformat(day), read_interval(usual))
    return [(address, str(on)) for address, on in found]


def said(*days, **keys):
    return strategy(action(updates=[{"on": on, "state": "in-progress"} for on in days], **keys))


@pytest.mark.parametrize(
    ("usual", "on", "told"),
    [
        ("month", "2025-11-16", False),  # 60 days
        ("month", "2025-11-15", True),
        ("quarter", "2025-10-15", False),
        ("quarter", "2025-10-14", True),
        ("year", "2025-02-01", False),
        ("month", "2025-11", False),  # it may be its last day
    ],
)
def test_late_is_more_than_both(usual, on, told):
    assert late(said(), said(on), usual=usual) == [("plan/safe-01", on)] * told


def test_the_cadence_of_the_action_counts():
    assert late(said(review_every="year"), said("2025-03-01", review_every="year")) == []
    assert late(said(review_every="week"), said("2025-03-01", review_every="week"), usual="year") != []


def test_what_was_there_and_what_came_with_its_action_is_not_late():
    assert late(said("2025-01-01"), said("2025-01-01", "2026-01-10")) == []
    assert late(strategy(), said("2025-01-01")) == late(measures(), said("2025-01-01")) == []
    assert late(said(), measures()) == []
    changed = strategy(action(updates=[{"on": "2025-01-01", "state": "paused"}]))
    assert late(said("2025-01-01"), changed) == []
