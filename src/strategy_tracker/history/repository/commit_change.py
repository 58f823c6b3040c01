"""Commits some files to the branch that is checked out, or to another, whatever else lies in the folder.

The commit is made by `git fast-import`, which looks neither at the working files nor at the index, and runs no hook.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.history.repository.git import NoGit, git, objects, place


class Author(NamedTuple):
    """Who a commit says wrote it: a name, and an address, which may be empty."""

    name: str
    email: str = ""


class BranchFile(NamedTuple):
    """A file as the last commit of the branch holds it: its rights as git writes them, its name in git, its content."""

    mode: str
    sha: str
    data: bytes


def can_commit(root: Path) -> None:
    """Raise `NoGit` where nothing can be committed: without a branch, a first commit, or a name to commit under."""
    _branch(root)
    _committer(root)
    git(root, "rev-parse", "--verify", "HEAD^{commit}")


def on_branch(root: Path, names: list[str]) -> dict[str, BranchFile]:
    """The files of these names, from the folder of the portfolio, that the last commit holds."""
    listed = git(root, "ls-tree", "-z", "HEAD", "--", *names).decode("utf-8", "surrogateescape")
    found = {}
    for entry in filter(None, listed.split("\0")):
        about, _, name = entry.partition("\t")
        mode, kind, sha = about.split()
        if kind == "blob":
            found[name] = mode, sha
    held = {sha: data for sha, _, data in objects(root, [sha for _, sha in found.values()])}
    return {name: BranchFile(mode, sha, held[sha]) for name, (mode, sha) in found.items()}


def commit_change(root: Path, files: Mapping[str, tuple[BranchFile, bytes]], message: str, author: Author) -> str:
    """Commit the new content of each file, and give the name of the commit.

    Raises `NoGit` where somebody else has committed since the files were read, or git cannot.
    """
    branch, head = _branch(root), git(root, "rev-parse", "HEAD").decode().strip()
    write_commit(root, branch, head, files, message, author)
    made = git(root, "rev-parse", "HEAD").decode().strip()
    _follow_in_index(root, {name: before.sha for name, (before, _) in files.items()})
    return made


def write_commit(
    root: Path,
    branch: str,
    parent: str,
    files: Mapping[str, tuple[BranchFile, bytes]],
    message: str,
    author: Author | None = None,
) -> None:
    """Write a commit with the new content of each file after `parent`, and let `branch` (`refs/heads/…`) name it.

    Without an author it is whoever commits. Raises `NoGit` where the branch has moved on meanwhile, or git cannot.
    """
    committer = _committer(root)
    day = " ".join(committer.rsplit(" ", 2)[1:])
    writer = f"{author.name} <{author.email}> {day}" if author else committer
    stream = [
        f"commit {branch}\nauthor {writer}\ncommitter {committer}\n".encode(),
        _data(message.encode()),
        f"from {parent}\n".encode(),
    ]
    prefix = place(root).prefix
    for name, (before, data) in files.items():
        path = f"{prefix}{name}".replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        stream += [f'M {before.mode} inline "{path}"\n'.encode("utf-8", "surrogateescape"), _data(data)]
    git(root, "fast-import", "--quiet", "--done", given=b"".join([*stream, b"done\n"]))


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _follow_in_index(root: Path, before: Mapping[str, str]) -> None:
    """Let the index hold what was committed, where it held what the branch did: else it would seem taken back."""
    staged = git(root, "ls-files", "-z", "-s", "--", *before).decode("utf-8", "surrogateescape")
    same = []
    for entry in filter(None, staged.split("\0")):
        about, _, name = entry.partition("\t")
        _, sha, stage = about.split()
        same += [name] if stage == "0" and before.get(name) == sha else []
    for name, now in on_branch(root, same).items() if same else ():
        git(root, "update-index", "--cacheinfo", f"{now.mode},{now.sha},{place(root).prefix}{name}")


def _branch(root: Path) -> str:
    name = git(root, "symbolic-ref", "-q", "HEAD", allow=(0, 1)).decode().strip()
    if not name:
        raise NoGit("no branch is checked out here", "'git switch' to one")
    return name


def _committer(root: Path) -> str:
    try:
        return git(root, "var", "GIT_COMMITTER_IDENT").decode("utf-8", "replace").strip()
    except NoGit:
        next_step = 'git config user.name "…" and git config user.email "…"'
        raise NoGit("git does not know who commits here", next_step) from None
