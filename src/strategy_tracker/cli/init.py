"""`strategy init`: a small portfolio to begin from."""

import os
import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from strategy_tracker.cli.asking import ask_until
from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import day
from strategy_tracker.problem import Problem

EXAMPLE = 'strategy init parks --organisation "Borough of Exampleton"'


class Question(NamedTuple):
    """What a body has to say of itself, and the answer most give."""

    key: str
    words: str
    default: str


QUESTIONS = (
    Question("organisation", "the body whose strategies these are, shown on every output", ""),
    Question("year_end", "the last day of the financial year", "31 March"),
    Question("review_every", "how often somebody must look at an action", "quarter"),
    Question("suppress_below", "counts of people under this are not published (0: all are)", "5"),
)


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
    yes: Annotated[bool, typer.Option("--yes", help="ask nothing: take the defaults")] = False,
) -> int:
    """Write an example strategy with its measures and settings, a short guide, and what editors and git should know.

    Asks what was not given. Files that are there already stay as they are.
    """
    from strategy_tracker.editing.starter import Answers, starter

    target = folder.absolute()
    refuse_where_there_is_one(target)
    given = dict(zip(Answers._fields, (organisation, year_end, review_every, suppress_below), strict=True))
    answers = Answers(**{question.key: answer(question, given[question.key], yes) for question in QUESTIONS})
    write_files(target, starter(answers, month_of(answers.year_end), day("")))
    sys.stdout.write("".join(f"{line}\n" for line in following(folder)))
    return 0


def refuse_where_there_is_one(target: Path) -> None:
    """Raise `Problem` where the folder is, has, or lies in something that a new portfolio would disturb."""
    from strategy_tracker.files.find import SETTINGS, find_files, find_root

    if os.path.lexists(target) and not target.is_dir():
        raise Problem(f"'{target}' is not a folder", "name a folder, or one that is to be made")
    for folder in (target, find_root(target.parent)):
        if folder and (os.path.lexists(folder / SETTINGS) or any(find_files(folder))):
            raise Problem(
                f"there is a portfolio in '{folder}'", "use it ('strategy status'), or choose a folder outside it"
            )


def answer(question: Question, given: str | None, yes: bool) -> str:
    """The answer from the options, by default, or from the person, who is asked until it can be understood.

    Raises `Problem` where an option cannot be, or nobody answers.
    """
    if given is not None:
        try:
            return understood(question.key, given)
        except Problem as error:
            raise Problem(f"--{question.key.replace('_', '-')}: {error.message}", error.next_step) from None
    if yes:
        return understood(question.key, question.default)
    try:
        return ask_until(question.words, lambda text: understood(question.key, text), question.default)
    except typer.Abort:
        raise Problem("some questions have no answer", "--yes takes the defaults") from None


def understood(key: str, text: str) -> str:
    """An answer as it is written in the settings; empty where the setting is left out.

    Raises `Problem`.
    """
    from strategy_tracker.app.answers import seen

    text = " ".join(text.split())
    if key == "suppress_below":
        if not (text.isascii() and text.isdecimal() and len(text) < 7):
            raise Problem(f"'{text}' is not a whole number", "write it as 5, or 0 where all counts are published")
        return str(int(text)) if int(text) else ""
    if key == "organisation":
        return seen(text, "the name")
    return setting(key, text.title() if key == "year_end" else text.lower())


def setting(key: str, text: str) -> str:
    """A text that the settings take for this key.

    Raises `Problem`.
    """
    from pydantic import ValidationError

    from strategy_tracker.files.model_help import faults
    from strategy_tracker.model.settings import Settings

    try:
        Settings.model_validate({key: text})
    except ValidationError as error:
        first = faults(error, Settings)[0]
        raise Problem(first.message, first.help) from None
    return text


def month_of(year_end: str) -> int:
    """The month in which the financial year ends."""
    from strategy_tracker.model.settings import Settings

    return Settings.model_validate({"year_end": year_end}).year_end


def write_files(target: Path, texts: dict[str, str]) -> None:
    """Write the files that are not there yet, and say of each what became of it.

    Raises `Problem` at the first that cannot be written.
    """
    from strategy_tracker.files.write import CannotWrite, create

    for name, text in texts.items():
        if os.path.lexists(target / name):
            say(f"kept {name}, which was here before")
            continue
        try:
            create(target / name, text.encode())
        except CannotWrite as error:
            raise Problem(str(error), "what was written before it can stay or be deleted") from None
        say(f"wrote {name}")


def following(folder: Path) -> list[str]:
    """The commands that come next, one a line."""
    target = folder.absolute()
    lines = [] if target == Path.cwd() else [f'cd "{folder}"' if " " in str(folder) else f"cd {folder}"]
    if not any((above / ".git").exists() for above in (target, *target.parents)):
        lines.append("git init                                  # no repository here yet: it keeps who changed what")
    return [
        *lines,
        "strategy status --why                     # where the example stands, and the reason for each colour",
        "strategy show reach-01                    # one action, whole",
        'strategy add strategy "Parks Strategy"    # one of your own',
    ]
