"""Write what is for everybody: a draft, or a document that is issued and entered in the register."""

from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.output import print_document, print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.reporting.report import ReportRequest


def publish_report(
    looked_at: "Moment", view: str, request: "ReportRequest", form: str, output: Path | None, issue: str
) -> int:
    """Write a report for everybody, or say why it is not written; `issue` is the name it is issued by, if it is."""
    from strategy_tracker.app.reporting.public_report import CannotPublish, issue_report, make_public_report
    from strategy_tracker.views.screens.refusal import refusal_lines

    if issue and looked_at.portfolio.known:
        return _enter_earlier(looked_at, request, output, issue)
    try:
        made = make_public_report(looked_at, view, request, output.name if output else "", issue)
    except CannotPublish as error:
        raise Problem(f"--public: {error.message}", error.next_step) from None
    if made.document is None:
        return print_unread(made.wrong, keep_going=False)
    if refused := list(refusal_lines(made.refusal)):
        print_note("\n".join(refused))
        return FINDINGS
    if issue:
        path = issue_report(looked_at, made, issue)
        print_note(f"wrote {path}: commit it, it is what later documents are held against")
    print_document(made.document, form, output, looked_at.portfolio)
    return CLEAN


def _enter_earlier(looked_at: "Moment", request: "ReportRequest", output: Path | None, issue: str) -> int:
    """Enter what a report of an earlier moment may have shown; the paper itself is kept as it was."""
    from strategy_tracker.app.reporting.public_report import CannotPublish, enter_earlier_report

    if output is not None:
        raise Problem(
            "a paper that was issued is kept, and not made again: its figures are only entered", "leave --output out"
        )
    try:
        path, wrong = enter_earlier_report(looked_at, request, issue)
    except CannotPublish as error:
        raise Problem(f"--public: {error.message}", error.next_step) from None
    if path is None:
        return print_unread(wrong, keep_going=False)
    print_note(
        f"wrote {path}: every figure that a paper made from {looked_at.portfolio.known} may have shown; commit it"
    )
    return CLEAN
