"""Counts of what is left out, written out."""

from strategy_tracker.model.left_out import left_out_words


def test_the_counts_are_written_out():
    assert left_out_words({"action": 2, "body": 1, "priority": 2}) == "2 actions, 1 body and 2 priorities"
    assert left_out_words({"reading": 1}) == "1 reading"
