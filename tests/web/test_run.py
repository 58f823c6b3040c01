"""A port of the loopback address is taken, or it is said why not."""

import gc
import socket

import pytest

pytest.importorskip("uvicorn", reason="needs the extra 'serve'")

from strategy_tracker.problem import Problem
from strategy_tracker.web.loopback_app import loopback_app
from strategy_tracker.web.run import listening, running


def test_a_port_that_is_taken_is_a_sentence():
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Problem, match=f"port {port} cannot be used"), listening(port):
            pass


def test_when_it_has_ended_nobody_answers_any_more():
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with running(loopback_app([], port), taken):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_memory_is_given_back_however_long_it_runs():
    gc.disable()
    try:
        with listening(0) as taken, running(loopback_app([], taken.getsockname()[1]), taken):
            assert gc.isenabled()
    finally:
        gc.enable()
