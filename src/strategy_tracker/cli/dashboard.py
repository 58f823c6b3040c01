"""`strategy dashboard`: one page for a portfolio, or a folder of them; read without a server, a network or a script."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from strategy_tracker.cli.boundary import CANNOT
from strategy_tracker.cli.complete import strategies as strategy_ids
from strategy_tracker.cli.options import AsAt, KeepGoing, KnownOn, Rev, Root, Rules, RulesOf, Since, left_out, moment
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.diagnostics import Diagnostic

EXAMPLE = "strategy dashboard --as-at 2022-10-04 -o dashboard.html"


class Asked(NamedTuple):
    """Everything that decides what is in the pages."""

    strategies: tuple[str, ...]
    body: str
    since: str
    as_at: str
    rev: str
    known_on: str
    rules: RulesOf
    root: Path | None


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
    as_at: AsAt = "",
    since: Since = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Make a page that anyone can open: how are we doing, what needs somebody today, what changed since last time.

    Then every strategy, priority, action and measure with its history and the reason for its colour. A folder has a
    page for each strategy where there are more than 10, or more than 500 kB of files. The same commit and options give
    the same bytes.
    """
    asked = Asked(tuple(strategies or ()), body, since, as_at, rev, known_on, rules, root)
    if serve and output is not None:
        raise Problem("--serve and --output are two things", "use one of them")
    if serve:
        return _serve(asked, port, keep_going)
    if output is None:
        raise Problem("a dashboard is not for a terminal", "name a file: -o dashboard.html, or show it with --serve")
    return _write(asked, output, keep_going)


def _write(asked: Asked, output: Path, keep_going: bool) -> int:
    from strategy_tracker.cli.dashboard_place import check, is_folder, place

    folder = is_folder(output)
    check(output, folder)
    with TemporaryDirectory(prefix="strategy-") as made:
        names, wrong = pages(asked, Path(made), split=folder, keep_going=keep_going)
        code = left_out(wrong, keep_going)
        if code or not names:
            return code or CANNOT
        place(Path(made), names, output, folder=folder, whole=not (asked.strategies or asked.body or wrong))
    return 0


def _serve(asked: Asked, port: int, keep_going: bool) -> int:
    from strategy_tracker.cli.options import portfolio
    from strategy_tracker.cli.serving import serve

    def make(folder: Path, version: str) -> "tuple[list[str], list[Diagnostic]]":
        return pages(asked, folder, version, keep_going=keep_going)

    return serve(make, portfolio(asked.root).root, port, keep_going=keep_going)


def pages(
    asked: Asked, folder: Path, version: str = "", *, split: bool = True, keep_going: bool
) -> "tuple[list[str], list[Diagnostic]]":
    """Make the pages in a folder: their names, and what could not be read.

    Without `keep_going` nothing is made where something could not be read. Raises `Problem`.
    """
    from strategy_tracker.cli.dashboard_build import Job, build, is_large
    from strategy_tracker.cli.dashboard_material import source, survey
    from strategy_tracker.cli.dashboard_since import earlier
    from strategy_tracker.cli.report_material import Wanted
    from strategy_tracker.views.text import file_name

    looked_at = moment(asked.root, asked.as_at, asked.rev, asked.known_on, asked.rules)
    found, wrong = survey(looked_at, Wanted(asked.strategies, asked.body, asked.since, practice=False))
    if not found.outlines or (wrong and not keep_going):
        return [], wrong
    job = Job(
        found,
        earlier(found, asked.since),
        source(found, looked_at.portfolio.root, asked.rev, asked.known_on),
        folder,
        split and is_large(found),
        version,
        tuple(dict.fromkeys(file_name(one.file) for one in wrong)),
    )
    names, more = build(job)
    return names, [*wrong, *(one for one in more if one not in wrong)]
