"""Reads the branding of a portfolio: the words and colours of its settings, and the logo and template they name.

A named file lies inside the portfolio's folder, is of the same moment as the settings, and is not too big.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TypeVar

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.content import content
from strategy_tracker.files.find import SETTINGS, DataFile, outside
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.branding import Branding, Logo, shade
from strategy_tracker.model.settings import Settings

T = TypeVar("T")
LOGO_BYTES, TEMPLATE_BYTES = 1_000_000, 10_000_000
"""The most that a logo and a template may have: the first is in every page that is sent by e-mail."""


def read_branding(portfolio: Portfolio) -> tuple[Branding, list[Diagnostic]]:
    """Read the branding, and say why a file that the settings name is left out, at the routes of its keys."""
    settings = portfolio.settings
    logo, no_logo = _read(portfolio, "logo", LOGO_BYTES, _logo)
    template, no_template = _read(portfolio, "word_template", TEMPLATE_BYTES, _template)
    shades = {colour: shade(fill) for colour, fill in settings.colours.items()}
    return Branding(settings.wording, shades, logo, template, settings.lang), [*no_logo, *no_template]


def _logo(data: bytes) -> Logo:
    from strategy_tracker.files.logo import read_logo  # few portfolios have a logo or a template

    return read_logo(data)


def _template(data: bytes) -> bytes:
    from strategy_tracker.files.word.word_template import read_template

    return read_template(data)


def _read(
    portfolio: Portfolio, key: str, most: int, made: Callable[[bytes], T]
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    name = getattr(portfolio.settings, key)
    if name is None:
        return None, ()
    try:
        return made(read_named(portfolio, name, most)), ()
    except Unreadable as error:
        return None, (Diagnostic(error.code, str(error), (key,), error.next_step, SETTINGS),)


def names_in(settings: Settings) -> list[str]:
    """List the files that the settings name, as git would name them; one outside the folder is left out."""
    named = (settings.logo, settings.word_template)
    return [str(PurePosixPath(name)) for name in named if name and _is_inside(name)]


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name) and name.isprintable()


def read_named(portfolio: Portfolio, name: str, most: int) -> bytes:
    """Read a named file of at most `most` bytes.

    Raises `Unreadable`.
    """
    if not _is_inside(name):
        raise Unreadable(
            "outside-root", f"'{name}' is not a file of the portfolio's folder", next_step="write 'logo.svg'"
        )
    path = str(PurePosixPath(name))
    file = _then(portfolio, path) if portfolio.known else _now(portfolio, path)
    if file.size > most:
        raise Unreadable(
            "too-big", f"'{name}' has {file.size / 1_000_000:.1f} MB; at most {most // 1_000_000} are read"
        )
    try:
        return content(file)
    except Unreadable as error:
        raise Unreadable(error.code, f"'{name}': {error.message}") from None


def named_now(portfolio: Portfolio) -> tuple[DataFile, ...]:
    """Find the named files on disk, for an earlier moment that is shown by the settings of today."""
    found = []
    for name in names_in(portfolio.settings):
        with suppress(Unreadable):  # what is wrong is said where it is wanted
            found.append(_now(portfolio, name))
    return tuple(found)


def _then(portfolio: Portfolio, name: str) -> DataFile:
    file = next((file for file in portfolio.named if file.name == name), None)
    if file is None:
        raise Unreadable(
            "no-such-file", f"there was no file '{name}' at that moment", next_step="commit it with the settings"
        )
    return file


def _now(portfolio: Portfolio, name: str) -> DataFile:
    path = os.path.join(portfolio.root, name)  # noqa: PTH118 - as in `find`
    if outside(path, os.path.realpath(portfolio.root)):
        raise Unreadable(
            "outside-root", f"'{name}' is a link out of the portfolio", next_step="put the file itself in the folder"
        )
    try:
        about = os.stat(path)  # noqa: PTH116
    except OSError:
        raise Unreadable("no-such-file", f"there is no file '{name}' in this folder") from None
    if not stat.S_ISREG(about.st_mode):
        raise Unreadable("wrong-kind-of-file", f"'{name}' is not an ordinary file", next_step="name the file itself")
    return DataFile(name, path, "settings", about.st_size)
