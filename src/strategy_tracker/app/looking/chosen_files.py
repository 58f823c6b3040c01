"""The files that a person chose by their paths, in the portfolio that the paths lead to."""

from collections.abc import Sequence
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.looking.paths_from_top import names_from_top
from strategy_tracker.app.moment import Portfolio, find_portfolio
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile, find_root
from strategy_tracker.files.read_settings import settings_file
from strategy_tracker.problem import Problem


class ChosenFiles(NamedTuple):
    """A portfolio, and the names of the files and folders chosen in it; None where all of it is meant."""

    portfolio: Portfolio
    names: tuple[str, ...] | None = None

    def has(self, file: str) -> bool:
        """Whether a file of this name is one of those chosen, or lies in a folder that is."""
        return self.names is None or any(name in {".", file} or file.startswith(f"{name}/") for name in self.names)

    def data_files(self) -> list[DataFile]:
        """The chosen files of the portfolio, without its settings."""
        return [file for file in self.portfolio.files if self.has(file.name)]

    def names_from_top(self) -> list[str]:
        """The names of all chosen files from the top of the repository, that of the settings first."""
        own = settings_file(self.portfolio.root)
        files = (*([own] if own else []), *self.portfolio.files)
        return names_from_top((file.name for file in files if self.has(file.name)), self.portfolio.root)


def choose_files(paths: Sequence[Path], root: Path | None, *, privacy: bool = False) -> ChosenFiles:
    """The files at some paths, or all where there are none, in the portfolio at `root` or around the first path.

    With `privacy` the portfolio is one whose settings ask for small numbers and personal data to be looked for.
    Raises `Problem` where there is no portfolio, and for a path that is not there, lies outside it, or is no data
    file of it.
    """
    found = find_portfolio(root or (_root_of(paths[0]) if paths else None))
    if privacy:
        found = found.with_privacy()
    if not paths:
        return ChosenFiles(found)
    names = tuple(_name_of(path, found) for path in paths)
    known = {SETTINGS, ".", *(file.name for file in found.files), *(item.file for item in found.diagnostics)}
    for path, name in zip(paths, names, strict=True):
        if name not in known and (name.split("/")[0] not in KINDS or path.is_file()):
            raise Problem(
                f"'{path}' is not a data file of the portfolio",
                "data files are in strategies/, measures/, practice/ and comparators/, and end in .yaml or .yml",
            )
    return ChosenFiles(found, names)


def _root_of(path: Path) -> Path | None:
    return find_root(_whole(path).parent) or find_root(Path.cwd())


def _whole(path: Path) -> Path:
    return Path(normpath(path.absolute()))  # not resolved: a link is what it is called


def _name_of(path: Path, found: Portfolio) -> str:
    if not path.exists():
        raise Problem(f"there is no file '{path}'", "check the spelling; the shell completes names with the tab key")
    try:
        return _whole(path).relative_to(_whole(found.root)).as_posix()
    except ValueError:
        raise Problem(
            f"'{path}' is not part of the portfolio in '{found.root.name}'", "move it into strategies/ or measures/"
        ) from None
