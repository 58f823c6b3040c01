"""`strategy serve`: a form in the browser, for colleagues who answer for an action or a measure."""

from typing import Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, print_note
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.problem import Problem

EXAMPLE = "strategy serve --port 8000"


def command(
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="the port", show_default="a free one")
    ] = 0,
    behind_proxy: Annotated[
        str,
        typer.Option(
            metavar="HEADER",
            help="a proxy on this machine signs people in, and names them in this header; there is no token then",
            show_default=False,
        ),
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST",
            help="with --behind-proxy: the name that people's browsers know the proxy by; may be repeated",
            show_default=False,
        ),
    ] = None,
    commit: Annotated[
        bool, typer.Option("--commit", help="commit each form that is saved, under the name of whoever filled it in")
    ] = False,
    root: Root = None,
) -> int:
    """Serve a form on this machine: what waits for whom, each action and measure with why, and what people say of it.

    What they save is written into the files as every other command does. It is seen from this machine only, by whoever
    opens the address that it prints. On a network it stands behind a proxy that signs people in.
    """
    if bool(behind_proxy) != bool(name):
        raise Problem(
            "--behind-proxy and --name belong together", "name the header, and the name people's browsers use"
        )
    from strategy_tracker.web.servers import load_server

    server = load_server("form")
    from strategy_tracker.app.serving.desk import Desk

    found = portfolio(root).root
    if commit:
        from strategy_tracker.app.serving.commit_form import can_commit

        can_commit(found)
    desk = Desk(found, lambda: day(""), commits=commit)
    server.serve_form(desk, port, print_note, names=name or (), signed_in_by=behind_proxy)
    return CLEAN
