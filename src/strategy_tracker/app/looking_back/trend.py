"""Counts by colour over time, each from the files and settings that were on record then."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.app.find_item import find
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.colours_over_time import stood_at
from strategy_tracker.history.items.versions import THINGS
from strategy_tracker.history.repository.git import contents, is_shallow
from strategy_tracker.history.repository.past_portfolio import days_and_commits
from strategy_tracker.judging.colour_counts import DayCounts, Spacing, counted, ends
from strategy_tracker.model.names.address import Item


class Trend(NamedTuple):
    """The counts of each day, actions and measures apart, and what could not be read of the files of those days.

    `item` is what they were narrowed to. `days` are those that something was on record at. `unsure` says, where that
    is so, why nobody knows where the portfolio was before; `shallow` whether the clone lacks the older commits.
    """

    counts: tuple[DayCounts, ...]
    item: Item | None
    every: Spacing
    days: tuple[date, ...]
    wrong: tuple[Diagnostic, ...]
    unsure: str
    shallow: bool


def trend(
    portfolio: Portfolio, today: date, *, item: str = "", every: Spacing = "month", since: date | None = None
) -> Trend:
    """The counts by colour at the end of each month or quarter up to `today`, from the last commit known then.

    They begin at the first commit, or at `since` if that is later. `item` narrows them to a strategy, a priority, an
    action or a measure. Raises `Problem` where there is no such item, or no git.
    """
    root, year_end = portfolio.root, portfolio.settings.year_end
    meant = find(portfolio, item, THINGS) if item else None
    known, unsure = days_and_commits(root, lambda first: list(ends(max(first, since or first), today, every, year_end)))
    held = contents(root, (blob.sha for one in known for blob in one.files))
    shallow = is_shallow(root)
    stood, wrong = stood_at(known, held)
    counts = counted(stood, meant.address, meant.thing) if meant else counted(stood)
    days = tuple(one.day for one in known)
    return Trend(tuple(counts), meant, every, days, tuple(wrong), unsure, shallow)
