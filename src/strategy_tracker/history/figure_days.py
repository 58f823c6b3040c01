"""Finds in git the day on which a figure came into the files, for readings that do not say when they became known."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import contents
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.history.repository.past_portfolio import Whereabouts
from strategy_tracker.history.repository.walk import walk
from strategy_tracker.model.measures.measure import Measures

FigureDays = Mapping[tuple[str, str], date]
"""The day on which git has had a reading since, by the id of its measure and its period as it is written."""


class _FileThen(NamedTuple):
    """A content of a file of measures, the day of its commit, and whether it may be older than git knows."""

    day: date
    sha: str
    may_be_older: bool


def figure_days(portfolio: Portfolio, wanted: Mapping[str, Collection[str]], since: date) -> FigureDays:
    """Give the days of the readings of some measures, which `wanted` names by their files.

    What was in the files before `since` has the day of the last commit before it. What came after it with the first
    commit of its file has none: where it was before, nobody knows. A branch counts from the day it was merged. Raises
    `NoGit` where git cannot be asked.
    """
    versions = {name: list(found) for name, found in _versions(portfolio, wanted, since).items()}
    held = contents(portfolio.root, (one.sha for each in versions.values() for one in each))
    days: dict[tuple[str, str], date] = {}
    for name, listed in versions.items():
        for version in reversed(listed):  # the oldest first
            for figure in _figures(name, held[version.sha], wanted[name], portfolio):
                days.setdefault(figure, date.min if version.may_be_older else version.day)
    return {figure: day for figure, day in days.items() if day != date.min}


def _versions(portfolio: Portfolio, wanted: Mapping[str, object], since: date) -> dict[str, list[_FileThen]]:
    """The versions of each file, the newest first, down to the last one before `since`."""
    root, revision = portfolio.root, portfolio.sha or "HEAD"
    folder = Whereabouts(root).folder(commit_at(root, portfolio.sha)) if portfolio.sha else None
    found: dict[str, list[_FileThen]] = {name: [] for name in wanted}
    for stretch in walk(root, ("measures",), main=True, revision=revision, prefix=folder):
        for one in stretch.commits:
            for change in one.changes:
                listed = found.get(change.name)
                if listed is not None and change.after and not (listed and listed[-1].day < since):
                    unknown = one.commit.day >= since and not any(change.before)
                    listed.append(_FileThen(one.commit.day, change.after, unknown))
    return found


def _figures(name: str, data: bytes, measures: Collection[str], portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    record = load(data_file(name, data), portfolio.settings.year_end).record
    for one in record.measures if isinstance(record, Measures) else ():
        if one.id in measures:
            yield from ((one.id, period.text) for period in one.readings)
