"""Shows a dashboard on this machine: only names that were built, always the newest that could be made."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from strategy_tracker.app.reporting.rebuild import Make, ServedPages, versions
from strategy_tracker.web.loopback_app import LOOPBACK, loopback_app
from strategy_tracker.web.run import listening, running


def dashboard_app(shown: Callable[[], ServedPages], port: int) -> Starlette:
    """Make the application that answers with what is `shown` at the moment, at the port it will listen on."""

    async def version(_: Request) -> Response:
        return PlainTextResponse(shown().version)

    async def page(request: Request) -> Response:
        file = shown().pages.get(request.url.path)
        return HTMLResponse(_read(file)) if file else PlainTextResponse("there is no such page\n", 404)

    return loopback_app([Route("/version", version), Route("/{path:path}", page)], port)


def _read(page: Path) -> bytes:
    try:
        return page.read_bytes()
    except OSError:  # a newer version took its place a moment ago; the page will ask again
        return b""


def serve_dashboard(make: Make, root: Path, port: int, note: Callable[[str], None], *, keep_going: bool) -> None:
    """Serve what `make` builds until it is interrupted; `note` is told where, and of each version.

    Raises `Problem` where the port cannot be had, or the first build cannot be made.
    """
    with TemporaryDirectory(prefix="strategy-", ignore_cleanup_errors=True) as place, listening(port) as taken:
        built = versions(make, root, Path(place), note, keep_going=keep_going)
        newest = [next(built)]
        port = taken.getsockname()[1]
        try:
            with running(dashboard_app(lambda: newest[0], port), taken):
                note(f"http://{LOOPBACK}:{port}/ shows the dashboard, on this machine only; Ctrl-C ends it")
                for one in built:
                    newest[0] = one
        except KeyboardInterrupt:
            note("stopped")
