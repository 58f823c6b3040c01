"""Finds the portfolio of other moments: where it lay in its repository then, its files, and those of two moments."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.content import content
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile
from strategy_tracker.files.measures_default import with_strategy_defaults
from strategy_tracker.files.opened_settings import opened
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.files.read_branding import names_in
from strategy_tracker.files.read_settings import settings_file, settings_of
from strategy_tracker.history.repository.find_commit import main_line
from strategy_tracker.history.repository.git import LOOK, NoGit, contents, git, place
from strategy_tracker.history.repository.log import SUBMODULE, is_data, read_blobs, read_files
from strategy_tracker.history.repository.objects import Blob, CommitFiles, DayAndCommit, data_file, name_of
from strategy_tracker.history.repository.walk import Stretch, walk
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.model.settings import DEFAULTS, SettingsInUse

# where it lay

_FOLDER_OF_STRATEGIES = re.compile(r"(?:\A|(?<=\0))((?:[^\0]*/)?)strategies/[^\0]*\.ya?ml(?=\0)", re.IGNORECASE)


class Whereabouts:
    """Where a portfolio lay in other commits: in the folder it is in now, or in one that it was moved from or to.

    Git is asked for other folders once, and only where a commit does not hold the portfolio where it is now.
    """

    def __init__(self, root: Path) -> None:
        self.root, self.now = root, place(root).prefix
        self._held: dict[tuple[str, str], list[Blob]] = {}

    def files(self, commit: Commit) -> list[Blob]:
        """List the data files of the portfolio in a commit, by name; one without a hash is a link: none is followed.

        Raises `NoGit` where a part of the portfolio is a submodule, and where several folders may have been it.
        """
        folder = self.folder(commit)
        if folder is None and self.unsure:
            raise NoGit(f"{commit.words()} is from before {self.unsure}", "name a later moment")
        return self.files_in(commit.sha, self.now if folder is None else folder)

    def files_in(self, commit: str, folder: str) -> list[Blob]:
        """List the data files that a commit has in a folder, by name. Raises `NoGit` where one is a submodule."""
        if (commit, folder) not in self._held:
            paths = (f"{folder}{name}" for name in (*KINDS, SETTINGS))
            listed = git(self.root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
            found = sorted(read_blobs(listed.decode("utf-8", "surrogateescape"), folder))
            submodule = next((blob.name for blob in found if blob.sha == SUBMODULE), "")
            if submodule:
                raise NoGit(f"'{submodule}' is a submodule: what it held is in another repository")
            self._held[commit, folder] = found
        return self._held[commit, folder]

    def folder(self, commit: Commit, *, ancestor: bool = False) -> str | None:
        """Find the folder of the portfolio in a commit, with a slash at its end or empty; None where it was in none.

        An `ancestor` of `HEAD` is not looked through for a folder that another branch has moved the portfolio to.
        """
        if self._holds(commit.sha, self.now):
            return self.now
        found = next((one.prefix for one in self._stretches[1:] if self._holds(commit.sha, one.prefix)), None)
        return next(self._moved_to(commit.sha), None) if found is None and not ancestor else found

    @property
    def unsure(self) -> str:
        """Say what made it impossible to know where the portfolio was before; empty where nothing did."""
        return self._stretches[-1].why_unsure if self._stretches else ""

    def has(self, report: FrozenReport) -> bool:
        """Say whether a report is of this portfolio, wherever that was when it was frozen."""
        if report.folder == self.now.rstrip("/"):
            return not any(map(self._moved_away, self._since(report.sha)))
        return any(report.folder == stretch.prefix.rstrip("/") for stretch in self._stretches)

    def _since(self, commit: str) -> Iterator[CommitFiles]:
        """Find the commits of `HEAD`, and not of an older one, that took files from the folder it is in now."""
        later = set(git(self.root, "rev-list", f"{commit}..HEAD", "--").decode().split())
        for one in self._stretches[0].commits if self._stretches else ():
            if one.commit.sha in later and all(not change.after for change in one.changes):
                yield one

    def _moved_away(self, one: CommitFiles) -> bool:
        """Say whether a commit took a portfolio out of this folder to another one: what is here now is a later one."""
        if any(blob.name != SETTINGS for blob in self.files_in(one.commit.sha, self.now)):
            return False
        options = ("--name-only", "-r", "-z", "--no-renames", "--no-commit-id", "--diff-filter=A")
        added = git(self.root, "diff-tree", *options, f"{one.commit.sha}^", one.commit.sha)
        paths = added.decode("utf-8", "surrogateescape").split("\0")
        return any(f"/{path}".endswith(f"/{change.name}") for path in paths for change in one.changes)

    @cached_property
    def _stretches(self) -> tuple[Stretch, ...]:
        return tuple(walk(self.root, KINDS))

    def _moved_to(self, commit: str) -> Iterator[str]:
        """Find the folders in a commit, and not in `HEAD`, that the portfolio came to from where it is now."""
        listed = git(self.root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
        names = listed.decode("utf-8", "surrogateescape")
        for folder in sorted({found[1] for found in _FOLDER_OF_STRATEGIES.finditer(names)}):
            stretches = walk(self.root, KINDS, revision=commit, prefix=folder)
            if not self._holds("HEAD", folder) and any(one.prefix == self.now for one in stretches):
                yield folder

    def _holds(self, commit: str, folder: str) -> bool:
        return any(blob.name != SETTINGS for blob in self.files_in(commit, folder))


# the portfolio of a moment


def portfolio_of(
    root: Path, commit: Commit, found: Iterable[Blob], held: Mapping[str, bytes], left_out: frozenset[str] = frozenset()
) -> Portfolio:
    """Make a portfolio of some files of a commit, with its own settings; contents in `left_out` are not in it."""
    found = list(found)
    files = [data_file(blob.name, held[blob.sha]) for blob in found if blob.sha and blob.sha not in left_out]
    links = [blob.name for blob in found if not blob.sha]
    wrong = [Diagnostic("outside-root", "a link, not followed at an earlier moment", file=name) for name in links]
    own = next((blob for blob in found if blob.name == SETTINGS and blob.sha), None)
    settings, more = settings_of(data_file(SETTINGS, held[own.sha])) if own else (DEFAULTS, ())
    data = tuple(file for file in files if file.kind != "settings")
    known = commit.words()
    wrong = [one._replace(known=known) for one in (*more, *wrong)]
    settings = with_strategy_defaults(settings, data)
    return Portfolio(root, opened(settings), data, tuple(wrong), known, sha=commit.sha)


def portfolio_at(root: Path, commit: Commit) -> Portfolio:
    """Read the portfolio as a commit holds it, with the settings of that commit.

    Raises `NoGit` where the commit has neither a strategy nor a measure of it.
    """
    where = Whereabouts(root)
    listed = where.files(commit)
    found = portfolio_of(root, commit, listed, contents(root, (blob.sha for blob in listed)))
    if not (found.of_kind("strategies") or found.of_kind("measures")):
        raise NoGit(f"{commit.words()} has no strategy in this folder")
    return found._replace(named=_named(root, commit, where.folder(commit) or "", names_in(found.settings)))


def _named(root: Path, commit: Commit, folder: str, names: list[str]) -> tuple[DataFile, ...]:
    """Read the files that the settings name, as a commit holds them, without links and those it does not hold."""
    if not names:
        return ()
    paths = (f"{folder}{name}" for name in names)
    listed = git(root, "ls-tree", "-z", "--full-tree", commit.sha, "--", *paths)
    found = list(read_files(listed.decode("utf-8", "surrogateescape"), folder))
    held = contents(root, (blob.sha for blob in found))
    return tuple(DataFile(blob.name, "", "settings", len(held[blob.sha]), held[blob.sha]) for blob in found)


# two moments, and many


def two_portfolios(
    root: Path, old: Commit, new: Commit | None, everything: bool = False
) -> tuple[Portfolio, Portfolio]:
    """Read the portfolio at two moments, with only the contents that differ; `new` is None for the files on disk.

    All files are there where the settings or the figures of others differ, or a strategy says what its measures
    inherit, since these can move every colour, or where `everything` is asked for. The figures of others are always
    there.
    """
    everything = everything or _has_defaults(root, new)
    where = Whereabouts(root)
    before, after = where.files(old), where.files(new) if new else files_on_disk(root)
    kept: set[str] = {blob.sha for blob in before} & {blob.sha for blob in after}
    moving = [{blob.sha for blob in side if _moves_others(blob)} for side in (before, after)]
    same = frozenset(kept - {""}) - moving[0] if moving[0] == moving[1] and not everything else frozenset()
    if new is not None:
        read = contents(root, (blob.sha for blob in (*before, *after) if blob.sha not in same))
        return portfolio_of(root, old, before, read, same), portfolio_of(root, new, after, read, same)
    earlier = portfolio_of(root, old, before, contents(root, (b.sha for b in before if b.sha not in same)), same)
    found = open_portfolio(root)
    left_out = {blob.name for blob in after if blob.sha in same}
    return earlier, found._replace(files=tuple(file for file in found.files if file.name not in left_out))


def _moves_others(blob: Blob) -> bool:
    """Whether what a file holds can move the colours of what stands in other files."""
    return blob.name == SETTINGS or blob.name.startswith("comparators/")


def _has_defaults(root: Path, commit: Commit | None) -> bool:
    """Whether a strategy of a commit, or on disk, may say what its measures inherit."""
    if commit is None:
        return isinstance(open_portfolio(root).settings, SettingsInUse)
    return bool(git(root, "grep", "-l", "-F", "measures_default", commit.sha, "--", "*.yaml", allow=(0, 1)))


def days_and_commits(root: Path, days: Callable[[date], list[date]]) -> tuple[list[DayAndCommit], str]:
    """Find the last commit known at each of some days, with its files; `days` gets the day of the first commit.

    Days before the first commit, and commits without this portfolio, are left out. The second value says why, where
    that is because nobody can say which of several folders it was in; it is empty otherwise.
    """
    main, where = main_line(root), Whereabouts(root)
    found: list[DayAndCommit] = []
    unsure = ""
    for day in days(main[-1].day):
        commit = next((commit for commit in main if commit.day <= day), None)
        if commit is None:
            continue
        folder = where.folder(commit, ancestor=True)
        unsure = where.unsure if folder is None else unsure
        files = where.files_in(commit.sha, where.now if folder is None else folder)
        if files:
            found.append(DayAndCommit(day, commit, tuple(files)))
    return found, unsure


# the files on disk


def files_on_disk(root: Path) -> list[Blob]:
    """List the files on disk with the names git would give to their contents."""
    found = open_portfolio(root)
    own = settings_file(root)
    named = []
    for file in (*found.files, *([own] if own else [])):
        with suppress(Unreadable):  # what cannot be read is said where it is read
            named.append(Blob(file.name, name_of(content(file), place(root).long)))
    return named


def uncommitted(root: Path, named: Collection[str] = ()) -> list[str]:
    """List the data files, and those of `named`, that are not as `HEAD` has them, also where git ignores them."""
    prefix = place(root).prefix
    listed = git(root, *LOOK, "--no-renames", "--", *KINDS, SETTINGS, *named).decode("utf-8", "surrogateescape")
    names = [entry[3:].removeprefix(prefix) for entry in listed.split("\0") if entry]
    return sorted(name for name in names if is_data(name) or name in named or name.endswith("/"))
