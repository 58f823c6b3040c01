"""Put finished pages where they are wanted: never over a file that is not a page of ours, and each in one step."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.problem import Problem
from strategy_tracker.views.dashboard.page_frame import is_ours

SUFFIXES = (".html", ".htm")


class PagePlace(NamedTuple):
    """Where pages are wanted: in a folder, or as one file."""

    path: Path
    is_folder: bool


def place_for(output: Path) -> PagePlace:
    """The place that a person names.

    Raises `Problem` for a name of something else, and where nothing may be written.
    """
    if output.is_dir() or not output.suffix:
        if output.exists() and not output.is_dir():
            step = "name another folder, or a file ending in .html"
            raise Problem(f"'{output}' is a file, and a folder is wanted", step)
        return PagePlace(output, is_folder=True)
    if output.suffix.lower() not in SUFFIXES:
        raise Problem(f"'{output}' is no name for a page", "name a file that ends in .html, or a folder")
    _refuse_if_not_ours(output)
    return PagePlace(output, is_folder=False)


def place_pages(
    folder: Path, names: Sequence[str], place: PagePlace, note: Callable[[str], None], *, whole: bool
) -> None:
    """Put the pages made in a folder where they are wanted, the first page last; `note` is told what was written.

    `whole` says that they are of all strategies, so that former pages may go. Raises `Problem` where a file that is
    not ours stands in the way; nothing has been written then.
    """
    output = place.path
    if not place.is_folder:
        _put(folder / names[0], output)
        note(f"wrote {output}")
        return
    for name in names:
        _refuse_if_not_ours(output / name)
    output.mkdir(parents=True, exist_ok=True)
    for name in names:
        _put(folder / name, output / name)
    note(f"wrote {output / names[-1]}" + (f" and {len(names) - 1} pages beside it" if len(names) > 1 else ""))
    for former in sorted(output.glob("strategy-*.html")) if whole else ():
        if former.name not in names and _is_ours(former):
            former.unlink()
            note(f"removed {former}, a former page: there is no such strategy any more")


_BEGINNING = 500
"""Bytes of a file in which it says whose it is."""


def _refuse_if_not_ours(path: Path) -> None:
    if os.path.lexists(path) and not _is_ours(path):
        raise Problem(
            f"'{path}' exists and is no page of a dashboard; nothing was written", "move it away, or use another name"
        )


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return is_ours(stream.read(_BEGINNING))


def _put(made: Path, target: Path) -> None:
    """Copy a page beside its place, then let it take the name in one step."""
    beside = target.with_name(f".{target.name}.new")
    with suppress(FileNotFoundError):
        beside.unlink()  # left by a command that was killed
    try:
        with made.open("rb") as whole, beside.open("xb") as copy:
            shutil.copyfileobj(whole, copy)
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
