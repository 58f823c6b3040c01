"""`strategy merge-driver`: what git calls so that two people's work on one file comes together item by item."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, say
from strategy_tracker.cli.options import Root
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.merging.merge import Merged, Place

EXAMPLE = "strategy merge-driver --install"

ATTRIBUTES = (
    "strategies/**/*.y*ml merge=strategy",
    "measures/**/*.y*ml merge=strategy",
    "practice/**/*.y*ml merge=strategy",
    "strategy-tracker.yaml merge=strategy",
)
"""What `.gitattributes` says, so that git calls the driver for these files; it is committed and holds for everybody."""


def command(
    ancestor: Annotated[Path | None, typer.Argument(help="%O: the file before both changes")] = None,
    ours: Annotated[Path | None, typer.Argument(help="%A: our version; the result is written here")] = None,
    theirs: Annotated[Path | None, typer.Argument(help="%B: their version")] = None,
    path: Annotated[str, typer.Argument(help="%P: the name of the file, for messages")] = "",
    marker_size: Annotated[int, typer.Argument(help="%L: how many signs a conflict marker has")] = 7,
    our_name: Annotated[str, typer.Argument(help="%X: what git calls our version")] = "ours",
    their_name: Annotated[str, typer.Argument(help="%Y: what git calls theirs")] = "theirs",
    install: Annotated[bool, typer.Option("--install", help="tell git of it, in this copy of the portfolio")] = False,
    root: Root = None,
) -> int:
    """Merge two versions of a file by id and field, as git asks for it; or, once, --install it in your copy.

    Where both changed one field, both values are left between conflict markers and the exit code is 1. A file that
    cannot be read is merged line by line, as git itself would.
    """
    if install:
        return _install(root)
    if ancestor is None or ours is None or theirs is None:
        raise Problem("git calls this with three files", "'strategy merge-driver --install' makes it do so")
    names = ("ours" if our_name == "%X" else our_name, "theirs" if their_name == "%Y" else their_name)
    return merge_files(ancestor, ours, theirs, path or ours.name, names, marker_size)


def merge_files(ancestor: Path, ours: Path, theirs: Path, name: str, names: tuple[str, str], size: int) -> int:
    """Put the merge of three files in the place of `ours`, and say where somebody has to look; 0 if nobody has."""
    from strategy_tracker.merging.merge import CannotMerge, merge

    try:
        merged = merge(ancestor.read_bytes(), ours.read_bytes(), theirs.read_bytes(), names, size)
    except CannotMerge as error:
        say(f"note: {name} is merged line by line: {error}")
        return _by_lines(ancestor, ours, theirs, name, names, size)
    except Exception as error:  # git takes whatever we leave for a merge, so it has to be one
        say(f"note: {name} is merged line by line after a fault of ours, not yours ({type(error).__name__}: {error})")
        return _by_lines(ancestor, ours, theirs, name, names, size)
    ours.write_bytes(merged.data)
    _tell(merged, name)
    return CLEAN if merged.clean else FINDINGS


def _by_lines(ancestor: Path, ours: Path, theirs: Path, name: str, names: tuple[str, str], size: int) -> int:
    from strategy_tracker.history import NoGit, git

    labels = [word for label in (names[0], "before", names[1]) for word in ("-L", label)]
    files = [str(file.absolute()) for file in (ours, ancestor, theirs)]
    asked = ("merge-file", "-p", f"--marker-size={size}", *labels, *files)
    try:
        out = git(ours.absolute().parent, *asked, allow=tuple(range(128)))
    except NoGit as error:
        say(f"{name} cannot be merged at all ({error}): our version is in the file, theirs is not")
        return FINDINGS
    ours.write_bytes(out)
    if b"\n" + b"<" * size + b" " not in b"\n" + out:
        return CLEAN
    say(f"  help: choose between the versions in {name}, then 'strategy validate' and 'git add'")
    return FINDINGS


def _tell(merged: "Merged", name: str) -> None:
    for place in merged.conflicts:
        say(f"{name}:{place.line}: {_what(place)} on both sides, and not alike")
    for place in merged.collided:
        say(f"{name}:{place.line}: both sides gave the id '{place.item}' to something new; both are kept")
    if merged.conflicts:
        say("  help: keep what is right between the markers <<<<<<< and >>>>>>>, and delete the markers")
    if merged.collided:
        say("  help: give the one that is younger another id, and mend what refers to it")
    if not merged.clean:
        say(f"  then: strategy validate, and git add {name}")


def _what(place: "Place") -> str:
    if not place.field:
        return f"'{place.item}' was changed" if place.item else "an item was changed"
    return f"'{place.field}' of '{place.item}' was changed" if place.item else f"'{place.field}' was changed"


def _install(root: Path | None) -> int:
    from strategy_tracker.files.find import find_root
    from strategy_tracker.history import NoGit, git

    folder = root or find_root(Path.cwd())
    if folder is None:
        raise Problem("there is no portfolio here", "go to the portfolio's folder, or name it with --root")
    line = driver()
    try:
        git(folder, "config", "merge.strategy.name", "strategies and measures by id and field")
        git(folder, "config", "merge.strategy.driver", line)
    except NoGit as error:
        mend = error.next_step if shutil.which("git") is None else "'git init' makes a repository"
        raise Problem(f"git does not take it: {error}", mend) from None
    say(f"git config merge.strategy.driver is now: {line}")
    _attributes(folder)
    return CLEAN


def driver() -> str:
    """The line git runs. Should this program be missing one day, git's own merge takes its place."""
    program = "strategy" if shutil.which("strategy") else f'"{Path(sys.executable).as_posix()}" -m strategy_tracker'
    ours = f"{program} merge-driver %O %A %B %P %L %X %Y"
    return f"{ours} || {{ test $? -gt 1 && git merge-file --marker-size=%L %A %O %B; }}"


def _attributes(folder: Path) -> None:
    """Add to `.gitattributes` what it does not say yet."""
    from strategy_tracker.files.write import CannotWrite, create, locked, replace

    path = folder / ".gitattributes"
    try:
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
    except CannotWrite as error:
        raise Problem(str(error), f"type these lines: {'; '.join(ATTRIBUTES)}") from None
    if missing:
        say(f"wrote .gitattributes: {len(missing)} line{'s' * (len(missing) > 1)}; commit it, so that it holds for all")
    else:
        say(".gitattributes says all that is needed")
