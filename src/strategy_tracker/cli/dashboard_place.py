"""Put finished pages where they are wanted: never over a file that is not a page of ours, and each in one step."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from strategy_tracker.cli.boundary import say
from strategy_tracker.problem import Problem

SUFFIXES = (".html", ".htm")


def is_folder(output: Path) -> bool:
    """Whether a folder is meant rather than a file. Raises `Problem` for a name of something else."""
    if output.is_dir() or not output.suffix:
        return True
    if output.suffix.lower() not in SUFFIXES:
        raise Problem(f"'{output}' is no name for a page", "name a file that ends in .html, or a folder")
    return False


def check(output: Path, folder: bool) -> None:
    """Raises `Problem`, before anything is built, where nothing may be written."""
    if not folder:
        _ours_or_new(output)
    elif output.exists() and not output.is_dir():
        raise Problem(f"'{output}' is a file, and a folder is wanted", "name another folder, or a file ending in .html")


def place(made: Path, names: Iterable[str], output: Path, *, folder: bool, whole: bool) -> None:
    """Move pages to where they are wanted, the first page last; `whole` says that former pages may go.

    Raises `Problem` where a file that is not ours stands in the way; nothing has been written then.
    """
    names = list(names)
    if not folder:
        _put(made / names[0], output)
        say(f"wrote {output}")
        return
    for name in names:
        _ours_or_new(output / name)
    output.mkdir(parents=True, exist_ok=True)
    for name in names:
        _put(made / name, output / name)
    say(f"wrote {output / names[-1]}" + (f" and {len(names) - 1} pages beside it" if len(names) > 1 else ""))
    for former in sorted(output.glob("strategy-*.html")) if whole else ():
        if former.name not in names and _is_ours(former):
            former.unlink()
            say(f"removed {former}, a former page: there is no such strategy any more")


def _ours_or_new(path: Path) -> None:
    if os.path.lexists(path) and not _is_ours(path):
        raise Problem(
            f"'{path}' exists and is no page of a dashboard; nothing was written", "move it away, or use another name"
        )


def _is_ours(path: Path) -> bool:
    from strategy_tracker.views.dashboard.page_frame import MARK

    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(MARK)) == MARK


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
