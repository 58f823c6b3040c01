"""The life of one item, from every commit that touched it and what is not committed yet."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.find_item import NoSuchId, find
from strategy_tracker.comparing.life_events import Life
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.items.versions import THINGS, ItemPath
from strategy_tracker.history.repository.find_commit import commit_at, newer_commits
from strategy_tracker.history.repository.git import NoGit, is_shallow
from strategy_tracker.history.repository.walk import begin_log


class ItemHistory(NamedTuple):
    """The life of an item in the time asked for; `shallow` where the clone does not have the older commits."""

    life: Life
    shallow: bool


def item_history(
    portfolio: Portfolio, typed: str, today: date, *, as_at: date | None = None, since: date | str = ""
) -> ItemHistory:
    """What happened to the item meant by `typed` up to `as_at`, and who wrote what stands there now.

    `since` is a day from which on it is told, or a revision after which it is; what is not committed is of `today`.
    Raises `Problem` where there is no such item, or git has no such revision.
    """
    until = as_at or today
    with begin_log(portfolio.root) as pending:
        item = _item(portfolio, typed)
        from strategy_tracker.history.items.item_commits import life_of  # imported while git is at work

        life = life_of(portfolio.root, item, until, today, pending)
    return ItemHistory(_since(life, since, until, portfolio.root), is_shallow(portfolio.root))


def _item(portfolio: Portfolio, typed: str) -> ItemPath:
    """The item as it is now; or, where it is not there any more, as the newest commit that still had it."""
    try:
        meant = find(portfolio, typed, THINGS)
    except NoSuchId:
        gone = _withdrawn(portfolio.root, typed)
        if gone is None:
            raise
        return gone
    return ItemPath(meant.address, meant.thing, meant.file)


def _withdrawn(root: Path, typed: str) -> ItemPath | None:
    from strategy_tracker.history.items.item_commits import withdrawn

    try:
        return withdrawn(root, typed)
    except NoGit:
        return None


def _since(life: Life, since: date | str, until: date, root: Path) -> Life:
    """What happened from a day on, or in the commits that a revision does not hold; at most up to a day."""
    later = newer_commits(root, since) if isinstance(since, str) and since else None
    first = since if isinstance(since, date) else date.min if later is None else commit_at(root, since).day
    kept = (
        one
        for one in life.events
        if one.day <= until
        and (one.commit.sha in later if later is not None and one.commit and one.commit.sha else one.day >= first)
    )
    return life._replace(events=tuple(kept))
