"""Every move of every due date of a strategy or of a portfolio, recorded or not, as the files and git know them."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.app.find_item import find
from strategy_tracker.comparing.slips import DateMove, slips
from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit, is_shallow
from strategy_tracker.history.typed_over.quiet_changes import quiet_dates
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When, read_when


class SlippedDates(NamedTuple):
    """The moves asked for, what could not be read of the files, and why git could not say more where it could not."""

    slips: tuple[DateMove, ...]
    wrong: tuple[Diagnostic, ...]
    unknown: str


def slipped_dates(
    portfolio: Portfolio, today: date, *, strategy: str = "", as_at: date | None = None, since: date | str = ""
) -> SlippedDates:
    """The moves of one strategy, or of all, that were made up to `as_at` and from `since` on: a day, or a revision.

    A move whose day nobody knows is always there. Raises `Problem` where there is no such strategy or revision.
    """
    meant = find(portfolio, strategy, ("strategy",)).address if strategy else ""
    first = commit_at(portfolio.root, since).day if isinstance(since, str) and since else since or date.min
    quiet: tuple[QuietChange, ...] = ()
    try:
        quiet = quiet_dates(portfolio, today)
        unknown = "this is a shallow clone: older commits are not here" if is_shallow(portfolio.root) else ""
    except NoGit as error:
        unknown = f"only what the files record is told: {error.message}"
    listed, wrong = each_file(
        portfolio,
        portfolio.of_kind("strategies"),
        lambda record, _: (
            list(slips(record, quiet)) if isinstance(record, Strategy) and meant in ("", record.id) else []
        ),
    )
    until = as_at or today
    found = (one for each in listed for one in each if not one.on or _within(read_when(one.on), first, until))
    return SlippedDates(tuple(found), tuple(wrong), unknown)


def _within(on: When, first: date, last: date) -> bool:
    return first <= on.last and on.first <= last
