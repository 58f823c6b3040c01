"""Git: the only module that runs it. No shell, no pager, no hooks, no prompts; a path is never taken for an option."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha1, sha256
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.store.find import KINDS, SETTINGS, DataFile, Kind
from strategy_tracker.store.load import content
from strategy_tracker.store.portfolio import Portfolio, open_portfolio, settings_file, settings_of
from strategy_tracker.store.read import Unreadable

_QUIET = {
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_PLAIN = (
    "--no-pager",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
)


class NoGit(Exception):
    """There is no git, no repository here, or no such moment in it; the text says which."""


class Commit(NamedTuple):
    """A commit: its whole name, the author's day and name, and its first line."""

    sha: str
    day: date
    author: str
    subject: str

    def words(self) -> str:
        """`commit 1a2b3c4 of 2022-10-03`."""
        return f"commit {self.sha[:7]} of {self.day}"


def git(folder: Path, *arguments: str, allow: tuple[int, ...] = (0,), given: bytes = b"") -> bytes:
    """What `git` prints when run in `folder`, with `given` on its standard input.

    Raises `NoGit` where git is missing or ends with an exit code that is not in `allow`.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _QUIET
    try:
        done = subprocess.run(  # noqa: S603 - no shell; arguments are ours, revisions are checked, paths come after "--"
            ["git", *_PLAIN, *arguments],  # noqa: S607 - the git on the user's PATH is the one that is meant
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            input=given,
        )
    except FileNotFoundError:
        raise NoGit("git is not installed") from None
    if done.returncode not in allow:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoGit(said[-1] if said else f"git ended with {done.returncode}")
    return done.stdout


def is_clean(path: Path) -> bool | None:
    """Whether a file is as it was last committed; None where it is not in git."""
    try:
        if not git(path.parent, "ls-files", "-z", "--", path.name):
            return None
        return not git(path.parent, "status", "--porcelain", "-z", "--", path.name)
    except NoGit:
        return None


def ever_held(path: Path, text: str) -> bytes:
    """Every line with `text` that was ever added to a file, in any commit; nothing where it is not in git."""
    options = ("--all", "--format=", "-p", "--no-ext-diff", "--no-textconv", f"-S{text}")
    try:
        log = git(path.parent, "log", *options, "--", path.name)
    except NoGit:
        return b""
    wanted = text.encode()
    return b"\n".join(line for line in log.splitlines() if line[:1] in b"+-" and wanted in line)


# moments


def commit_at(folder: Path, revision: str) -> Commit:
    """The commit a person names: a tag, a branch, a hash, `HEAD~3`.

    Raises `NoGit` where there is none, or where the name could be taken for an option.
    """
    _in_repository(folder)
    if revision.startswith("-") or not revision.isprintable() or not revision.strip():
        raise NoGit(f"'{revision}' is not a revision")
    found = git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", allow=(0, 1, 128)
    )
    sha = found.decode().strip()
    if not sha:
        shallow = "; this is a shallow clone, older commits are not here" if is_shallow(folder) else ""
        raise NoGit(f"git knows no revision '{revision}'{shallow}")
    return next(_commits(git(folder, "log", "-1", _FORMAT, "-z", "--end-of-options", sha)))


def commit_known_on(folder: Path, day: date) -> Commit:
    """The last commit made on `day` or before, by the committers' own calendars.

    Raises `NoGit` where there is none.
    """
    _in_repository(folder)
    last = None
    for commit in _commits(git(folder, "log", _FORMAT, "-z", "HEAD", allow=(0, 128))):
        last = commit
        if commit.day <= day:
            return commit
    if last is None:
        raise NoGit("nothing has been committed yet")
    shallow = "; this is a shallow clone, older commits are not here" if is_shallow(folder) else ""
    raise NoGit(f"nothing was on record on {day}: the first commit is of {last.day}{shallow}")


_FORMAT = "--format=%H%x1f%cs%x1f%aN%x1f%s"


def _commits(log: bytes) -> Iterator[Commit]:
    for line in log.decode("utf-8", "replace").split("\0"):
        if line.strip():
            sha, day, author, subject = line.strip("\n").split("\x1f", 3)
            yield Commit(sha, date.fromisoformat(day), author, subject)


def is_shallow(folder: Path) -> bool:
    """Whether the clone holds only the newest commits."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _in_repository(folder: Path) -> None:
    try:
        git(folder, "rev-parse", "--git-dir")
    except NoGit as error:
        if str(error) == "git is not installed":
            raise
        raise NoGit("this folder is not in a git repository, so nothing is known of earlier moments") from None


# files of a moment


class Blob(NamedTuple):
    """A file in a commit: its name from the portfolio's root, and the name of its content."""

    name: str
    sha: str


def blobs(root: Path, commit: str) -> list[Blob]:
    """The data files of the portfolio in a commit, by name; links are left out, as they are on disk."""
    prefix = git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    wanted = [f"{prefix}{kind}" for kind in (*KINDS, SETTINGS)]
    listed = git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
    return sorted(_listed(listed, prefix))


def _listed(listed: bytes, prefix: str) -> Iterator[Blob]:
    for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        if not path or not about.startswith("100"):
            continue
        name = path.removeprefix(prefix)
        hidden = any(part.startswith(".") for part in name.split("/"))
        if not hidden and (name == SETTINGS or name.lower().endswith((".yaml", ".yml"))):
            yield Blob(name, about.split()[2])


def contents(folder: Path, shas: Sequence[str]) -> dict[str, bytes]:
    """The contents of blobs by their names, read in one go, each once."""
    unique = list(dict.fromkeys(shas))
    if not unique:
        return {}
    out = git(folder, "cat-file", "--batch", given="".join(f"{sha}\n" for sha in unique).encode())
    held, place = {}, 0
    for sha in unique:
        end = out.index(b"\n", place)
        size = int(out[place:end].split()[2])
        held[sha] = out[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
    return held


def portfolio_at(root: Path, commit: Commit) -> Portfolio:
    """The portfolio as a commit holds it, judged by the settings of that commit.

    Raises `NoGit` where the commit has no strategy in this folder.
    """
    names = {blob.name: blob.sha for blob in blobs(root, commit.sha)}
    found = _with_files(root, commit, names, set())
    if not found.of_kind("strategies"):
        raise NoGit(f"{commit.words()} has no strategy in this folder")
    return found


def data_file(blob: Blob, data: bytes) -> DataFile:
    """A file of a commit in the shape of one on disk."""
    kind: Kind = "settings" if blob.name == SETTINGS else blob.name.split("/", 1)[0]  # type: ignore[assignment]
    return DataFile(blob.name, "", kind, len(data), data)


# two moments


def two_portfolios(
    root: Path, old: Commit, new: Commit | None, everything: bool = False
) -> tuple[Portfolio, Portfolio]:
    """The portfolio at two moments, with only the files that differ; `new` is None for the files on disk.

    All files are there where the settings differ, since they can move every colour, or where `everything` is asked for.
    """
    before, after = _moment(root, old), _moment(root, new)
    same = {name for name, sha in before.items() if after.get(name) == sha}
    if SETTINGS not in same and (SETTINGS in before or SETTINGS in after):
        same = set()
    left_out = set() if everything else same - {SETTINGS}
    return _with_files(root, old, before, left_out), _with_files(root, new, after, left_out)


def _moment(root: Path, commit: Commit | None) -> dict[str, str]:
    """Every data file of a moment with the name git gives, or would give, to its content."""
    if commit is not None:
        return {blob.name: blob.sha for blob in blobs(root, commit.sha)}
    long = git(root, "rev-parse", "--show-object-format").strip() == b"sha256"
    found = open_portfolio(root)
    own = settings_file(root)
    named = {}
    for file in (*found.files, *([own] if own else [])):
        with suppress(Unreadable):  # what cannot be read is said where it is read
            data = content(file)
            named[file.name] = (sha256 if long else sha1)(b"blob %d\0" % len(data) + data).hexdigest()
    return named


def _with_files(root: Path, commit: Commit | None, names: dict[str, str], left_out: set[str]) -> Portfolio:
    if commit is None:
        found = open_portfolio(root)
        return found._replace(files=tuple(file for file in found.files if file.name not in left_out))
    wanted = [Blob(name, sha) for name, sha in names.items() if name not in left_out]
    held = contents(root, [blob.sha for blob in wanted])
    files = [data_file(blob, held[blob.sha]) for blob in wanted]
    own = next((file for file in files if file.kind == "settings"), None)
    settings, wrong = settings_of(own) if own else (DEFAULTS, ())
    data = tuple(file for file in files if file.kind != "settings")
    return Portfolio(root, settings, data, tuple(wrong), commit.words())
