"""Serves the form on this machine until it is interrupted."""

from collections.abc import Callable, Sequence
from threading import Event

from strategy_tracker.app.serving.desk import Desk
from strategy_tracker.web.form_app import form_app
from strategy_tracker.web.gate import house
from strategy_tracker.web.loopback_app import LOOPBACK
from strategy_tracker.web.run import listening, running


def serve_form(
    desk: Desk, port: int, note: Callable[[str], None], *, names: Sequence[str] = (), signed_in_by: str = ""
) -> None:
    """Serve the form until it is interrupted; `note` is told where. Raises `Problem` where the port cannot be had.

    Behind a proxy that signs people in, `signed_in_by` is the header it names them in, and `names` what it is called.
    """
    desk.picture()  # a portfolio that cannot be opened is said now, and the first page is ready
    with listening(port) as taken:
        port = taken.getsockname()[1]
        made = house(port, names, signed_in_by)
        address = f"http://{LOOPBACK}:{port}/"
        with running(form_app(desk, made), taken):
            if signed_in_by:
                note(f"{address} serves the form to a proxy on this machine; Ctrl-C ends it")
            else:
                note(f"open {address}enter?token={made.token}")
                note("whoever has this address may write, from this machine only; Ctrl-C ends it")
            try:
                Event().wait()
            except KeyboardInterrupt:
                note("stopped")
