"""Lists every version of a portfolio's files that is in the repository: of all branches and tags, of each text one."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.history.repository.git import git, place
from strategy_tracker.history.repository.log import LOG_FORMAT, read_commit_files
from strategy_tracker.history.repository.walk import RAW, walk
from strategy_tracker.model.commit import Commit


class FileVersion(NamedTuple):
    """A content that a file once had: its name, the commit that brought it, and where the file was.

    `name` begins at the portfolio's root, `path` at the top of the repository.
    """

    sha: str
    commit: Commit
    name: str
    path: str


def every_version(root: Path, kinds: Iterable[str]) -> tuple[list[FileVersion], str]:
    """List each content that a data file of these kinds ever had, the oldest commit first; none stands there twice.

    Former folders of the portfolio are looked through as well. The second value says which of them nobody knows; it
    is empty where all are known. Raises `NoGit` where git cannot be asked, or nothing is committed.
    """
    kinds = tuple(kinds)
    stretches = list(walk(root, kinds))
    folders = [place(root).prefix, *(folder for one in stretches for folder in (one.prefix, *one.unsure))]
    top = root.joinpath(*[".."] * place(root).prefix.count("/"))
    found: dict[str, FileVersion] = {}
    for folder in reversed(dict.fromkeys(folders)):  # the oldest first
        paths = (f"{folder}{kind}" for kind in kinds)
        # the full history: git would leave out a branch of which a merge kept nothing, and its texts are here for good
        log = git(top, "log", "--all", "--full-history", "--topo-order", "-c", *RAW, LOG_FORMAT, "-z", "--", *paths)
        for one in reversed(list(read_commit_files(log.decode("utf-8", "surrogateescape"), folder))):
            for change in one.changes:
                if change.after:
                    version = FileVersion(change.after, one.commit, change.name, folder + change.name)
                    found.setdefault(change.after, version)
    return list(found.values()), stretches[-1].why_unsure if stretches else ""
