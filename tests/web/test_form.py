"""The server says where it is, lets in whoever opens that address, and ends when it is told to."""

from threading import Event

from strategy_tracker.app.serving.desk import Desk
from strategy_tracker.web import form
from tests.app.conftest import DAY
from tests.web.conftest import Browser


def served(monkeypatch, root, while_it_runs, **named):
    """Serve the form, do something meanwhile, then interrupt it; what it said."""
    told = []

    class Waits(Event):
        def wait(self):
            while_it_runs(told)
            raise KeyboardInterrupt

    monkeypatch.setattr(form, "Event", Waits)
    form.serve_form(Desk(root, lambda: DAY), 0, told.append, **named)
    return told


def test_it_prints_the_address_that_lets_somebody_in(monkeypatch, small):
    def open_it(told):
        address, _, token = told[0].removeprefix("open ").partition("enter?token=")
        browser = Browser(int(address.rpartition(":")[2].strip("/")), token)
        assert browser.ask("GET", "/").status == 403
        assert browser.enter().get("/").status == 200

    told = served(monkeypatch, small, open_it)
    assert told[1:] == ["whoever has this address may write, from this machine only; Ctrl-C ends it", "stopped"]


def test_behind_a_proxy_it_prints_no_token(monkeypatch, small):
    told = served(monkeypatch, small, lambda _: None, names=["plan.example.gov.uk"], signed_in_by="X-Signed-In")
    assert "token" not in "".join(told)
    assert told[0].endswith("serves the form to a proxy on this machine; Ctrl-C ends it")
