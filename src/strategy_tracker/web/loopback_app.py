"""An application for this machine only: no other site may name it, frame it, or read what it answers.

A page of the web that makes its own name lead here (DNS rebinding) is refused by the `Host` that its browser must send.
"""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def loopback_app(routes: Sequence[BaseRoute], port: int) -> Starlette:
    """Make an application of some routes that answers only to its own names, at the port it will listen on."""
    return Starlette(routes=routes, middleware=[Middleware(KeptHere, port=port)])


class KeptHere:
    """Refuses what was sent to another name, and puts on every answer the headers that keep it on this machine."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._names = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        ours = Headers(scope=scope).get("host", "").lower() in self._names
        answer = self._app if ours else PlainTextResponse("this is not the name of this machine\n", 421)
        await answer(scope, receive, sent)
