"""Finds the files that make up a portfolio. Links out of it are not followed; nothing is passed over in silence."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Diagnostic

FileKind = Literal["strategies", "measures", "practice", "published", "comparators", "imports", "settings"]
KINDS: tuple[FileKind, ...] = ("strategies", "measures", "practice", "published", "comparators", "imports")
SETTINGS = "strategy-tracker.yaml"
LARGEST = 16 * 1024 * 1024
"""Bytes a data file may have: a hundred times the largest strategy we know."""


class DataFile(NamedTuple):
    """A data file: its name from the root with forward slashes, what it should hold, and its size in bytes.

    `data` is what it held at an earlier moment; None for a file that is read from disk.
    """

    name: str
    path: str
    kind: FileKind
    size: int
    data: bytes | None = None


YAML = (".yaml", ".yml")
TABLE = ".csv"
"""How a table of comparators ends: nothing else is read from a table where it lies."""
HIDDEN = (".yaml.txt", ".yml.txt")
"""What editors of Windows make of a name that is to end in .yaml, and the file manager hides."""
_RENAME = "rename it so that it ends in .yaml; Windows may hide the last ending"


def find_root(start: Path) -> Path | None:
    """Find the nearest folder at or above `start` that holds a portfolio; None where there is none."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() or (folder / "strategies").is_dir() or _has_data(folder / "measures"):
            return folder
    return None


def _has_data(folder: Path) -> bool:
    """Tell whether a folder holds a data file: other projects have a folder called measures as well."""
    try:
        return any(name.lower().endswith(YAML) for name in (entry.name for entry in folder.iterdir()))
    except OSError:
        return False


def is_data_name(name: str, kind: str) -> bool:
    """Tell whether a file of this name, among those of a kind, is a data file."""
    lower = name.lower()
    return lower.endswith(YAML) or (kind == "comparators" and lower.endswith(TABLE))


def find_files(root: Path) -> tuple[list[DataFile], list[Diagnostic]]:
    """Find every data file of the portfolio, by name; and say of what looks like one why it is none."""
    files: list[DataFile] = []
    wrong: list[Diagnostic] = []
    real = os.path.realpath(root)
    for kind in KINDS:
        for found in _walk(os.path.join(root, kind), kind, kind, real):  # noqa: PTH118 - a thousand Paths cost more than reading
            if isinstance(found, DataFile):
                files.append(found)
            else:
                wrong.append(found)
    return sorted(files), wrong


def _walk(folder: str, name: str, kind: FileKind, root: str) -> Iterator[DataFile | Diagnostic]:
    if not os.path.lexists(folder):
        return
    try:
        if outside(folder, root):
            yield _wrong("outside-root", "this folder is a link out of the portfolio", name)
            return
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _wrong("unreadable", f"this folder cannot be read ({error.strerror})", name)
        return
    for entry in listed:
        if not entry.name.startswith("."):
            yield from _entry(entry, f"{name}/{entry.name}", kind, root)


def _entry(entry: os.DirEntry[str], name: str, kind: FileKind, root: str) -> Iterator[DataFile | Diagnostic]:
    data = is_data_name(entry.name, kind)
    try:
        if entry.is_symlink() and outside(entry.path, root):
            yield _wrong("outside-root", "a link out of the portfolio", name)
        elif entry.is_dir(follow_symlinks=False):
            if data:
                yield _wrong("not-a-file", "a folder with the name of a data file", name)
            yield from _walk(entry.path, name, kind, root)
        elif data:
            about = entry.stat()
            if stat.S_ISREG(about.st_mode):
                yield DataFile(name, entry.path, kind, about.st_size)
            else:
                yield _wrong("not-a-file", "this is not an ordinary file", name)
        elif entry.name.lower().endswith(HIDDEN):
            yield _wrong("not-a-file", "this is not read: its name goes on after .yaml", name, _RENAME)
        elif entry.is_symlink() and entry.is_dir():
            yield _wrong("outside-root", "a link to a folder, which is not followed", name)
    except OSError as error:
        yield _wrong("unreadable", f"this cannot be read ({error.strerror})", name)


def outside(path: str, root: str) -> bool:
    """Whether `path`, its links followed, lies outside `root`, whose links are followed already."""
    real = os.path.realpath(path)
    return real != root and not real.startswith(root + os.sep)


def _wrong(code: str, message: str, name: str, next_step: str = "") -> Diagnostic:
    return Diagnostic(code, message, next_step=next_step, file=name)
