"""Finds the folder in which answers are kept: one of the person's own, never one that a repository can bring along."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MOST = 256_000_000
"""Bytes that all packs together may have; those that nobody has asked for the longest go."""
ENDING, BEGUN = ".pack", ".new"
"""How the names of packs end, and of one that is still being written."""
_OFF = "STRATEGY_NO_CACHE"


class KeptFolder(NamedTuple):
    """Where answers about a portfolio are kept; where none are, `path` is None or `why_not` says what hinders it."""

    path: Path | None
    why_not: str = ""

    def packs(self) -> list[tuple[Path, os.stat_result]]:
        """Every pack that is kept, of whatever portfolio, with what the disk says of it; the one used last at the end.

        One that was being written when its program was stopped is among them.
        """
        return sorted(_packs(self.path), key=lambda one: one[1].st_mtime_ns) if self.path else []

    def make_room(self) -> None:
        """Throw away what was used longest ago, until all that is kept has at most `MOST` bytes."""
        kept = self.packs()
        size = sum(about.st_size for _, about in kept)
        for path, about in kept:
            if size <= MOST:
                return
            with suppress(OSError):
                path.unlink()
            size -= about.st_size

    def empty(self) -> int:
        """Throw away all that is kept, of whatever portfolio, and say how many packs that were."""
        kept = self.packs()
        for path, _ in kept:
            path.unlink(missing_ok=True)
        return len(kept)


def kept_folder(root: Path) -> KeptFolder:
    """The folder for answers about the portfolio at `root`: where the system has what programs can make anew."""
    if os.environ.get(_OFF, "") not in ("", "0"):
        return KeptFolder(None, f"{_OFF} is set")
    try:
        folder = _own_folder() / "strategy-tracker"
    except RuntimeError:
        return KeptFolder(None, "you have no home folder")
    real, top = os.path.realpath(folder), _top(os.path.realpath(root))
    if real == top or real.startswith(os.path.join(top, "")):  # noqa: PTH118 - as in `files.find`
        return KeptFolder(None, "it would lie in the repository")
    return KeptFolder(folder, _why_not(folder))


def _own_folder() -> Path:
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    usual = {"win32": ("AppData", "Local"), "darwin": ("Library", "Caches")}.get(sys.platform, (".cache",))
    return Path(given) if Path(given).is_absolute() else Path.home().joinpath(*usual)


def _top(real: str) -> str:
    """The top of the repository around a folder, or the folder: a checkout must not bring its own answers."""
    here = Path(real)
    return str(next((one for one in (here, *here.parents) if os.path.lexists(one / ".git")), here))


def _why_not(folder: Path) -> str:
    """What is wrong with the folder, if it is there: others could write into it."""
    try:
        about = folder.lstat()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return str(error.strerror)
    if not os.path.isdir(folder) or folder.is_symlink():  # noqa: PTH112
        return "it is no folder"
    return "" if is_own(about) else "it is not yours alone"


def is_own(about: os.stat_result) -> bool:
    """Whether a file or folder is this person's, and nobody else may write or read it; Windows sees to that itself."""
    return not hasattr(os, "getuid") or (about.st_uid == os.getuid() and not about.st_mode & 0o077)


def _packs(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((ENDING, BEGUN)):
                with suppress(OSError):
                    yield Path(entry.path), entry.stat(follow_symlinks=False)
