"""Finds what is on disk and not in the last commit: one look at it, while something else is done.

`strategy validate` does this each time, so it imports little and asks git once; what differs is looked at elsewhere.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.files.content import content
from strategy_tracker.files.find import KINDS
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.repository.objects import Change, CommitFiles, name_of
from strategy_tracker.model.commit import Commit

LOOKED_AT = KINDS[:2]
"""The kinds of files in which something can be typed over: strategies and measures."""


class Commits(NamedTuple):
    """Some commits, newest first, the files on disk as the first of them, and contents that git does not have yet."""

    listed: tuple[CommitFiles, ...]
    held: dict[str, bytes]


@contextmanager
def looked_up(root: Path) -> Iterator[Callable[[], bytes]]:
    """Let git list what `HEAD` holds of a portfolio, and give a function that waits for the list.

    Waiting raises `NoGit` where git has nothing of this folder, or cannot be asked.
    """
    from strategy_tracker.history.repository.git import begun

    with begun(root, "ls-tree", "-r", "-z", "HEAD", "--", *LOOKED_AT) as listed:  # names are from the folder it runs in
        yield listed


def uncommitted(portfolio: Portfolio, today: date, listed: bytes) -> Commits:
    """Describe what is on disk and not in the list of `looked_up` as a commit of `today` without a name.

    Raises `NoGit` where a part of the portfolio is a submodule.
    """
    from strategy_tracker.history.repository.log import SUBMODULE, read_blobs

    committed = {blob.name: blob.sha for blob in read_blobs(listed.decode("utf-8", "surrogateescape")) if blob.sha}
    if SUBMODULE in committed.values():
        from strategy_tracker.history.repository.git import NoGit

        inside = next(name for name, sha in committed.items() if sha == SUBMODULE)
        raise NoGit(f"'{inside}' is a submodule: what it held is in another repository")
    long = any(len(sha) == 64 for sha in committed.values())
    changes, held, seen = [], {}, set()
    for file in portfolio.files if committed else ():
        if file.kind in LOOKED_AT:
            seen.add(file.name)
            with suppress(Unreadable):  # said where the files are read
                data = content(file)
                sha = name_of(data, long)
                if committed.get(file.name) != sha:
                    changes.append(Change(file.name, (committed.get(file.name, ""),), sha))
                    held[sha] = data
    changes += [Change(name, (sha,), "") for name, sha in committed.items() if name not in seen]
    return Commits((CommitFiles(Commit("", today, "", ""), 1, tuple(changes)),) if changes else (), held)
