"""What a report is compared with where nothing is asked: what the body was last shown, as far as that is on record."""

from shutil import copytree

import pytest

from tests.cli.conftest import DAY
from tests.cli.repository import Repository

REPORT = ("report", "young-carers", "--for", "Carers Board", "--as-at", DAY)
HELD = "held: [2025-04-20]"


@pytest.fixture
def repo(small, monkeypatch):
    """The small portfolio with two commits, one on each side of the board's meeting of 20 April."""
    monkeypatch.setenv("HOME", str(small.parent))
    made = Repository(small)
    made.git("config", "user.name", "Ann")
    made.git("config", "user.email", "ann@example.org")
    made.commit("First", "2025-04-15")
    made.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    return made


def since(run, *more):
    out = run(*REPORT, *more)[1]
    told = out.partition("What changed since last time\n")[2] or out.partition("**What has changed")[2]
    return told.strip().split("\n")[0]


def freeze(run, name, on, body):
    to = ("--body", body) if body else ()
    assert run("freeze", name, "--on", on, *to)[0] == 0


def held(repo, *days):
    repo.change(HELD, f"held: [{', '.join(days)}]", "strategies/young-carers.yaml").commit("Met", "2025-09-30")


def test_without_a_frozen_report_it_is_the_last_meeting(run, repo):
    assert "since the last meeting of Carers Board, 20 April 2025." in since(run)


@pytest.mark.parametrize("body", ["Carers Board", "carers board"])
@pytest.mark.parametrize("more", [(), ("--since", "last-meeting")])
def test_a_report_frozen_for_the_body_goes_before_the_day_it_met(run, repo, body, more):
    freeze(run, "spring", "2025-04-18", body)
    assert "since 'spring', what Carers Board was last shown, 18 April 2025." in since(run, *more)


def test_of_several_it_is_the_newest(run, repo):
    freeze(run, "a-later", "2025-06-01", "Carers Board")
    freeze(run, "b-earlier", "2025-04-18", "Carers Board")
    assert "since 'a-later', " in since(run)


def test_a_report_for_another_body_is_not_what_this_one_was_shown(run, repo):
    freeze(run, "spring", "2025-04-18", "Senior Team")
    freeze(run, "summer", "2025-06-01", "")
    assert "since the last meeting of Carers Board, " in since(run)


def test_the_paper_of_the_day_itself_is_not_compared_with_itself(run, repo):
    freeze(run, "autumn", DAY, "Carers Board")
    assert "since the last meeting of Carers Board, " in since(run)


def test_a_report_of_another_portfolio_in_the_repository_does_not_count(run, repo, monkeypatch):
    freeze(run, "spring", "2025-04-18", "Carers Board")
    other = repo.top / "other"
    for name in ("strategies", "measures"):
        copytree(repo.top / name, other / name)
    repo.commit("Another", "2025-09-30")
    monkeypatch.chdir(other)
    assert "spring" not in since(run)


def test_a_report_from_before_the_portfolio_was_moved_still_counts(run, repo, monkeypatch):
    freeze(run, "spring", "2025-04-18", "Carers Board")
    other = repo.top / "other"
    other.mkdir()
    for name in ("strategies", "measures"):
        (repo.top / name).rename(other / name)
    repo.commit("Moved", "2025-09-30")
    monkeypatch.chdir(other)
    assert "since 'spring', what Carers Board was last shown, 18 April 2025" in since(run)


def test_a_report_from_before_a_meeting_with_a_paper_of_its_own_is_too_old(run, repo):
    held(repo, "2025-04-20", "2025-07-01")
    freeze(run, "spring", "2025-04-18", "Carers Board")
    assert "since the last meeting of Carers Board, 1 July 2025" in since(run)
    freeze(run, "summer", "2025-06-24", "Carers Board")
    assert "since 'summer', what Carers Board was last shown, 24 June 2025" in since(run)


def test_a_body_that_never_met_may_have_been_shown_a_report(run, repo):
    repo.change(f"    {HELD}\n    next", "    next", "strategies/young-carers.yaml").commit("Never", "2025-09-30")
    freeze(run, "spring", "2025-04-18", "Carers Board")
    assert "since 'spring', what Carers Board was last shown" in since(run)
