"""What commits are made of: files and the names of their contents, changes, and the files of a day."""

from datetime import date
from hashlib import sha1, sha256
from typing import NamedTuple

from strategy_tracker.files.find import LARGEST, SETTINGS, DataFile, FileKind
from strategy_tracker.model.commit import Commit

REPORT_TAGS = "reported/"
"""Before the names of the tags of reports; a report goes before a branch or another tag of its name."""


class Blob(NamedTuple):
    """A file in a commit: its name from the portfolio's root, and the name of its content; none for a link."""

    name: str
    sha: str


class Change(NamedTuple):
    """A file that a commit changed: its content before, one for each parent, and after; empty where there was none."""

    name: str
    before: tuple[str, ...]
    after: str


class CommitFiles(NamedTuple):
    """A commit with the data files it changed; `parents` is 0 for the first one, 2 or more for a merge."""

    commit: Commit
    parents: int
    changes: tuple[Change, ...]


class DayAndCommit(NamedTuple):
    """A day with the commit that was the last one known then, and the files of the portfolio in it."""

    day: date
    commit: Commit
    files: tuple[Blob, ...]


def data_file(name: str, data: bytes) -> DataFile:
    """Make the file of an earlier moment; one that is too big keeps its size only, so that reading it says why."""
    kind: FileKind = "settings" if name == SETTINGS else name.split("/", 1)[0]  # type: ignore[assignment]
    return DataFile(name, "", kind, len(data), data if len(data) <= LARGEST else None)


def name_of(data: bytes, long: bool) -> str:
    """Work out the name that git gives, or would give, to a content."""
    return (sha256 if long else sha1)(b"blob %d\0" % len(data) + data).hexdigest()
