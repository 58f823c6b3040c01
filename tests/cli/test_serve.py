"""`strategy serve` opens the portfolio and hands it to the server; what does not go together is said first."""

import pytest

from strategy_tracker.web import servers


@pytest.fixture
def handed(monkeypatch):
    """What the server was given."""
    found = []

    class Server:
        @staticmethod
        def serve_form(desk, port, note, **named):
            found.append((desk.picture().standing.organisation, desk.today().isoformat(), port, named))

    monkeypatch.setattr(servers, "load_server", lambda name: Server if name == "form" else None)
    return found


def test_it_serves_the_portfolio_of_this_folder_today(small, run, today, handed):
    assert run("serve", "--port", "8000") == (0, "", "")
    assert handed == [("Borough of Exampleton", "2025-10-01", 8000, {"names": (), "signed_in_by": ""})]


def test_behind_a_proxy(small, run, handed):
    assert run("serve", "--behind-proxy", "X-User", "--name", "plan.example.gov.uk")[0] == 0
    assert handed[0][3] == {"names": ["plan.example.gov.uk"], "signed_in_by": "X-User"}


@pytest.mark.parametrize("given", [("--behind-proxy", "X-User"), ("--name", "plan.example.gov.uk")])
def test_a_header_and_a_name_belong_together(small, run, handed, given):
    code, _, err = run("serve", *given)
    assert code == 2
    assert "--behind-proxy and --name belong together" in err
    assert handed == []


def test_where_there_is_no_portfolio_it_is_said(tmp_path, run, handed):
    assert run("serve", "--root", str(tmp_path / "none"))[0] == 2
