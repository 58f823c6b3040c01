"""Says what git knows of the files that the files alone do not say: what was typed over, where, when and by whom."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.problem import Problem

if TYPE_CHECKING:  # what they import waits until there is something to look at
    from strategy_tracker.comparing.typed_over import QuietChange, QuietKind

OF_GIT = frozenset(
    {
        "date-moved-quietly",
        "target-changed-quietly",
        "owner-changed-quietly",
        "wording-changed-quietly",
        "register-file-gone",
    }
)
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
    from strategy_tracker.history.uncommitted import in_repository, looked_up

    if not in_repository(portfolio.root):
        if since:
            raise Problem("this folder is not in a git repository, so no commit can be looked at", "leave --since out")
        yield lambda: GitFindings(note=NO_REPOSITORY if everything else "")
        return
    with looked_up(portfolio.root) as listed:
        yield lambda: _with_register(portfolio, _found(portfolio, today, listed, since=since, everything=everything))


def _with_register(portfolio: Portfolio, found: GitFindings) -> GitFindings:
    """Add what the register has lost; where nothing is small nothing is published, and git is not asked."""
    if portfolio.settings.suppress_below is None:
        return found
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.history.published_once import gone

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
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.history.uncommitted import uncommitted

    try:
        commits = uncommitted(portfolio, today, listed())
    except NoGit as error:
        if since:
            raise
        return GitFindings(note="" if error.is_without_record and not everything else f"{_UNKNOWN}: {error.message}")
    if not (commits.listed or since or everything):
        return GitFindings()
    from strategy_tracker.history.git import is_shallow
    from strategy_tracker.history.quiet_changes import committed, quiet_in

    if since or everything:
        older = committed(portfolio.root, "" if everything else since)
        commits = commits._replace(listed=(*commits.listed, *older))
    changes = quiet_in(portfolio, commits)
    note = "this is a shallow clone: what older commits typed over is not known" if everything else ""
    return GitFindings(findings(changes), changes, note if note and is_shallow(portfolio.root) else "")


_UNKNOWN = "what was typed over since the last commit is not known"


def findings(changes: "Sequence[QuietChange]") -> tuple[Diagnostic, ...]:
    """Make a diagnostic of each quiet change of a file that could be read whole, at its place in it."""
    return tuple(
        Diagnostic(_CODES[one.kind], f"{_said(one)} ({_by(one)})", one.route, _next_step(one), one.file)
        for one in changes
        if one.route
    )


_CODES: "dict[QuietKind, str]" = {
    "due": "date-moved-quietly",
    "target": "target-changed-quietly",
    "tolerance": "target-changed-quietly",
    "owner": "owner-changed-quietly",
    "wording": "wording-changed-quietly",
}


def _next_step(one: "QuietChange") -> str:
    """Say what to do where that is not what is usual for the code: where no entry can record the change."""
    from strategy_tracker.comparing.typed_over import UNRECORDED

    if one.kind == "due" and not one.after:
        return "write it back, or say why in a comment there: # allow date-moved-quietly: …"
    if one.kind == "tolerance" and one.what.partition(" for ")[0] in UNRECORDED:
        return "say why in the note of the measure, or write it back"
    return ""


def _said(one: "QuietChange") -> str:
    if not one.after:
        return f"{_name(one)}, {one.before}, was taken away, and no reason is on record"
    if one.kind != "due":
        return f"{_name(one)} was changed from '{one.before}' to '{one.after}', and no reason is on record"
    how = f"{abs(one.days)} day{'s' * (abs(one.days) != 1)} {'later' if one.days > 0 else 'earlier'}"
    return f"{_name(one)} went from {one.before} to {one.after}, {how}, and no move is on record"


def _name(one: "QuietChange") -> str:
    if one.kind == "due":
        return f"the due date of '{one.what}'" if one.what else "the due date"
    if one.kind == "target":
        return f"the target for {one.what}"
    if one.kind == "tolerance":
        key, _, period = one.what.partition(" for ")
        return f"'{key}' for {period}" if period else f"'{key}'"
    return "the owner" if one.kind == "owner" else "the title"


def _by(one: "QuietChange") -> str:
    commit = one.commit
    return f"{commit.words()}, {commit.author}" if commit and commit.sha else "not committed yet"
