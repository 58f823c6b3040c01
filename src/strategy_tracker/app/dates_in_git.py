"""Asks git which due dates were typed over with nothing on record, and since when each is in the file."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.dates.typed_dates import NOTHING_TYPED, TypedDate, TypedDates
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.plain.when import read_when


class DatesInGit(NamedTuple):
    """What git knows of due dates besides the record; `not_known` is a sentence on what it cannot say, and why."""

    typed: TypedDates = NOTHING_TYPED
    not_known: str = ""


NOT_ASKED = DatesInGit()


def dates_in_git(portfolio: Portfolio, today: date, before: str = "") -> DatesInGit:
    """The due dates of a portfolio that were typed over up to the moment it is of, in any commit or in none yet.

    Commits that the revision `before` has as well are not looked at.
    """
    from strategy_tracker.history.repository.in_repository import in_repository

    if not in_repository(portfolio.root):
        return DatesInGit(not_known=phrase("typed-not-known", why=phrase("folder-not-in-git")))
    from strategy_tracker.history.repository.git import NoGit, is_shallow
    from strategy_tracker.history.typed_over.quiet_changes import quiet_dates

    try:
        changes = quiet_dates(portfolio, today, before)
        shallow = is_shallow(portfolio.root)
    except NoGit as error:
        return DatesInGit(not_known=phrase("typed-not-known", why=error.message))
    typed: dict[str, tuple[TypedDate, ...]] = {}
    for one in changes:
        to = read_when(one.after) if one.after else None
        since = str(one.commit.day) if one.commit and one.commit.sha else ""
        found = TypedDate(one.what, read_when(one.before), to, since)
        typed[one.item] = (*typed.get(one.item, ()), found)
    return DatesInGit(typed, phrase("typed-not-known", why=phrase("shallow-clone")) if shallow else "")
