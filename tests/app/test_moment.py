"""Which files, and which day: those on disk today, or those of an earlier moment at its own day."""

from datetime import date

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY
from tests.cli.repository import carers


@pytest.fixture
def repo(tmp_path):
    """Two commits: one of 15 January 2022, and one of 1 March with another wish for amber."""
    made = carers(tmp_path / "repo")
    made.write(**{"strategy-tracker": "late_is_red_after: 3 days\n"}).commit("Stricter", "2022-03-01")
    return made


def test_the_files_on_disk_are_judged_today_or_at_the_day_asked_for(root):
    assert open_moment(root, DAY).today == DAY
    found = open_moment(root, DAY, as_at=date(2025, 5, 1))
    assert (found.today, found.portfolio.known) == (date(2025, 5, 1), "")


@pytest.mark.parametrize("asked", [{"rev": "HEAD~1"}, {"known_on": date(2022, 2, 1)}])
def test_an_earlier_moment_has_its_own_day_and_its_own_settings(repo, asked):
    found = open_moment(repo.root, DAY, **asked)
    assert found.today == asked.get("known_on", date(2022, 1, 15))
    assert found.portfolio.known.startswith("commit ")
    assert (
        found.portfolio.settings.late_is_red_after != open_moment(repo.root, DAY).portfolio.settings.late_is_red_after
    )
    assert open_moment(repo.root, DAY, as_at=date(2022, 2, 2), **asked).today == date(2022, 2, 2)


def test_it_may_be_judged_by_the_settings_of_today(repo):
    found = open_moment(repo.root, DAY, rev="HEAD~1", rules_of_today=True).portfolio
    assert found.known.endswith(", by the settings of today")
    assert found.settings.late_is_red_after.text == "3 days"


def test_two_moments_at_once_and_one_that_never_was_are_refused(repo):
    with pytest.raises(Problem, match="--rev and --known-on name two moments"):
        open_moment(repo.root, DAY, rev="HEAD", known_on=DAY)
    with pytest.raises(Problem):
        open_moment(repo.root, DAY, rev="nowhere")
