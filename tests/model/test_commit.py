"""Commits in words."""

from datetime import date

from strategy_tracker.model.commit import Commit


def test_a_commit_in_words():
    assert Commit("a" * 40, date(2022, 1, 1), "Ann", "x").words() == "commit aaaaaaa of 2022-01-01"
    assert Commit("", date(2022, 1, 1), "", "").words() == "the files on disk"
