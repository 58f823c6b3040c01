"""Show a dashboard on this machine only: build it again whenever a file changes, and let the page reload itself.

Only names that were built are served, on the loopback address and under its own name: a page of the web that makes its
own name lead here (DNS rebinding) is refused by the `Host` that its browser has to send.
"""

import os
import shutil
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

from strategy_tracker.app.reporting.dashboard import DashboardPages
from strategy_tracker.files.find import SETTINGS, find_files
from strategy_tracker.problem import Problem
from strategy_tracker.views.dashboard.page_frame import fault
from strategy_tracker.views.formats.findings.as_text import write_diagnostics

Make = Callable[[Path, str], DashboardPages]
"""Makes the pages of a dashboard in a folder, each of which holds the version that it is given."""
LOOPBACK = "127.0.0.1"
EVERY = 0.5
"""Seconds between two looks at the files."""
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class ServedPages(NamedTuple):
    """What is served: each path with its file, and the version that a page compares with its own."""

    version: str
    pages: Mapping[str, Path]


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for names that were built; refuses everything else."""

    server: "Server"
    timeout = 10
    server_version, sys_version = "strategy-tracker", ""

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _refuse(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"only GET and HEAD are answered\n", body=True)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 - as http.server names them

    def _answer(self, *, body: bool) -> None:
        shown, path = self.server.shown, self.path.partition("?")[0]
        if self.headers.get("Host", "").lower() not in self.server.names:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"this is not the name of this machine\n", body=body)
        elif path == "/version":
            self._send(HTTPStatus.OK, shown.version.encode(), body=body)
        elif path in shown.pages:
            self._send(HTTPStatus.OK, _read(shown.pages[path]), "text/html; charset=utf-8", body=body)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"there is no such page\n", body=body)

    def _send(self, status: HTTPStatus, data: bytes, kind: str = "text/plain; charset=utf-8", *, body: bool) -> None:
        self.send_response(status)
        for name, value in (HEADERS | {"Content-Type": kind, "Content-Length": str(len(data))}).items():
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server gives it
        """Say nothing: what somebody looks at is nobody's business."""


def _read(page: Path) -> bytes:
    try:
        return page.read_bytes()
    except OSError:  # a newer version took its place a moment ago; the page will ask again
        return b""


class Server(ThreadingHTTPServer):
    """On the loopback address, at a port that is free."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let another program take the port over

    def __init__(self, port: int) -> None:
        self.shown = ServedPages("", {})
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            raise Problem(f"port {port} cannot be used ({error.strerror})", "leave --port out for a free one") from None
        self.port = self.socket.getsockname()[1]
        self.names = {f"{name}:{self.port}" for name in (LOOPBACK, "localhost")}

    def server_bind(self) -> None:
        """As its parent's, without asking the network for a name."""
        TCPServer.server_bind(self)


def serve(make: Make, root: Path, port: int, note: Callable[[str], None], *, keep_going: bool) -> None:
    """Serve what `make` builds until it is interrupted; `note` is told where, and of each version.

    Raises `Problem` where the first build cannot be made.
    """
    with TemporaryDirectory(prefix="strategy-", ignore_cleanup_errors=True) as place, Server(port) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        number, before = 1, seen(root)
        server.shown = _built(make, Path(place), number, note, keep_going=keep_going)
        thread.start()
        try:
            note(f"http://{LOOPBACK}:{server.port}/ shows the dashboard, on this machine only; Ctrl-C ends it")
            while True:
                time.sleep(EVERY)
                if (now := seen(root)) != before:
                    number, before = number + 1, now
                    server.shown = _again(make, Path(place), number, note, keep_going=keep_going)
                    shutil.rmtree(Path(place) / str(number - 2), ignore_errors=True)  # the last one may be being read
        except KeyboardInterrupt:
            note("stopped")
        finally:
            server.shutdown()
            thread.join()


def seen(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of everything that a dashboard is made from: the data, the settings, and what git last did."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    git = [str(top / ".git" / name) for name in ("HEAD", "index", "logs/HEAD")]
    names = [*(file.path for file in find_files(root)[0]), str(root / SETTINGS), *git]
    found = {}
    for name in names:
        try:
            about = os.stat(name)  # noqa: PTH116 - a thousand Paths twice a second cost more than looking
        except OSError:
            continue
        found[name] = (about.st_mtime_ns, about.st_size)
    return found


def _built(make: Make, place: Path, number: int, note: Callable[[str], None], *, keep_going: bool) -> ServedPages:
    folder, version = place / str(number), f"{os.getpid()}-{number}"
    folder.mkdir()
    names, wrong, _ = make(folder, version)
    if wrong and not (keep_going and names):
        return _fault(folder, version, write_diagnostics(wrong, everything=True), note)
    pages = {f"/{name}": folder / name for name in names}
    return ServedPages(version, pages | {"/": folder / names[-1]})


def _again(make: Make, place: Path, number: int, note: Callable[[str], None], *, keep_going: bool) -> ServedPages:
    """The next version; a page that says why, where it cannot be made now."""
    try:
        shown = _built(make, place, number, note, keep_going=keep_going)
        if len(shown.pages) > 1:
            note("built again")
    except Problem as error:
        text = f"error: {error.message}\n" + (f"  help: {error.next_step}\n" if error.next_step else "")
        return _fault(place / str(number), f"{os.getpid()}-{number}", text, note)
    return shown


def _fault(folder: Path, version: str, text: str, note: Callable[[str], None]) -> ServedPages:
    note("cannot be built now: the page says why")
    (folder / "fault.html").write_bytes(fault(text, version).encode())
    return ServedPages(version, {"/": folder / "fault.html"})  # no other page is left to go to
