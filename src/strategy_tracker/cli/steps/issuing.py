"""Write what is for everybody: a draft, or a document that is issued and entered in the register."""

from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.output import print_document, print_unnamed, print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.reporting.report import ReportRequest
    from strategy_tracker.model.publication import Publication


def publish_report(
    looked_at: "Moment", view: str, request: "ReportRequest", form: str, output: Path | None, issue: str
) -> int:
    """Write a report for everybody, or say why it is not written; `issue` is the name it is issued by, if it is."""
    from strategy_tracker.app.reporting.public_report import make_public_report
    from strategy_tracker.app.reporting.publish import CannotPublish
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
        assert made.publication is not None
        _enter(looked_at, made.publication, issue)
    print_document(made.document, form, output, looked_at.portfolio)
    return CLEAN


def publish_dashboard(looked_at: "Moment", request: "ReportRequest", output: Path, issue: str, *, every: bool) -> int:
    """Write the pages of a dashboard for everybody, or say why they are not written; `every` strategy is in them."""
    from tempfile import TemporaryDirectory

    from strategy_tracker.app.reporting.place_pages import place_for, place_pages
    from strategy_tracker.app.reporting.public_dashboard import make_public_pages
    from strategy_tracker.app.reporting.publish import CannotPublish
    from strategy_tracker.views.screens.refusal import refusal_lines

    if issue and looked_at.portfolio.known:
        return _enter_earlier(looked_at, request, None, issue)
    place = place_for(output)
    with TemporaryDirectory(prefix="strategy-") as folder:
        try:
            made = make_public_pages(looked_at, request, Path(folder), issue, split=place.is_folder)
        except CannotPublish as error:
            raise Problem(f"--public: {error.message}", error.next_step) from None
        if made.publication is None:
            return print_unread(made.pages.wrong, keep_going=False)
        if refused := list(refusal_lines(made.refusal)):
            print_note("\n".join(refused))
            return FINDINGS
        if issue:
            _enter(looked_at, made.publication, issue)
        place_pages(Path(folder), made.pages.names, place, print_note, whole=every)
        print_unnamed(looked_at.portfolio, made.pages.made_from)
    return CLEAN


def _enter(looked_at: "Moment", publication: "Publication", issue: str) -> None:
    from strategy_tracker.app.reporting.register_files import enter, place_for

    path = place_for(looked_at.portfolio.root, issue)
    enter(path, publication)
    print_note(f"wrote {path}: commit it, it is what later documents are held against")


def _enter_earlier(looked_at: "Moment", request: "ReportRequest", output: Path | None, issue: str) -> int:
    """Enter what a report of an earlier moment may have shown; the paper itself is kept as it was."""
    from strategy_tracker.app.reporting.public_report import enter_earlier_report
    from strategy_tracker.app.reporting.publish import CannotPublish

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
