"""An update that is written to a branch of its own: neither the files nor the branch one works on are touched."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.app.writing.update import propose_update
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import git, place
from strategy_tracker.history.repository.past_portfolio import portfolio_at
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

_BRANCHES = "refs/heads/assistant/"
_IDENT = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")


class OnBranch(NamedTuple):
    """What was written, and the branch whose one commit it is; no branch where the record says it already."""

    branch: str
    proposal: Proposal


def propose_on_branch(root: Path, action: str, new: NewUpdate, today: date) -> OnBranch:
    """Write an update of an action to a new branch that begins at the commit one stands on, and name the branch.

    What is not committed is not in it. Raises `Problem` as `propose_update` does, and where git has no commit or does
    not know who is the author.
    """
    head = commit_at(root, "HEAD")
    proposal = propose_update(portfolio_at(root, head), action, new, today)
    if proposal.already or proposal.item is None:
        return OnBranch("", proposal)
    author, committer = (git(root, "var", f"GIT_{who}_IDENT", keep=_IDENT) for who in ("AUTHOR", "COMMITTER"))
    branch = _free(root, proposal.item.address.replace("/", "-"))
    message = f"Proposed by an assistant: how {proposal.item.address} is going\n".encode()
    lines = [
        b"commit " + branch.encode(),
        b"author " + author.rstrip(b"\n"),
        b"committer " + committer.rstrip(b"\n"),
        b"data %d\n%s" % (len(message), message),
        b"from " + head.sha.encode(),
    ]
    folder = place(root).prefix
    for one in proposal.files:
        name = f"{folder}{one.file.name}".encode("utf-8", "surrogateescape")
        lines += [b"M %s inline %s" % (_mode(root, head.sha, name), _quoted(name))]
        lines += [b"data %d\n%s" % (len(one.edit.after), one.edit.after)]
    git(root, "fast-import", "--quiet", given=b"\n".join(lines) + b"\n")
    return OnBranch(branch.removeprefix("refs/heads/"), proposal)


def _free(root: Path, name: str) -> str:
    """A name of a branch that is not there yet."""
    listed = git(root, "for-each-ref", "--format=%(refname)", _BRANCHES).decode("utf-8", "replace").splitlines()
    taken = {one.lower() for one in listed}  # some disks know no capitals
    tried = (f"{_BRANCHES}{name}{f'-{n}' if n else ''}" for n in range(1000))
    free = next((one for one in tried if one.lower() not in taken), "")
    if not free:
        raise Problem(f"there are a thousand proposals for '{name}' already", "delete the branches that are settled")
    return free


def _mode(root: Path, sha: str, name: bytes) -> bytes:
    """The mode a file has in a commit, which stays."""
    listed = git(root, "ls-tree", "-z", "--full-tree", sha, "--", name.decode("utf-8", "surrogateescape"))
    return listed.split(b" ", 1)[0] or b"100644"


def _quoted(name: bytes) -> bytes:
    """A path as git's stream takes it, whatever signs are in it."""
    return b'"%s"' % name.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
