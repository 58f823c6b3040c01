"""What every command that writes prints: the diff of a dry run, what was written and how to undo it, the colour."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import fitted, print_note, print_parted
from strategy_tracker.cli.options import day
from strategy_tracker.cli.output import print_as_it_is

if TYPE_CHECKING:
    from strategy_tracker.app.writing.commit import Receipt
    from strategy_tracker.app.writing.journal import Journal
    from strategy_tracker.app.writing.proposal import ColourChange, Note, Proposal
    from strategy_tracker.diagnostics import Diagnostic

DryRun = Annotated[bool, typer.Option("--dry-run", help="print the change as a diff and write nothing")]
Resolution = Annotated[
    str, typer.Option(metavar="ASK", help="the resolution of a meeting by which it was agreed", show_default=False)
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="mend what has one right answer (ids, years written 2018-19, moves that are not recorded), then check",
    ),
]


def carry_out(proposal: "Proposal", dry_run: bool) -> "Receipt":
    """Write a proposal and say so, or with `dry_run` print its diff; the receipt of it."""
    from strategy_tracker.app.writing.commit import PartlyWritten, Receipt, commit

    if dry_run:
        print_files(proposal)
        return Receipt(proposal, ())
    try:
        receipt = commit(proposal, _journal(proposal.root))
    except PartlyWritten as error:
        print_files(error.receipt.proposal, error.receipt)
        raise
    print_files(receipt.proposal, receipt)
    for change in receipt.proposal.colours:
        print_colour_change(change)
    return receipt


def mend(proposal: "Proposal", dry_run: bool) -> None:
    """Write what can be mended and say so, or with `dry_run` print it as a diff; say what is left for a person."""
    from strategy_tracker.app.writing.commit import commit
    from strategy_tracker.views.text import counted

    receipt = None if dry_run else commit(proposal, _journal(proposal.root))
    proposal = receipt.proposal if receipt else proposal
    for one in proposal.files:
        for note in one.notes:
            print_note(note.message)
        if one.changes and dry_run:
            print_as_it_is(one.diff)
        elif one.changes:
            print_note(f"wrote {one.file.name}:{one.edit.line}: {counted(one.changes, 'fault')} mended")
    for file in receipt.files if receipt else ():
        if file.is_parted:
            print_parted(file.file.name)
    if receipt:
        print_way_back(receipt)
    if not any(one.changes for one in proposal.files):
        print_note("nothing was mended: --fix knows no fault here that has one right answer")


def print_files(proposal: "Proposal", receipt: "Receipt | None" = None) -> None:
    """Say what was written in each file and what is odd in it, or print the diff where nothing was."""
    if proposal.already:
        print_note(f"already recorded, nothing was written: {proposal.already}")
    written = receipt.files if receipt else ()
    for number, one in enumerate(proposal.files[: len(written) or None]):
        if one.is_new:
            print_findings(one.findings)
        if written:
            print_note(f"wrote {written[number].file.name}:{written[number].edit.line}")
            if written[number].is_parted:
                print_parted(written[number].file.name)
        else:
            print_as_it_is(one.diff)
        if receipt and number == len(written) - 1:
            print_way_back(receipt)
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


def print_way_back(receipt: "Receipt") -> None:
    """Say how what was written is taken back, from where the person stands."""
    if receipt.files and receipt.kept:
        root, here = receipt.proposal.root.resolve(), Path.cwd()
        elsewhere = "" if here.is_relative_to(root) else f' --root "{root}"' if " " in str(root) else f" --root {root}"
        print_note(f"  undo: strategy undo{elsewhere}")


def take_back(receipt: "Receipt") -> None:
    """Take back what was written a moment ago. Raises `Problem` where its lines have changed since."""
    from strategy_tracker.app.writing.commit import undo

    undo(receipt, _journal(receipt.proposal.root))


def _journal(root: Path) -> "Journal | None":
    from strategy_tracker.app.writing.journal import journal_of

    return journal_of(root, day("").isoformat())
