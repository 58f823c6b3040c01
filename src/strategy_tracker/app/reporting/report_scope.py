"""What a report or a dashboard is of: which strategies, for which body, and the commit that has the files."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.app.find_item import find
from strategy_tracker.app.moment import Portfolio
from strategy_tracker.briefing.material import Meeting, NoSuchBody, choose_meeting, strategies_of
from strategy_tracker.briefing.own_words import Wording, protect, unprotect
from strategy_tracker.files.read_branding import names_in
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.problem import Problem

LAST_MEETING = "last-meeting"
"""What `since` says where the body's last meeting is meant; an empty text says the same."""


class ReportRequest(NamedTuple):
    """What a report is asked to be of: ids of strategies and a body, if any are named, and whether examples are told.

    `since` is what it is compared with: a day, a revision, or the last meeting of the body. With `over_time` the counts
    at earlier meetings are told.
    """

    strategies: Sequence[str] = ()
    body: str = ""
    since: date | str = LAST_MEETING
    practice: bool = False
    over_time: bool = False


def files_by_id(portfolio: Portfolio, typed: Sequence[str]) -> dict[str, str]:
    """The file of each strategy that was typed, by its id. Raises `Problem` for one that is not there."""
    items = [find(portfolio, one, ("strategy",)) for one in typed]
    return {item.address: item.file for item in items}


def meeting_of(standing: Standing, request: ReportRequest, wording: Wording) -> tuple[Meeting | None, tuple[str, ...]]:
    """The meeting that is meant, and the ids of the strategies: those asked for, else the body's.

    Raises `Problem` where no one body is meant by the name.
    """
    every = tuple(one.id for one in standing.strategies)
    try:
        meeting = choose_meeting(standing, protect(request.body, wording) or "")
    except NoSuchBody as error:
        names = "".join(f"\n    {unprotect(name)}" for name in error.names)
        raise Problem(unprotect(str(error)), f"the bodies are{names}" if names else "none is on record") from None
    if request.body and meeting and not request.strategies:
        return meeting, strategies_of(standing, meeting.body)
    return meeting, every


_UNNAMED = "the files on disk; no commit could be named: "


def made_from(portfolio: Portfolio, *, public: bool = False) -> str:
    """The commit that the files are of or the same as, or that there is none; the public is told no file's name."""
    if portfolio.known:
        return portfolio.known
    from strategy_tracker.history.repository.git import NoGit

    try:
        changed, commit = _in_git(portfolio)
    except NoGit as error:
        if error.is_without_record:
            return phrase("no-commit-holds")
        return phrase("no-commit-named", why=error.message)
    if changed and public:
        return phrase("with-changes", commit=commit.words())
    if changed:
        return phrase("with-changes-in", commit=commit.words(), files=", ".join(changed))
    return commit.words()


def why_unnamed(portfolio: Portfolio, made: str) -> Problem | None:
    """Why a paper that was `made` from these files names no commit, where git could not be asked for one."""
    from strategy_tracker.history.repository.git import NoGit

    try:
        if made.startswith(_UNNAMED):
            _in_git(portfolio)
    except NoGit as error:
        return error
    return None


def _in_git(portfolio: Portfolio) -> tuple[list[str], Commit]:
    """The names of what is not committed, and the present commit. Raises `NoGit`."""
    from strategy_tracker.history.repository.find_commit import commit_at
    from strategy_tracker.history.repository.past_portfolio import uncommitted

    return uncommitted(portfolio.root, names_in(portfolio.settings)), commit_at(portfolio.root, "HEAD")
