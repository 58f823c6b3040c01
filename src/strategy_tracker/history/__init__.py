"""Git: the only room that runs it. What it prints is read in `store`, where nothing asks git."""

from strategy_tracker.history.frozen import exists, freeze, last_shown, report_of, reports
from strategy_tracker.history.git import NoGit, contents, ever_held, folder_in, git, is_clean, is_shallow
from strategy_tracker.history.item_commits import ahead, life_of, since, withdrawn
from strategy_tracker.history.past_portfolio import (
    commit_at,
    commit_known_on,
    known_at,
    portfolio_at,
    two_portfolios,
    uncommitted,
)

__all__ = [
    "NoGit",
    "ahead",
    "commit_at",
    "commit_known_on",
    "contents",
    "ever_held",
    "exists",
    "folder_in",
    "freeze",
    "git",
    "is_clean",
    "is_shallow",
    "known_at",
    "last_shown",
    "life_of",
    "portfolio_at",
    "report_of",
    "reports",
    "since",
    "two_portfolios",
    "uncommitted",
    "withdrawn",
]
