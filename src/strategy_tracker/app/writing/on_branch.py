"""An update that is written to a branch of its own: neither the files nor the branch one works on are touched."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.history.repository.commit_change import on_branch, write_commit
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import git
from strategy_tracker.history.repository.past_portfolio import portfolio_at
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

_BRANCHES = "refs/heads/assistant/"


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
    branch = _free(root, proposal.item.address.replace("/", "-"))
    held = on_branch(root, [one.file.name for one in proposal.files])
    changes = {one.file.name: (held[one.file.name], one.edit.after) for one in proposal.files}
    message = f"Proposed by an assistant: how {proposal.item.address} is going\n"
    write_commit(root, branch, head.sha, changes, message)
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
