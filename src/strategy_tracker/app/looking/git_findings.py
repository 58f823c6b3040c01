"""Says what git knows of the files that the files alone do not say: what was typed over, where, when and by whom."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.problem import Problem

if TYPE_CHECKING:  # what they import waits until there is something to look at
    from strategy_tracker.comparing.typed_over import QuietChange
    from strategy_tracker.history.repository.uncommitted import Commits

OF_GIT = frozenset({
    "date-moved-quietly", "target-changed-quietly", "owner-changed-quietly", "wording-changed-quietly", "id-used-again",
    "update-dated-back", "register-file-gone",
})  # fmt: skip
"""Codes that only git can give: where it was not asked about a moment, a comment that allows one is not unused."""


class GitFindings(NamedTuple):
    """What git gave: diagnostics with routes in today's files, the changes behind them, and what it could not say."""

    diagnostics: tuple[Diagnostic, ...] = ()
    changes: "tuple[QuietChange, ...]" = ()
    note: str = ""


@contextmanager
def findings_of_git(
    portfolio: Portfolio, today: date, *, since: str = "", everything: bool = False
) -> Iterator[Callable[[], GitFindings]]:
    """Let git look, and give a function that waits for what it found: meanwhile the files are read.

    It looks at what is not committed; with `since` also at the commits that this revision does not have, with
    `everything` at all. Waiting raises `Problem` where `since` is no revision, or git cannot be asked about it.
    """
    from strategy_tracker.history.repository.in_repository import in_repository

    if not in_repository(portfolio.root):
        if since:
            raise Problem("this folder is not in a git repository, so no commit can be looked at", "leave --since out")
        yield lambda: GitFindings(note=NO_REPOSITORY if everything else "")
        return
    from strategy_tracker.history.repository.uncommitted import looked_up

    with looked_up(portfolio.root) as listed:
        yield lambda: _with_register(portfolio, _found(portfolio, today, listed, since=since, everything=everything))


def _with_register(portfolio: Portfolio, found: GitFindings) -> GitFindings:
    """Add what the register has lost; where nothing is small nothing is published, and git is not asked."""
    if not portfolio.short.suppresses:
        return found
    from strategy_tracker.history.published_once import gone
    from strategy_tracker.history.repository.git import NoGit

    try:
        lost = sorted(gone(portfolio))
    except NoGit as error:
        return found._replace(note=found.note or f"what the register has lost is not known: {error.message}")
    more = (
        Diagnostic("register-file-gone", "git has known this file, and it says what was published", file=name)
        for name in lost
    )
    return found._replace(diagnostics=(*found.diagnostics, *more))


def typed_over(portfolio: Portfolio, today: date, *, since: str, everything: bool) -> "tuple[QuietChange, ...]":
    """List what git knows was typed over, as `findings_of_git` looks for it."""
    with findings_of_git(portfolio, today, since=since, everything=everything) as found:
        return found().changes


NO_REPOSITORY = "no commit was looked at: this folder is not in a git repository"


def _found(
    portfolio: Portfolio, today: date, listed: Callable[[], bytes], *, since: str, everything: bool
) -> GitFindings:
    from strategy_tracker.history.repository.git import NoGit
    from strategy_tracker.history.repository.uncommitted import uncommitted

    try:
        commits = uncommitted(portfolio, today, listed())
    except NoGit as error:
        if since:
            raise
        return GitFindings(note="" if error.is_without_record and not everything else f"{_UNKNOWN}: {error.message}")
    if not (commits.listed or since or everything):
        return GitFindings()
    try:
        return _looked_at(portfolio, commits, since=since, everything=everything)
    except NoGit as error:
        if since:
            raise
        return GitFindings(note=f"{_UNKNOWN}: {error.message}")


def _looked_at(portfolio: Portfolio, commits: "Commits", *, since: str, everything: bool) -> GitFindings:
    from strategy_tracker.app.looking.git_diagnostics import late_update, quiet_change, used_id
    from strategy_tracker.history.repository.git import is_shallow
    from strategy_tracker.history.typed_over.brought_in import late_updates, used_ids
    from strategy_tracker.history.typed_over.commit_sides import commit_sides
    from strategy_tracker.history.typed_over.quiet_changes import changed_now, committed, parted, quiet_in

    root = portfolio.root
    before = "" if everything else parted(root, since) if since else "HEAD"
    if since or everything:
        commits = commits._replace(listed=(*commits.listed, *committed(root, before)))
    sides = list(commit_sides(root, commits, portfolio.settings.year_end))
    now = changed_now(portfolio, sides)
    changes = quiet_in(sides, now)
    found = (
        *(quiet_change(one) for one in changes if one.route),
        *map(used_id, used_ids(portfolio, sides, now, before)),
        *map(late_update, late_updates(portfolio, sides, now)),
    )
    note = "this is a shallow clone: what older commits typed over is not known" if everything else ""
    return GitFindings(found, changes, note if note and is_shallow(root) else "")


_UNKNOWN = "what was typed over since the last commit is not known"
