"""A server on this machine only, which gives only what was built."""

import http.client
from threading import Thread

import pytest

from strategy_tracker.app.reporting.serve import ServedPages, Server, seen
from strategy_tracker.problem import Problem


@pytest.fixture
def served(tmp_path):
    """A server with two pages; asks it something and gives status, headers and body."""
    for name in ("index.html", "strategy-a.html"):
        (tmp_path / name).write_text(f"<p>{name}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with Server(0) as server:
        pages = {f"/{name}": tmp_path / name for name in ("index.html", "strategy-a.html", "gone.html")}
        server.shown = ServedPages("7", pages | {"/": tmp_path / "index.html"})
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
