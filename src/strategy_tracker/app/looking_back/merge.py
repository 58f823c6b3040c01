"""Merges two people's versions of a file as git asks for it, and tells git to ask."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.files.find import find_root
from strategy_tracker.files.write import CannotWrite, create, locked, replace
from strategy_tracker.history.repository.git import NoGit, git, place
from strategy_tracker.merging.merge import CannotMerge, ConflictPlace, merge
from strategy_tracker.problem import Problem

__all__ = ["ConflictPlace", "InstalledDriver", "MergedFile", "driver_line", "install_driver", "merge_files"]

ATTRIBUTES = (
    "strategies/**/*.y*ml merge=strategy",
    "measures/**/*.y*ml merge=strategy",
    "practice/**/*.y*ml merge=strategy",
    "comparators/**/*.y*ml merge=strategy",
    "imports/**/*.y*ml merge=strategy",
    "strategy-tracker.yaml merge=strategy",
)
"""What `.gitattributes` says, so that git calls the driver for these files; it is committed and holds for everybody."""


class MergedFile(NamedTuple):
    """What is in the place of our version now, and where somebody has to look at it.

    `note` says that it was merged line by line, as git itself would, and why: its places are then not known, only
    whether there are `markers` in it. `unmerged` says why even that failed: our version is then as it was.
    """

    conflicts: tuple[ConflictPlace, ...] = ()
    collided: tuple[ConflictPlace, ...] = ()
    note: str = ""
    markers: bool = False
    unmerged: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to look at it."""
        return not (self.conflicts or self.collided or self.markers or self.unmerged)


def merge_files(ancestor: Path, ours: Path, theirs: Path, names: tuple[str, str], size: int) -> MergedFile:
    """Puts the merge of three files in the place of `ours`; conflict markers have `size` signs and these names."""
    try:
        merged = merge(ancestor.read_bytes(), ours.read_bytes(), theirs.read_bytes(), names, size)
    except CannotMerge as error:
        note = f"is merged line by line: {error}"
    except Exception as error:  # git takes whatever we leave for a merge, so it has to be one
        note = f"is merged line by line after a fault of ours, not yours ({type(error).__name__}: {error})"
    else:
        ours.write_bytes(merged.data)
        return MergedFile(merged.conflicts, merged.collided)
    return _by_lines(ancestor, ours, theirs, names, size)._replace(note=note)


def _by_lines(ancestor: Path, ours: Path, theirs: Path, names: tuple[str, str], size: int) -> MergedFile:
    labels = [word for label in (names[0], "before", names[1]) for word in ("-L", label)]
    files = [str(file.absolute()) for file in (ours, ancestor, theirs)]
    asked = ("merge-file", "-p", f"--marker-size={size}", *labels, *files)
    try:
        out = git(ours.absolute().parent, *asked, allow=tuple(range(128)))
    except NoGit as error:
        return MergedFile(unmerged=str(error))
    ours.write_bytes(out)
    return MergedFile(markers=b"\n" + b"<" * size + b" " in b"\n" + out)


# so that git asks


class InstalledDriver(NamedTuple):
    """The line that git runs now, and how many lines `.gitattributes` lacked; or why they could not be written."""

    line: str
    added: int
    problem: Problem | None = None


def install_driver(root: Path | None) -> InstalledDriver:
    """Tells git of the driver, in this copy of the portfolio. Raises `Problem` where git does not take it."""
    folder = root or find_root(Path.cwd())
    if folder is None:
        raise Problem("there is no portfolio here", "go to the portfolio's folder, or name it with --root")
    line = driver_line()
    try:
        place(folder)  # 'git config' itself says of no fault what it is
        git(folder, "config", "merge.strategy.name", "strategies and measures by id and field")
        git(folder, "config", "merge.strategy.driver", line)
    except NoGit as error:
        mend = "'git init' makes a repository" if error.is_without_record else error.next_step
        raise Problem(f"git does not take it: {error}", mend) from None
    try:
        return InstalledDriver(line, _complete_attributes(folder))
    except CannotWrite as error:
        return InstalledDriver(line, 0, Problem(str(error), f"type these lines: {'; '.join(ATTRIBUTES)}"))


def driver_line() -> str:
    """The line git runs. Should this program be missing one day, git's own merge takes its place."""
    program = "strategy" if shutil.which("strategy") else f'"{Path(sys.executable).as_posix()}" -m strategy_tracker'
    ours = f"{program} merge-driver %O %A %B %P %L %X %Y"
    return f"{ours} || {{ test $? -gt 1 && git merge-file --marker-size=%L %A %O %B; }}"


def _complete_attributes(folder: Path) -> int:
    """Adds to `.gitattributes` what it does not say yet; the number of lines added. Raises `CannotWrite`."""
    path = folder / ".gitattributes"
    with locked(folder):
        before = path.read_bytes() if os.path.lexists(path) else None
        said = (before or b"").decode("utf-8", "replace")
        missing = [line for line in ATTRIBUTES if line not in said.splitlines()]
        eol = "\r\n" if "\r\n" in said else "\n"
        gap = eol if said and not said.endswith("\n") else ""
        after = (before or b"") + (gap + "".join(line + eol for line in missing)).encode()
        if before is None:
            create(path, after)
        elif missing:
            replace(path, before, after)
    return len(missing)
