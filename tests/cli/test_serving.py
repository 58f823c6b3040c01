"""`strategy dashboard --serve`: this machine only, only what was built, and always the newest that could be made."""

import http.client
import signal
import subprocess
import sys
from threading import Thread

import pytest

from strategy_tracker.cli import serving
from strategy_tracker.cli.serving import Server, Shown, seen
from strategy_tracker.problem import Problem

from .conftest import DAY


@pytest.fixture
def served(tmp_path):
    """A server with two pages; asks it something and gives status, headers and body."""
    for name in ("index.html", "strategy-a.html"):
        (tmp_path / name).write_text(f"<p>{name}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with Server(0) as server:
        pages = {f"/{name}": tmp_path / name for name in ("index.html", "strategy-a.html", "gone.html")}
        server.shown = Shown("7", pages | {"/": tmp_path / "index.html"})
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()

        def ask(path="/", method="GET", **headers):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
            connection.putrequest(method, path, skip_host=True)
            for name, value in ({"Host": f"127.0.0.1:{server.port}"} | headers).items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = answer.status, dict(answer.getheaders()), answer.read()
            connection.close()
            return found

        ask.server = server
        yield ask
        server.shutdown()
        thread.join()


def test_it_listens_on_the_loopback_address_only(served):
    assert served.server.socket.getsockname()[0] == "127.0.0.1"


def test_what_was_built_is_served_with_headers_that_keep_it_here(served):
    status, headers, body = served("/")
    assert (status, body) == (200, b"<p>index.html")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Python" not in headers["Server"]
    assert served("/strategy-a.html?x=1")[2] == b"<p>strategy-a.html"
    assert served("/version")[2] == b"7"


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/index.html/", "/..%5csecret.txt", "*"],
)
def test_nothing_else_is_served(served, path):
    status, _, body = served(path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "", None])
def test_another_name_for_this_machine_is_refused(served, host):
    status, _, body = served("/", Host=host)
    assert status == 421
    assert b"index" not in body


def test_localhost_is_a_name_of_this_machine(served):
    assert served("/", Host=f"LOCALHOST:{served.server.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent_to_it(served, method):
    status, headers, _ = served("/", method)
    assert status == 405
    assert headers["Allow"] == "GET, HEAD"


def test_a_head_has_no_body(served):
    status, headers, body = served("/", "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", "13")


def test_a_page_that_has_just_been_replaced_is_empty_for_a_moment(served):
    assert served("/gone.html")[::2] == (200, b"")


def test_a_port_that_is_taken_is_a_sentence(served):
    with pytest.raises(Problem, match=f"port {served.server.port} cannot be used"):
        Server(served.server.port)


def test_every_file_a_page_is_made_from_is_watched(small):
    before = seen(small)
    assert {name.rpartition("/")[2] for name in before} >= {"young-carers.yaml", "carers.yaml", "strategy-tracker.yaml"}
    (small / "measures" / "more.yaml").write_text("measures: []\n", encoding="utf-8")
    assert seen(small) != before
    before = seen(small)
    (small / "strategies" / "old-plan.yaml").unlink()
    assert seen(small) != before
    (small / ".git" / "logs").mkdir(parents=True)
    before = seen(small)
    (small / ".git" / "logs" / "HEAD").write_text("x", encoding="utf-8")
    assert seen(small) != before


class Turns:
    """Takes the place of the clock: at each look at the files the next step is done; after the last one, Ctrl-C."""

    def __init__(self, *steps):
        self.steps = list(steps)

    def sleep(self, seconds):
        if not self.steps:
            raise KeyboardInterrupt
        self.steps.pop(0)()


def shown_pages(monkeypatch):
    """What every version that is served says, in order."""
    versions = []
    again, built = serving._again, serving._built

    def keep(make, place, number, **more):
        found = (built if number == 1 else again)(make, place, number, **more)
        versions.append((found.version, found.pages["/"].read_text(encoding="utf-8")))
        return found

    monkeypatch.setattr(
        serving, "_built", lambda *given, **more: keep(*given, **more) if given[2] == 1 else built(*given, **more)
    )
    monkeypatch.setattr(serving, "_again", keep)
    return versions


def test_it_is_built_again_on_change_and_a_fault_is_shown_until_it_is_mended(run, small, monkeypatch):
    versions = shown_pages(monkeypatch)
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    turns = Turns(
        lambda: None,
        lambda: path.write_text(text.replace("Open a drop-in", "Open two drop-ins"), encoding="utf-8"),
        lambda: path.write_text(text + "bad: [\n", encoding="utf-8"),
        lambda: path.write_text(text, encoding="utf-8"),
        lambda: [one.unlink() for one in (small / "strategies").iterdir()],
    )
    monkeypatch.setattr(serving, "time", turns)
    code, out, err = run("dashboard", "--serve", "--as-at", DAY)
    assert (code, out) == (0, "")
    assert err.startswith("http://127.0.0.1:")
    assert err.endswith("stopped\n")
    pages = [page for _, page in versions]
    assert len({version for version, _ in versions}) == 5
    assert "Open a drop-in" in pages[0]
    assert "Open two drop-ins" in pages[1]
    assert "strategies/young-carers.yaml:" in pages[2]
    assert "[yaml-syntax]" in pages[2]
    assert "Open a drop-in" in pages[3]
    assert "no strategy here" in pages[4]
    assert err.count("built again") == 2
    assert err.count("cannot be built now: the page says why") == 2


def test_with_keep_going_a_fault_leaves_out_its_file_only(run, small, monkeypatch):
    versions = shown_pages(monkeypatch)
    (small / "strategies" / "old-plan.yaml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(serving, "time", Turns())
    assert run("dashboard", "--serve", "--as-at", DAY, "--keep-going")[0] == 0
    assert "Open a drop-in" in versions[0][1]
    assert "Left out, because they could not be read: strategies/old-plan.yaml" in versions[0][1]


def test_what_cannot_be_made_at_all_is_said_at_once(run, small):
    code, out, err = run("dashboard", "nobody", "--serve", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_ends_it_cleanly(small):
    command = [sys.executable, "-m", "strategy_tracker", "dashboard", "--serve", "--as-at", DAY]
    with subprocess.Popen(command, cwd=small, stderr=subprocess.PIPE, text=True) as process:
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait() == 0
    assert first.startswith("http://127.0.0.1:")
    assert rest == "stopped\n"
