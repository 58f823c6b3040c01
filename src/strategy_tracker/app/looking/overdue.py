"""What needs somebody: late, silent or due soon; and the same as findings, for a build server."""

from collections.abc import Callable
from typing import NamedTuple, get_args

from strategy_tracker.app.looking.paths_from_top import findings_from_top, names_from_top
from strategy_tracker.app.looking.status import FilteredStanding, Filters, filtered_standing
from strategy_tracker.app.looking.waiting import places
from strategy_tracker.app.moment import Moment, Portfolio
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.attention import AttentionItem, OverdueKind, list_asked
from strategy_tracker.model.values import Interval
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.findings.of_overdue import overdue_findings


class OverdueList(NamedTuple):
    """What needs somebody, most late first, and the filtered standing of the portfolio that it was found in."""

    found: tuple[AttentionItem, ...]
    among: FilteredStanding
    portfolio: Portfolio


def overdue(moment: Moment, filters: Filters, within: Interval | None) -> OverdueList:
    """What is late or silent of what the filters keep, and what falls due `within` (None: nothing to come)."""
    among = filtered_standing(moment, filters, whole=False, ask_git=True)
    return OverdueList(list_asked(among.standing, within), among, moment.portfolio)


def findings_of(listed: OverdueList) -> list[Diagnostic]:
    """A finding for each thing, with file and line; files are named from the top of the repository."""
    portfolio = listed.portfolio
    return findings_from_top(overdue_findings(listed.found, places(portfolio)), portfolio.root)


def files_looked_at(listed: OverdueList) -> list[str]:
    """The files in which something may be late and that could be read, from the top of the repository."""
    unread = {one.file for one in listed.among.wrong}
    files = (one.name for one in listed.portfolio.files if one.kind != "practice" and one.name not in unread)
    return names_from_top(files, listed.portfolio.root)


_KINDS = get_args(OverdueKind)
_PASSED = ("late", "waiting")
FORMER = {
    "overdue": _PASSED,
    "late-start": _PASSED,
    "missed": _PASSED,
    "stale": ("silent",),
    "very-stale": ("very-silent",),
}
"""The names that 0.1.0 had for kinds, with those of now; they are taken for one release."""


def kinds_to_fail_on(text: str | None, note: Callable[[str], None]) -> set[str]:
    """The kinds that fail; `note` is told of a former name. Raises `Problem` for a name of nothing.

    An empty text is refused: an unset variable on a build server must not open the gate.
    """
    if text is None:
        return set()
    named = {part.strip() for part in text.split(",") if part.strip()}
    if not named:
        raise Problem("--fail-on names no kind", f"use {', '.join(_KINDS)}, or leave it out")
    for name in sorted(named - set(_KINDS)):
        if name not in FORMER:
            raise Problem(f"there is no kind '{name}' to fail on", f"use {', '.join(_KINDS)}")
        now = " and ".join(f"'{word}'" for word in FORMER[name])
        note(f"note: '{name}' is called {now} now; the old word is taken for one release")
    return {word for name in named for word in FORMER.get(name, (name,))}
