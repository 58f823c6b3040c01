"""`strategy report`: documents for people who never open the files, made from the same standing as the terminal."""

from enum import StrEnum
from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN
from strategy_tracker.cli.complete import strategies as strategy_ids
from strategy_tracker.cli.output import file_format, print_document, print_unread

EXAMPLE = "strategy report corporate-parenting --as-at 2022-08-31 --format html -o pack.html"


class View(StrEnum):
    """Which document is made."""

    pack = "pack"
    highlight = "highlight"
    exceptions = "exceptions"
    scorecard = "scorecard"
    actions = "actions"
    you_said_we_did = "you-said-we-did"
    pledge = "pledge"
    practice = "practice"
    young = "young"
    self_evaluation = "self-evaluation"
    about = "about"


class PaperFormat(StrEnum):
    """How a report is written."""

    markdown = "markdown"
    html = "html"
    docx = "docx"
    pdf = "pdf"


def command(
    strategies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STRATEGY",
            help="ids of strategies; without any, all that the body of --for reviews, or all there are",
            autocompletion=strategy_ids,
            show_default=False,
        ),
    ] = None,
    view: Annotated[View, typer.Option(metavar="VIEW", help=f"which document: {', '.join(View)}")] = View.pack,
    body: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="BODY",
            help="the body it is for (part of the name is enough)",
            show_default="the one that meets on the as-at date, or next",
        ),
    ] = "",
    as_at: options.AsAt = "",
    since: options.Since = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    form: Annotated[
        PaperFormat | None,
        typer.Option("--format", "-f", help="how to write it", show_default="by the file's ending, or markdown"),
    ] = None,
    output: options.Output = None,
    public: Annotated[
        bool | None,
        typer.Option(
            "--public/--internal",
            help="a draft for the public: nothing internal, small numbers suppressed",
            show_default="as 'papers' in the settings says for the body",
        ),
    ] = None,
    issue: options.Issue = "",
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Make a document for a board, a committee, staff or young people: where things stand, what changed, what is late.

    The same commit and options give the same bytes.
    """
    chosen = file_format(form.value if form else "", output)
    from strategy_tracker.app.reporting.report import ReportRequest, gather
    from strategy_tracker.views.papers.build import build

    looked_at = options.moment(root, as_at, rev, known_on, rules)
    request = ReportRequest(
        strategies or (), body, options.day_or_revision(since), view is View.practice, view is View.pack
    )
    for_all = options.for_the_public(public, looked_at.portfolio, body)
    options.check_public(for_all, issue, alone=not keep_going)
    if for_all:
        from strategy_tracker.cli.steps.issuing import publish_report

        return publish_report(looked_at, view.value, request, chosen, output, issue)
    material, wrong = gather(looked_at, request)
    if code := print_unread(wrong, keep_going):
        return code
    print_document(build(view.value, material), chosen, output, looked_at.portfolio)
    return CLEAN
