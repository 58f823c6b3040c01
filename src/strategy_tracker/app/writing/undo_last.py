"""Taking back what a person wrote last: shown first, then made as an edit of its own, also after a commit."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.writing.journal import Journal, KeptFile, KeptWrite, digest, names
from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.splicing.edit import Edit, diff, take_back
from strategy_tracker.files import write
from strategy_tracker.files.find import find_files
from strategy_tracker.files.write import CannotWrite
from strategy_tracker.problem import Problem


class BackFile(NamedTuple):
    """A file as it would be without what was written; one that was new is deleted.

    `was_committed` says whether git holds it as it is now.
    """

    name: str
    path: Path
    edit: Edit
    is_new: bool
    was_committed: bool

    @property
    def diff(self) -> str:
        """What taking it back changes, as a unified diff."""
        return diff(self.edit, self.name)


class LastWrite(NamedTuple):
    """The last write of a person that can be taken back, and what the files hold without it."""

    write: KeptWrite
    files: tuple[BackFile, ...]


def last_write(journal: Journal, pass_over: Callable[[Problem], None] | None = None) -> LastWrite | None:
    """What was written last and not taken back yet; None where there is nothing. Nothing is changed.

    Raises `Problem` where what was written, or a line beside it, has been changed since. With `pass_over`, which
    is told so instead, that write is left as it is, and the one before it is meant.
    """
    with write.locked(journal.root):
        for kept in reversed(journal.writes()):
            try:
                files = tuple(_standing(journal.root, kept))
            except Problem as error:
                if pass_over is None:
                    raise
                pass_over(error)
                continue
            if files:
                return LastWrite(kept, files)
            journal.forget(kept.name)
    return None


def _standing(root: Path, kept: KeptWrite) -> Iterator[BackFile]:
    """The files of a write without it, the last one first; not those that it never reached, or was taken out of."""
    for one in reversed(kept.files):
        if _is_as_before(root, one):
            continue
        try:
            yield _back(root, one)
        except Problem:
            if kept.sure:
                raise  # of what is not sure nobody knows whether a command was killed before it came to this file


def _is_as_before(root: Path, one: KeptFile) -> bool:
    """Whether a file holds what it held before a write."""
    try:
        return digest((root / one.name).read_bytes()) == one.before
    except FileNotFoundError:
        return one.is_new
    except OSError:
        return False


def _back(root: Path, one: KeptFile) -> BackFile:
    from strategy_tracker.history.repository.git import is_clean

    path = root / one.name
    if one.name not in {file.name for file in find_files(root)[0]}:
        raise Problem(f"nothing was taken back: {one.name} is not there any more", "undo it by hand")
    clean = is_clean(path.resolve()) is True
    try:
        now = path.read_bytes()
        if not one.is_new:
            return BackFile(one.name, path, take_back(now, one.spans(root)), is_new=False, was_committed=clean)
        place, why = one.name, "it has been changed since it was written"
        if digest(now) == one.after:
            return BackFile(one.name, path, Edit(now, b"", 1), is_new=True, was_committed=clean)
    except CannotEdit as error:
        place, why = f"{one.name}:{error.line}", str(error)
    except OSError as error:
        place, why = one.name, f"it cannot be read ({error.strerror})"
    raise Problem(f"nothing was taken back: {place}: {why}", "undo it by hand")


def take_back_last(journal: Journal, last: LastWrite) -> None:
    """Makes the files hold what they held without that write.

    Raises `CannotWrite` where one has been changed since it was shown, or cannot be written; all are then as they were,
    or the message says which is not.
    """
    with write.locked(journal.root):
        journal.taking(last.write.name)
        done = list[BackFile]()
        for one in last.files:
            try:
                write.remove(one.path, one.edit.before) if one.is_new else write.replace(
                    one.path, one.edit.before, one.edit.after
                )
            except CannotWrite as error:
                _put_forward(done, one, error)
                raise
            done.append(one)
        journal.forget(last.write.name)


def _put_forward(done: list[BackFile], held: BackFile, why: CannotWrite) -> None:
    """Give the files that were taken back already what they held, for one of them cannot be."""
    for one in reversed(done):
        try:
            if one.is_new:
                write.create(one.path, one.edit.before)
            else:
                write.replace(one.path, one.edit.after, one.edit.before)
        except CannotWrite:
            message = f"{one.name} is as it was before, but not {held.name}: {why.message}"
            raise Problem(message, "'strategy undo' goes on with it when that is mended") from None


def what_was_written(last: LastWrite) -> str:
    """What a write was about, in a few words."""
    where = names(last.write.files)
    return f"{last.write.item} in {where}" if last.write.item else where
