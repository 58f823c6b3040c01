"""What is said without saying anything is known for it."""

import pytest

from strategy_tracker.model.new_entries import NewUpdate


@pytest.mark.parametrize("said", [{}, {"by": "Clerk"}, {"on": "2025-09-01"}, {"note": " "}, {"evidence": ("", " ")}])
def test_who_says_it_and_when_is_not_enough(said):
    assert NewUpdate(**said).is_empty


@pytest.mark.parametrize(
    "said",
    [
        {"state": "complete"},
        {"rag": "green"},
        {"note": "Half are trained"},
        {"forecast": "2025-12"},
        {"did": "2025-09-01"},
        {"evidence": ("Minutes 4",)},
        {"ticked": ("1",)},
    ],
)
def test_anything_else_is_news(said):
    assert not NewUpdate(**said).is_empty
