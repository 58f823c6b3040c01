"""Which documents the register has ever held, as far as git knows: what was published cannot be forgotten."""

from pathlib import Path

from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.repository.git import NoGit, git

FOLDER = "published"


def gone(portfolio: Portfolio) -> frozenset[str]:
    """Files of the register that git has known and that are not there any more."""
    return published_once(portfolio.root) - {file.name for file in portfolio.of_kind("published")}


def published_once(root: Path) -> frozenset[str]:
    """Names of all files that any commit behind the one checked out has had in the register; none without a commit."""
    try:
        listed = git(root, "log", "-z", "--format=", "--name-only", "--no-renames", "--relative", "HEAD", "--", FOLDER)
    except NoGit as error:
        if error.is_without_record:
            return frozenset()
        raise
    names = (name.strip() for name in listed.decode("utf-8", "surrogateescape").split("\0"))
    return frozenset(name for name in names if name.lower().endswith((".yaml", ".yml")))
