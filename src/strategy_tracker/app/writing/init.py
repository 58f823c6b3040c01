"""Beginning a portfolio: what a body is asked of itself, what its answers mean, and the files of an example."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from strategy_tracker.app.writing.answers import seen
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.editing.starter import EXAMPLE_FILES, TEMPLATES, Answers, starter
from strategy_tracker.files import write
from strategy_tracker.files.find import SETTINGS, find_files, find_root
from strategy_tracker.files.parsing.model_help import faults
from strategy_tracker.model.settings import Settings
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.json_schema import FILES, write_schema

__all__ = [
    "QUESTIONS",
    "TEMPLATES",
    "Answers",
    "Question",
    "StarterFile",
    "Unfinished",
    "answer_of",
    "place_for",
    "start",
    "template_named",
]


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
"""One for each of the `Answers`."""


class StarterFile(NamedTuple):
    """A file of a new portfolio; one that was there before stays as it is."""

    name: str
    was_there: bool


class Unfinished(Problem):
    """Not every file could be written; `files` are those that are there."""

    def __init__(self, message: str, next_step: str, files: tuple[StarterFile, ...]) -> None:
        super().__init__(message, next_step)
        self.files = files


def place_for(folder: Path) -> Path:
    """The whole path of a folder for a new portfolio.

    Raises `Problem` where the folder is, has, or lies in something that a new portfolio would disturb.
    """
    target = folder.absolute()
    if os.path.lexists(target) and not target.is_dir():
        raise Problem(f"'{target}' is not a folder", "name a folder, or one that is to be made")
    for one in (target, find_root(target.parent)):
        if one and (os.path.lexists(one / SETTINGS) or any(find_files(one))):
            raise Problem(
                f"there is a portfolio in '{one}'", "use it ('strategy status'), or choose a folder outside it"
            )
    return target


def answer_of(key: str, text: str) -> str:
    """An answer as it is written in the settings; empty where the setting is left out.

    Raises `Problem`.
    """
    text = " ".join(text.split())
    if key == "suppress_below":
        if not (text.isascii() and text.isdecimal() and len(text) < 7):
            raise Problem(f"'{text}' is not a whole number", "write it as 5, or 0 where all counts are published")
        return str(int(text)) if int(text) else ""
    if key == "organisation":
        return seen(text, "the name")
    text = text.title() if key == "year_end" else text.lower()
    _setting(key, text)
    return text


def template_named(text: str) -> str:
    """The name of a template, as it was typed or with blanks. Raises `Problem` with the nearest name."""
    name = "-".join(text.lower().split())
    if name not in TEMPLATES:
        raise Problem(
            f"there is no template '{text}'",
            did_you_mean(nearest(name, TEMPLATES), f"the templates are {', '.join(TEMPLATES)}"),
        )
    return name


def _setting(key: str, text: str) -> Settings:
    """The settings with this text for this key. Raises `Problem` where they do not take it."""
    try:
        return Settings.model_validate({key: text})
    except ValidationError as error:
        first = faults(error.errors(include_url=False), Settings)[0]
        raise Problem(first.message, first.help) from None


def start(
    folder: Path, answers: Answers, today: date, template: str = "library", *, with_example: bool = True
) -> tuple[StarterFile, ...]:
    """Writes the files of a new portfolio that are not there yet, and says of each whether it was.

    Without the example there are settings and what editors and git should know.

    Raises `Problem` as `place_for` does, and `Unfinished` at the first file that cannot be written.
    """
    target, done = place_for(folder), list[StarterFile]()
    texts = starter(answers, _setting("year_end", answers.year_end).year_end, today, template)
    if not with_example:
        texts = {name: text for name, text in texts.items() if name not in EXAMPLE_FILES}
    texts |= {f"schema/{name}.schema.json": write_schema(name) for name in FILES}
    for name, text in texts.items():
        was_there = os.path.lexists(target / name)
        if not was_there:
            try:
                write.create(target / name, text.encode())
            except write.CannotWrite as error:
                mend = "what was written before it can stay or be deleted"
                raise Unfinished(error.message, mend, tuple(done)) from None
        done.append(StarterFile(name, was_there))
    return tuple(done)
