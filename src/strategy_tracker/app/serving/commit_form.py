"""Commits what one form wrote, under the name of whoever filled it in, and nothing else that lies there."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.writing.commit import WrittenFile
from strategy_tracker.history.repository.commit_change import Author, BranchFile, can_commit, commit_change, on_branch
from strategy_tracker.merging.merge import CannotMerge, merge
from strategy_tracker.problem import Problem

__all__ = ["Signer", "can_commit", "commit_form"]


class Signer(NamedTuple):
    """Who filled in a form: as a proxy says that signed them in, or as they typed it, which nobody has checked."""

    name: str
    is_signed_in: bool = False

    @property
    def author(self) -> Author:
        """The author of the commit: what is a claim is said to be one wherever the name is read."""
        if self.is_signed_in:
            return Author(self.name, self.name if "@" in self.name and " " not in self.name else "")
        return Author(f"{self.name} (as typed)")

    @property
    def trailer(self) -> str:
        """The line of the commit that says how it came in."""
        return f"Entered-by: web form, {'signed in' if self.is_signed_in else 'name as typed'}"


def commit_form(root: Path, files: Sequence[WrittenFile], what: str, signer: Signer) -> str:
    """Commits the change of some files that were just written, and gives the name of the commit.

    Raises `Problem` where that cannot be: the change stands in the files all the same.
    """
    held = on_branch(root, [one.file.name for one in files])
    changes = {}
    for one in files:
        before = held.get(one.file.name)
        if before is None:
            raise Problem(f"{one.file.name} is not in the last commit", "ask whoever keeps the files")
        changes[one.file.name] = before, _with_change(one, before)
    return commit_change(root, changes, f"{what}\n\n{signer.trailer}\n", signer.author)


def _with_change(one: WrittenFile, before: BranchFile) -> bytes:
    """What the branch holds of a file, with this change alone: what somebody else has not committed is left out."""
    if before.data == one.edit.before:
        return one.edit.after
    try:
        merged = merge(one.edit.before, before.data, one.edit.after)
    except CannotMerge:
        merged = None
    if merged is None or not merged.clean:
        raise Problem(
            f"{one.file.name} has changes of the same thing that nobody has committed", "ask whoever keeps the files"
        )
    return merged.data
