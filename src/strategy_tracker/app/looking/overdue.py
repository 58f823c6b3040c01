"""What needs somebody: late, silent or due soon; and the same as findings, for a build server."""

from typing import NamedTuple

from strategy_tracker.app.looking.paths_from_top import findings_from_top, names_from_top
from strategy_tracker.app.looking.status import FilteredStanding, Filters, filtered_standing
from strategy_tracker.app.looking.waiting import places
from strategy_tracker.app.moment import Moment, Portfolio
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.overdue import OverdueItem, list_overdue
from strategy_tracker.model.values import Interval
from strategy_tracker.views.screens.overdue import overdue_findings


class OverdueList(NamedTuple):
    """What needs somebody, most late first, and the filtered standing of the portfolio that it was found in."""

    found: tuple[OverdueItem, ...]
    among: FilteredStanding
    portfolio: Portfolio


def overdue(moment: Moment, filters: Filters, within: Interval | None) -> OverdueList:
    """What is late or silent of what the filters keep, and what falls due `within` (None: nothing to come)."""
    among = filtered_standing(moment, filters, whole=False)
    return OverdueList(list_overdue(among.standing, within, moment.today), among, moment.portfolio)


def findings_of(listed: OverdueList) -> list[Diagnostic]:
    """A finding for each thing, with file and line; files are named from the top of the repository."""
    portfolio = listed.portfolio
    return findings_from_top(overdue_findings(listed.found, places(portfolio)), portfolio.root)


def files_looked_at(listed: OverdueList) -> list[str]:
    """The files in which something may be late and that could be read, from the top of the repository."""
    unread = {one.file for one in listed.among.wrong}
    files = (one.name for one in listed.portfolio.files if one.kind != "practice" and one.name not in unread)
    return names_from_top(files, listed.portfolio.root)
