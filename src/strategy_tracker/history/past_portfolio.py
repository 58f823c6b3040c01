"""Moments: the commit a person means, its files as a portfolio, and the files of two moments."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha1, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile
from strategy_tracker.files.load import content
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.files.read_branding import names_in
from strategy_tracker.files.settings import settings_file
from strategy_tracker.history.git import NoGit, contents, git, is_shallow, place
from strategy_tracker.history.log import LOG_FORMAT, SUBMODULE, is_data, read_blobs, read_commits, read_files
from strategy_tracker.history.objects import Blob, portfolio_of
from strategy_tracker.history.report_tag import PREFIX
from strategy_tracker.model.commit import Commit

if TYPE_CHECKING:
    from strategy_tracker.history.colours_over_time import Known

_SHALLOW = "; this is a shallow clone, older commits are not here: 'git fetch --unshallow' brings them"


def commit_at(folder: Path, revision: str) -> Commit:
    """The commit a person names: a report that was frozen, a tag, a branch, a hash, `HEAD~3`.

    Raises `NoGit` where there is none, or where the name could be taken for an option or for more than one commit.
    """
    where = place(folder)
    if revision.startswith(("-", "^")) or ".." in revision or not revision.isprintable() or not revision.strip():
        raise NoGit(f"'{revision}' is not a revision")
    asked = [f"refs/tags/{PREFIX}{revision}^{{commit}}", f"{revision}^{{commit}}"]
    told = git(folder, "cat-file", "--batch-check", given="".join(f"{name}\n" for name in asked).encode())
    found = [line.split(" ")[0] for line in told.decode().splitlines() if " commit " in line]
    if not found:
        git(folder, "log", "-1", "--format=", "HEAD", "--")  # raises where nothing has been committed at all
        raise NoGit(f"git knows no revision '{revision}'{_SHALLOW if where.shallow else ''}")
    return next(read_commits(git(folder, "log", "--no-walk", LOG_FORMAT, "-z", found[0])))


def commit_known_on(folder: Path, day: date) -> Commit:
    """The last commit made on `day` or before, by the committers' own calendars, on the main line of `HEAD`.

    What a branch held before it was merged was not known here. Raises `NoGit` where there is none.
    """
    main = main_line(folder, day)
    commit = next((commit for commit in main if commit.day <= day), None)
    if commit is not None:
        return commit
    main = main_line(folder)
    shallow = _SHALLOW if is_shallow(folder) else ""
    raise NoGit(f"nothing was on record on {day}: the first commit is of {main[-1].day}{shallow}")


def main_line(folder: Path, until: date | None = None) -> list[Commit]:
    """The commits of `HEAD`, newest first, without those of merged branches; `until` leaves out most later ones.

    Raises `NoGit` where there is none at all.
    """
    last = []
    if until is not None and until.year < 2199:  # its end in the last time zone of the world
        end = datetime.combine(until, time(12), UTC) + timedelta(days=1)
        last = [f"--until={int(end.timestamp())}"] if until.year >= 1970 else []
    return list(read_commits(git(folder, "log", "--first-parent", *last, LOG_FORMAT, "-z", "HEAD", "--")))


def known_at(root: Path, days: Callable[[date], list[date]]) -> "list[Known]":
    """The last commit known at each of some days, with its files; `days` is asked with the day of the first commit.

    Days before the first commit, and commits without this folder, are left out.
    """
    from strategy_tracker.history.colours_over_time import Known

    main = main_line(root)
    found: list[Known] = []
    files: dict[str, tuple[Blob, ...]] = {}
    for day in days(main[-1].day):
        commit = next((commit for commit in main if commit.day <= day), None)
        if commit is None:
            continue
        if commit.sha not in files:
            files[commit.sha] = tuple(blobs(root, commit.sha))
        if files[commit.sha]:
            found.append(Known(day, commit, files[commit.sha]))
    return found


# files of a moment


def blobs(root: Path, commit: str) -> list[Blob]:
    """The data files of the portfolio in a commit, by name; one without a hash is a link, which is not followed.

    Raises `NoGit` where a part of the portfolio is a submodule.
    """
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", *KINDS, SETTINGS)
    found = sorted(read_blobs(listed.decode("utf-8", "surrogateescape")))
    submodule = next((blob.name for blob in found if blob.sha == SUBMODULE), "")
    if submodule:
        raise NoGit(f"'{submodule}' is a submodule: what it held is in another repository")
    return found


def portfolio_at(root: Path, commit: Commit) -> Portfolio:
    """The portfolio as a commit holds it, judged by the settings of that commit.

    Raises `NoGit` where the commit has no strategy in this folder.
    """
    listed = blobs(root, commit.sha)
    found = portfolio_of(root, commit, listed, contents(root, (blob.sha for blob in listed)))
    if not found.of_kind("strategies"):
        raise NoGit(f"{commit.words()} has no strategy in this folder")
    return found._replace(named=_named(root, commit, names_in(found.settings)))


def _named(root: Path, commit: Commit, names: list[str]) -> tuple[DataFile, ...]:
    """The files that the settings name, as a commit holds them; one that it does not hold, or a link, is left out."""
    if not names:
        return ()
    found = list(read_files(git(root, "ls-tree", "-z", commit.sha, "--", *names).decode("utf-8", "surrogateescape")))
    held = contents(root, (blob.sha for blob in found))
    return tuple(DataFile(blob.name, "", "settings", len(held[blob.sha]), held[blob.sha]) for blob in found)


# two moments


def two_portfolios(
    root: Path, old: Commit, new: Commit | None, everything: bool = False
) -> tuple[Portfolio, Portfolio]:
    """The portfolio at two moments, with only the contents that differ; `new` is None for the files on disk.

    All files are there where the settings differ, since they can move every colour, or where `everything` is asked for.
    """
    before, after = blobs(root, old.sha), blobs(root, new.sha) if new else _on_disk(root)
    kept: set[str] = {blob.sha for blob in before} & {blob.sha for blob in after}
    settings = [{blob.sha for blob in side if blob.name == SETTINGS} for side in (before, after)]
    same = frozenset(kept - {""}) - settings[0] if settings[0] == settings[1] and not everything else frozenset()
    if new is not None:
        read = contents(root, (blob.sha for blob in (*before, *after) if blob.sha not in same))
        return portfolio_of(root, old, before, read, same), portfolio_of(root, new, after, read, same)
    earlier = portfolio_of(root, old, before, contents(root, (b.sha for b in before if b.sha not in same)), same)
    found = open_portfolio(root)
    left_out = {blob.name for blob in after if blob.sha in same}
    return earlier, found._replace(files=tuple(file for file in found.files if file.name not in left_out))


def _on_disk(root: Path) -> list[Blob]:
    """The files on disk with the names git would give to their contents."""
    found = open_portfolio(root)
    own = settings_file(root)
    named = []
    for file in (*found.files, *([own] if own else [])):
        with suppress(Unreadable):  # what cannot be read is said where it is read
            named.append(Blob(file.name, name_of(content(file), place(root).long)))
    return named


def name_of(data: bytes, long: bool) -> str:
    """The name git gives, or would give, to a content."""
    return (sha256 if long else sha1)(b"blob %d\0" % len(data) + data).hexdigest()


def uncommitted(root: Path, named: Collection[str] = ()) -> list[str]:
    """The names of data files, and of the files `named`, that are not as `HEAD` has them, also those git ignores."""
    prefix = place(root).prefix
    asked = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    listed = git(root, *asked, "--", *KINDS, SETTINGS, *named).decode("utf-8", "surrogateescape")
    names = [entry[3:].removeprefix(prefix) for entry in listed.split("\0") if entry]
    return sorted(name for name in names if is_data(name) or name in named or name.endswith("/"))
