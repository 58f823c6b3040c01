"""Nothing that steers what is seen is taken for text, and nothing that people write is taken for steering."""

import pytest

from strategy_tracker.model.names.unseen import UNSEEN


@pytest.mark.parametrize(
    "sign",
    ["\0", "\b", "\x0b", "\r", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800", "\ufeff", "\uffff"],
)
def test_controls_and_marks_of_direction_are_found(sign):
    assert UNSEEN.search(f"a{sign}b")


@pytest.mark.parametrize("text", ["a\tb\nc", "Ysgol Gymraeg – ‘dŵr’", "مرحبا", "👩‍👧", "e\u0301", "\u00a0", "\u200e"])
def test_what_people_write_is_not(text):
    assert not UNSEEN.search(text)
