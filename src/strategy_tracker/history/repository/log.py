"""Reads what git prints: commits, the files they hold and change, and contents; all of it with zero bytes between."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

from strategy_tracker.files.find import SETTINGS, is_data_name
from strategy_tracker.history.repository.objects import Blob, Change, CommitFiles
from strategy_tracker.model.commit import Commit

LOG_FORMAT = "--format=%H%x1f%P%x1f%cs%x1f%aN%x1f%s"
"""The line of a commit that the functions here read."""
SUBMODULE = "submodule"
"""Stands in place of a content that another repository holds."""


def read_commits(log: bytes) -> Iterator[Commit]:
    """Read the commits of `git log -z`, with nothing but their lines."""
    for line in log.decode("utf-8", "replace").split("\0"):
        if line.strip():
            yield _commit(line)[0]


def _commit(line: str) -> tuple[Commit, int]:
    sha, parents, day, author, subject = line.strip("\n").split("\x1f", 4)
    return Commit(sha, date.fromisoformat(day), author, subject), len(parents.split())


def read_blobs(listed: str, folder: str = "") -> Iterator[Blob]:
    """Read the data files of `git ls-tree -r -z` below a folder, by their names in it; one without a hash is a link."""
    for entry in listed.split("\0"):
        about, _, path = entry.partition("\t")
        name = path.removeprefix(folder)
        if about.startswith("160000"):
            yield Blob(name, SUBMODULE)
        elif name and is_data(name):
            yield Blob(name, about.split()[2] if about.startswith("100") else "")


def read_files(listed: str, folder: str = "") -> Iterator[Blob]:
    """Read the ordinary files of `git ls-tree -z` below a folder, whatever they hold; no links and no folders."""
    for entry in listed.split("\0"):
        about, _, path = entry.partition("\t")
        if path and about.startswith("100"):
            yield Blob(path.removeprefix(folder), about.split()[2])


def is_data(name: str) -> bool:
    """Say whether a name from the portfolio's root is that of a data file."""
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not hidden and (name == SETTINGS or is_data_name(name, name.partition("/")[0]))


def read_objects(out: IO[bytes], names: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    """Read name, kind and content of each object that `git cat-file --batch` was asked for, as git writes them.

    Raises `LookupError` where the clone does not have one.
    """
    for name in names:
        about = out.readline().decode().split()
        if len(about) != 3:
            raise LookupError(name)
        yield name, about[1], out.read(int(about[2]))
        out.read(1)


def read_commit_files(log: str, prefix: str) -> Iterator[CommitFiles]:
    """Read the commits of `git log -z --raw --no-abbrev` with the data files they changed."""
    commit, parents, changes = None, 0, []
    tokens = iter(log.split("\0"))
    for token in tokens:
        text = token.strip("\n")
        if text.startswith(":"):
            name = next(tokens).removeprefix(prefix)
            if is_data(name):
                changes.append(_change(name, text))
        elif text:
            if commit:
                yield CommitFiles(commit, parents, tuple(changes))
            commit, parents = _commit(text)
            changes = []
    if commit:
        yield CommitFiles(commit, parents, tuple(changes))


def _change(name: str, about: str) -> Change:
    """Read a raw line: a colon and a mode for each parent, a mode for the result, as many contents, then letters."""
    parents = len(about) - len(about.lstrip(":"))
    fields = about[parents:].split()
    pairs = zip(fields[: parents + 1], fields[parents + 1 : 2 * parents + 2], strict=True)
    shas = [sha if mode.startswith("100") and sha.strip("0") else "" for mode, sha in pairs]
    return Change(name, tuple(shas[:-1]), shas[-1])
