"""What every command that writes prints: the diff of a dry run, what was written and how to undo it, the colour."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import fitted, print_note
from strategy_tracker.cli.output import print_as_it_is

if TYPE_CHECKING:
    from strategy_tracker.app.writing.commit import Receipt, WrittenFile
    from strategy_tracker.app.writing.proposal import ColourChange, Note, Proposal
    from strategy_tracker.diagnostics import Diagnostic

DryRun = Annotated[bool, typer.Option("--dry-run", help="print the change as a diff and write nothing")]


def carry_out(proposal: "Proposal", dry_run: bool) -> "Receipt":
    """Write a proposal and say so, or with `dry_run` print its diff; the receipt of it."""
    from strategy_tracker.app.writing.commit import PartlyWritten, Receipt, commit

    if dry_run:
        print_files(proposal, ())
        return Receipt(proposal, ())
    try:
        receipt = commit(proposal)
    except PartlyWritten as error:
        print_files(error.receipt.proposal, error.receipt.files)
        raise
    print_files(receipt.proposal, receipt.files)
    for change in receipt.proposal.colours:
        print_colour_change(change)
    return receipt


def mend(proposal: "Proposal", dry_run: bool) -> None:
    """Write what can be mended and say so, or with `dry_run` print it as a diff; say what is left for a person."""
    from strategy_tracker.app.writing.commit import commit
    from strategy_tracker.views.text import counted

    if not dry_run:
        proposal = commit(proposal).proposal
    for one in proposal.files:
        for note in one.notes:
            print_note(note.message)
        if one.changes and dry_run:
            print_as_it_is(one.diff)
        elif one.changes:
            print_note(f"wrote {one.file.name}:{one.edit.line}: {counted(one.changes, 'fault')} mended")
    if not any(one.changes for one in proposal.files):
        print_note("nothing was mended: --fix knows no fault here that has one right answer")


def print_files(proposal: "Proposal", written: "Sequence[WrittenFile]") -> None:
    """Say what was written in each file and what is odd in it, or print the diff where nothing was."""
    if proposal.already:
        print_note(f"already recorded, nothing was written: {proposal.already}")
    for number, one in enumerate(proposal.files[: len(written) or None]):
        if one.is_new:
            print_findings(one.findings)
        if written:
            print_written(written[number], proposal.root)
        else:
            print_as_it_is(one.diff)
        if not one.is_new:
            print_findings(one.findings)
        print_notes(one.notes)


def print_colour_change(change: "ColourChange") -> None:
    """The colour of a thing before and after, why, and what else follows."""
    old, new = change.before.rating, change.after.rating
    words = new.word if old.word == new.word else f"{old.word} → {new.word}"
    lines = [f"{change.after.id}: {words}", f"  {new.reason}", *(f"  {sentence}" for sentence in change.sentences)]
    sys.stdout.write("".join(f"{fitted(line, sys.stdout)}\n" for line in lines))
    print_notes(change.notes)


def print_findings(found: "Iterable[Diagnostic]") -> None:
    """Say what `strategy validate` finds odd in what was written; advice waits, but not for a text that is there."""
    for item in found:
        if item.severity == "warning" or item.code == "same-text":
            print_note(f"warning: {item.message} [{item.code}]")
            print_note(f"  help: {item.help}")


def print_notes(notes: "Iterable[Note]") -> None:
    """Say what a person should know, each with its next step."""
    for note in notes:
        print_note(f"note: {note.message}" + (f"\n  help: {note.next_step}" if note.next_step else ""))


def print_written(one: "WrittenFile", root: Path) -> None:
    """Say where a file was written, and how that is undone."""
    print_note(f"wrote {one.file.name}:{one.edit.line}")
    if one.is_new:
        print_note(f"  undo: delete {one.file.name}")
        return
    program, shown = _to_undo(root, Path(one.file.path))
    if one.was_committed:
        print_note(f"  undo: {program} restore -- {shown}")
    elif one.was_committed is False:
        print_note(f"  the file had other changes that are not committed: '{program} diff -- {shown}' shows them all")


def _to_undo(root: Path, path: Path) -> tuple[str, str]:
    """How git is called for a file from where the person stands, and the file's name in that call."""
    root, path, here = root.resolve(), path.resolve(), Path.cwd()
    if here.is_relative_to(root):
        return "git", _shown(path, here)
    return f"git -C {_shown(root, here)}", _shown(path, root)  # here may be another repository, or none


def _shown(path: Path, here: Path) -> str:
    near = path.relative_to(here) if path.is_relative_to(here) else path
    return f'"{near}"' if " " in str(near) else str(near)
