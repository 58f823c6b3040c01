"""The form, served for real on a small portfolio, and somebody at a browser who opens its pages and sends its forms."""

import http.client
import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

pytest.importorskip("starlette", reason="needs the extra 'serve'")
pytest.importorskip("uvicorn", reason="needs the extra 'serve'")

from strategy_tracker.app.serving.desk import Desk
from strategy_tracker.web.form_app import form_app
from strategy_tracker.web.gate import house
from strategy_tracker.web.run import listening, running
from tests.app.conftest import DAY
from tests.cli.conftest import write_portfolio


class Answer(NamedTuple):
    """What came back: its status, its headers, and its text."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def words(self) -> str:
        """What a person reads of it, in one line."""
        body = re.sub(r"<(style|script|title)>.*?</\1>", " ", self.text, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


class Browser:
    """Somebody at a browser: keeps its cookie, says where a form was sent from, and follows where it is led."""

    def __init__(self, port: int, token: str = "") -> None:
        self.port, self.token, self.cookie = port, token, ""
        self.name = f"127.0.0.1:{port}"

    def enter(self) -> "Browser":
        """Open the address that the server printed."""
        self.get(f"/enter?token={self.token}")
        return self

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        """Send one request as it is; a header of None is left out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": self.name, "Cookie": self.cookie} | {key.replace("_", "-"): v for key, v in headers.items()}
        for key, value in sent.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    connection.putheader(key, one)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode())
        connection.close()
        if "set-cookie" in found.headers:
            self.cookie = found.headers["set-cookie"].partition(";")[0]
        return found

    def get(self, path: str, **headers: str | None) -> Answer:
        """Open a page, and the one it leads to."""
        found = self.ask("GET", path, **headers)
        return self.get(found.headers["location"], **headers) if found.status == 303 else found

    def post(self, path: str, typed: dict[str, object], **headers: str | None) -> Answer:
        """Send a form from a page of this server, and open the page it leads to."""
        body = urlencode(typed, doseq=True).encode()
        sent = {
            "Origin": f"http://{self.name}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
        }
        found = self.ask("POST", path, body, **(sent | headers))
        name = {key: value for key, value in headers.items() if key == "X_Signed_In"}
        return self.get(found.headers["location"], **name) if found.status == 303 else found


@pytest.fixture
def small(tmp_path):
    """The folder of the small portfolio."""
    return write_portfolio(tmp_path / "portfolio")


@pytest.fixture
def serve():
    """Serve the form of a folder, and give a browser that was let in; what is said beside it goes to `house`."""
    open_ones = []

    def started(root, *, commits=False, **named):
        taken = listening(0)
        place = taken.__enter__()
        port = place.getsockname()[1]
        made = house(port, **named)
        runs = running(form_app(Desk(root, lambda: DAY, commits=commits), made), place)
        runs.__enter__()
        open_ones.extend([taken, runs])
        browser = Browser(port, made.token)
        return browser if named else browser.enter()

    yield started
    for one in reversed(open_ones):
        one.__exit__(None, None, None)


@pytest.fixture
def browser(serve, small):
    """A browser that was let in to the form of the small portfolio."""
    return serve(small)
