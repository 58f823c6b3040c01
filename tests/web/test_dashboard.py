"""A server on this machine only, which gives only what was built."""

import http.client
import socket
import struct
import sys

import pytest

pytest.importorskip("starlette", reason="needs the extra 'serve'")
pytest.importorskip("uvicorn", reason="needs the extra 'serve'")

from strategy_tracker.app.reporting.rebuild import ServedPages
from strategy_tracker.web.dashboard import dashboard_app
from strategy_tracker.web.run import listening, running


@pytest.fixture
def served(tmp_path):
    """A server with two pages; asks it something and gives status, headers and body."""
    for name in ("index.html", "strategy-a.html"):
        (tmp_path / name).write_text(f"<p>{name}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    pages = {f"/{name}": tmp_path / name for name in ("index.html", "strategy-a.html", "gone.html")}
    shown = ServedPages("7", pages | {"/": tmp_path / "index.html"})
    with listening(0) as taken, running(dashboard_app(lambda: shown, taken.getsockname()[1]), taken):
        address, port = taken.getsockname()

        def ask(path="/", method="GET", **headers):
            connection = http.client.HTTPConnection(address, port, timeout=5)
            connection.putrequest(method, path, skip_host=True)
            for name, value in ({"Host": f"127.0.0.1:{port}"} | headers).items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
            connection.close()
            return found

        ask.address, ask.port = address, port
        yield ask


def test_it_listens_on_the_loopback_address_only(served):
    assert served.address == "127.0.0.1"


def test_what_was_built_is_served_with_headers_that_keep_it_here(served):
    status, headers, body = served("/")
    assert (status, body) == (200, b"<p>index.html")
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
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


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_machine_is_refused(served, host):
    status, _, body = served("/", Host=host)
    assert status == 421
    assert b"index" not in body


def test_localhost_is_a_name_of_this_machine(served):
    assert served("/", Host=f"LOCALHOST:{served.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent_to_it(served, method):
    status, headers, _ = served("/", method)
    assert status == 405
    assert sorted(headers["allow"].split(", ")) == ["GET", "HEAD"]


def test_a_head_has_no_body(served):
    status, headers, body = served("/", "HEAD")
    assert (status, body, headers["content-length"]) == (200, b"", "13")


def test_a_page_that_has_just_been_replaced_is_empty_for_a_moment(served):
    assert served("/gone.html")[::2] == (200, b"")


def test_headers_that_keep_it_here_are_on_every_answer(served):
    for answer in (served("/nothing"), served("/", Host="evil.example"), served("/", "POST"), served("/version")):
        assert answer[1]["cross-origin-resource-policy"] == "same-origin"
        assert answer[1]["cache-control"] == "no-store"


def connected(served, text=b""):
    one = socket.create_connection((served.address, served.port), timeout=20)
    one.sendall(text)
    return one


def test_200_ask_at_once_and_all_are_answered(served):
    asked = f"GET / HTTP/1.1\r\nHost: localhost:{served.port}\r\nConnection: close\r\n\r\n".encode()
    every = [connected(served, asked[:-2]) for _ in range(200)]  # each has begun to ask before one is answered
    for one in every:
        one.sendall(asked[-2:])
    for one in every:
        with one, one.makefile("rb") as answer:
            assert answer.read().endswith(b"<p>index.html")


@pytest.mark.parametrize(
    "text", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01 no HTTP\r\n\r\n"]
)
def test_a_client_that_goes_away_or_speaks_another_language_leaves_no_trace(served, text, capfd):
    for _ in range(20):
        one = connected(served, text)
        one.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        )
        one.close()  # with a reset instead of a farewell
    assert served("/")[0] == 200
    assert capfd.readouterr() == ("", "")
