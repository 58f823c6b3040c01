"""`strategy freeze`: record what was reported, so that it can be proved and compared later."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, say
from strategy_tracker.cli.options import Format, Formats, Root, day, left_out, portfolio
from strategy_tracker.cli.output import put
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.model.commit import Commit, FrozenReport

EXAMPLE = 'strategy freeze 2022-q3 --body "Corporate Parenting Board" --on 2022-10-04'


def command(
    name: Annotated[str, typer.Argument(help="a name for what was reported", show_default=False)] = "",
    body: Annotated[str, typer.Option(metavar="BODY", help="to whom it was reported", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it was judged at", show_default="today")] = "",
    message: Annotated[str, typer.Option(help="anything a reader must know", show_default=False)] = "",
    listed: Annotated[bool, typer.Option("--list", help="every report that was frozen")] = False,
    check: Annotated[
        str,
        typer.Option(metavar="NAME", help="work a report out again and say whether it is the same", show_default=False),
    ] = "",
    form: Formats = Format.table,
    root: Root = None,
) -> int:
    """Tag the present commit as reported, with the digest of its standing, the day and the body.

    'strategy diff NAME' then shows what changed since, and which figures were restated.
    """
    if sum(map(bool, (name, listed, check))) != 1:
        raise Problem("one thing at a time: a name, --list or --check", "strategy freeze --help")
    found = portfolio(root)
    if listed:
        return _list(found.root, form)
    return _check(found.root, check) if check else _freeze(found, name, body, day(on), message)


def _freeze(found: "Portfolio", name: str, body: str, today: date, message: str) -> int:
    from strategy_tracker import __version__
    from strategy_tracker.history import commit_at, exists, folder_in, freeze, uncommitted
    from strategy_tracker.history.report_tag import PREFIX, is_name, write_report
    from strategy_tracker.model.commit import FrozenReport
    from strategy_tracker.views.text import file_name

    if not is_name(name):
        raise Problem(f"'{name}' cannot be the name of a report", "letters, digits and hyphens, such as 2022-q3")
    if not all(text.isprintable() for text in (body, message)):
        raise Problem("the body and the message are one line each", "leave out line breaks and what cannot be seen")
    taken = exists(found.root, name)
    if taken:
        raise Problem(f"'{name}' is taken: {taken}", "choose another name; what was reported is never changed")
    open_ends = uncommitted(found.root)
    if open_ends:
        listed = ", ".join(file_name(one) for one in open_ends[:5]) + (" …" if len(open_ends) > 5 else "")
        raise Problem(f"not committed yet: {listed}", "commit what was reported, then freeze it")
    head = commit_at(found.root, "HEAD")
    digest = _digest(found.root, head, today)
    if not digest:
        return 2
    folder = folder_in(found.root).rstrip("/")
    report = FrozenReport(name, head.sha, today, digest, __version__, body.strip(), folder, message.strip())
    freeze(found.root, name, write_report(report), head)
    say(f"tagged {head.words()} as '{PREFIX}{name}', standing {digest[:12]} as at {today}")
    say(f"  help: 'git push origin {PREFIX}{name}' shares it; 'strategy diff {name}' shows what changed since")
    return CLEAN


def _digest(root: "Path", commit: "Commit", today: date) -> str:
    """The digest of the standing of a commit at a day; empty where some file could not be read, which is said."""
    from hashlib import sha256

    from strategy_tracker.app.standing import stand
    from strategy_tracker.history import portfolio_at
    from strategy_tracker.views.formats.data import canonical_json

    standing, wrong = stand(portfolio_at(root, commit), today)
    if left_out(wrong, keep_going=False):
        return ""
    return sha256(canonical_json(standing._replace(known=""))).hexdigest()


def _list(root: "Path", form: Format) -> int:
    from strategy_tracker.history import reports
    from strategy_tracker.views.screens import history as view

    found = reports(root)
    put(
        form,
        lambda: view.reports_sheet(found),
        lambda: {"reports": found},
        lambda: (view.REPORT_COLUMNS, (one._asdict() for one in found)),
        kind="reports",
    )
    return CLEAN


def _check(root: "Path", name: str) -> int:
    from strategy_tracker import __version__
    from strategy_tracker.history import commit_at, folder_in, report_of

    report = report_of(root, name)
    if report is None:
        raise Problem(f"there is no report '{name}'", "'strategy freeze --list' lists them")
    folder = folder_in(root).rstrip("/")
    if report.folder != folder:
        raise Problem(f"'{name}' is of the portfolio in '{report.folder or '.'}', not of this one", "go to that folder")
    digest = _digest(root, commit_at(root, report.sha), report.as_at)
    if not digest:
        return 2
    made = _made(report)
    if digest == report.digest:
        typer.echo(f"the same: {made}")
        return CLEAN
    typer.echo(f"not the same: {made}")
    if report.program != __version__:
        say(f"  it was made by version {report.program}, this is {__version__}: rules may have changed between them")
    say(f"  recorded {report.digest}\n  now      {digest}")
    return FINDINGS


def _made(report: "FrozenReport") -> str:
    to = f" to {report.body}" if report.body else ""
    return f"'{report.name}', reported{to} as at {report.as_at}, version {report.program}"
