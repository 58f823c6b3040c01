"""`strategy serve` opens the portfolio and hands it to the server; what does not go together is said first."""

import pytest

from strategy_tracker.web import servers
from tests.cli.repository import Repository


@pytest.fixture
def handed(monkeypatch):
    """What the server was given."""
    found = []

    class Server:
        @staticmethod
        def serve_form(desk, port, note, **named):
            found.append((desk.picture().standing.organisation, desk.today().isoformat(), port, named))
            found.append(desk.commits)

    monkeypatch.setattr(servers, "load_server", lambda name: Server if name == "form" else None)
    return found


def test_it_serves_the_portfolio_of_this_folder_today(small, run, today, handed):
    assert run("serve", "--port", "8000") == (0, "", "")
    assert handed == [("Borough of Exampleton", "2025-10-01", 8000, {"names": (), "signed_in_by": ""}), False]


def test_behind_a_proxy(small, run, handed):
    assert run("serve", "--behind-proxy", "X-User", "--name", "plan.example.gov.uk")[0] == 0
    assert handed[0][3] == {"names": ["plan.example.gov.uk"], "signed_in_by": "X-User"}


def test_it_commits_where_git_knows_who_does(small, run, handed):
    code, _, err = run("serve", "--commit")
    assert (code, handed) == (2, [])
    assert "not in a git repository" in err
    repository = Repository(small)
    repository.commit("First", "2025-04-15")
    for key, value in (("user.name", "S"), ("user.email", "s@example.org")):
        repository.git("config", key, value)
    assert run("serve", "--commit")[0] == 0
    assert handed[1] is True


@pytest.mark.parametrize("given", [("--behind-proxy", "X-User"), ("--name", "plan.example.gov.uk")])
def test_a_header_and_a_name_belong_together(small, run, handed, given):
    code, _, err = run("serve", *given)
    assert code == 2
    assert "--behind-proxy and --name belong together" in err
    assert handed == []


def test_where_there_is_no_portfolio_it_is_said(tmp_path, run, handed):
    assert run("serve", "--root", str(tmp_path / "none"))[0] == 2
