"""The application does what no other does: it asks `app`, and starts no process but git."""

import os
import subprocess
import sys
import threading

import pytest

from tests.cli.repository import Repository


@pytest.fixture
def started(monkeypatch):
    """The names of the programs that are started from now on."""
    found = []
    usual = subprocess.Popen.__init__

    def watched(self, args, *more, **named):
        found.append(args if isinstance(args, str) else args[0])
        usual(self, args, *more, **named)

    monkeypatch.setattr(subprocess.Popen, "__init__", watched)
    for name in ("fork", "system", "execv", "execve", "posix_spawn", "popen", "forkpty"):
        if hasattr(os, name):
            monkeypatch.setattr(os, name, lambda *_, name=name: found.append(name) or pytest.fail(name))
    return found


def test_nothing_is_started_but_git(browser, small, started, monkeypatch):
    from strategy_tracker.files import parallel

    monkeypatch.setattr(parallel, "WORTH_IT", 1)  # as for a large portfolio, for which a command would fork
    for path in ("/", "/everything?q=form", "/action/young-carers/seen-02", "/measure/schools-trained"):
        assert browser.get(path).status == 200
    assert started == []
    monkeypatch.undo()


def test_the_past_is_asked_of_git_alone(browser, small, started):
    usual = started.copy()
    Repository(small).commit("First", "2025-04-15")
    del started[len(usual) :]
    assert browser.get("/action/young-carers/seen-02/history").status == 200
    assert set(started) == {"git"}


def test_many_at_once_are_all_answered(browser):
    came = []
    readers = [
        threading.Thread(target=lambda: came.append(browser.ask("GET", "/action/young-carers/seen-02").status))
        for _ in range(20)
    ]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert came == [200] * 20


def test_its_modules_are_loaded_by_no_other_command():
    program = "import sys; import strategy_tracker.cli.app; print('starlette' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
