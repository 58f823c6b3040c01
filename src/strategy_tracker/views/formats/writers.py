"""The formats a report can be written in: the module that writes each, and what must be installed for it."""

import importlib
from collections.abc import Callable
from typing import NamedTuple

from strategy_tracker.problem import Problem
from strategy_tracker.views.document import Document


class ReportFormat(NamedTuple):
    """A format of a report: a module of this folder with `write(document) -> bytes`, and the extra it needs, if any.

    `name` is what people call it; a `binary` one is not for a terminal.
    """

    module: str
    name: str
    suffix: str
    extra: str = ""
    binary: bool = False


FORMATS: dict[str, ReportFormat] = {
    "markdown": ReportFormat("markdown", "Markdown", ".md"),
    "html": ReportFormat("html", "HTML", ".html"),
    "docx": ReportFormat("word.word", "Word", ".docx", extra="word", binary=True),
    "pdf": ReportFormat("pdf", "PDF", ".pdf", extra="pdf", binary=True),
}


def writer(name: str) -> Callable[[Document], bytes]:
    """The function that writes a format. Raises `Problem` where a package it needs is missing."""
    form = FORMATS[name]
    try:
        module = importlib.import_module(f"strategy_tracker.views.formats.{form.module}")
    except ModuleNotFoundError as error:
        next_step = f"install it again as you did, with [{form.extra}] behind its name, in quotes"
        raise Problem(f"this installation cannot write {form.name}: it has no '{error.name}'", next_step) from None
    write: Callable[[Document], bytes] = module.write
    return write


_OTHERS = {"": "markdown", ".markdown": "markdown", ".txt": "markdown", ".htm": "html"}
"""Further endings of a file's name."""


def by_suffix(suffix: str) -> str:
    """The format that the ending of a file's name asks for; empty where it names none."""
    named = {form.suffix: name for name, form in FORMATS.items()} | _OTHERS
    return named.get(suffix.lower(), "")
