"""`strategy merge-driver`: what git calls so that two people's work on one file comes together item by item."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.options import Root
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking_back.merge import ConflictPlace, InstalledDriver, MergedFile

EXAMPLE = "strategy merge-driver --install"


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
    from strategy_tracker.app.looking_back.merge import install_driver, merge_files

    if install:
        return _print_installed(install_driver(root))
    if ancestor is None or ours is None or theirs is None:
        raise Problem("git calls this with three files", "'strategy merge-driver --install' makes it do so")
    names = ("ours" if our_name == "%X" else our_name, "theirs" if their_name == "%Y" else their_name)
    merged = merge_files(ancestor, ours, theirs, names, marker_size)
    _print_merged(merged, path or ours.name)
    return CLEAN if merged.is_clean else FINDINGS


def _print_merged(merged: "MergedFile", name: str) -> None:
    if merged.note:
        print_note(f"note: {name} {merged.note}")
    if merged.unmerged:
        print_note(f"{name} cannot be merged at all ({merged.unmerged}): our version is in the file, theirs is not")
    if merged.markers:
        print_note(f"  help: choose between the versions in {name}, then 'strategy validate' and 'git add'")
    for place in merged.conflicts:
        print_note(f"{name}:{place.line}: {_what(place)} on both sides, and not alike")
    for place in merged.collided:
        print_note(f"{name}:{place.line}: both sides gave the id '{place.item}' to something new; both are kept")
    if merged.conflicts:
        print_note("  help: keep what is right between the markers <<<<<<< and >>>>>>>, and delete the markers")
    if merged.collided:
        print_note("  help: give the one that is younger another id, and mend what refers to it")
    if merged.conflicts or merged.collided:
        print_note(f"  then: strategy validate, and git add {name}")


def _what(place: "ConflictPlace") -> str:
    if not place.field:
        return f"'{place.item}' was changed" if place.item else "an item was changed"
    return f"'{place.field}' of '{place.item}' was changed" if place.item else f"'{place.field}' was changed"


def _print_installed(done: "InstalledDriver") -> int:
    print_note(f"git config merge.strategy.driver is now: {done.line}")
    if done.problem:
        raise done.problem
    if done.added:
        many = "s" * (done.added > 1)
        print_note(f"wrote .gitattributes: {done.added} line{many}; commit it, so that it holds for all")
    else:
        print_note(".gitattributes says all that is needed")
    return CLEAN
