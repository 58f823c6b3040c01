"""Names of files as a build server knows them: from the top of the git repository that a portfolio lies in."""

from collections.abc import Iterable
from pathlib import Path

from strategy_tracker.diagnostics import Diagnostic


def folder_in_repository(root: Path) -> str:
    """The way from the top of the git repository down to `root`, with forward slashes; "" where it is the top."""
    real = root.resolve()
    top = next((folder for folder in (real, *real.parents) if (folder / ".git").exists()), real)
    return "" if top == real else real.relative_to(top).as_posix()


def names_from_top(names: Iterable[str], root: Path) -> list[str]:
    """The names of files in a portfolio, each from the top of its repository."""
    folder = folder_in_repository(root)
    return [f"{folder}/{name}" if folder else name for name in names]


def findings_from_top(found: Iterable[Diagnostic], root: Path) -> list[Diagnostic]:
    """The same diagnostics, with their files named from the top of the repository.

    One of an earlier version is named from there already, and says in words which version: a program shows no more.
    """
    folder = folder_in_repository(root)
    return [
        one._replace(message=f"{one.message}, in {one.known}", known="")
        if one.known
        else one._replace(file=f"{folder}/{one.file}" if folder else one.file)
        for one in found
    ]
