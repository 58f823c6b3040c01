"""The files that the settings name: inside the portfolio's folder, of the same moment as the settings, not too big."""

import os
import stat
from contextlib import suppress
from pathlib import PurePosixPath

from strategy_tracker.files.find import DataFile, outside
from strategy_tracker.files.load import content
from strategy_tracker.files.parse import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.settings import Settings


class Unusable(Exception):
    """A named file cannot be used; the text says why."""

    def __init__(self, code: str, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.code, self.mend = code, mend


def names_in(settings: Settings) -> list[str]:
    """The files that the settings name, as git would name them; one outside the folder is left out."""
    named = (settings.logo, settings.word_template)
    return [str(PurePosixPath(name)) for name in named if name and _is_inside(name)]


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name) and name.isprintable()


def read_named(portfolio: Portfolio, name: str, most: int) -> bytes:
    """The bytes of a named file of at most `most` bytes.

    Raises `Unusable`.
    """
    if not _is_inside(name):
        raise Unusable("outside-root", f"'{name}' is not a file of the portfolio's folder", "write 'logo.svg'")
    path = str(PurePosixPath(name))
    file = _then(portfolio, path) if portfolio.known else _now(portfolio, path)
    if file.size > most:
        raise Unusable("too-big", f"'{name}' has {file.size / 1_000_000:.1f} MB; at most {most // 1_000_000} are read")
    try:
        return content(file)
    except Unreadable as error:
        raise Unusable(error.code, f"'{name}': {error.message}") from None


def named_now(portfolio: Portfolio) -> tuple[DataFile, ...]:
    """The named files of a portfolio on disk, for an earlier moment that is shown by the settings of today."""
    found = []
    for name in names_in(portfolio.settings):
        with suppress(Unusable):  # what is wrong is said where it is wanted
            found.append(_now(portfolio, name))
    return tuple(found)


def _then(portfolio: Portfolio, name: str) -> DataFile:
    file = next((file for file in portfolio.named if file.name == name), None)
    if file is None:
        raise Unusable("no-such-file", f"there was no file '{name}' at that moment", "commit it with the settings")
    return file


def _now(portfolio: Portfolio, name: str) -> DataFile:
    path = os.path.join(portfolio.root, name)  # noqa: PTH118 - as in `find`
    if outside(path, os.path.realpath(portfolio.root)):
        raise Unusable("outside-root", f"'{name}' is a link out of the portfolio", "put the file itself in the folder")
    try:
        about = os.stat(path)  # noqa: PTH116
    except OSError:
        raise Unusable("no-such-file", f"there is no file '{name}' in this folder") from None
    if not stat.S_ISREG(about.st_mode):
        raise Unusable("wrong-kind-of-file", f"'{name}' is not an ordinary file", "name the file itself")
    return DataFile(name, path, "settings", about.st_size)
