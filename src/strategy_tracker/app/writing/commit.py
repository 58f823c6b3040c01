"""Writing what was proposed, and taking it back: under the lock, each file whole or not at all."""

from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.writing.journal import Journal
from strategy_tracker.app.writing.proposal import Note, Proposal, ProposedFile, fingerprint
from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.splicing.edit import Edit, take_back
from strategy_tracker.files import write
from strategy_tracker.files.content import content
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.write import CannotWrite, NameTaken
from strategy_tracker.model.record import Record
from strategy_tracker.problem import Problem


class WrittenFile(NamedTuple):
    """A file that was written: its bytes and its record before and after, and the first line of the last change.

    `is_parted` where another name of the file (a hard link) keeps what it held.
    """

    file: DataFile
    edit: Edit
    before: Record | None
    after: Record | None
    is_new: bool
    is_parted: bool = False


class Receipt(NamedTuple):
    """What `commit` wrote, and the proposal it came from as it was in the end; `undo` takes it back.

    No file is in it where the files said exactly this already. `kept` is the name of the write in the journal, if any.
    """

    proposal: Proposal
    files: tuple[WrittenFile, ...]
    kept: str = ""


class PartlyWritten(Problem):
    """One of several files could not be written, nor could those before it be taken back; the receipt is of those."""

    def __init__(self, message: str, next_step: str, receipt: Receipt) -> None:
        super().__init__(message, next_step)
        self.receipt = receipt


def commit(proposal: Proposal, journal: Journal | None = None) -> Receipt:
    """Writes a proposal and gives the receipt. Where its files have changed by now, it is planned on them anew.

    With a journal, `strategy undo` can take it back later.

    Raises `Problem` where that cannot be, or a file cannot be written: all are then as they were, or it is a
    `PartlyWritten`. Of files that stand apart, one that cannot be written has a note instead.
    """
    with write.locked(proposal.root):
        if fingerprint(proposal.basis.paths) != proposal.basis.fingerprint:
            proposal = proposal.basis.again()
        kept = journal.keep(proposal) if journal and proposal.files else ""
        receipt = _each_by_itself(proposal) if proposal.stand_apart else _all_or_none(proposal)
        if journal and kept:
            journal.made(kept)
    return receipt._replace(kept=kept)


def _all_or_none(proposal: Proposal) -> Receipt:
    written = list[WrittenFile]()
    for one in proposal.files:
        try:
            written.append(_written(one))
        except NameTaken as error:
            raise Problem(error.message, "choose another name with --id or --file") from None
        except CannotWrite as error:
            _take_back_half(Receipt(proposal, tuple(written)), one, error)
            raise
    return Receipt(proposal, tuple(written))


def _take_back_half(receipt: Receipt, missing: ProposedFile, why: CannotWrite) -> None:
    """Take back the files that were written before one that cannot be. Raises `PartlyWritten` where that fails, too."""
    try:
        _take_back(receipt)
    except Problem:
        names = " and ".join(one.file.name for one in receipt.files)
        message = (
            f"{names} {'are' if len(receipt.files) > 1 else 'is'} written, but not {missing.file.name}: {why.message}"
        )
        raise PartlyWritten(
            message, f"'git diff -- {receipt.files[0].file.name}' shows what it holds", receipt
        ) from None


def _each_by_itself(proposal: Proposal) -> Receipt:
    files, written = list[ProposedFile](), list[WrittenFile]()
    for one in proposal.files:
        try:
            written += [_written(one)] if one.changes else []
            files.append(one)
        except CannotWrite as error:
            unchanged = Edit(one.edit.before, one.edit.before, 0)
            files.append(one._replace(edit=unchanged, changes=0, notes=(Note(error.message),)))
    return Receipt(proposal._replace(files=tuple(files)), tuple(written))


def _written(one: ProposedFile) -> WrittenFile:
    parted = False
    if one.is_new:
        write.create(Path(one.file.path), one.edit.after)
    else:
        parted = write.replace(Path(one.file.path), one.edit.before, one.edit.after)
    return WrittenFile(one.file, one.edit, one.before, one.after, one.is_new, parted)


def undo(receipt: Receipt, journal: Journal | None = None) -> None:
    """Takes back exactly what was written: a new file is deleted, in others what stood there before is there again.

    The journal that the write stands in, if any, is told. What was changed elsewhere in a file since stays. Raises
    `Problem` where what was written, or a line beside it, has been changed: nothing is taken back then, in no file.
    """
    with write.locked(receipt.proposal.root):
        _take_back(receipt)
        if journal:
            journal.forget(receipt.kept)


def _take_back(receipt: Receipt) -> None:
    former = [(one, _taken_back(one)) for one in reversed(receipt.files)]
    done = list[str]()
    for one, back in former:
        path = Path(one.file.path)
        try:
            write.remove(path, back.before) if one.is_new else write.replace(path, back.before, back.after)
        except CannotWrite as error:
            if not done:
                raise
            message = f"{' and '.join(done)} is as it was, but not {one.file.name}: {error.message}"
            raise Problem(message, f"'git diff -- {one.file.name}' shows what it holds") from None
        done.append(one.file.name)


def _taken_back(one: WrittenFile) -> Edit:
    """The edit that gives a file what it held without that which was written."""
    try:
        now = content(one.file)
        if not one.is_new:
            return take_back(now, one.edit.spans)
        if now == one.edit.after:
            return Edit(now, b"", 1)
        place, why = one.file.name, "it has been changed since it was written"
    except CannotEdit as error:
        place, why = f"{one.file.name}:{error.line}", str(error)
    except Unreadable as error:
        place, why = one.file.name, error.message
    raise Problem(f"nothing was taken back: {place}: {why}", "undo it by hand")
