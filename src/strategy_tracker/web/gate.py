"""Who may come in: only our own names, only whoever has the token or was signed in, and no other site's forms.

A page of the web that makes its own name lead here (DNS rebinding) is refused by the `Host` that its browser must send,
one that sends a form here by its `Origin`, and by the secret that stands in each of our forms.
"""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from strategy_tracker.web.loopback_app import HEADERS, LOOPBACK

MOST_VISITS = 1_000
"""Visits that are remembered; the one that came longest ago is forgotten first."""
LONGEST_BODY = 256 * 1024
"""Bytes of a form that are read."""
LONGEST_NAME = 200
_SENT_FROM_HERE = {"Referrer-Policy": "same-origin"}
"""With `no-referrer`, browsers say of our own forms that they come from nowhere: `Origin: null`."""


class House(NamedTuple):
    """How the form is reached: its names with their ports, and the token that lets somebody in.

    `signed_in_by` is the header in which a proxy names whoever it signed in; no token is needed then.
    """

    names: frozenset[str]
    origins: frozenset[str]
    token: str
    cookie: str
    signed_in_by: str = ""


def house(port: int, names: Iterable[str] = (), signed_in_by: str = "") -> House:
    """The house at a port of this machine, which a proxy may call by other `names` as well."""
    own = [f"{name}:{port}" for name in (LOOPBACK, "localhost")]
    others = [name.lower() for name in names]
    origins = {f"http://{name}" for name in own} | {f"https://{name}" for name in others}
    return House(
        frozenset([*own, *others]), frozenset(origins), secrets.token_urlsafe(24), f"strategy-{port}", signed_in_by
    )


class Visit:
    """Somebody at one browser: the secret of their forms, the post they speak for, and the name they go by."""

    def __init__(self, name: str = "") -> None:
        self.secret, self.post, self.name = secrets.token_urlsafe(24), "", name
        self.is_signed_in, self.told = bool(name), ""

    def told_once(self) -> str:
        """What was saved a moment ago, for the next page alone."""
        told, self.told = self.told, ""
        return told


class Gate:
    """Lets a request in with its `Visit`, or answers it itself; puts on every answer what keeps it here."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app, self._house = app, house
        self._visits: OrderedDict[str, Visit] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS | _SENT_FROM_HERE)
            await send(message)

        answer = self._refused(scope) or self._entered(scope) or self._app
        await answer(scope, receive, sent)

    def _refused(self, scope: Scope) -> Response | None:
        """Why a request is not heard, whoever it is from; None where it is."""
        headers, method = Headers(scope=scope), scope["method"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._house.names:
            return PlainTextResponse("this is not the name of this machine\n", 421)
        if method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("a page is read, or a form is sent\n", 405)
        return self._wrong_form(headers) if method == "POST" else None

    def _wrong_form(self, headers: Headers) -> Response | None:
        kind, length = headers.get("content-type", "").partition(";")[0].strip(), headers.get("content-length", "")
        told = length.isascii() and length.isdecimal()
        faults = (
            (headers.get("origin", "").lower() not in self._house.origins, 403, "this form was not sent from here"),
            (kind != "application/x-www-form-urlencoded", 415, "this is no form of ours"),
            (not told, 411, "a form says how long it is"),
            (told and (len(length) > 9 or int(length) > LONGEST_BODY), 413, f"at most {LONGEST_BODY} bytes are read"),
        )
        return next((PlainTextResponse(f"{words}\n", status) for wrong, status, words in faults if wrong), None)

    def _entered(self, scope: Scope) -> Response | None:
        """Put the visit into the request; an answer of its own where it has none, or where one begins."""
        key = _cookie(Headers(scope=scope), self._house.cookie)
        visit = self._visits.get(key)
        if self._house.signed_in_by:
            return self._signed_in(scope, visit)
        if scope["path"] == "/enter" and scope["method"] == "GET":
            given = QueryParams(scope["query_string"].decode("latin-1")).get("token", "")
            if hmac.compare_digest(given.encode(), self._house.token.encode()):
                return self._begun(Visit(), scope)
        if visit is None:
            return PlainTextResponse(_OUTSIDE, 403)
        self._visits.move_to_end(key)
        scope["visit"] = visit
        return None

    def _signed_in(self, scope: Scope, visit: Visit | None) -> Response | None:
        """The same behind a proxy: it names whoever it signed in, once, and a visit is of that person alone."""
        given = Headers(scope=scope).getlist(self._house.signed_in_by)
        name = name_in(given[0]) if len(given) == 1 else ""
        if not name:
            return PlainTextResponse("nobody is signed in: the proxy did not say who you are\n", 403)
        if visit is None or visit.name != name:
            return self._begun(Visit(name), scope)
        scope["visit"] = visit
        return None

    def _begun(self, visit: Visit, scope: Scope) -> Response:
        """Begin a visit, and send its browser on to where it wanted to go."""
        key = secrets.token_urlsafe(24)
        self._visits[key] = visit
        while len(self._visits) > MOST_VISITS:
            self._visits.popitem(last=False)
        there = scope["path"] if scope["method"] == "GET" and scope["path"] != "/enter" else "/"
        answer = RedirectResponse(_here(there), 303)
        secure = bool(self._house.signed_in_by)
        answer.set_cookie(self._house.cookie, key, httponly=True, samesite="lax", secure=secure)
        return answer


_OUTSIDE = (
    "you are not let in here, or the server was started again since you were\n"
    "open the address that it printed when it was started; what you typed is still in the page before this one\n"
)


def _here(path: str) -> str:
    """The path as one of this server: what begins with two slashes would lead to another."""
    return f"/{path.lstrip('/')}"


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def name_in(given: str) -> str:
    """The name in a header; empty where it is none, or may not stand in a commit."""
    try:
        return as_name(given.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return ""


def as_name(text: str) -> str:
    """A name as a commit can hold it; empty where it cannot."""
    name = " ".join(text.split())
    return name if name.isprintable() and not set(name) & set("<>") and len(name) <= LONGEST_NAME else ""
