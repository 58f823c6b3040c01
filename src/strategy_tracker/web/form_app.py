"""The form as an application: each address and what answers it. Everything it knows it asks of `app`."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from strategy_tracker.app.serving.desk import Desk, Typed
from strategy_tracker.problem import Problem
from strategy_tracker.views.form.form_frame import FormFrame, FormPage
from strategy_tracker.views.form.reading_pages import fault_page
from strategy_tracker.web.form_pages import READING, Answer, Asked
from strategy_tracker.web.form_writing import OURS, answer_form, show_form
from strategy_tracker.web.gate import Gate, House

MOST_FIELDS = 500
"""Fields of a form that are read."""


def form_app(desk: Desk, house: House) -> Starlette:
    """Make the application that shows what a desk knows to whoever the house lets in."""
    forms = [
        Route(path, _answering(desk, answer), methods=[method])
        for path in (
            "/action/{strategy}/{action}/{form}",
            "/measure/{address}/{form}",
            "/body/{strategy}/{number}/{form}",
        )
        for method, answer in (("GET", show_form), ("POST", answer_form))
    ]
    *reading, nothing = [Route(path, _answering(desk, answer), methods=["GET"]) for path, answer in READING.items()]
    return Starlette(routes=[*reading, *forms, nothing], middleware=[Middleware(Gate, house=house)])


def _answering(desk: Desk, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            body = (await request.body()).decode("ascii")
            sent = parse_qs(body, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
            typed = {name: tuple(value.replace("\r\n", "\n") for value in values) for name, values in sent.items()}
        except ValueError:
            return PlainTextResponse("this is no form of ours\n", 400)
        return await run_in_threadpool(_answered, desk, answer, request, typed)

    return endpoint


def _answered(desk: Desk, answer: Answer, request: Request, typed: Typed) -> Response:
    """Answer a request; what cannot be is a page that says so."""
    visit = request.scope["visit"]
    try:
        asked = Asked(desk, desk.picture(), visit, request, typed)
        made = answer(asked)
        status = 200
    except Problem as error:
        frame = FormFrame("", desk.today(), secret=visit.secret, post=visit.post, name=visit.name)
        answers = [(name, one) for name, values in typed.items() if name not in OURS for one in values if one]
        made, status = fault_page(frame, "This cannot be shown", error.message, error.next_step, answers), 404
    return made if isinstance(made, Response) else sent(made, status)


def sent(page: FormPage, status: int = 200) -> HTMLResponse:
    """A page as an answer, with its policy as a header, too."""
    return HTMLResponse(page.html, status, headers={"Content-Security-Policy": page.policy})
