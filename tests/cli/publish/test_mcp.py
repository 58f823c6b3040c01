"""`strategy mcp`: what it needs, and that a person who types it learns what it is."""

import sys

import pytest


def test_without_the_extra_it_says_what_to_install(run, small, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] in ("mcp", "mcp_types")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "strategy_tracker.assistant.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp", None)
    code, out, err = run("mcp")
    assert (code, out) == (2, "")
    assert "with [mcp] behind its name" in " ".join(err.split())


def test_where_there_is_no_portfolio_it_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("mcp")[0] == 2


@pytest.mark.parametrize("option", ["--help"])
def test_the_help_says_what_an_assistant_is_shown(run, option):
    code, out, _ = run("mcp", option)
    assert code == 0
    assert "It is shown what is public" in " ".join(out.split())
