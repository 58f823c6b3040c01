"""What a person looks at: the files on disk or as a commit holds them, and the day they are judged at."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.files.find import find_root
from strategy_tracker.files.portfolio import Portfolio, find_portfolio, open_portfolio
from strategy_tracker.problem import Problem

__all__ = ["Moment", "Portfolio", "find_portfolio", "find_root", "open_moment", "open_portfolio"]


class Moment(NamedTuple):
    """A portfolio, on disk or as it was, and the day it is judged at."""

    portfolio: Portfolio
    today: date


def open_moment(
    root: Path | None,
    today: date,
    *,
    as_at: date | None = None,
    rev: str = "",
    known_on: date | None = None,
    rules_of_today: bool = False,
) -> Moment:
    """Opens the portfolio of a moment; an earlier one is judged at its own day unless `as_at` says otherwise.

    `root` is the portfolio's folder, or None for the nearest above the current one. `rev` names a commit, `known_on`
    the last day whose commits count; at most one of the two is given. An earlier moment is judged by its own settings,
    or with `rules_of_today` by those on disk. Raises `Problem` where there is no such portfolio, or no such moment.
    """
    found = find_portfolio(root)
    if not (rev or known_on):
        return Moment(found, as_at or today)
    if rev and known_on:
        raise Problem("--rev and --known-on name two moments", "use one of them")
    from strategy_tracker.history.repository.find_commit import commit_at, commit_known_on
    from strategy_tracker.history.repository.past_portfolio import portfolio_at

    commit = commit_known_on(found.root, known_on) if known_on else commit_at(found.root, rev)
    then = portfolio_at(found.root, commit)
    if rules_of_today:
        from strategy_tracker.files.read_branding import named_now

        by = f"{then.known}, by the settings of today"
        then = then.with_settings(found.settings)._replace(named=named_now(found), known=by)
    return Moment(then, as_at or known_on or commit.day)
