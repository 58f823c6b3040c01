"""Where everything stands, cut down to what a person asks for; and a name among the filters that nothing has."""

from typing import NamedTuple

from strategy_tracker.app.dates_in_git import NOT_ASKED, DatesInGit, dates_in_git
from strategy_tracker.app.find_item import find
from strategy_tracker.app.kept_answers import KeptAnswers, kept_answers
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.standing import stand, stand_kept
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.judging.filters import Filters, UnknownName, narrow, unknown_name
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.problem import Problem

__all__ = ["FilteredStanding", "Filters", "filtered_standing", "mistyped", "status"]

_AT_MOST = 12
"""Names that are listed where none is near to what was typed."""


class FilteredStanding(NamedTuple):
    """A standing with only what the filters keep, and what could not be read of the portfolio.

    `mistyped` is there where nothing is left because a filter has a name that nothing has: that is no good news.
    """

    standing: Standing
    filters: Filters
    wrong: tuple[Diagnostic, ...]
    mistyped: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there are filters and nothing fits them."""
        return any(self.filters) and not (self.standing.strategies or self.standing.measures)


def status(
    moment: Moment, filters: Filters, item: str = "", *, whole: bool = True, ask_git: bool = False, anew: bool = False
) -> FilteredStanding:
    """The standing of what the filters keep, and of one strategy or priority if `item` names one.

    `whole` and `ask_git` are those of `filtered_standing`. How a file stands by itself is taken from what is kept of
    the same bytes and day, but `anew`. Raises `Problem` where `item` is not there, or is not what a filter names.
    """
    if item:
        meant = find(moment.portfolio, item, ("strategy", "priority"))
        strategy, _, priority = meant.address.partition("/")
        for key, name in (("strategy", strategy), ("priority", priority)):
            if name and getattr(filters, key) not in ("", name):
                raise Problem(f"'{item}' and --{key} name two things", "use one of them")
        filters = filters._replace(strategy=strategy, priority=priority or filters.priority)
    in_git = _asked_of_git(moment, ask_git=ask_git)
    kept = KeptAnswers(moment.portfolio)
    if not (anew or in_git.typed):  # what git knows of a file is no part of it
        question = "status with all readings" if whole else "status"  # neither takes the place of the other
        kept = kept_answers(kept.portfolio, question, moment.today.isoformat(), beside="comparators")
    return _filtered(filters, *stand_kept(kept, moment.today, in_git, whole=whole))


def filtered_standing(moment: Moment, filters: Filters, *, whole: bool, ask_git: bool = False) -> FilteredStanding:
    """The standing of what the filters keep; without `whole`, former updates and readings are left out.

    With `ask_git` it knows of due dates that were typed over with nothing on record.
    """
    in_git = _asked_of_git(moment, ask_git=ask_git)
    return _filtered(filters, *stand(moment.portfolio, moment.today, whole=whole, in_git=in_git))


def _asked_of_git(moment: Moment, *, ask_git: bool) -> DatesInGit:
    return dates_in_git(*moment) if ask_git else NOT_ASKED


def _filtered(filters: Filters, standing: Standing, wrong: list[Diagnostic]) -> FilteredStanding:
    kept = FilteredStanding(narrow(standing, filters), filters, tuple(wrong))
    return kept._replace(mistyped=mistyped(filters, standing)) if kept.is_empty else kept


def mistyped(filters: Filters, standing: Standing) -> Problem | None:
    """What is wrong with a filter whose name nothing in the whole standing has; None where every name is one."""
    wrong = unknown_name(standing, filters)
    if wrong is None:
        return None
    verb = "is called" if wrong.key in ("owner", "level") else "has the id"
    return Problem(f"no {wrong.key} {verb} '{wrong.name}'", _those_there_are(wrong))


def _those_there_are(wrong: UnknownName) -> str:
    plural = {"strategy": "strategies", "priority": "priorities"}.get(wrong.key, f"{wrong.key}s")
    by_form = {name_form(name): name for name in wrong.names}
    near = [by_form[form] for form in nearest(name_form(wrong.name), by_form, 3)]
    if near:
        return did_you_mean(near, quoted=False)
    if not wrong.names:
        return f"no {wrong.key} is on record"
    more = f", and {len(wrong.names) - _AT_MOST} more" if len(wrong.names) > _AT_MOST else ""
    return f"the {plural} are {', '.join(wrong.names[:_AT_MOST])}{more}"
