"""`strategy init`: a small portfolio to begin from."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.complete import templates
from strategy_tracker.cli.options import day
from strategy_tracker.cli.steps.asking import Back, ask_until
from strategy_tracker.cli.steps.starting import begin_with, following, look_at, print_starter_files
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from strategy_tracker.app.writing.init import Question

EXAMPLE = 'strategy init parks --organisation "Borough of Exampleton"'
TEMPLATE = "the example: library, council-plan, improvement-plan or homelessness"


def command(
    folder: Annotated[
        Path, typer.Argument(help="where to write it; made if it is not there", show_default="this folder")
    ] = Path(),
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help="the body whose strategies these are", show_default=False)
    ] = None,
    year_end: Annotated[
        str | None, typer.Option(metavar="DAY", help="last day of the financial year", show_default="31 March")
    ] = None,
    review_every: Annotated[
        str | None,
        typer.Option(metavar="INTERVAL", help="how often an action must be looked at", show_default="quarter"),
    ] = None,
    suppress_below: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="counts under this are not published; 0: all are", show_default="5"),
    ] = None,
    template: Annotated[
        str | None, typer.Option(metavar="NAME", help=TEMPLATE, autocompletion=templates, show_default="library")
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="a table or document in place of the example", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="ask nothing: take the defaults")] = False,
) -> int:
    """Write an example strategy with its measures and settings, a short guide, and what editors and git should know.

    With --from a plan that exists as a spreadsheet or a document stands there in place of the example.
    Asks what was not given. Files that are there already stay as they are.
    """
    from strategy_tracker.app.writing.init import QUESTIONS, Answers, Unfinished, place_for, start

    place_for(folder)
    given = dict(zip(Answers._fields, (organisation, year_end, review_every, suppress_below), strict=True))
    example = chosen_template(template, yes)
    answers = Answers(**{question.key: answer(question, given[question.key], yes) for question in QUESTIONS})
    incoming = look_at(table) if table else None
    try:
        print_starter_files(start(folder, answers, day(""), example, with_example=table is None))
    except Unfinished as error:
        print_starter_files(error.files)
        raise
    if incoming:
        return begin_with(folder, incoming)
    sys.stdout.write("".join(f"{line}\n" for line in following(folder, example)))
    return 0


def chosen_template(given: str | None, yes: bool) -> str:
    """The template from the option, or from the person at a terminal; the usual one in a pipe. Raises `Problem`."""
    from strategy_tracker.app.writing.init import TEMPLATES, template_named

    names = list(TEMPLATES)
    if given is not None or yes or not sys.stdin.isatty():
        return template_named(given or names[0])
    return asked(f"the example to begin with: {', '.join(names)}", template_named, names[0])


def answer(question: "Question", given: str | None, yes: bool) -> str:
    """The answer from the options, by default, or from the person, who is asked until it can be understood.

    Raises `Problem` where an option cannot be, or nobody answers.
    """
    from strategy_tracker.app.writing.init import answer_of

    if given is not None:
        try:
            return answer_of(question.key, given)
        except Problem as error:
            raise Problem(f"--{question.key.replace('_', '-')}: {error.message}", error.next_step) from None
    if yes:
        return answer_of(question.key, question.default)
    return asked(question.words, lambda text: answer_of(question.key, text), question.default)


def asked(words: str, understood: "Callable[[str], str]", usual: str) -> str:
    """The answer of a person. Raises `Problem` where there is none, or the person wants to go back."""
    try:
        return ask_until(words, understood, usual)
    except (Back, typer.Abort):
        raise Problem("some questions have no answer", "--yes takes the defaults") from None
