"""A date is written for people; what is undated says so, and when it was printed."""

import pytest

from strategy_tracker.views.dating import dated


@pytest.mark.parametrize(
    ("text", "undated", "words"),
    [
        ("2022-08", False, "August 2022"),
        ("2022-08", True, "undated; printed in August 2022"),
        ("2022-08-31", True, "undated; printed on 31 August 2022"),
        ("2021/22", True, "undated; printed in 2021/22"),
        ("2022", True, "undated; printed in 2022"),
    ],
)
def test_a_date_for_people(text, undated, words):
    assert dated(text, undated=undated) == words
