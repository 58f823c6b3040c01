"""An earlier moment in the shape of a portfolio on disk: commits, their files, and nothing that asks git."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import LARGEST, SETTINGS, DataFile, FileKind
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.settings import settings_of
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.settings import DEFAULTS

__all__ = ["Blob", "Change", "Commit", "Made", "data_file", "portfolio_of"]


class Blob(NamedTuple):
    """A file in a commit: its name from the portfolio's root, and the name of its content; none for a link."""

    name: str
    sha: str


class Change(NamedTuple):
    """A file that a commit changed: its content before, one for each parent, and after; empty where there was none."""

    name: str
    before: tuple[str, ...]
    after: str


class Made(NamedTuple):
    """A commit with the data files it changed; `parents` is 0 for the first one, 2 or more for a merge."""

    commit: Commit
    parents: int
    changes: tuple[Change, ...]


def data_file(name: str, data: bytes) -> DataFile:
    """A file of an earlier moment; one that is too big keeps its size only, so that reading it says why."""
    kind: FileKind = "settings" if name == SETTINGS else name.split("/", 1)[0]  # type: ignore[assignment]
    return DataFile(name, "", kind, len(data), data if len(data) <= LARGEST else None)


def portfolio_of(
    root: Path, commit: Commit, found: Iterable[Blob], held: Mapping[str, bytes], left_out: frozenset[str] = frozenset()
) -> Portfolio:
    """The portfolio a commit holds, judged by its own settings. Files whose content is in `left_out` are not in it."""
    found = list(found)
    files = [data_file(blob.name, held[blob.sha]) for blob in found if blob.sha and blob.sha not in left_out]
    links = [blob.name for blob in found if not blob.sha]
    wrong = [Diagnostic("outside-root", "a link, not followed at an earlier moment", file=name) for name in links]
    own = next((blob for blob in found if blob.name == SETTINGS and blob.sha), None)
    settings, more = settings_of(data_file(SETTINGS, held[own.sha])) if own else (DEFAULTS, ())
    data = tuple(file for file in files if file.kind != "settings")
    known = commit.words()
    return Portfolio(root, settings, data, tuple(one._replace(known=known) for one in (*more, *wrong)), known)
