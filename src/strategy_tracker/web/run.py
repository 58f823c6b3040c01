"""Runs an application on the loopback address, beside whatever the program does meanwhile."""

import gc
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from strategy_tracker.problem import Problem
from strategy_tracker.web.loopback_app import LOOPBACK

_LONGEST = 10
"""Seconds that a start may take, and a connection may stay open without a request."""


@contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """Take a port of the loopback address, a free one for 0. Raises `Problem` where it cannot be had."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        if os.name != "nt":  # there it would let another program take the port over
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((LOOPBACK, port))
            taken.listen()
        except OSError as error:
            raise Problem(f"port {port} cannot be used ({error.strerror})", "leave --port out for a free one") from None
        yield taken


@contextmanager
def running(app: ASGIApp, taken: socket.socket) -> Iterator[None]:
    """Answer requests in the background as long as the block lasts. Nothing is logged: who looks at what is private."""
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=_LONGEST,
        timeout_graceful_shutdown=1,
    )
    gc.enable()  # commands live for moments and do without; a server would keep every circle for ever
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    try:
        _wait_for(server, thread)
        yield
    finally:
        server.should_exit = True
        thread.join(_LONGEST)


def _wait_for(server: uvicorn.Server, thread: Thread) -> None:
    end = time.monotonic() + _LONGEST
    while not server.started:
        if not thread.is_alive() or time.monotonic() > end:
            raise Problem("the server did not start", "try again; 'strategy dashboard -o FILE' needs none")
        time.sleep(0.01)
