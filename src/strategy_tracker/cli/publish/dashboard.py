"""`strategy dashboard`: one page for a portfolio, or a folder of them; read without a server, a network or a script."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CANNOT, CLEAN, print_note
from strategy_tracker.cli.complete import strategies as strategy_ids
from strategy_tracker.cli.output import print_unnamed, print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from strategy_tracker.app.reporting.dashboard import DashboardPages

EXAMPLE = "strategy dashboard --as-at 2022-08-31 -o dashboard.html"


def command(
    strategies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STRATEGY",
            help="ids of strategies; without any, all that the body reviews, or all there are",
            autocompletion=strategy_ids,
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="write one page to this file, or index.html and what belongs to it into this folder",
            show_default=False,
        ),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="show it on this machine only, and build it again whenever a file changes")
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="PORT", min=0, max=65535, help="with --serve: the port", show_default="a free one"
        ),
    ] = 0,
    body: Annotated[
        str,
        typer.Option("--for", metavar="BODY", help="only what this body reviews (part of its name is enough)"),
    ] = "",
    as_at: options.AsAt = "",
    since: options.Since = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    public: options.Public = False,
    issue: options.Issue = "",
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Make a page that anyone can open: how are we doing, what needs somebody today, what changed since last time.

    Then every strategy, priority, action and measure with its history and the reason for its colour. A folder has a
    page for each strategy where there are more than 10, or more than 500 kB of files. The same commit and options give
    the same bytes.
    """
    if serve and output is not None:
        raise Problem("--serve and --output are two things", "use one of them")
    if not serve and output is None:
        raise Problem("a dashboard is not for a terminal", "name a file: -o dashboard.html, or show it with --serve")
    options.check_public(public, issue, alone=not (serve or keep_going))
    from strategy_tracker.app.reporting.dashboard import ReportRequest, make_pages

    request = ReportRequest(strategies or (), body, options.day_or_revision(since))

    def make(folder: Path, version: str = "", *, split: bool = True) -> "DashboardPages":
        looked_at = options.moment(root, as_at, rev, known_on, rules)
        revision = options.day(known_on) if known_on else rev
        return make_pages(
            looked_at, request, folder, revision=revision, split=split, keep_going=keep_going, version=version
        )

    if public and output is not None:
        from strategy_tracker.cli.steps.issuing import publish_dashboard

        looked_at = options.moment(root, as_at, rev, known_on, rules)
        return publish_dashboard(looked_at, request, output, issue, every=not (strategies or body))
    if output is None:
        return _serve(make, root, port, keep_going)
    return _write(make, output, root, keep_going, every=not (strategies or body))


def _write(
    make: "Callable[..., DashboardPages]", output: Path, root: Path | None, keep_going: bool, *, every: bool
) -> int:
    from strategy_tracker.app.reporting.place_pages import place_for, place_pages

    place = place_for(output)
    with TemporaryDirectory(prefix="strategy-") as folder:
        made = make(Path(folder), split=place.is_folder)
        code = print_unread(made.wrong, keep_going)
        if code or not made.names:
            return code or CANNOT
        place_pages(Path(folder), made.names, place, print_note, whole=every and not made.wrong)
        print_unnamed(options.portfolio(root), made.made_from)
    return CLEAN


def _serve(make: "Callable[..., DashboardPages]", root: Path | None, port: int, keep_going: bool) -> int:
    from strategy_tracker.web.servers import load_server

    server = load_server("dashboard")
    server.serve_dashboard(make, options.portfolio(root).root, port, print_note, keep_going=keep_going)
    return CLEAN
