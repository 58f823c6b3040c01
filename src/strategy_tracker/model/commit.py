"""Moments that are on record: commits, and reports that were frozen; plain data, known to every room."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.model.names.labels import Label, phrase


class Commit(NamedTuple):
    """A commit: its whole name, the day it was made by the committer's calendar, its author, and its first line.

    One without a `sha` stands for the files on disk that are not committed.
    """

    sha: str
    day: date
    author: str
    subject: str

    def words(self) -> Label:
        """`commit 1a2b3c4 of 2022-10-03`."""
        return phrase("commit-of", sha=self.sha[:7], day=f"{self.day}") if self.sha else phrase("files-on-disk")


class FrozenReport(NamedTuple):
    """A report that was frozen: its name, the commit, the day it was judged at, and the digest of its standing.

    `by` and `made` are the tag's author and day; `folder` is where the portfolio was in the repository.
    """

    name: str
    sha: str
    as_at: date
    digest: str
    program: str
    body: str
    folder: str
    message: str
    by: str = ""
    made: date | None = None
