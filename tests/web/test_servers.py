"""Without the extra one sentence says what to install, before anything is built."""

from types import SimpleNamespace

import pytest

from strategy_tracker.problem import Problem
from strategy_tracker.web import servers


def test_what_is_missing_is_named_with_what_to_install(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")

    monkeypatch.setattr(servers, "importlib", SimpleNamespace(import_module=missing))
    with pytest.raises(Problem) as caught:
        servers.load_server("dashboard")
    assert caught.value.message == "this installation cannot show pages: it has no 'uvicorn'"
    assert caught.value.next_step == "install it again as you did, with [serve] behind its name, in quotes"
