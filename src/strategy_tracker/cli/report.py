"""`strategy report`: documents for people who never open the files, made from the same standing as the terminal."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.complete import strategies as strategy_ids
from strategy_tracker.cli.options import AsAt, KeepGoing, KnownOn, Rev, Root, Rules, RulesOf, Since, left_out, moment
from strategy_tracker.cli.output import put_as_it_is, put_file
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.views.document import Document

EXAMPLE = "strategy report corporate-parenting --as-at 2022-10-04 --format html -o pack.html"


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


class Form(StrEnum):
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
    as_at: AsAt = "",
    since: Since = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Annotated[
        Form | None,
        typer.Option("--format", "-f", help="how to write it", show_default="by the file's ending, or markdown"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="write to this file", show_default=False)
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="for the public: nothing internal, small numbers suppressed")
    ] = False,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Make a document for a board, a committee, staff or young people: where things stand, what changed, what is late.

    The same commit and options give the same bytes.
    """
    from strategy_tracker.cli.report_material import Wanted, gather
    from strategy_tracker.views.papers.build import build

    chosen = _format(form, output)
    if public and keep_going:
        raise Problem(
            "--public needs every file: what cannot be read may say what is internal", "run without --keep-going"
        )
    found = moment(root, as_at, rev, known_on, rules)
    wanted = Wanted(strategies or (), body, since, view is View.practice)
    if public:
        from strategy_tracker.cli.report_public import Made, gather_public, publisher_of, safe

        publisher = publisher_of(found)
        material, wrong = gather_public(found, wanted, publisher)
    else:
        material, wrong = gather(found, wanted)
    code = left_out(wrong, keep_going)
    if code:
        return code
    document = build(view.value, material)
    if public and (code := safe(Made(document, view.value, material), found, wanted, publisher, output)):
        return code
    _put(_written(chosen, document), output)
    return 0


def _format(form: Form | None, output: Path | None) -> str:
    """The format asked for. Raises `Problem` for one that a terminal cannot show, and for a name of a data file."""
    from strategy_tracker.views.formats.writers import FORMATS, by_suffix

    if output is not None and output.suffix.lower() in (".yaml", ".yml"):
        raise Problem(f"'{output}' has the name of a data file", "give the report another name")
    chosen = form.value if form else by_suffix(output.suffix if output else "")
    if not chosen:
        raise Problem(f"the name '{output}' does not say how to write it", "let it end in .md, .html, .docx or .pdf")
    if FORMATS[chosen].binary and output is None:
        raise Problem(
            f"{FORMATS[chosen].name} is not for a terminal", f"name a file: -o report{FORMATS[chosen].suffix}"
        )
    return chosen


def _written(form: str, document: "Document") -> bytes:
    from strategy_tracker.views.formats.writers import writer

    write = writer(form)
    return write(document)


def _put(data: bytes, output: Path | None) -> None:
    if output is not None:
        put_file(output, data)
    else:
        put_as_it_is(data.decode())
