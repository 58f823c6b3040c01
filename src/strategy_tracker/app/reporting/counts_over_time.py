"""The counts by colour at the meetings on record, each from the files and settings that were on record on its day."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from strategy_tracker.app.moment import Moment
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.briefing.over_time import ColoursOn, CountsOverTime
from strategy_tracker.briefing.own_words import unprotect
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.history.colours_over_time import stood_at
from strategy_tracker.history.frozen import reports
from strategy_tracker.history.repository.git import NoGit, contents
from strategy_tracker.history.repository.past_portfolio import days_and_commits
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.values import read_when

MOST = 5
"""Earlier days that a chart has room for."""
MANY = 5
"""Strategies above which only days are counted that a paper was frozen for: on each day all of them are judged."""


def counts_over_time(
    moment: Moment, strategies: Sequence[StrategyStanding], body: str, edition: Edition
) -> CountsOverTime:
    """Count the colours of the actions of some strategies on each day that a body met or a paper was frozen for it.

    Without a `body` the days are those of all that review them. The latest few are counted, and none that git does not
    reach back to.
    """
    root, files = moment.portfolio.root, moment.portfolio.files
    chosen, there = {one.file for one in strategies}, {file.name for file in files}

    def wanted(name: str) -> bool:
        return name == SETTINGS or (name.startswith("strategies/") and (name in chosen or name not in there))

    try:
        days = _days(moment, strategies, body)
        known = days_and_commits(root, lambda first: [day for day in days if day >= first])[0] if days else []
        known = [one._replace(files=tuple(blob for blob in one.files if wanted(blob.name))) for one in known]
        held = contents(root, (blob.sha for one in known for blob in one.files))
    except NoGit as error:
        return CountsOverTime(lacking=error.message)
    stood, wrong = stood_at(known, held, edition.earlier().of)
    ids = {one.id for one in strategies}
    found = (
        ColoursOn(one.day, Counter(r.colour for key, r in one.actions.items() if key.partition("/")[0] in ids))
        for one in stood
    )
    return CountsOverTime(tuple(one for one in found if one.total), unread=bool(wrong))


def _days(moment: Moment, strategies: Sequence[StrategyStanding], body: str) -> list[date]:
    """The last days before today on which a body met, or a paper was frozen that it has not met about since."""
    held = {
        when.last
        for strategy in strategies
        for one in (strategy.bodies if len(strategies) <= MANY else ())
        if (one.body == body if body else one.role == "reviews")
        for when in map(read_when, one.held)
        if when.first == when.last
    }
    name = name_form(unprotect(body))
    frozen = {one.as_at for one in reports(moment.portfolio.root) if not name or name_form(one.body) == name}
    days = sorted(day for day in held | frozen if day < moment.today)
    told = [day for day, after in pairwise([*days, moment.today]) if day in held or after not in held]
    return told[-MOST:]
