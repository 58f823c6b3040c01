"""Reads the files that commits changed, before and after, without what both sides share."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import LoadedFile, load
from strategy_tracker.history.items.cut import only_what_differs
from strategy_tracker.history.repository.git import objects
from strategy_tracker.history.repository.objects import CommitFiles, data_file
from strategy_tracker.history.repository.uncommitted import Commits
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.period import YearEnd

_AT_ONCE = 50
"""Commits whose contents are in memory at a time."""


class CommitSides(NamedTuple):
    """A commit with what it changed: for each parent the files before it and after it, cut down to what differs."""

    commit: Commit
    parents: tuple[tuple[list[LoadedFile], list[LoadedFile]], ...]


def commit_sides(root: Path, commits: Commits, year_end: YearEnd) -> Iterator[CommitSides]:
    """Read both sides of each commit, in the order given. Raises `NoGit` where a content is not in this clone."""
    rest = iter(commits.listed)
    while batch := list(islice(rest, _AT_ONCE)):
        changes = [change for one in batch for change in one.changes if change.name != SETTINGS]
        wanted = {sha for change in changes for sha in (*change.before, change.after) if sha}
        held = {sha: data for sha, _, data in objects(root, sorted(wanted - commits.held.keys()))}
        for one in batch:
            yield _sides(one, held | commits.held, year_end)


def _sides(one: CommitFiles, held: Mapping[str, bytes], year_end: YearEnd) -> CommitSides:
    changes = [change for change in one.changes if change.name != SETTINGS]
    new = [data_file(change.name, held[change.after]) for change in changes if change.after]
    parents = []
    for shas in zip(*(change.before for change in changes), strict=True):
        old = [data_file(change.name, held[sha]) for change, sha in zip(changes, shas, strict=True) if sha]
        parents.append(_read(old, new, year_end))
    return CommitSides(one.commit, tuple(parents))


def _read(
    old: Iterable[DataFile], new: Iterable[DataFile], year_end: YearEnd
) -> tuple[list[LoadedFile], list[LoadedFile]]:
    """Read two sides without what they share; the whole of them where a part does not read back."""
    before, after = ([load(file, year_end) for file in side] for side in only_what_differs(old, new))
    if any(loaded.diagnostics for loaded in (*before, *after)):
        before, after = ([load(file, year_end) for file in side] for side in (old, new))
    return before, after
