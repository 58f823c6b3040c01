"""A phase of a scheme is told as far as it is on record."""

import pytest

from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.views.phase_words import phase_words
from tests.judging.measure_builder import as_read


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, "pilot"),
        ({"from": "2021"}, "pilot: from 2021"),
        ({"from": "2023-09", "months": 18}, "pilot: from September 2023, for 18 months"),
        ({"months": 1, "note": "Paid posts"}, "pilot: for 1 month. Paid posts"),
        ({"months": 1.5}, "pilot: for 1.5 months"),
    ],
)
def test_a_phase_is_one_line(keys, words):
    assert phase_words(SchemePhase.model_validate(as_read({"name": "pilot", **keys}))) == words
