"""`strategy freeze`: record what was reported, so that it can be proved and compared later."""

from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CANNOT, CLEAN, FINDINGS, print_note
from strategy_tracker.cli.options import Format, Formats, Root, day, portfolio
from strategy_tracker.cli.output import print_result, print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking_back.freeze import FrozenReports, NewReport, ReportCheck

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
    from strategy_tracker.app.looking_back.freeze import check_report, freeze_report, frozen_reports

    if sum(map(bool, (name, listed, check))) != 1:
        raise Problem("one thing at a time: a name, --list or --check", "strategy freeze --help")
    own = portfolio(root)
    if listed:
        return _print_list(frozen_reports(own), form)
    if check:
        return _print_check(check_report(own, check))
    return _print_new(freeze_report(own, name, day(on), body=body, message=message))


def _print_new(made: "NewReport") -> int:
    if made.report is None:
        return print_unread(made.wrong, keep_going=False)
    name, as_at = made.report.name, made.report.as_at
    signed = ", signed" if made.is_signed else ""
    print_note(
        f"tagged {made.commit.words()} as '{made.tag}', standing {made.report.digest[:12]} as at {as_at}{signed}"
    )
    print_note(f"  help: 'git push origin {made.tag}' shares it; 'strategy diff {name}' shows what changed since")
    return CLEAN


def _print_list(found: "FrozenReports", form: Format) -> int:
    from strategy_tracker.views.screens.looking_back import history as view

    listed, unknown = found.reports, found.unknown.message if found.unknown else ""
    print_result(
        form,
        lambda: view.reports_sheet(listed, unknown),
        lambda: {"reports": listed, "unknown": unknown},
        lambda: (view.REPORT_COLUMNS, (one._asdict() for one in listed)),
        kind="reports",
    )
    if found.unknown:
        print_note(f"note: {unknown}\n  help: {found.unknown.next_step}")
    return CLEAN


def _print_check(found: "ReportCheck") -> int:
    if print_unread(found.wrong, keep_going=False):
        return CANNOT
    report = found.report
    to = f" to {report.body}" if report.body else ""
    made = f"'{report.name}', reported{to} as at {report.as_at}, version {report.program}"
    if found.is_same:
        typer.echo(f"the same: {made}")
        return CLEAN
    typer.echo(f"not the same: {made}")
    if report.program != found.program:
        print_note(
            f"  it was made by version {report.program}, this is {found.program}: rules may have changed between them"
        )
    print_note(f"  recorded {report.digest}\n  now      {found.digest}")
    return FINDINGS
