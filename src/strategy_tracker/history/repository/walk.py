"""Walks the commits that changed a portfolio, newest first, through every folder of the repository that it lay in."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.files.find import SETTINGS, FileKind
from strategy_tracker.history.repository.git import begun, git, place
from strategy_tracker.history.repository.log import LOG_FORMAT, read_commit_files
from strategy_tracker.history.repository.objects import CommitFiles

RAW = ("--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
"""Asks a log for the changed files and the whole names of their contents, whatever the repository is set to."""
PendingLog = Callable[[], bytes]
"""Waits for a log that git is at work on, and gives what it prints."""

AHEAD: FileKind = "strategies"
"""The kind of files whose commits are listed ahead of being asked for: what most items are in."""


class Stretch(NamedTuple):
    """The commits that a portfolio was in one folder for, newest first; `prefix` is the folder, with a slash, or "".

    The last commit of a stretch is the one that moved the portfolio there, or the first of all. `unsure` are the
    folders that it brought files from, where they are several: the walk follows none of them.
    """

    prefix: str
    commits: tuple[CommitFiles, ...]
    unsure: tuple[str, ...] = ()

    @property
    def why_unsure(self) -> str:
        """Say why nobody knows which folder the portfolio was in before this stretch; empty where somebody does."""
        folders = " and ".join(f"'{folder.rstrip('/') or '.'}'" for folder in self.unsure)
        commit = self.commits[-1].commit.words()
        return f"this portfolio was put together from {folders}, in {commit}" if folders else ""


def begin_log(root: Path) -> AbstractContextManager[PendingLog]:
    """Begin the log of strategies for `walk`: git lists their commits while the item that is asked for is found."""
    return begun(root, *_options(main=False), "HEAD", "--", AHEAD, SETTINGS)


def walk(
    root: Path,
    kinds: Iterable[str],
    *,
    main: bool = False,
    pending: PendingLog | None = None,
    revision: str = "HEAD",
    prefix: str | None = None,
    before: str = "",
    touching: str = "",
) -> Iterator[Stretch]:
    """Walk the commits up to `revision` that changed data files of these kinds in the folder `prefix`, or in `root`.

    A merge is there with the files that are like none of its parents'; with `main`, merged branches are left out
    and a merge is there with all that it brought. `pending` gives what `begin_log` began. What the commit `before` has
    as well is left out, and so is what changed no line that `touching`, a regular expression of git's, fits.
    """
    kinds, here = tuple(kinds), place(root).prefix
    top = root.joinpath(*[".."] * here.count("/"))
    prefix = here if prefix is None else prefix
    been: set[str] = set()
    last = (revision, f"^{before}") if before else (revision,)
    log = pending() if pending else _log(top, last, kinds, prefix, main=main, touching=touching)
    while found := tuple(read_commit_files(log.decode("utf-8", "surrogateescape"), prefix)):
        been.add(prefix)
        folders = _left(top, found[-1], prefix) if found[-1].parents else {}
        former = folders.keys() - been
        if len(folders) != 1 or not former:
            yield Stretch(prefix, found, tuple(sorted(former)) if len(folders) > 1 else ())
            return
        ((folder, first),) = folders.items()
        yield Stretch(prefix, (*found[:-1], first))
        prefix = folder
        log = _log(top, (f"{first.commit.sha}^", *last[1:]), kinds, prefix, main=main, touching=touching)


def commit_files(
    root: Path, kinds: Iterable[str], *, main: bool = False, pending: PendingLog | None = None
) -> list[CommitFiles]:
    """List every commit of `HEAD` that changed data files of these kinds, newest first, as `walk` finds them."""
    return [one for stretch in walk(root, kinds, main=main, pending=pending) for one in stretch.commits]


def _log(top: Path, revisions: Iterable[str], kinds: Iterable[str], prefix: str, *, main: bool, touching: str) -> bytes:
    picked = ("--text", f"-G{touching}") if touching else ()
    paths = (f"{prefix}{kind}" for kind in (*kinds, SETTINGS))
    return git(top, *_options(main=main), *picked, *revisions, "--", *paths)


def _options(*, main: bool) -> tuple[str, ...]:
    shape = ("--first-parent", "-m") if main else ("--topo-order", "-c")
    return ("log", *shape, *RAW, LOG_FORMAT, "-z")


def _left(top: Path, first: CommitFiles, prefix: str) -> dict[str, CommitFiles]:
    """Find the folders that a commit took files of the same names from, each with the commit and what it moved."""
    options = ("--raw", "-r", "-z", "--no-abbrev", "--no-renames", "--no-commit-id")
    raw = git(top, "diff-tree", *options, f"{first.commit.sha}^", first.commit.sha).decode("utf-8", "surrogateescape")
    tokens = raw.split("\0")
    gone = {
        path: about.split()[2] for about, path in zip(tokens[::2], tokens[1::2], strict=False) if about.endswith("D")
    }
    names = {change.name for change in first.changes if not any(change.before)}
    folders = {path.removesuffix(name) for path in gone for name in names if f"/{path}".endswith(f"/{name}")} - {prefix}
    return {
        folder: first._replace(
            changes=tuple(change._replace(before=(gone.get(folder + change.name, ""),)) for change in first.changes)
        )
        for folder in folders
    }
